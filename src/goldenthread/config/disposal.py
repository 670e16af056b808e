"""What goes by the retention schedule, and with a child: the tables of all apps.

Apps above `records` declare theirs (``core.disposal``) and stand first: rows that point at others
must go before them.
"""

from goldenthread.core.disposal import Disposer, Eraser
from goldenthread.records.disposers import children, own, people, technical

DISPOSERS: tuple[Disposer, ...] = (
    *own.DISPOSERS,
    *people.DISPOSERS,
    *technical.DISPOSERS,
)
ERASERS: tuple[Eraser, ...] = (*own.ERASERS, *children.ERASERS)

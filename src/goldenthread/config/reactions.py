"""Who hears of what: the one table by which something that happened reaches other apps.

A reaction is called in the transaction of the act, in the order written here. It is the only way
upwards: an app publishes what it did and does not know who listens.
"""

from goldenthread.core.events import Event, Reaction

REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {}

"""Who hears of what: the one table by which something that happened reaches other apps.

A reaction is called in the transaction of the act, in the order written here. It is the only way
upwards: an app publishes what it did and does not know who listens.
"""

from collections.abc import Callable
from typing import Any

from goldenthread.config.sign_in.events import BreakGlassUsed
from goldenthread.config.sign_in.reactions import sign_out_everywhere, tell_administrators
from goldenthread.core.events import Event, Reaction
from goldenthread.notices.events import NoticeQueued, NoticeSentAgain
from goldenthread.notices.reactions import invite, send_soon
from goldenthread.people.events import UserDeactivated, UserInvited

REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {
    BreakGlassUsed: (tell_administrators,),
    NoticeQueued: (send_soon,),
    NoticeSentAgain: (send_soon,),
    UserDeactivated: (sign_out_everywhere,),
    UserInvited: (invite,),
}

READERS: dict[str, tuple[Callable[[Any], Any], ...]] = {}
"""Who answers what an app below asks, by the reader's name (``core.readers``)."""

"""Who hears of what: the one table by which something that happened reaches other apps.

A reaction is called in the transaction of the act, in the order written here. It is the only way
upwards: an app publishes what it did and does not know who listens.
"""

from collections.abc import Callable
from typing import Any

from goldenthread.config.sign_in.events import BreakGlassUsed, SecondStepRemoved
from goldenthread.config.sign_in.presenters import act_on_person
from goldenthread.config.sign_in.reactions import (
    sign_out_everywhere,
    tell_administrators,
    tell_earlier_address,
    tell_whose_step_it_was,
)
from goldenthread.core.events import Event, Reaction
from goldenthread.notices.events import NoticeQueued, NoticeSentAgain
from goldenthread.notices.reactions import invite, send_soon
from goldenthread.people.events import UserDeactivated, UserInvited, UserUpdated
from goldenthread.records import disclosures
from goldenthread.records.events import (
    AccessAsked,
    ErasureApproved,
    PassagesDecided,
    RetentionAsked,
)
from goldenthread.records.presenters.places import hold_on_person, records_of_child
from goldenthread.records.queries.holds import held_on
from goldenthread.records.reactions import erase, gather, make, run_schedule

REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {
    AccessAsked: (gather,),
    BreakGlassUsed: (tell_administrators,),
    SecondStepRemoved: (tell_whose_step_it_was,),
    ErasureApproved: (erase,),
    NoticeQueued: (send_soon,),
    NoticeSentAgain: (send_soon,),
    PassagesDecided: (make,),
    RetentionAsked: (run_schedule,),
    UserDeactivated: (sign_out_everywhere,),
    UserInvited: (invite,),
    UserUpdated: (tell_earlier_address,),
}

READERS: dict[str, tuple[Callable[[Any], Any], ...]] = {
    "children.places": (records_of_child,),
    "core.holds": (held_on,),
    "people.acts_elsewhere": (act_on_person, hold_on_person),
    "records.holdings": (
        disclosures.of_children,
        disclosures.of_ledger,
        disclosures.of_read_log,
    ),
}
"""Who answers what an app below asks, by the reader's name (``core.readers``)."""

"""May somebody do something with an e-mail, and if not, why."""

from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.acts import MEND_NOTICES, SEE_NOTICES
from goldenthread.notices.rules.kinds import READY_MADE
from goldenthread.notices.rules.states import IN_TROUBLE, State
from goldenthread.people.permissions import may


def can_list_notices(by: Actor) -> Decision:
    """See what became of e-mails."""
    return may(by, SEE_NOTICES)


def can_mend_notices(by: Actor) -> Decision:
    """Do anything about e-mails in trouble."""
    return may(by, MEND_NOTICES)


def can_send_notice_again(by: Actor, notice: Notice) -> Decision:
    """Put an e-mail in trouble back into the queue."""
    in_trouble = ALLOWED if State(notice.state) in IN_TROUBLE else refused(_not_now(notice))
    gone = refused("Its text is not kept any more. The person can ask for another themselves.")
    return first_refusal(can_mend_notices(by), in_trouble, gone if _gone(notice) else ALLOWED)


def can_mark_notice_arrived(by: Actor, notice: Notice) -> Decision:
    """Say that an e-mail of which it is not known arrived."""
    uncertain = notice.state == State.UNCERTAIN.value
    return first_refusal(
        can_mend_notices(by),
        ALLOWED if uncertain else refused("It is known already what became of this e-mail."),
    )


def _not_now(notice: Notice) -> str:
    label = State(notice.state).label.lower()
    return f"This e-mail is “{label}”, so there is nothing to send again."


def _gone(notice: Notice) -> bool:
    """Ready-made messages are kept until they are sent, others are written anew."""
    return notice.kind == READY_MADE and notice.purged_at is not None

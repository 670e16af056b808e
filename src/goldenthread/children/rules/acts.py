"""Who may do what with what is known of children."""

from goldenthread.people.rules.acts import declare
from goldenthread.people.rules.kinds import Role

_CHILDREN = "Children"

SEE_ALL = declare(_CHILDREN, "see every child, restricted ones too", Role.AUDIT_LEAD)
FIND = declare(
    _CHILDREN,
    "find a child by a number",
    Role.AUDIT_LEAD,
    Role.AUDITOR,
    Role.MODERATOR,
    Role.PRACTITIONER,
    Role.TEAM_MANAGER,
    Role.IRO,
    note="Who is no audit lead finds children whom their own work concerns, or for whom they are "
    "named.",
)
CHANGE = declare(
    _CHILDREN,
    "add a child, give or end a number, merge two records, or group siblings",
    Role.AUDIT_LEAD,
)
RESTRICT = declare(_CHILDREN, "restrict a child's record, or name who may open it", Role.AUDIT_LEAD)
ADOPTION = declare(
    _CHILDREN,
    "see, make or break the link of an adopted child",
    Role.AUDIT_LEAD,
    note="A broken link cannot be mended: nothing is left of it.",
)

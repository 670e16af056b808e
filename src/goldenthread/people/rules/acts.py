"""Who may do what: for each act the roles that may do it, as guards ask and as the page prints.

Apps above declare theirs in their own ``rules.py`` with :func:`declare`.
"""

from dataclasses import dataclass

from goldenthread.people.rules.kinds import Role


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its section on the page, a phrase that follows *may*, and who may do it.

    ``note`` says what the guard asks besides the role.
    """

    section: str
    phrase: str
    roles: frozenset[Role]
    note: str = ""

    def only(self) -> str:
        """The reason for everybody else.

        >>> Act("", "open a team", frozenset({Role.AUDIT_LEAD, Role.ADMINISTRATOR})).only()
        'Only an administrator or an audit lead may open a team.'
        """
        named = " or ".join(sorted(_with_article(role.label) for role in self.roles))
        return f"Only {named} may {self.phrase}."


def _with_article(label: str) -> str:
    name = label if label[1].isupper() else label[0].lower() + label[1:]
    return f"{'an' if name[0] in 'aeiouI' else 'a'} {name}"


ACTS: list[Act] = []
"""Every act that any app declares, in the order of the page."""


def declare(section: str, phrase: str, *roles: Role, note: str = "") -> Act:
    """Declare an act and who may do it."""
    made = Act(section, phrase, frozenset(roles), note)
    if made not in ACTS:
        ACTS.append(made)
    return made


_LEADS = (Role.AUDIT_LEAD, Role.ADMINISTRATOR)
_STAFF, _TEAMS = "People", "Teams"
_GUARDED = "Only an administrator may do this to an administrator."

ADD_USER = declare(_STAFF, "add a person", *_LEADS)
UPDATE_USER = declare(_STAFF, "change a person's details", *_LEADS, note=_GUARDED)
DEACTIVATE_USER = declare(
    _STAFF,
    "deactivate or reactivate a person",
    *_LEADS,
    note=f"{_GUARDED} Nobody does it to themselves.",
)
INVITE_USER = declare(_STAFF, "invite a person to sign in", *_LEADS, note=_GUARDED)
CHANGE_ROLES = declare(
    _STAFF,
    "grant or end a role",
    *_LEADS,
    note="Only an administrator may grant or end the role of administrator, "
    "or grant themselves a role.",
)
CHANGE_LINE = declare(_STAFF, "say who manages whom", *_LEADS)
SEE_DETAILS = declare(
    _STAFF,
    "see everybody's e-mail address, staff number, roles and history",
    *_LEADS,
    note="Everybody sees their own; a team's manager sees those of the team.",
)
IMPORT_STAFF = declare(_STAFF, "import a list of staff", *_LEADS)
CHANGE_TEAMS = declare(_TEAMS, "open, rename, split, merge or close a team", *_LEADS)
CHANGE_SERVICES = declare(_TEAMS, "open, rename or close a service", *_LEADS)
CHANGE_MEMBERS = declare(_TEAMS, "say who works in a team and who manages it", *_LEADS)

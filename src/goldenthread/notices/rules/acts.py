"""Who may do what with e-mails."""

from goldenthread.people.rules.acts import declare
from goldenthread.people.rules.kinds import Role

_LEADS = (Role.AUDIT_LEAD, Role.ADMINISTRATOR)
SEE_NOTICES = declare("E-mails", "see what became of e-mails", *_LEADS)
MEND_NOTICES = declare("E-mails", "send an e-mail again, or say that it arrived", *_LEADS)

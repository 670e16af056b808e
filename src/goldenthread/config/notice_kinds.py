"""Every kind of e-mail that the service sends; each app declares its own."""

from goldenthread.notices import kinds
from goldenthread.notices.rules.kinds import Kind

KINDS: tuple[Kind, ...] = kinds.OWN

"""Every kind of e-mail that the service sends; each app declares its own."""

KINDS: tuple[object, ...] = ()

"""Which e-mails a scope may see: all of them or none. Nobody is shown an address or a text."""

from django.db.models import QuerySet

from goldenthread.notices.models import Notice
from goldenthread.notices.rules.acts import SEE_NOTICES
from goldenthread.people.scope import Scope


def visible_notices(scope: Scope) -> QuerySet[Notice]:
    """Administrators and audit leads look after the outbox."""
    if not scope.has(*SEE_NOTICES.roles):
        return Notice.objects.none()
    return Notice.objects.defer("address", "content")

"""The app's configuration."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """The ledger, the read log and the base of every model."""

    name = "goldenthread.core"
    verbose_name = "Core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Know every kind of event, so that any process can read the ledger."""
        autodiscover_modules("events")

"""The app's configuration."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The ledger, the read log and the base of every model."""

    name = "goldenthread.core"
    verbose_name = "Core"
    default_auto_field = "django.db.models.BigAutoField"

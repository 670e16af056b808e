"""The app's configuration."""

from importlib import import_module

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What is kept how long, who read it, and how it goes."""

    name = "goldenthread.records"
    verbose_name = "Records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the authority's schedule checked when the service starts."""
        import_module("goldenthread.records.checks")

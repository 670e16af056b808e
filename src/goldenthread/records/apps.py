"""The app's configuration."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What is kept how long, who read it, and how it goes."""

    name = "goldenthread.records"
    verbose_name = "Records"
    default_auto_field = "django.db.models.BigAutoField"

"""The app's configuration."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """E-mails that wait to be sent, and what became of them."""

    name = "goldenthread.notices"
    verbose_name = "E-mails"
    default_auto_field = "django.db.models.BigAutoField"

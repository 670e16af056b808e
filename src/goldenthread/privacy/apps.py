"""The app's configuration."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Keys, and what is encrypted under them."""

    name = "goldenthread.privacy"
    verbose_name = "Privacy"
    default_auto_field = "django.db.models.BigAutoField"

"""The app's configuration."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home pages."""

    name = "goldenthread.home"
    verbose_name = "Home"

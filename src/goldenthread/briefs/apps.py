"""The app's configuration."""

from django.apps import AppConfig


class BriefsConfig(AppConfig):
    """Briefs; for now the two pages that keep nothing."""

    name = "goldenthread.briefs"
    verbose_name = "Briefs"

"""The app's configuration."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Components, fields and layouts of the GOV.UK Design System."""

    name = "goldenthread.design"
    verbose_name = "Design"

"""The app's configuration."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, teams over time, roles and Scope."""

    name = "goldenthread.people"
    verbose_name = "People"
    default_auto_field = "django.db.models.BigAutoField"

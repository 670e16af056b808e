"""The app's configuration."""

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """Children and young people, by random ids."""

    name = "goldenthread.children"
    verbose_name = "Children"
    default_auto_field = "django.db.models.BigAutoField"

"""The app of signing in."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    """Signing in and out. It has no tables: sessions and second factors are kept by allauth."""

    name = "goldenthread.config.sign_in"
    label = "sign_in"
    verbose_name = "Sign-in"

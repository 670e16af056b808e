"""What a report of an error may hold: where it was, and nothing of what was in hand there."""

from collections.abc import ItemsView
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.views.debug import SafeExceptionReporterFilter


class NothingInHand(SafeExceptionReporterFilter):
    """No variable of any function, no field of any form, no setting, no header."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Always, for developers too: they may work with a copy of real records."""
        return True

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        """None: a variable may hold narrative."""
        return {}.items()

    def get_post_parameters(self, request: HttpRequest | None) -> MultiValueDict[str, str]:
        """None."""
        return MultiValueDict()

    def get_safe_request_meta(self, request: HttpRequest | None) -> dict[str, object]:
        """None."""
        return {}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, object]:
        """None."""
        return {}

    def get_safe_settings(self) -> dict[str, object]:
        """None."""
        return {}

# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""The second step of signing in."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpResponse

from goldenthread.config.sign_in import session_marks


class SecondFactorStage(AuthenticateStage):
    """Asks whoever has a second factor for it, unless the identity provider did."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """The page to go to, if any, and whether to go on."""
        if session_marks.provider_asked(self.login.signal_kwargs):
            return None, True
        answer: tuple[HttpResponse | None, bool] = super().handle()
        return answer

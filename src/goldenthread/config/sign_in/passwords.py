"""What a password must not hold: the names that everybody here knows."""

import re

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError

ADVICE = (
    "Use at least 12 characters. Three random words make a strong password that you can remember."
)


class KnownWordsValidator:
    """Refuses the authority's name and the service's, whatever stands around them."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ``ValidationError`` where the password leans on such a word."""
        said = _letters(password)
        if any(word in said for word in known_words(settings.AUTHORITY_NAME)):
            raise ValidationError(
                "Choose a password without the name of the authority or of this service.",
                code="password_known_word",
            )

    def get_help_text(self) -> str:
        """The rule, for those who choose a password."""
        return "It must not hold the name of the authority or of this service."


def known_words(authority: str) -> frozenset[str]:
    """Words of the names, where they are long enough to tell.

    >>> sorted(known_words("Northshire County Council"))
    ['council', 'county', 'goldenthread', 'northshire', 'northshirecountycouncil']
    """
    words = [word for word in re.findall(r"[^\W\d_]+", authority.casefold()) if len(word) > 5]
    return frozenset({*words, _letters(authority), "goldenthread"} - {""})


def _letters(text: str) -> str:
    """Only letters, so that spaces and digits between them hide nothing."""
    return "".join(sign for sign in text.casefold() if sign.isalpha())

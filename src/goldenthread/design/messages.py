"""What people read beside a field that they must mend, in the Design System's words."""


def in_sentence(label: str) -> str:
    """A label inside a sentence.

    >>> in_sentence("E-mail address"), in_sentence("CP chair")
    ('e-mail address', 'CP chair')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def missing(label: str, verb: str) -> str:
    """A field that was left empty.

    >>> missing("Team name", "Enter")
    'Enter team name'
    >>> missing("Which team is it?", "Select")
    'Answer the question: Which team is it?'
    """
    return (
        f"Answer the question: {label}" if label.endswith("?") else f"{verb} {in_sentence(label)}"
    )


def of_field(label: str, verb: str) -> dict[str, str]:
    """For each code of Django's errors, our sentence."""
    name = "Your answer" if label.endswith("?") else label
    return {
        "required": missing(label, verb),
        "max_length": f"{name} must be %(limit_value)d characters or fewer",
        "min_length": f"{name} must be %(limit_value)d characters or more",
        "max_value": f"{name} must be %(limit_value)s or less",
        "min_value": f"{name} must be %(limit_value)s or more",
        "null_characters_not_allowed": f"{name} must not hold characters that cannot be read",
    }

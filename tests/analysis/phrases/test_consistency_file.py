"""What a file holds, how it was computed, and whom to read again."""

import pytest

from goldenthread.analysis.phrases.consistency_file import (
    Held,
    method,
    what_it_holds,
    whom_to_read_again,
)
from goldenthread.analysis.phrases.pieces import plain_text


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (
            Held(360, 1_421, 30, 16, 61, ["2026-01", "2026-02", "2026-12"]),
            (
                "1,421 audits of 360 children by 30 auditors in 16 categories, from January to"
                " December 2026. 61 children were read by two auditors or more."
            ),
        ),
        (
            Held(1, 1, 1, 1, 0, ["2026-01"]),
            (
                "1 audit of 1 child by 1 auditor in 1 category, in January 2026. No child was read"
                " by two auditors."
            ),
        ),
        (
            Held(2, 3, 2, 1, 1, []),
            (
                "3 audits of 2 children by 2 auditors in 1 category. 1 child was read by two"
                " auditors or more."
            ),
        ),
    ],
)
def test_what_it_holds_leads_with_counts(held: Held, said: str) -> None:
    assert plain_text(what_it_holds(held)) == said


def test_whom_to_read_again_says_since_when() -> None:
    assert plain_text(whom_to_read_again("2026-09")) == (
        "Of the children audited since September 2026 whom one auditor has read, second-read these"
        " first:"
    )
    assert plain_text(whom_to_read_again("")).startswith("Of the children whom one auditor")


def test_method_names_what_is_in_the_model_and_that_no_grade_is_changed() -> None:
    usual = plain_text(method(halo=True, teams=True, fixed=False))
    assert "of children, auditors and each auditor’s view of each child, with" in usual
    assert "Differences between teams’ children are allowed for." in usual
    fixed = plain_text(method(halo=False, teams=False, fixed=True))
    assert "of children, with categories" in fixed
    assert "one judgement" not in fixed
    assert usual.endswith("No grade is changed by any of this.")

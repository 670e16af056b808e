"""Pictures are used, light, and say in words what they show."""

from tests.docs.markdown import DOCS, name, pages, pictures

MOST_BYTES = 1_500_000
PICTURES = DOCS / "pictures"


def test_every_picture_is_used_and_every_picture_used_is_there() -> None:
    used = {(page.parent / target).resolve() for page in pages() for _, target in pictures(page)}
    drawn = [path for path in PICTURES.iterdir() if path.suffix in {".png", ".svg"}]
    assert used == {path.resolve() for path in drawn}


def test_every_picture_says_in_words_what_it_shows() -> None:
    for page in pages():
        for alternative, target in pictures(page):
            assert len(alternative) > 40, f"{name(page)}: {target} needs alternative text"


def test_all_pictures_together_are_light() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < MOST_BYTES

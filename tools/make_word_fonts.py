"""Make the fonts that Word documents carry from the files of ``goldenthread.documents.fonts``.

Usage, with the package ``fonttools`` installed::

    python tools/make_word_fonts.py

*Golden Thread Sans* is the part of Source Sans 3 that European names need: the licence reserves the
name "Source" for unchanged files. The semibold stands in as its bold, so that a writer who presses
Ctrl+B gets it. Hints stay in, for screens; the rest of the tables that Word does not use goes.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from make_fonts import (
    FAMILY,
    FEATURES,
    FULL_NAME,
    KEPT_NAMES,
    POSTSCRIPT_NAME,
    WEB_CHARACTERS,
    WEB_FAMILY,
)

DOCUMENTS = Path(__file__).parent.parent / "src" / "goldenthread" / "documents"
STYLES = {"Regular": "SourceSans3-Regular.ttf", "Bold": "SourceSans3-Semibold.ttf"}
SUBFAMILY = 2
BOLD_SELECTION, REGULAR_SELECTION = 1 << 5, 1 << 6
BOLD_WEIGHT = 700


def write_word_font(source: Path, target: Path, style: str) -> None:
    """Write the part of a font that names need, as one style of the family."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=KEPT_NAMES, hinting=True)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes={code for first, last in WEB_CHARACTERS for code in range(first, last + 1)}
    )
    subsetter.subset(font)
    names = {
        FAMILY: WEB_FAMILY,
        SUBFAMILY: style,
        FULL_NAME: WEB_FAMILY if style == "Regular" else f"{WEB_FAMILY} {style}",
        POSTSCRIPT_NAME: f"{WEB_FAMILY.replace(' ', '')}-{style}",
    }
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.toUnicode())
    if style == "Bold":
        font["head"].macStyle = 1
        font["OS/2"].usWeightClass = BOLD_WEIGHT
        font["OS/2"].fsSelection = BOLD_SELECTION
    font.save(target)


def main() -> None:
    """Write both styles beside the code that embeds them."""
    for style, name in STYLES.items():
        target = DOCUMENTS / "render" / "word" / "fonts"
        target.mkdir(parents=True, exist_ok=True)
        write_word_font(DOCUMENTS / "fonts" / name, target / f"{style.lower()}.ttf", style)


if __name__ == "__main__":
    main()

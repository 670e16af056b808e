"""The key file: who is behind each auditor code.

It names people, so it stands apart from every workbook, stays inside the service, and is to be
written so that its owner alone can read it.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

from goldenthread.definitions.problems import DefinitionProblem, UnusableDefinition
from goldenthread.definitions.yaml_reading import Document, Plain, read_yaml
from goldenthread.exchange.adopt.map_writing import quoted
from goldenthread.exchange.adopt.people import CODE, Mention, PeopleKey, Person, plain_mention

_HEAD = """\
# WARNING: THIS FILE NAMES PEOPLE. It says which auditor is behind each code.
# Keep it inside the service, away from the returns workbook and from anything that is sent out.
# Do not lose it: without it, next month's codes will not be this month's.
#
# email, staff id and name are matched exactly, apart from capitals and spaces. "shown as" only
# helps you to read the file. When two codes are one person, move what stands under the one to the
# other and delete the empty one.
people:
"""

_FIELDS = {"email": "emails", "staff id": "staff_ids", "name": "names", "shown as": "shown_as"}


def key_text(key: PeopleKey) -> str:
    """The key as YAML, in the order in which codes were given."""
    return _HEAD + ("\n".join(_lines(key)) if key.people else "  {}") + "\n"


def key_path(map_path: FilePath) -> FilePath:
    """Where the key file of a map stands: beside it.

    >>> key_path(FilePath("march/map.yaml")).as_posix()
    'march/map.people.yaml'
    """
    return map_path.with_name(f"{map_path.stem}.people.yaml")


def load_key(path: FilePath) -> PeopleKey:
    """Read a key file; an empty key when there is none.

    Raises ``UnusableDefinition`` with every problem, each with its line.
    """
    if not path.exists():
        return PeopleKey()
    return read_key(path.read_bytes(), path.name)


def read_key(content: bytes, name: str) -> PeopleKey:
    """The key in the bytes of a file called ``name``; see :func:`load_key`."""
    document = read_yaml(content, name)
    problems = list(document.problems)
    table = document.content.get("people") if isinstance(document.content, dict) else None
    if not isinstance(table, dict):
        problems.append(document.problem((), "", 'list the codes under "people:"'))
        table = {}
    people = tuple(_person(document, code, entry, problems) for code, entry in table.items())
    problems.extend(_twice(document, people))
    if problems:
        raise UnusableDefinition(tuple(sorted(problems)))
    return PeopleKey(people)


def _lines(key: PeopleKey) -> Iterator[str]:
    for person in key.people:
        yield f"  {person.code}:"
        for field, attribute in _FIELDS.items():
            if known := getattr(person, attribute):
                yield f"    {field}: [{', '.join(quoted(one) for one in known)}]"


def _person(
    document: Document, code: str, entry: Plain, problems: list[DefinitionProblem]
) -> Person:
    path = ("people", code)
    if not CODE.fullmatch(code):
        problems.append(document.problem(path, code, "write a code such as A01"))
    if not isinstance(entry, dict):
        problems.append(document.problem(path, "", "write email, staff id or name under the code"))
        return Person(code)
    known: dict[str, tuple[str, ...]] = {}
    for field, value in entry.items():
        if field not in _FIELDS:
            mend = f"write one of these instead: {', '.join(_FIELDS)}"
            problems.append(document.problem((*path, field), field, mend))
            continue
        values = value if isinstance(value, list) else [value]
        known[_FIELDS[field]] = tuple(one for one in values if isinstance(one, str) and one)
    return Person(code, **known)


def _twice(document: Document, people: tuple[Person, ...]) -> Iterator[DefinitionProblem]:
    """Mentions that stand under two codes: nobody could say who is meant. None is repeated."""
    for kind in Mention:
        owner: dict[str, str] = {}
        for person in people:
            for mention in {plain_mention(known) for known in person.known_by(kind)}:
                if owner.setdefault(mention, person.code) != person.code:
                    mend = f"its {kind.value} stands under {owner[mention]} too; keep one"
                    yield document.problem(("people", person.code), "", mend)

"""An Office file: its parts, and which part leads to which."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from goldenthread.checker.reading.office.names import RELATIONS, STRICT
from goldenthread.documents.untrusted.archive import Archive, Damaged, Unfit
from goldenthread.documents.untrusted.safe_xml import parsed

MOST_BYTES_OF_TREE = 40_000_000
MOST_MARKS_OF_TREE = 1_500_000
"""Of one part that is held in memory as a tree: about 100 bytes for each tag and attribute.
200 pages have about 300,000."""

MOST_MARKS = 4_000_000
"""Of all parts together, which are parsed one after another."""

_TOO_LONG = "holds more than can be checked at once; divide it and check the pieces"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part leads: ``target`` is the name of a part, or an address if ``external``."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of an Office file. Raises ``Unfit`` and ``Damaged`` as ``Archive`` does.

    ``marks_left`` bounds the tags and attributes of all parts that are still to be parsed.
    """

    def __init__(self, content: bytes, marks_left: int = MOST_MARKS) -> None:
        self._archive = Archive(content)
        self.marks_left = marks_left
        self._names = {name.casefold(): name for name in sorted(self._archive.names)}
        self._relations: dict[str, dict[str, Relation]] = {}

    @property
    def names(self) -> list[str]:
        """Names of all parts, sorted."""
        return sorted(self._archive.names)

    def has(self, name: str) -> bool:
        """Whether there is such a part; capitals do not matter."""
        return name.casefold() in self._names

    def content(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._archive.read(self._names.get(name.casefold(), name))

    def xml(self, name: str) -> etree._Element:
        """The root element of a part."""
        content = self.content(name)
        marks = content.count(b"<") + content.count(b"=")
        self.marks_left -= marks
        is_long = len(content) > MOST_BYTES_OF_TREE or marks > MOST_MARKS_OF_TREE
        if is_long or self.marks_left < 0:
            raise Unfit(_TOO_LONG)
        try:
            return parsed(in_usual_namespaces(content))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Damaged from error

    def optional_xml(self, name: str) -> etree._Element | None:
        """The root element of a part, or ``None`` where there is no such part."""
        return self.xml(name) if name and self.has(name) else None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part leads to, by the ids that it uses; ``""`` stands for the whole file."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Names of parts that a part leads to, of one kind: the last word of the relation."""
        return [
            relation.target
            for relation in self.relations(part).values()
            if relation.kind == kind and not relation.external and self.has(relation.target)
        ]

    def related_xml(self, part: str, kind: str) -> etree._Element | None:
        """The root of the first part of a kind that a part leads to, or ``None``."""
        names = self.related(part, kind)
        return self.xml(names[0]) if names else None

    def main(self) -> str:
        """Name of the part that holds the document, workbook or presentation."""
        names = self.related("", "officeDocument")
        if not names:
            raise Damaged
        return names[0]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.optional_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): _relation(element, folder)
            for element in root.iter(f"{RELATIONS}Relationship")
        }


def in_usual_namespaces(content: bytes) -> bytes:
    """XML in the namespaces that most files use, whatever the edition of the standard."""
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, usual in STRICT:
            content = content.replace(strict, usual)
    return content


def _relation(element: etree._Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    place = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return Relation(kind, place.lstrip("/"), external=False)

"""What slides take from layouts, masters and themes."""

from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.colours import Theme, fill_of, theme_of
from goldenthread.checker.reading.office.names import SLIDE
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.slides.tree import shapes_of


@dataclass(frozen=True, slots=True)
class Template:
    """A layout (``name`` is that of its part), its master and the theme.

    ``usual`` holds the looks of text that nothing else tells (``p:defaultTextStyle``).
    """

    name: str
    layout: etree._Element | None
    master: etree._Element | None
    theme: Theme
    usual: etree._Element | None = None


NO_TEMPLATE = Template("", None, None, {})


class Templates:
    """Templates of a presentation; each part is parsed once."""

    def __init__(self, package: Package, usual: etree._Element | None) -> None:
        self._package = package
        self._usual = usual
        self._masters: dict[str, tuple[etree._Element, Theme]] = {}
        self._templates: dict[str, Template] = {}

    def of(self, part: str) -> Template:
        """The template of a slide."""
        names = self._package.related(part, "slideLayout")
        if not names:
            return NO_TEMPLATE
        if names[0] not in self._templates:
            self._templates[names[0]] = self._template(names[0])
        return self._templates[names[0]]

    @property
    def used(self) -> list[Template]:
        """Templates that were asked for, in that order."""
        return list(self._templates.values())

    def _template(self, name: str) -> Template:
        layout = self._package.xml(name)
        masters = self._package.related(name, "slideMaster")
        if not masters:
            return Template(name, layout, None, {}, self._usual)
        if masters[0] not in self._masters:
            master = self._package.xml(masters[0])
            self._masters[masters[0]] = master, theme_of(self._package, masters[0])
        return Template(name, layout, *self._masters[masters[0]], self._usual)


def background_of(root: etree._Element, template: Template) -> str | None:
    """The stated background, if no picture and no filled shape may lie behind text."""
    trees = [tree for tree in (root, template.layout, template.master) if tree is not None]
    for shape in (shape for tree in trees for shape in shapes_of(tree)):
        properties = shape.find(f"{SLIDE}spPr")
        if shape.tag == f"{SLIDE}pic" or fill_of(properties, template.theme) is not None:
            return None
    for tree in trees:
        properties = tree.find(f"{SLIDE}cSld/{SLIDE}bg/{SLIDE}bgPr")
        if properties is not None:
            return fill_of(properties, template.theme)
    return None

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
    ``is_covered``: pictures or filled shapes of layout or master may lie behind text.
    """

    name: str
    layout: etree._Element | None
    master: etree._Element | None
    theme: Theme
    usual: etree._Element | None = None
    is_covered: bool = False


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
        master, theme = self._master(name)
        covered = _is_covered(layout, theme) or _is_covered(master, theme)
        return Template(name, layout, master, theme, self._usual, covered)

    def _master(self, layout: str) -> tuple[etree._Element | None, Theme]:
        names = self._package.related(layout, "slideMaster")
        if not names:
            return None, {}
        if names[0] not in self._masters:
            theme = theme_of(self._package, names[0])
            self._masters[names[0]] = self._package.xml(names[0]), theme
        return self._masters[names[0]]


def background_of(root: etree._Element, template: Template) -> str | None:
    """The stated background, if no picture and no filled shape may lie behind text."""
    if template.is_covered or _is_covered(root, template.theme):
        return None
    for tree in (root, template.layout, template.master):
        path = f"{SLIDE}cSld/{SLIDE}bg/{SLIDE}bgPr"
        properties = None if tree is None else tree.find(path)
        if properties is not None:
            return fill_of(properties, template.theme)
    return None


def _is_covered(root: etree._Element | None, theme: Theme) -> bool:
    """Whether there is a picture or a filled shape, which text may stand on."""
    return any(
        shape.tag == f"{SLIDE}pic" or fill_of(shape.find(f"{SLIDE}spPr"), theme) is not None
        for shape in shapes_of(root)
    )

"""Files without mistakes are loaded as meant, the shipped ones among them."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest
import yaml

from goldenthread.definitions import library, loading
from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.yaml_reading import read_yaml

Save = Callable[..., Path]

DATA = Path(str(resources.files("goldenthread.definitions"))) / "data"
SHIPPED = sorted(DATA.rglob("*.yaml"))


def test_framework_without_mistakes_is_loaded_with_its_defaults(
    save: Save, framework_text: str
) -> None:
    framework = loading.load_framework(save(framework_text))
    assert framework.version == "3"
    assert [category.id for category in framework.categories] == ["risk", "record"]
    assert framework.category("risk").applies_to is None
    assert framework.category("record").applies_to == ("child_in_need", "child_in_care")
    assert framework.overall is True


def test_framework_on_a_scale_of_its_own_is_loaded(
    save: Save, scale_text: str, framework_on_steps_text: str
) -> None:
    scale = loading.load_scale(save(scale_text))
    framework = loading.load_framework(save(framework_on_steps_text), scales=[scale])
    assert framework.category("risk").descriptors == {"gold": "The child is safer."}


def test_framework_for_plan_types_of_its_own_is_loaded(save: Save, framework_text: str) -> None:
    kinds = loading.load_plan_types(save("plan_types:\n  - {id: kinship, label: Kinship}\n"))
    text = framework_text.replace("[child_in_need, child_in_care]", "[kinship]")
    framework = loading.load_framework(save(text), plan_types=kinds)
    assert framework.category("record").applies_to == ("kinship",)


@pytest.mark.parametrize(
    ("load", "path"),
    [
        *((loading.load_framework, path) for path in sorted(DATA.glob("frameworks/*.yaml"))),
        *((loading.load_scale, path) for path in sorted(DATA.glob("scales/*.yaml"))),
        *((loading.load_calendar, path) for path in sorted(DATA.glob("calendars/*.yaml"))),
        (loading.load_plan_types, DATA / "plan_types.yaml"),
        (loading.load_themes, DATA / "themes.yaml"),
        (loading.load_timescale_rules, DATA / "timescale_rules.yaml"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_shipped_file_passes_the_checks_that_a_council_file_must(
    load: Callable[[Path], object], path: Path
) -> None:
    assert load(path)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_file_is_read_alike_by_an_ordinary_yaml_reader(path: Path) -> None:
    ordinary = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert read_yaml(path.read_bytes(), path.name).content == ordinary


def test_choose_framework_by_the_id_of_a_shipped_one_gives_it_and_its_scale() -> None:
    framework, scale = loading.choose_framework("core_12", Path("nowhere"))
    assert (framework.id, scale.id) == ("core_12", "zero_to_ten")


def test_choose_framework_by_file_name_reads_it_and_the_scale_beside_it(
    save: Save, scale_text: str, framework_on_steps_text: str, tmp_path: Path
) -> None:
    save(scale_text, "steps.yaml")
    save(framework_on_steps_text, "audit.yaml")
    framework, scale = loading.choose_framework("audit.yaml", tmp_path)
    assert framework.scale == scale.id == "steps"
    assert scale.highest.label == "Gold"


def test_choose_framework_on_a_shipped_scale_needs_no_file_beside_it(
    save: Save, framework_text: str, tmp_path: Path
) -> None:
    save(framework_text, "Ours.YML")
    framework, scale = loading.choose_framework("Ours.YML", tmp_path)
    assert (framework.id, scale.id) == ("ours", "met_3")


@pytest.mark.parametrize("name", ["../secret.yaml", "/etc/x.yaml", "..\\x.yaml", "a/b.yml"])
def test_choose_framework_in_another_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableDefinition, match="write the name of a file beside the workbook"):
        loading.choose_framework(name, tmp_path)


def test_choose_framework_whose_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableDefinition, match="the file cannot be opened"):
        loading.choose_framework("ours\0.yaml", tmp_path)


def test_choose_framework_with_an_unknown_id_names_those_that_ship(tmp_path: Path) -> None:
    with pytest.raises(library.UnknownDefinition, match="choose from core_12, core_16, short"):
        loading.choose_framework("core_61", tmp_path)

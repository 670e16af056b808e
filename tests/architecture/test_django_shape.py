"""The shape of the web service: which way rows, pages and templates reach, and what an act is."""

import ast
import configparser
import importlib
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.append_only import AppendOnly

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/goldenthread"
NO_OBJECTS = ("views", "forms", "presenters")
READS = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)[\"']")
OUTSIDE = ("govuk_frontend_jinja/",)


def heights() -> dict[str, int]:
    """Each package's height in the house: siblings have the same one."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    rows = contract["importlinter:contract:layers"]["layers"].split("\n")
    floors = zip(count(0, -1), filter(None, map(str.strip, rows)), strict=False)
    return {name.strip(" ()"): height for height, row in floors for name in re.split(r"[|:]", row)}


HEIGHTS = heights()


def reaches_up(lower: str, higher: str) -> bool:
    """Whether one package stands below another, or beside it."""
    return lower != higher and HEIGHTS[lower] <= HEIGHTS[higher]


def package(thing: type | ModuleType) -> str:
    """The package of the house that a model or module is of; empty for Django's and others'."""
    name = thing.__name__ if isinstance(thing, ModuleType) else thing.__module__
    parts = name.split(".")
    return parts[1] if parts[0] == "goldenthread" else ""


def links_upwards(kinds: Iterable[type[models.Model]]) -> set[str]:
    """Relations of our models to models of a higher package, or of one beside."""
    return {
        f"{kind._meta.label}.{field.name}"
        for kind in kinds
        if package(kind)
        for field in kind._meta.get_fields()
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
        if package(field.related_model)
        if reaches_up(package(kind), package(field.related_model))
    }


def test_relations_of_rows_point_downwards() -> None:
    assert links_upwards(apps.get_models()) == set()


def test_a_relation_that_points_upwards_is_found() -> None:
    from goldenthread.core.base import BaseModel
    from goldenthread.people.models import User

    class Climbing(BaseModel):
        user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "core"
            managed = False

    try:
        Climbing.__module__ = "goldenthread.core.models"
        assert links_upwards([Climbing]) == {"core.Climbing.user"}
    finally:
        del apps.all_models["core"]["climbing"]
        apps.clear_cache()


def objects_used(text: str) -> list[int]:
    """Lines that ask a model for rows by itself."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]


def files_of_pages() -> Iterator[Path]:
    for name in NO_OBJECTS:
        yield from SOURCE.glob(f"**/{name}.py")
        yield from SOURCE.glob(f"**/{name}/**/*.py")


def test_pages_ask_queries_for_rows() -> None:
    used = {
        str(path.relative_to(SOURCE)): objects_used(path.read_text()) for path in files_of_pages()
    }
    assert len(used) > 10
    assert not {path: lines for path, lines in used.items() if lines}


def test_a_page_that_asks_a_model_is_found() -> None:
    assert objects_used("def get(self):\n    return Team.objects.all()") == [2]


PARTS_OF_ACTS = {
    "config.sign_in.services.sessions.end_all": "Called by acts, which write the row.",
    "config.sign_in.services.single_sign_on.recognise": "Made of acts, each with its own row.",
    "config.sign_in.services.single_sign_on.take_over_roles": "Made of acts, each with its row.",
}
"""Functions of ``services`` that are no acts, each with the reason."""


def modules_of_services() -> Iterator[ModuleType]:
    """Public modules of every ``services``; what begins with an underscore is their own."""
    found = [*SOURCE.glob("**/services/*.py"), *SOURCE.glob("**/services.py")]
    for path in sorted(found):
        if not path.stem.startswith("_"):
            dotted = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
            yield importlib.import_module(f"goldenthread.{dotted}")


def public_functions(module: ModuleType) -> Iterator[Callable[..., object]]:
    for name, thing in vars(module).items():
        own = inspect.isfunction(thing) and thing.__module__ == module.__name__
        if own and not name.startswith("_"):
            yield thing


def faults_of_service(function: Callable[..., object]) -> list[str]:
    """Why a function is no service."""
    given = inspect.signature(function).parameters
    faults = [
        f"{name} is not given by name"
        for name, each in given.items()
        if each.kind is not inspect.Parameter.KEYWORD_ONLY
    ]
    if "by" not in given:
        faults.append("nobody does it")
    if not getattr(function, "is_act", False):
        faults.append("it is no act")
    return faults


def test_every_service_is_an_act_of_somebody() -> None:
    functions = [each for module in modules_of_services() for each in public_functions(module)]
    assert len(functions) > 20
    faults = {
        name: found
        for function in functions
        if (name := f"{function.__module__}.{function.__name__}".removeprefix("goldenthread."))
        not in PARTS_OF_ACTS
        if (found := faults_of_service(function))
    }
    assert faults == {}


def test_a_function_that_is_no_service_is_found() -> None:
    def rename(team: str) -> None: ...

    @act
    def right(*, team: str, by: Actor) -> None: ...

    assert faults_of_service(rename) == [
        "team is not given by name",
        "nobody does it",
        "it is no act",
    ]
    assert faults_of_service(right) == []


def append_only_tables() -> set[str]:
    """Tables that a migration made append-only."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {
        apps.get_model(app, step.model)._meta.db_table
        for (app, _), migration in loader.disk_migrations.items()
        for step in migration.operations
        if isinstance(step, AppendOnly)
    }


def tables_with_triggers() -> dict[str, int]:
    """How many triggers refuse changes of a table, in the database as it is now."""
    asked = {
        "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT c.relname, t.tgname FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        found = [
            (table, name) for table, name in cursor.fetchall() if name.startswith(f"{table}_no_")
        ]
    return {table: sum(1 for each, _ in found if each == table) for table, _ in found}


@pytest.mark.django_db
def test_append_only_tables_keep_their_triggers_after_all_migrations() -> None:
    assert append_only_tables() >= {"core_ledgerentry", "core_readentry"}
    assert tables_with_triggers() == dict.fromkeys(append_only_tables(), 2)


@pytest.mark.django_db
def test_a_table_that_lost_a_trigger_is_found() -> None:
    name = "change" if connection.vendor == "postgresql" else "UPDATE"
    on = " ON core_ledgerentry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER core_ledgerentry_no_{name}{on}")
    assert tables_with_triggers()["core_ledgerentry"] == 1


def templates_upwards(owner: str, text: str) -> list[str]:
    """Templates of a higher package, or of one beside, that a template reads."""
    read = [name for name in READS.findall(text) if not name.startswith(OUTSIDE)]
    owners = {name: OWNERS.get(name.split("/")[0], name.split("/")[0]) for name in read}
    return [name for name, of in owners.items() if of not in HEIGHTS or reaches_up(owner, of)]


OWNERS: dict[str, str] = {}
"""Folder of templates to its package, where the two are not called alike."""


def test_templates_read_only_their_own_and_lower_ones() -> None:
    found = {
        str(path.relative_to(SOURCE)): upwards
        for path in SOURCE.glob("*/jinja2/**/*.html")
        if (upwards := templates_upwards(path.relative_to(SOURCE).parts[0], path.read_text()))
    }
    assert found == {}


def test_a_template_that_reads_a_higher_one_is_found() -> None:
    text = '{% extends "design/page.html" %}{% from "people/links.html" import link %}'
    assert templates_upwards("core", text) == ["design/page.html", "people/links.html"]
    assert templates_upwards("people", text) == []

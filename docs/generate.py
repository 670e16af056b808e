"""Write the reference pages of the docs from the code, so that they cannot drift apart from it.

`python docs/generate.py` writes them; with `--check` it says which would change, and changes none.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import asvs
import flows
import rooms
from pydantic import SecretStr

from goldenthread.analysis import cycle, phrases
from goldenthread.analysis.facets.options import Auditors
from goldenthread.analysis.figure import Figure
from goldenthread.checker.disclosure.kinds import Kind as HitKind
from goldenthread.checker.disclosure.kinds import advice
from goldenthread.checker.effect.criteria import CRITERIA
from goldenthread.config.environment import PREFIX, Environment
from goldenthread.definitions import library, literals
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.timescales import TimescaleRule
from goldenthread.engine.consistency.outputs import ConsistencyOut
from goldenthread.engine.example import example
from goldenthread.engine.figures import figures as computed
from goldenthread.exchange.workbook.choices import choices
from goldenthread.exchange.workbook.columns import Column, Kind
from goldenthread.exchange.workbook.declared.cycle import CYCLE_ITEMS
from goldenthread.exchange.workbook.sheets import sheets_for

REFERENCE = Path(__file__).parent / "reference"
FRAMEWORK = library.framework("core_16")
MOST_TOLD = 8
"""A longer list of choices is not told in a table."""

COMMANDS = (
    *("template", "example", "adopt", "brief", "figures", "check", "consistency", "demo"),
    *("keys", "serve", "worker", "backup", "restore"),
)
MADE = "<!-- Made by docs/generate.py: change the code, then run make docs. -->\n\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; cells are escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def commands() -> str:
    """Every command with its help, as it prints."""
    parts = ["# Commands\n", "Exit codes are the same for every command.\n", _exit_codes()]
    parts.append(f"```text\n{_help()}\n```\n")
    for command in COMMANDS:
        parts.append(f"## goldenthread {command}\n\n```text\n{_help(command)}\n```\n")
    return "\n".join(parts)


def _help(*command: str) -> str:
    run = [sys.executable, "-m", "goldenthread", *command, "--help"]
    wide = {"COLUMNS": "88", "PATH": "", "TERM": "dumb"}
    shown = subprocess.run(run, capture_output=True, text=True, check=True, env=wide)  # noqa: S603
    return shown.stdout.strip()


def _exit_codes() -> str:
    meanings = (
        ("0", "done"),
        (
            "1",
            "done, and errors were found: in the document, or in values that were not understood",
        ),
        ("2", "wrong usage"),
        ("3", "the file cannot be read or understood; every problem is listed"),
        ("4", "refused: disclosure, a typed number, an error in what was made, or overwriting"),
        ("130", "interrupted"),
    )
    return table(("Code", "Meaning"), meanings) + "\n"


def workbook() -> str:
    """Sheets and columns of the returns workbook, for the core framework."""
    parts = [
        "# The returns workbook\n",
        (
            "Headings stand in the first row; the reader finds them a few rows lower too, in any"
            " order and with any capitals. Columns it does not know are named and left alone."
            " `*` marks what must be filled in.\n"
        ),
    ]
    for sheet in sheets_for(FRAMEWORK):
        parts.append(f"## {sheet.name}\n\n{_columns('Column', sheet.columns)}\n")
        if sheet.name == "Cycle":
            parts.append(f"Its rows:\n\n{_columns('Item', CYCLE_ITEMS)}\n")
    return "\n".join(parts)


def _columns(head: str, columns: Iterable[Column]) -> str:
    rows = [(c.heading + (" *" if c.must else ""), _holds(c), c.help) for c in columns]
    return table((head, "Holds", "What to write"), rows)


def _holds(column: Column) -> str:
    """What kind of thing a cell holds; a short list of choices is told."""
    if column.kind is not Kind.CHOICE or column.choices is None:
        return column.kind.value
    offered = choices(column.choices, FRAMEWORK, library.scale(FRAMEWORK.scale))
    return f"one of {', '.join(offered)}" if len(offered) <= MOST_TOLD else "one of a list"


def frameworks() -> str:
    """Frameworks and scales that ship, with prompts and descriptors."""
    parts = ["# Frameworks and scales\n"]
    for name in library.list_scales():
        parts.append(_scale(library.scale(name)))
    for name in library.list_frameworks():
        parts.append(_framework(library.framework(name)))
    return "\n".join(parts)


def _scale(scale: Scale) -> str:
    rows = [(level.id, level.label, level.descriptor) for level in scale.levels]
    good = scale.level(scale.good_from).label
    head = f"## Scale `{scale.id}`: {scale.label}\n\nWorst first. *Good or better* from {good}.\n"
    return f"{head}\n{table(('Id', 'Label', 'Meaning'), rows)}\n"


def _framework(framework: Framework) -> str:
    rows = [
        (c.id, c.label, "; ".join(c.prompts), ", ".join(c.applies_to or ("all",)))
        for c in framework.categories
    ]
    head = (
        f"## Framework `{framework.id}`: {framework.label}\n\nVersion {framework.version}, scale"
        f" `{framework.scale}`, form {framework.form}.\n"
    )
    return f"{head}\n{table(('Id', 'Category', 'Prompts', 'Applies to'), rows)}\n"


def timescales() -> str:
    """Timescale rules that ship."""
    rows = [
        (r.id, r.label, _within(r), r.trigger, r.basis, r.source) for r in library.timescale_rules()
    ]
    header = ("Id", "Rule", "Within", "From", "Basis", "Source")
    counting = library.calendar(cycle.CALENDAR).in_words()
    return f"# Timescale rules\n\n{counting}\n\n{table(header, rows)}\n"


def _within(rule: TimescaleRule) -> str:
    unit = rule.unit.value.replace("_", " ")
    return f"{rule.count} {unit.removesuffix('s') if rule.count == 1 else unit}"


EXAMPLES = (
    "20 November 2026; in September 2026; 2018-19; 3/9/26; Working Together 2023",
    "at 14:30; 9.30am; 24/7",
    "aged 16 to 17; under-fives; 16th birthday",
    "within 10 working days; every six weeks; a seven-minute briefing",
    "section 47; s20; regulation 28(2)",
    "Key Stage 2; Year 9; practice tip PT12",
    "0300 123 4567; ring 999",
    "12 Mill Lane; LK4 2AB",
    "£250",
    "a target of 90%",
    "9/10; a scale of 0 to 10; 4 out of 10 for explaining",
    "https://learning.larkshire.example/2; audit@larkshire.example",
    "“I have had 4 social workers”",
    "the 2nd review",
    "in every 100",
)


def numbers_in_words() -> str:
    """Kinds of literal that an author's words may hold."""
    found: dict[str, list[str]] = {}
    for stretch in (s for line in EXAMPLES for s in literals.stretches(line)):
        if stretch.found is literals.Found.LITERAL:
            found.setdefault(stretch.kind, []).append(f"`{stretch.text}`")
    rows = [(kind, "; ".join(examples)) for kind, examples in sorted(found.items())]
    return (
        "# Numbers in an author's words\n\nThese kinds of number pass as they are written."
        " Everything else must be a figure in curly brackets, or be marked as `[[10]]`.\n\n"
        + table(("Kind", "For example"), rows)
        + "\n"
    )


SHOWN = "direct_work"
"""The category whose figures stand for all: in the example it has every reason for no grade."""


def figures() -> str:
    """Every key of the example's figures, once, with what it is and how it prints."""
    with TemporaryDirectory() as folder:
        file, found = computed(example(Path(folder) / "returns.xlsx"))
    alike: dict[str, list[Figure]] = {}
    for figure in found:
        alike.setdefault(_general(figure.key, file.framework, file.scale), []).append(figure)
    header = ("Key", "Of what", "Method", "Also by", "For example")
    return (
        "# Figures\n\nKeys are dotted and never reused. An author writes `{risk.inadequate}`, or"
        " one of its forms: `.count`, `.base`, `.percent`, `.words`; `@previous` is the earlier"
        " cycle's, and `@team` that of the team which a strength is about. What stands in curly"
        " brackets below is one of several: a category's id, a level of its scale, a rule, and"
        " so on.\n\n"
        + table(header, [_figure_row(key, alike[key]) for key in sorted(alike)])
        + "\n"
    )


def _figure_row(general: str, alike: Sequence[Figure]) -> tuple[str, ...]:
    """One line for figures that are alike, with the plainest as the example."""
    f = min(alike, key=lambda one: (bool(one.slice), not one.key.startswith(SHOWN), one.key))
    by = sorted({name.replace("_", " ") for one in alike for name, _ in one.slice})
    text = phrases.form(f).text
    shown = text if f.key == general else f"`{f.key}`: {text}"
    return (f"`{general}`", f.population, f.method, ", ".join(by), shown)


def _general(key: str, framework: Framework, scale: Scale) -> str:
    """The key with a word in curly brackets for whatever is one of several alike."""
    words = key.split(".")
    if words[0] in {category.id for category in framework.categories}:
        words[0] = "{category}"
    if words[0] in GENERAL:
        words[1] = GENERAL[words[0]]
    for level in scale.levels:
        words = [
            word.replace(level.id, "{level}") if word in (level.id, f"with_{level.id}") else word
            for word in words
        ]
    return ".".join("gave_{answer}" if word.startswith("gave_") else word for word in words)


GENERAL = {"feedback": "{respondent}", "timeliness": "{rule}", "finding": "{reference}"}


def checker() -> str:
    """Verdicts, kinds of disclosure and the marks of effect, as the checker has them."""
    marks = (
        (str(mark.number), mark.name, f"The brief must {mark.words}", "; ".join(mark.sources))
        for mark in CRITERIA
    )
    kinds = ((f"`{kind.value}`", advice(kind)) for kind in HitKind)
    return "\n".join(
        (
            "# The checker\n",
            "What `goldenthread check` can say, word for word as in `--json`.\n",
            "## Verdicts on a printed percentage or fraction\n",
            table(("Verdict", "When", "Severity"), VERDICTS),
            "\n## Verdicts on parts of a whole\n",
            table(("Verdict", "When", "Severity"), SET_VERDICTS),
            "\n## By what somebody could be recognised\n",
            "An error or a query; `ok` where a rule or a list allows it (`allowed_by`).\n",
            table(("Kind", "Why, and what to do"), kinds),
            "\n## Marks of feedback that changes practice\n",
            "`pass`, `partly`, `fail` or `cannot_tell`; never an error.\n",
            table(("", "Mark", "In words", "Source"), marks) + "\n",
        )
    )


VERDICTS = (
    ("`agrees`", "count and base give the percentage, rounded half up", "ok"),
    ("`truncated`", "they give it only if the decimals are cut off", "note"),
    (
        "`disagrees`",
        "they do not give it",
        "error; query where several bases could govern; note where a set was adjusted to 100",
    ),
    (
        "`possible`",
        "count or base is missing, and some whole number fits",
        "ok with a base, else query",
    ),
    (
        "`possible_if_truncated`",
        "the same, only if the decimals are cut off",
        "note; query without a base",
    ),
    (
        "`impossible`",
        "no whole count of the base gives it",
        "error; query where several bases could govern",
    ),
    ("`no_base`", "neither count nor base is given", "query"),
)

SET_VERDICTS = (
    ("`adds_up`", "the parts make the base, or there is nothing to compare them with", "ok"),
    (
        "`rounding`",
        "the percentages miss 100 by what rounding can do",
        "ok; note where one is rounded otherwise",
    ),
    (
        "`does_not_add`",
        "the parts do not make the base",
        "error; query where the base may be another",
    ),
)


def consistency() -> str:
    """The JSON of consistency, object by object, from its schema."""
    schema = ConsistencyOut.model_json_schema(mode="serialization")
    objects = {"": schema} | {
        name: each for name, each in schema["$defs"].items() if "properties" in each
    }
    parts = [
        "# Consistency as JSON\n",
        "What `goldenthread consistency --json` prints; what may not be shown is `null`.\n",
    ]
    for name, each in objects.items():
        rows = [
            (f"`{field}`", _json_type(known), known.get("description", ""))
            for field, known in each["properties"].items()
        ]
        head = f"## {name.removesuffix('Out')}\n\n{each['description']}\n" if name else ""
        parts.append(f"{head}\n{table(('Field', 'Holds', 'Meaning'), rows)}\n")
    return "\n".join(parts)


def _json_type(known: Mapping[str, Any]) -> str:
    """What a field holds, in the words of JSON; another object by the name of its section."""
    if "anyOf" in known:
        return " or ".join(_json_type(each) for each in known["anyOf"])
    if "$ref" in known and known["$ref"].endswith("Auditors"):
        return " or ".join(f"`{each}`" for each in Auditors)
    if "$ref" in known:
        return str(known["$ref"]).rsplit("/", 1)[-1].removesuffix("Out")
    if known.get("type") == "array":
        return f"list of {_json_type(known['items'])}"
    return str(known["type"])


SETTINGS_OF = {
    "The service": "site_url hosts proxies data database_url log_format debug",
    "Keys": "secret_key content_key earlier_content_keys pseudonym_key backup_recipient",
    "The authority": "authority_name accent_colour logo open_pages",
    "E-mail": "mail_host mail_port mail_user mail_password mail_security mail_from mail_bounces "
    "quiet_from quiet_until quiet_weekends",
    "Sign-in": "password_sign_in second_factor session_hours idle_minutes oidc_server oidc_client "
    "oidc_secret oidc_name oidc_roles_claim oidc_roles oidc_email_domains oidc_second_factor "
    "oidc_adds_people",
}


def settings() -> str:
    """Every setting of the service, its default and what it is for."""
    told = {name for names in SETTINGS_OF.values() for name in names.split()}
    others = " ".join(name for name in Environment.model_fields if name not in told)
    parts = [
        "# Settings\n",
        (
            "Variables of the environment. A secret may stand in a file of the folder that"
            " `GOLDENTHREAD_KEYS` names (`keys` where it is not set) instead, named as its"
            " variable in small letters. A setting that is wrong, misspelt or missing stops the"
            " service with a sentence for each; values are never printed.\n"
        ),
    ]
    header = ("Variable", "Default", "What it is for")
    for section, names in (SETTINGS_OF | {"Records": others}).items():
        if rows := [_setting(name) for name in names.split()]:
            parts.append(f"## {section}\n\n{table(header, rows)}\n")
    return "\n".join(parts)


def _setting(name: str) -> tuple[str, ...]:
    field = Environment.model_fields[name]
    default = field.get_default()
    if field.is_required():
        shown = "none: must be set"
    elif isinstance(default, SecretStr) or default in (None, "", {}):
        shown = ""
    elif isinstance(default, Mapping):
        shown = f"`{json.dumps(default)}`"
    else:
        shown = f"`{str(default).lower() if isinstance(default, bool) else default}`"
    return (f"`{PREFIX}{name.upper()}`", shown, field.description or "")


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "workbook.md": workbook,
    "frameworks.md": frameworks,
    "timescales.md": timescales,
    "numbers-in-words.md": numbers_in_words,
    "figures.md": figures,
    "checker.md": checker,
    "consistency.md": consistency,
    "settings.md": settings,
}


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with ``--check`` say which are stale."""
    stale = []
    made = {REFERENCE / name: MADE + make() for name, make in PAGES.items()}
    made |= {asvs.PAGE: MADE + asvs.page(table)}
    pictures = {each.PICTURE: each.picture() for each in (flows, rooms)}
    for path, content in (made | pictures).items():
        if path.is_file() and path.read_text(encoding="utf-8") == content:
            continue
        stale.append(path.name)
        if "--check" not in arguments:
            path.write_text(content, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"Stale: {', '.join(stale)}. Run make docs.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writing a proposed map as YAML that somebody in quality assurance can read and correct."""

import re
from collections.abc import Iterable, Iterator, Mapping

from goldenthread.exchange.adopt.mapping import ColumnMap, MapLine
from goldenthread.exchange.adopt.proposals.proposing import Proposal
from goldenthread.exchange.adopt.targets import READING_FIELDS, Target, Targets

VERSION = "1"

_PLAIN = re.compile(r"[\w'’ >/(),.&-]+")
"""Text that YAML reads as it stands, after a word."""

_HEAD = """\
# How {name} becomes the returns workbook: a proposal to correct.
#
# Give this file again next month, and nothing is proposed any more: what it says is done.
#     goldenthread adopt FILE -o returns.xlsx --map THIS-FILE
#
# columns   "to" says where a column goes. "not mapped" is listed on every run until you decide;
#           "leave out" is such a decision. The places that can stand after "to" are listed at the
#           end. The line above each column says why it was proposed.
# values    what the words in cells mean. "unknown" is a problem on every run until you replace it.
# No names of people belong in this file: who is A01 stands in the key file beside it.
"""

_SETTINGS = """\
map: {version}
framework: {framework}
layout: {layout}

# How a typed date such as 03/04/2026 is read: day first, month first, or undecided. While it is
# undecided, dates that could be read both ways are problems.
date_order: {date_order}

# The cycle that the workbook is for, as the column of cycles names it; blank when the source holds
# one cycle only.
cycle: {cycle}

# What a blank answer of 0 to 10 means: "nobody was asked", or "asked, not answered".
blank_answers: {blanks}
"""

_TAIL = """\
# Places that can stand after "to":
{places}
#   Readings > CATEGORY                   its grade
#   Moderated > CATEGORY                  its grade after moderation, in the same row
#   Moderated > Auditor code              who moderated; also Moderated > Completed on
#   Reasons > CATEGORY                    why that grade
#   Reasons > CATEGORY > Piece of work    where on file to see it; also Reasons > CATEGORY > Date
#   Feedback > child                      an answer of 0 to 10; also parent, professional, worker.
#                                         The heading is the question, unless "question" gives it
#   Feedback > child > Comment            what they added; "question" says to which question
#   Escalations > Yes or no               whether the audit was escalated; also Reason, Raised, To,
#                                         Acknowledged, What was done, Child safe, Closed
#   Exemptions > Reason                   also Approved by, Approved on
#   Allocations > Status                  returned, not returned or exempt; also Due on
#   Timeliness > RULE > Trigger           also Timeliness > RULE > Done
#   People > Auditor name                 helps to read the key file; never in the workbook
#   People > Child name                   never carried, and blotted out of free text;
#                                         also Child date of birth, Worker name
# Categories:
{categories}
"""


def map_text(proposal: Proposal) -> str:
    """The map of a proposal as YAML with comments. The same proposal gives the same text."""
    column_map = proposal.column_map
    parts = (
        _HEAD.format(name=quoted(proposal.source.name)),
        _settings(column_map),
        _for_every_audit(column_map.for_every_audit),
        _left_out_sheets(column_map.left_out_sheets),
        _columns(proposal),
        _values(column_map),
        _tail(column_map),
    )
    return "\n".join(part for part in parts if part)


def _settings(column_map: ColumnMap) -> str:
    return _SETTINGS.format(
        version=VERSION,
        framework=quoted(column_map.framework.id),
        layout=column_map.shape.value,
        date_order=column_map.date_order.value,
        cycle=quoted(column_map.cycle),
        blanks=column_map.blanks.value,
    )


def _for_every_audit(settings: Mapping[Target, str]) -> str:
    head = "# What is the same for every audit, and stands in no column.\nfor_every_audit:"
    if not settings:
        return f"{head} {{}}\n"
    lines = [f"  {quoted(str(target))}: {quoted(value)}" for target, value in settings.items()]
    return "\n".join((head, *lines, ""))


def _left_out_sheets(sheets: Iterable[str]) -> str:
    listed = ", ".join(quoted(sheet) for sheet in sheets)
    return f"# Sheets that are not to be read.\nleave_out_sheets: [{listed}]\n"


def _columns(proposal: Proposal) -> str:
    lines = ["columns:"]
    for line in proposal.column_map.columns:
        lines += [f"  # {proposal.why[line.column].why}", *column_lines(line)]
    lines += _missing(proposal.column_map)
    return "\n".join((*lines, ""))


def column_lines(line: MapLine) -> Iterator[str]:
    """One column as it stands in a map."""
    yield f"  - column: {quoted(line.column)}"
    yield f"    to: {_plain_or_quoted(str(line.target or line.decision.value))}"
    if line.question:
        yield f"    question: {quoted(line.question)}"
    if line.after:
        yield f"    after: {quoted(line.after)}"


def _plain_or_quoted(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else quoted(text)


def _missing(column_map: ColumnMap) -> Iterator[str]:
    """Comments on columns of the workbook that nothing fills."""
    filled = column_map.targets()
    grades = [Target("Readings", c.heading) for c in Targets(column_map.framework).grades]
    places = [place for place in (*READING_FIELDS, *grades) if place not in filled]
    if places:
        yield "  # No column was found for these:"
        yield from (f"  #   {place}" for place in places)


def _values(column_map: ColumnMap) -> str:
    if not column_map.values:
        return "values: {}\n"
    lines = ["values:"]
    for meaning, values in column_map.values.items():
        lines.append(f"  {meaning.value}:")
        lines += [f"    {quoted(text)}: {quoted(meant)}" for text, meant in values.items()]
    return "\n".join((*lines, ""))


def _tail(column_map: ColumnMap) -> str:
    places = "\n".join(f"#   {target}" for target in READING_FIELDS)
    labels = "\n".join(f"#   {c.heading}" for c in Targets(column_map.framework).grades)
    return _TAIL.format(places=places, categories=labels)


def quoted(text: str) -> str:
    """Text in double quotation marks as YAML reads it, whatever is in it.

    >>> print(quoted('He said "RI"'))
    "He said \\"RI\\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'

"""Documents at the edges of what may happen: they break weak renderers."""

from tests.documents.samples.brief import next_steps, strengths, worries
from tests.documents.samples.charts import answers_chart, bar_row, grade_chart, grade_table
from tests.documents.samples.words import document, paragraph, runs, section

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    Columns,
    Document,
    Facts,
    FigureRun,
    KeyFigure,
    KeyFigures,
    Link,
    ListItem,
    Literal,
    Paragraph,
    Runs,
    Section,
    Table,
    Text,
)
from goldenthread.documents.charts.model import BarRow, LevelKey

LONG_NAME = "Identification of and response to risk outside the family home " * 4
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
LONG_ADDRESS = "https://procedures.larkshire.example/" + "uploaded_files/" * 12 + "matrix.docx"
HOSTILE = (
    r"#panic() *x* $y$ _z_ <script>alert()</script> | \ ` & [x](y) {{ q }} {% z %} ## --- <!-- @a"
)
FOREIGN = "Zażółć jaźń · Ngọc Nguyễn · Ọláìyá · Ελένη · Олена · محمد · שרה · 王小明 · नीला · ナオミ"


def forty_categories() -> Document:
    """More rows than fit on a page."""
    rows = tuple(
        bar_row(f"c{n}", f"Category with quite a long name, number {n}", (n % 7, 3, n % 5, 1))
        for n in range(40)
    )
    return document(section("Grades", grade_chart(rows)))


def eleven_levels() -> Document:
    """A scale of eleven levels, on which seven is good, and dots of answers."""
    levels = tuple(LevelKey(f"l{n}", f"Level {n}", n, good=n >= 7) for n in range(11))
    rows = tuple(
        bar_row(name.lower(), name, tuple((len(name) + 3 * n) % 4 for n in range(11)), levels)
        for name in ("Voice", "Planning", "Risk")
    )
    return document(grade_chart(rows, levels), answers_chart())


def long_names() -> Document:
    """Names, words and addresses that are longer than a line."""
    lines = BulletList((ListItem((Link(LONG_ADDRESS, LONG_ADDRESS),), (runs(LONG_WORD),)),))
    figures = KeyFigures((KeyFigure(FigureRun("k", LONG_WORD), runs(LONG_WORD)),) * 4)
    card = Card(runs(LONG_WORD), ((LONG_WORD, runs(LONG_NAME)),), number="1")
    table = grade_table((bar_row("x", LONG_WORD, (1, 2, 3, 4)),))
    label_and_value = Facts(((runs(LONG_WORD), runs(LONG_WORD)),))
    rows = (
        bar_row("risk", LONG_NAME, (10, 7, 9, 0)),
        bar_row("x", LONG_WORD, (1, 2, 3, 4), note=f"; {LONG_NAME}"),
    )
    return document(
        section(LONG_NAME, paragraph(LONG_WORD), lines, figures),
        grade_chart(rows),
        Columns(((card,), (label_and_value,), (table,))),
        title=LONG_NAME,
    )


def many_items() -> Document:
    """Five hundred items."""
    points = tuple(ListItem(runs(f"Point [[({n})|list number]]")) for n in range(500))
    return document(section("Many", BulletList(points)), page_budget=None)


def suppressed() -> Document:
    """Cells that may not be shown, a row with nothing known, and one with nothing graded."""
    unknown = bar_row("plan", "Planning", (None,) * 4)
    rows = (
        bar_row("risk", "Risk", (10, 11, None, None)),
        BarRow(unknown.label, unknown.segments, None),
        bar_row("voice", "Voice", (0, 0, 0, 0)),
        bar_row("visiting", "Visiting", (0, 0, 9, 0)),
    )
    return document(grade_chart(rows))


def hostile() -> Document:
    """Text that looks like the source of every file type."""
    every: Runs = (
        Text(HOSTILE),
        Literal(HOSTILE, "quotation"),
        FigureRun("x.y", HOSTILE),
        Link(HOSTILE, "https://larkshire.example/?a=1&b=<2>\"'#|`"),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(every),
        BulletList((ListItem(every, (every,)),)),
        Facts(((every, every),)),
        Card(every, ((HOSTILE, every),), number="1"),
        Table(every, (every, every), ((every, every),), note=every),
        grade_chart((bar_row("x", HOSTILE, (1, 2, 3, 4)),)),
    )
    boxed = Section("hostile", every, blocks, boxed=True)
    return document(boxed, title=HOSTILE, author=HOSTILE, description=HOSTILE, footer=every)


def three_columns() -> Document:
    """Signs of Safety: three columns on one landscape page."""
    columns = Columns(((strengths(),), (worries(),), (next_steps(),)))
    return document(columns, orientation="landscape", page_budget=1, layout="signs-of-safety")


def seven_boxes() -> Document:
    """A seven-minute briefing: seven numbered boxes on one page."""
    titles = (
        "Background",
        "Why it matters",
        "What we looked at",
        "What works well",
        "What worries us",
        "What to do",
        "Questions to consider",
    )
    text = paragraph("What happened, and what it tells us about practice. " * 3)
    boxes = tuple(
        section(title, text, boxed=True, number=str(n)) for n, title in enumerate(titles, 1)
    )
    pairs = zip(boxes[:6:2], boxes[1::2], strict=True)
    side_by_side = (Columns(((left,), (right,))) for left, right in pairs)
    return document(*side_by_side, boxes[6], page_budget=1, layout="seven-minute")


def extreme_documents() -> dict[str, Document]:
    """Documents at the edges of what may happen, by name."""
    one = bar_row("risk", "Risk", (1, 0, 0, 0))
    return {
        "nothing": document(),
        "no_rows": document(grade_chart(())),
        "one_category": document(section("Grades", grade_chart((one,)))),
        "forty_categories": forty_categories(),
        "eleven_levels": eleven_levels(),
        "long_names": long_names(),
        "many_items": many_items(),
        "foreign_names": document(paragraph(FOREIGN), author=FOREIGN),
        "suppressed": suppressed(),
        "hostile": hostile(),
        "three_columns": three_columns(),
        "seven_boxes": seven_boxes(),
    }

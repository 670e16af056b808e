"""What the forms offer, in words: layouts, file types and audiences."""

LAYOUTS = (
    ("learning-brief", "Learning brief"),
    ("one-page", "One page"),
    ("seven-minute", "Seven-minute briefing"),
    ("signs-of-safety", "Signs of Safety"),
)
LAYOUT_HINTS = {
    "learning-brief": "Two pages for every worker, with all figures",
    "one-page": "For a notice board, or to open a team meeting",
    "seven-minute": "Seven boxes to talk through together",
    "signs-of-safety": "What are we worried about, what is working well, what needs to happen",
}

FORMATS = (
    ("docx", "Word"),
    ("pdf", "PDF"),
    ("pptx", "PowerPoint"),
    ("html", "Web page"),
    ("md", "Plain text (Markdown)"),
    ("xlsx", "Excel, with every figure"),
)

AUDIENCES = (
    ("service", "Our own service"),
    ("partners", "Partners"),
    ("public", "The public"),
)
AUDIENCE_HINTS = {
    "service": "Exact counts; nobody can be identified",
    "partners": "Counts from 1 to 4 are withheld",
    "public": "Counts from 1 to 4 are withheld, and grades put together rather than left out",
}

READABLE = (".docx", ".pdf", ".pptx", ".xlsx", ".html", ".htm", ".md", ".txt")
"""File types that the checker reads."""

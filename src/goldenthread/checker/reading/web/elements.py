"""Which elements of a web page break paragraphs, and which hold no text of it."""

UNREAD = frozenset(
    {"script", "style", "template", "iframe", "audio", "video", "source", "track"}
    | {"link", "meta", "base", "noframes"}
)
"""Not text, or only for programs; nothing in them is run or fetched."""

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend"}
    | {"li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "pre", "search"}
    | {"section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead"}
    | {"tr", "ul"}
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
DELETED = frozenset({"del", "s", "strike"})
"""Struck through: still in the file, and no longer meant."""

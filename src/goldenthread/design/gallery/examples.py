"""Options with which every macro of the Design System is shown."""

from typing import Any

_ITEMS = [
    {"value": "a", "text": "First"},
    {"value": "b", "text": "Second", "hint": {"text": "Hint"}},
]
_LABEL = {"text": "Label"}
_LEGEND = {"legend": {"text": "Legend"}}

Examples = dict[str, dict[str, Any]]

SHOWN: Examples = {
    "accordion": {
        "id": "accordion",
        "items": [{"heading": {"text": "Section"}, "content": {"text": "Inside it"}}],
    },
    "back-link": {"text": "Back", "href": "#back"},
    "breadcrumbs": {"items": [{"text": "Home", "href": "#home"}, {"text": "Here"}]},
    "button": {"text": "Save and continue", "preventDoubleClick": True},
    "character-count": {"id": "count", "name": "count", "maxlength": 20, "label": _LABEL},
    "checkboxes": {"name": "checkboxes", "fieldset": _LEGEND, "items": _ITEMS},
    "date-input": {"id": "date", "namePrefix": "date", "fieldset": _LEGEND},
    "details": {"summaryText": "Help with this", "text": "More words"},
    "error-message": {"text": "Enter a name"},
    "fieldset": {"legend": {"text": "Fieldset"}, "html": "<p class='govuk-body'>Inside</p>"},
    "file-upload": {"id": "file", "name": "file", "label": _LABEL},
    "hint": {"text": "A hint"},
    "input": {"id": "input", "name": "input", "label": _LABEL},
    "inset-text": {"text": "Nothing is sent before you confirm."},
    "label": {"text": "A label", "for": "input"},
    "notification-banner": {"text": "The team was added.", "type": "success"},
    "pagination": {"previous": {"href": "#1"}, "next": {"href": "#3"}, "items": [{"number": 2}]},
    "panel": {"titleText": "Audit submitted", "text": "Thank you", "headingLevel": 2},
    "password-input": {"id": "password", "name": "password", "label": _LABEL},
    "phase-banner": {"tag": {"text": "Trial"}, "text": "Tell us what is missing."},
    "radios": {"name": "radios", "idPrefix": "radios", "fieldset": _LEGEND, "items": _ITEMS},
    "select": {"id": "select", "name": "select", "label": _LABEL, "items": _ITEMS},
    "summary-list": {"rows": [{"key": {"text": "Team"}, "value": {"text": "North"}}]},
    "table": {"caption": "Returns", "head": [{"text": "Team"}], "rows": [[{"text": "North"}]]},
    "tabs": {
        "items": [
            {"id": "one", "label": "One", "panel": {"text": "First panel"}},
            {"id": "two", "label": "Two", "panel": {"text": "Second panel"}},
        ]
    },
    "tag": {"text": "Overdue", "classes": "govuk-tag--red"},
    "task-list": {
        "idPrefix": "tasks",
        "items": [{"title": {"text": "Invite"}, "href": "#", "status": {"text": "Done"}}],
    },
    "textarea": {"id": "textarea", "name": "textarea", "label": _LABEL},
    "warning-text": {"text": "You cannot undo this.", "iconFallbackText": "Warning"},
}
"""Those that may stand in the middle of a page."""

AROUND: Examples = {
    "cookie-banner": {"messages": [{"headingText": "Cookies", "text": "None but needed ones"}]},
    "error-summary": {"titleText": "There is a problem", "errorList": [{"text": "Enter a name"}]},
    "exit-this-page": {},
    "footer": {},
    "generic-header": {"logoText": "Authority"},
    "header": {},
    "service-navigation": {"serviceName": "Golden Thread", "navigation": [{"text": "Home"}]},
    "skip-link": {"text": "Skip", "href": "#main-content"},
}
"""Those that stand around pages, and those of GOV.UK's own, which we do not show."""

"""Jinja templates of the HTML and Markdown renderers, and the style sheet of web pages."""

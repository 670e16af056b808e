"""The pages that keep nothing: for everybody who is signed in."""

from tests.permissions.pages import EVERYBODY, Page, Table

TABLE: Table = {
    name: Page(roles=EVERYBODY)
    for name in ("check_brief", "make_brief", "download_returns", "download_example_returns")
}

"""The look itself, open to everybody."""

from tests.permissions.pages import EVERYBODY, Page, Table

TABLE: Table = {
    "authority_css": Page(roles=EVERYBODY, signed_out=True),
}
UNTESTED = {"authority_logo": "There is no logo in tests; test_views of the design asks for one."}

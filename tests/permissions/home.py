"""The home page: for everybody who is signed in."""

from tests.permissions.pages import EVERYBODY, Page, Table

TABLE: Table = {"home": Page(roles=EVERYBODY)}

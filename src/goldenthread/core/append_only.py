"""Tables that only grow: triggers refuse to change or delete a row, on both databases.

The single exception is erasure (design.md §9a.7): a table declared *erasable* lets rows be deleted
while a permit stands in ``core_erasurepermit``, which the erasure job writes and removes in its own
transaction.
"""

from typing import TYPE_CHECKING

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from django.db.migrations.state import ProjectState

_PERMITTED = "EXISTS (SELECT 1 FROM core_erasurepermit)"

_SQLITE_REFUSE = (
    "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} {when}"
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
)

_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "{unless}RAISE EXCEPTION '{table} is append-only' "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL_UNLESS = "IF TG_OP = 'DELETE' AND " + _PERMITTED + " THEN RETURN OLD; END IF; "
_POSTGRESQL_TRIGGER = (
    "CREATE TRIGGER {table}_no_{name} BEFORE {verbs} ON {table} "
    "FOR EACH {each} EXECUTE FUNCTION {table}_append_only()"
)
_POSTGRESQL_TRIGGERS = (
    {"name": "change", "verbs": "UPDATE OR DELETE", "each": "ROW"},
    {"name": "truncate", "verbs": "TRUNCATE", "each": "STATEMENT"},
)


def statements(vendor: str, table: str, *, erasable: bool) -> tuple[str, ...]:
    """SQL that makes a table append-only. ``vendor`` is Django's name of the database."""
    if vendor == "sqlite":
        unless = f"WHEN NOT {_PERMITTED} " if erasable else ""
        return (
            _SQLITE_REFUSE.format(table=table, verb="UPDATE", when=""),
            _SQLITE_REFUSE.format(table=table, verb="DELETE", when=unless),
        )
    unless = _POSTGRESQL_UNLESS if erasable else ""
    function = _POSTGRESQL_FUNCTION.format(table=table, unless=unless)
    return (
        function,
        *(_POSTGRESQL_TRIGGER.format(table=table, **each) for each in _POSTGRESQL_TRIGGERS),
    )


class AppendOnly(Operation):
    """A migration's step: from here on the model's rows are neither changed nor deleted."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model: str, *, erasable: bool = False) -> None:
        self.model = model
        self.erasable = erasable

    def state_forwards(self, app_label: str, state: "ProjectState") -> None:
        """Change no model: triggers are the database's own."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: "ProjectState",
        to_state: "ProjectState",
    ) -> None:
        """Create the triggers."""
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        vendor = schema_editor.connection.vendor
        for statement in statements(vendor, table, erasable=self.erasable):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: "ProjectState",
        to_state: "ProjectState",
    ) -> None:
        """Drop the triggers."""
        table = from_state.apps.get_model(app_label, self.model)._meta.db_table
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}", params=None)
        else:
            schema_editor.execute(f"DROP FUNCTION {table}_append_only() CASCADE", params=None)

    def describe(self) -> str:
        """Say what the step does, where migrations are listed."""
        return f"Let {self.model} only grow"

    def deconstruct(self) -> tuple[str, list[str], dict[str, bool]]:
        """Name, arguments and options, as migrations are written."""
        return type(self).__name__, [self.model], {"erasable": self.erasable}

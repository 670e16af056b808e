"""How ids are called where the ledger is read: the one table of all apps."""

from goldenthread.records import namers
from goldenthread.records.queries.naming import IdType, Namer

NAMERS: dict[IdType, Namer] = {**namers.NAMERS}

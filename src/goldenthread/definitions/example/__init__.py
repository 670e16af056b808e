"""Larkshire Council: a fictional authority, whose cycles are the example that ships.

Larkshire does not exist, and nobody in it does. Its figures equal those of a real brief of 2019
wherever those are possible; its words are our own. The grades were made by ``tools/example``.
"""

from goldenthread.definitions.example.loading import CYCLES, Cell, Row, rows

__all__ = ["CYCLES", "Cell", "Row", "rows"]

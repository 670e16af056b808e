"""Short forms of given names that everybody knows: somebody listed as William is found as Bill.

Only obvious ones, by design (``data/nicknames.txt``): a looser list would find other people.
"""

from functools import cache

from goldenthread.checker.disclosure.name_lists import rows_of


def other_forms(given: str) -> frozenset[str]:
    """Other forms of a folded given name: the short ones of a full one, and the other way round.

    >>> sorted(other_forms("andrew")), "robert" in other_forms("bob")
    (['andy', 'drew'], True)
    """
    return _other_forms().get(given, frozenset())


@cache
def _other_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for row in rows_of("nicknames"):
        full, *short = row.split()
        forms.setdefault(full, set()).update(short)
        for nickname in short:
            forms.setdefault(nickname, set()).add(full)
    return {name: frozenset(others) for name, others in forms.items()}

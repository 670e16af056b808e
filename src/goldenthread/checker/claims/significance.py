"""The word "significant", said of amounts."""

import re

from goldenthread.checker.claims.saying import Saying, asserted, query
from goldenthread.checker.results import Claim

_AMOUNT = (
    r"(?:increase|decrease|reduction|rise|fall|drop|decline|improvement|deterioration|change"
    r"|difference|variation|variability|variance|impact|effect|number|proportion|minority|majority"
    r"|gap|shortfall|delay|drift|progress|challenge|weakness|strength|shift|backlog|percentage"
    r"|amount|inconsistenc|deficit|concern)(?:s|y|ies)?"
)
_BY_HOW_MUCH = (
    r"(?:improv|increas|decreas|reduc|better|worse|higher|lower|more|fewer|less|strength|weak|above"
    r"|below|risen|fallen|declin|differ|impact|chang|delay)\w*"
)
_SIGNIFICANT = re.compile(
    rf"\bsignificant\s(?:and\s\w+\s|\w+\s)?{_AMOUNT}\b|\bsignificantly\s{_BY_HOW_MUCH}"
    rf"|\b(?:improved|increased|decreased|reduced|risen|fallen|declined)\ssignificantly\b",
    re.IGNORECASE,
)

_TESTED = re.compile(
    r"\bstatistically\b|\bp\s?[<=>]\s?0?\.\d|\bconfidence\sinterval|\bnot\ssignificant|"
    r"\bno\ssignificant",
    re.IGNORECASE,
)


def significant(saying: Saying) -> Claim | None:
    """An amount called significant. Harm, people and events may be: they are not amounts.

    Source: design.md §5.5, no "significant"; "significant harm" is the threshold of the Children
    Act 1989, section 31.
    """
    found = asserted(saying, _SIGNIFICANT)
    if found is None or _TESTED.search(saying.text):
        return None
    return query(
        "significant",
        saying,
        found,
        "can be taken to mean ‘more than chance’, which is not shown. Leave the word out and give "
        "the figures: ‘8 of 26 last time, 10 of 26 now’.",
    )

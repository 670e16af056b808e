"""Words for the people that a brief counts, and for what else it counts."""

PEOPLE = (
    r"child(?:ren)?(?:['’]s (?:audits?|records?|files?|cases?|plans?))?|young (?:people|persons?"
    r"|m[ae]n"
    r"|wom[ae]n)|boys?|girls?|bab(?:y|ies)|teenagers?|infants?|toddlers?|siblings?|famil(?:y|ies)"
    r"|parents?|mothers?|fathers?|mums?|dads?|carers?|grandparents?|adopters?|care leavers?|people"
    r"|persons?|social workers?|workers?|practitioners?|managers?|auditors?|staff|professionals?"
    r"|respondents?|cases?|audits?|audited records?|records?|case files?|returns?|pupils?|students?"
)
"""Audits, records and cases stand for children: one child has one."""

OTHER_THINGS = (
    r"categor(?:y|ies)|meetings?|conferences?|visits?|days?|weeks?|months?|years?|hours?|minutes?"
    r"|actions?|questions?|areas?|standards?|priorit(?:y|ies)|themes?|recommendations?|teams?"
    r"|pages?"
    r"|steps?|domains?|points?|documents?|plans?|policies|sessions?|events?|workshops?|schools?"
    r"|times?|occasions?|agenc(?:y|ies)|quarters?|grades? (?:was|were) changed|strengths?|worries"
)

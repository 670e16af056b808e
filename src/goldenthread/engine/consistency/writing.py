"""From what was computed to what is printed as JSON; estimates that may not be shown are null."""

from dataclasses import fields

from goldenthread.analysis.agreement import Moderated, Moves
from goldenthread.analysis.facets.estimates import AuditorEstimate, Estimate, Fit
from goldenthread.analysis.facets.gates import ENOUGH_LINKS
from goldenthread.analysis.facets.options import Auditors
from goldenthread.engine.consistency.gate import why_withheld
from goldenthread.engine.consistency.outputs import (
    SCHEMA_VERSION,
    AgreementOut,
    AuditorOut,
    CaseOut,
    CategoryMovesOut,
    CategoryOut,
    ConsistencyOut,
    EstimateOut,
    LinkageOut,
    ModeratedOut,
    MonthMovesOut,
    MovesOut,
    SharesOut,
    StepsOut,
    TableOut,
    TeamOut,
    VarianceOut,
    WithinAuditorOut,
    WithinOut,
)
from goldenthread.engine.consistency.run import Consistency

METHOD = {
    Auditors.POOLED: "many-facet rating-scale model, marginal maximum likelihood, auditors pooled",
    Auditors.FIXED: "many-facet rating-scale model, marginal maximum likelihood, auditors fixed",
}


def consistency_out(found: Consistency) -> ConsistencyOut:
    """Everything that was computed, for ``--json``."""
    fit, grades = found.fit, found.grades
    return ConsistencyOut(
        schema_version=SCHEMA_VERSION,
        file=found.request.file.name,
        model=Auditors(found.request.model),
        levels=[grades.levels[level] for level in fit.levels] if fit else [],
        auditors=_auditors(found),
        within_children=_within(found),
        categories=_categories(found),
        thresholds=list(fit.thresholds) if fit else [],
        teams=[
            TeamOut(team=grades.teams[team], mean=mean.value, se=mean.se)
            for team, mean in (fit.teams if fit else ())
        ],
        condition=_estimate(fit.condition) if fit else None,
        variance=_variance(fit),
        shares=_shares(fit),
        deviance=fit.deviance if fit else None,
        log_likelihood=fit.log_likelihood if fit else None,
        components=[
            [grades.auditors[auditor] for auditor in component]
            for component in found.network.components
        ],
        linkage=_linkage(found),
        agreement=_agreement(found),
        cases=_cases(found),
        converged=fit.converged if fit else None,
        why_not=found.why_not,
        method=METHOD[Auditors(found.request.model)],
        engine=found.engine,
        seconds=found.seconds,
    )


def _agreement(found: Consistency) -> AgreementOut:
    said = {each.name: getattr(found.agreement, each.name) for each in fields(found.agreement)}
    moderated = _moderated(found.moderated) if found.moderated else None
    return AgreementOut.model_validate({**said, "moderated": moderated}, from_attributes=True)


def _moderated(found: Moderated) -> ModeratedOut:
    steps = sorted(found.overall.steps.items())
    return ModeratedOut(
        **_moves(found.overall),
        audits=found.audits,
        steps=[StepsOut(steps=moved, grades=grades) for moved, grades in steps],
        table=TableOut.model_validate(found.table, from_attributes=True),
        by_category=[
            CategoryMovesOut(category=category, **_moves(moves))
            for category, moves in found.by_category.items()
        ],
        by_month=[
            MonthMovesOut(month=month, **_moves(moves)) for month, moves in found.by_month.items()
        ],
        why_not=found.overall.why_not,
    )


def _moves(moves: Moves) -> dict[str, int]:
    return {name: getattr(moves, name) for name in MovesOut.model_fields}


def _auditors(found: Consistency) -> list[AuditorOut]:
    by_position = _by_position(found)
    return [
        _auditor(found, position, by_position.get(position))
        for position in range(len(found.grades.auditors))
    ]


def _auditor(found: Consistency, position: int, estimate: AuditorEstimate | None) -> AuditorOut:
    links = found.network
    reason = why_withheld(found, position, estimate)
    shown = estimate if reason is None or found.request.all_estimates else None
    severity, fair = (shown.severity, shown.fair_average) if shown else (None, None)
    return AuditorOut(
        auditor=found.grades.auditors[position],
        severity=severity.value if severity else None,
        se=severity.se if severity else None,
        lower=severity.interval.lower if severity else None,
        upper=severity.interval.upper if severity else None,
        fair_average=fair.value if fair else None,
        fair_lower=fair.interval.lower if fair else None,
        fair_upper=fair.interval.upper if fair else None,
        infit=shown.infit if shown else None,
        outfit=shown.outfit if shown else None,
        audits=int(links.audits[position]),
        links=int(links.links[position]),
        component=int(links.component[position]),
        reportable=reason is None,
        why_not=reason,
    )


def _within(found: Consistency) -> WithinOut | None:
    within = found.fit.within if found.fit else None
    if within is None:
        return None
    reportable = {
        auditor
        for auditor, estimate in _by_position(found).items()
        if found.request.all_estimates or why_withheld(found, auditor, estimate) is None
    }
    rows = zip(within.auditors, within.severity, within.se, strict=True)
    return WithinOut(
        auditors=[
            WithinAuditorOut(
                auditor=found.grades.auditors[auditor], severity=float(severity), se=float(se)
            )
            for auditor, severity, se in rows
            if auditor in reportable
        ],
        p_value=within.p_value,
    )


def _by_position(found: Consistency) -> dict[int, AuditorEstimate]:
    return {each.auditor: each for each in found.fit.auditors} if found.fit else {}


def _categories(found: Consistency) -> list[CategoryOut]:
    by_position = {each.category: each for each in found.fit.categories} if found.fit else {}
    rows = []
    for position, category in enumerate(found.grades.categories):
        known = by_position.get(position)
        rows.append(
            CategoryOut(
                category=category,
                difficulty=known.difficulty.value if known else None,
                se=known.difficulty.se if known else None,
            )
        )
    return rows


def _cases(found: Consistency) -> list[CaseOut]:
    codes = found.grades.cases
    return [
        CaseOut(
            case=codes[each.case],
            estimate=each.place.value,
            lower=each.place.interval.lower,
            upper=each.place.interval.upper,
            p_lowest_tenth=each.lowest_tenth,
        )
        for each in (found.fit.cases if found.fit else ())
    ]


def _variance(fit: Fit | None) -> VarianceOut:
    if fit is None:
        return VarianceOut(case=None, auditor=None, halo=None)
    return VarianceOut.model_validate(fit.variances, from_attributes=True)


def _shares(fit: Fit | None) -> SharesOut:
    found = {each.auditors: _estimate(each.share) for each in (fit.shares if fit else ())}
    return SharesOut(
        one_auditor=found.get(1), two_auditors=found.get(2), three_auditors=found.get(3)
    )


def _estimate(estimate: Estimate | None) -> EstimateOut | None:
    if estimate is None:
        return None
    return EstimateOut(
        value=estimate.value, lower=estimate.interval.lower, upper=estimate.interval.upper
    )


def _linkage(found: Consistency) -> LinkageOut:
    links, grades = found.network, found.grades
    below = [
        auditor
        for auditor, shared in zip(grades.auditors, links.links, strict=True)
        if shared < ENOUGH_LINKS
    ]
    mean, greatest = found.fit.contrasts.ses() if found.fit else (None, None)
    return LinkageOut(
        audits=int(links.audits.sum()),
        children=len(grades.cases),
        shared_children=found.agreement.children,
        components=len(links.components),
        below_two=below,
        mean_contrast_se=mean,
        greatest_contrast_se=greatest,
    )

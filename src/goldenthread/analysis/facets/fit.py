"""The many-facet rating-scale model of a set of grades (Linacre 1989; Andrich 1978).

The log odds of grade ``k`` against ``k - 1`` that an auditor gives in a category are
``child + halo - severity - difficulty - threshold[k]``, where child and halo (child and auditor
together) are random, and auditors too unless they are fixed. By marginal maximum likelihood.
"""

import numpy as np

from goldenthread.analysis.facets.auditors import auditor_estimates
from goldenthread.analysis.facets.cases import case_estimates
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import (
    CategoryEstimate,
    Contrasts,
    Estimate,
    Fit,
    Variances,
    estimate,
)
from goldenthread.analysis.facets.expected import agreement_tables
from goldenthread.analysis.facets.layout import layout
from goldenthread.analysis.facets.misfit import misfit
from goldenthread.analysis.facets.mode import Mode, climb
from goldenthread.analysis.facets.model import Model
from goldenthread.analysis.facets.options import Auditors, Options
from goldenthread.analysis.facets.posterior import (
    ENOUGH_SHARED,
    Posterior,
    integrate,
    log_marginal_likelihood,
    only,
)
from goldenthread.analysis.facets.priors import Priors
from goldenthread.analysis.facets.sample import Ints, Sample, sample
from goldenthread.analysis.facets.shares import shares
from goldenthread.analysis.facets.start import USUAL, start
from goldenthread.analysis.facets.summary import Summary, summarise
from goldenthread.analysis.facets.weighed import weighed
from goldenthread.analysis.facets.within import within
from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.analysis.linkage.network import Network, network

MANY = 600
"""Readings from which, with enough shared cases to tell halo from child, the standard deviations
are known well enough to be taken as they are."""

MOST_AUDITORS = 6_000
"""England has fewer; of 10,000 the covariances would take 5 GB."""


class NotEstimable(ValueError):
    """Grades that say nothing of what is asked; the message says why, in plain words."""


def fit(grades: Grades, options: Options | None = None, links: Network | None = None) -> Fit:
    """The model fitted to ``grades``; ``links`` is their network, if it is there already.

    Raises ``NotEstimable`` where there is nothing to compare: no grades, one level, one child,
    one auditor; or where there are more than ``MOST_AUDITORS``.
    """
    options = options or Options()
    taken = sample(grades, options)
    _must_be_estimable(taken, grades, options)
    model = Model(taken, layout(taken, options), _halo(taken, options), _priors(options))
    component = (links or network(grades)).component[taken.auditors]
    return _fit(model, component, len(grades.levels))


def _fit(model: Model, component: Ints, levels: int) -> Fit:
    taken = model.sample
    pooled = model.pooled
    mode = climb(model, start(model.layout, taken), USUAL.auditor if pooled else None)
    posterior = _posterior(model, mode)
    summary = summarise(model, posterior, component)
    at = weighed(taken, summary.places, summary.steps, summary.spread)
    thresholds = model.layout.threshold @ _free(summary)
    contrasts = Contrasts(
        taken.auditors, component, summary.weights @ summary.means, summary.severity_covariance
    )
    return Fit(
        auditors=auditor_estimates(taken, summary, misfit(taken, at)),
        categories=_categories(taken, summary),
        thresholds=tuple(float(x) for x in thresholds),
        levels=tuple(int(level) for level in taken.levels),
        cases=case_estimates(taken, summary, at),
        teams=_teams(taken, summary),
        condition=_condition(summary),
        variances=_variances(summary),
        shares=shares(model, posterior) if pooled else (),
        log_likelihood=log_marginal_likelihood(model, mode.at),
        contrasts=contrasts,
        within=within(taken, thresholds, summary.spread.halo or 0.0, contrasts),
        agreement_tables=_tables(model, posterior, levels),
        converged=mode.converged and posterior.converged,
        evaluations=mode.evaluations,
    )


def _must_be_estimable(taken: Sample, grades: Grades, options: Options) -> None:
    """Raise ``NotEstimable`` unless children, auditors and levels differ."""
    if not len(taken.audits) or taken.steps < 1:
        raise NotEstimable(_nothing_differs(grades, options))
    if len(taken.auditors) < 2:
        whose = " whose grades differ" if len(grades.auditors) > 1 else ""
        raise NotEstimable(f"there is only one auditor{whose}, so there is nobody to compare with")
    if len(taken.auditors) > MOST_AUDITORS:
        raise NotEstimable(
            f"there are {len(taken.auditors):,} auditors, and no more than {MOST_AUDITORS:,} can be"
            " compared with one another at a time"
        )
    if len(np.unique(np.concatenate([taken.single.case, taken.shared.case]))) < 2:
        whose = " with grades to compare" if len(grades.cases) > 1 else ""
        raise NotEstimable(
            f"there is only one child{whose}, so children cannot be told from auditors"
        )


def _nothing_differs(grades: Grades, options: Options) -> str:
    """Why no category has two grades to tell apart."""
    given = len(np.unique(grades.grade[grades.graded()]))
    if not given:
        return "no audit gave a grade"
    if given == 1:
        return "every grade is the same, so nothing can be said of who gave it"
    if options.auditors is Auditors.FIXED:
        return (
            "auditors who are taken alone must each have given better and worse grades, and they"
            " have not"
        )
    return "in each category every grade is the same, so nothing can be said of who gave it"


def _halo(taken: Sample, options: Options) -> bool:
    """Fixed auditors leave nothing but shared cases to tell a halo by."""
    return options.halo and (options.auditors is Auditors.POOLED or len(taken.shared) > 0)


def _priors(options: Options) -> Priors | None:
    return Priors() if options.auditors is Auditors.POOLED else None


def _posterior(model: Model, mode: Mode) -> Posterior:
    taken = model.sample
    many = len(taken.audits) >= MANY and taken.shared_cases >= ENOUGH_SHARED
    return only(mode) if many or not model.pooled else integrate(model, mode)


def _tables(model: Model, posterior: Posterior, levels: int) -> Floats | None:
    few = model.sample.shared_cases < ENOUGH_SHARED
    return agreement_tables(model, posterior, levels) if few and model.pooled else None


def _free(summary: Summary) -> Floats:
    return summary.vector[summary.layout.free]


def _categories(taken: Sample, summary: Summary) -> tuple[CategoryEstimate, ...]:
    layout_, free = summary.layout, summary.layout.free
    value = layout_.difficulty @ _free(summary)
    covariance = layout_.difficulty @ summary.covariance[free, free] @ layout_.difficulty.T
    steps = summary.steps.difficulties() - value[:, None]
    return tuple(
        CategoryEstimate(
            int(category),
            estimate(float(value[i]), float(covariance[i, i]) ** 0.5),
            tuple(float(x) for x in steps[i]),
        )
        for i, category in enumerate(taken.categories)
    )


def _teams(taken: Sample, summary: Summary) -> tuple[tuple[int, Estimate], ...]:
    means = summary.layout.team_means
    values, variances = summary.vector[means], np.diag(summary.covariance)[means]
    return tuple(
        (int(team), estimate(float(value), float(variance) ** 0.5))
        for team, value, variance in zip(taken.teams, values, variances, strict=False)
        if team != MISSING
    )


def _condition(summary: Summary) -> Estimate | None:
    """The effect is of the place of a reading; grades are higher where the place is lower."""
    if not summary.layout.conditions:
        return None
    at = summary.layout.severities
    return estimate(-float(summary.vector[at]), float(summary.covariance[at, at]) ** 0.5)


def _variances(summary: Summary) -> Variances:
    spread = summary.spread
    return Variances(
        spread.case**2,
        None if spread.halo is None else spread.halo**2,
        None if spread.auditor is None else spread.auditor**2,
    )

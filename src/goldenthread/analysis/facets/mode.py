"""The most likely parameters: Newton's method on the exact score and Louis' information.

Near the mode the score is computed alone, and the information taken before serves on: that costs
a third or less, and each step leaves a small share of what the last one left (the chord method).

With pooled auditors severities are at their posterior mode, and the spread of auditors is where
the Laplace approximation of the marginal likelihood is greatest (Breslow and Clayton 1993,
*J Am Stat Assoc* 88:9-25; Fisher scoring in the log of the standard deviation).
"""

from dataclasses import dataclass
from math import exp, log

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.information import Information
from goldenthread.analysis.facets.model import LEAST_SD, MOST_SD, At, Model, at_bounds
from goldenthread.analysis.facets.priors import Priors

MOST_STEPS = 60
SMALL = 3e-7
"""The search ends where the next step can be expected to be shorter than this, in logits."""
MANY = 10_000
"""Readings from which information is kept: what is then wrong with it is far below what is not
known."""
NEAR = 0.003
"""Information taken nearer to the mode than this is that of the mode, in logits: standard errors
from it are within a thousandth of theirs, and those of log standard deviations within two."""
SLOW = 0.4
"""Information is taken anew where a step was longer than this share of the one before."""
LONGEST = 1.5
"""No parameter moves further in one step, in logits or in logs."""
LONGEST_SD = 0.7
"""No standard deviation but auditors' more than doubles or halves."""
LEAST_SHARE = 0.25
"""Of Newton's change of auditors' spread at least this is taken, however it swings."""
DWINDLING = 0.8
"""Changes that leave more of the one before than this are not dwindling."""


@dataclass(frozen=True, slots=True, eq=False)
class Mode:
    """Where the search ended, and whether it came to rest."""

    at: At
    converged: bool
    evaluations: int


def climb(
    model: Model,
    start: Floats,
    auditor: float | None,
    *,
    sds: bool = True,
    small: float = SMALL,
) -> Mode:
    """The mode from ``start``; with ``sds`` all standard deviations are looked for as well.

    The first step leaves standard deviations: what they should be shows when places are about
    right. Newton's method squares what is wrong in each step; with information that is kept, or
    with the spread of auditors, each step leaves a share, which is judged by the last two.
    """
    keeps = sds and len(model.sample.audits) >= MANY
    squares = not keeps and (not sds or auditor is None or model.priors is None)
    at = model.roughly(start, auditor) if keeps else model.at(start, auditor)
    evaluations, last, away, share, changed = 1, None, 0.0, 1.0, 0.0
    for taken in range(MOST_STEPS):
        step, change = _step(model, at, sds=sds and taken > 0, share=share)
        share, changed = _share(share, change, changed), change
        moved = max(float(np.abs(step).max(initial=0.0)), abs(change))
        away += moved
        slow = not taken or (last is not None and moved > SLOW * last)
        anew = not keeps or (away > NEAR and (slow or moved <= NEAR))
        at, tries = _move(model, at, step, change, anew=anew)
        evaluations, away = evaluations + tries, 0.0 if anew else away
        left = min(1.0, moved if squares else moved / (last or moved or 1.0))
        if tries == 1 and (taken or not sds) and moved * left < small:
            endless = bool(at_bounds(at.vector[model.log_sds()])[1].any())
            return Mode(at, not endless, evaluations)
        last = moved if taken else None
    return Mode(at, False, evaluations)


def _share(share: float, change: float, before: float) -> float:
    """What share to take of the next changes of auditors' spread, from the last two.

    Its information is approximate. Where half of the change before is taken back, or more, it is
    too small, and changes could swing for ever; where changes dwindle slowly in one direction,
    more can be taken. Where a change leaves the part ``q`` of the one before, ``1 / (1 - q)`` of
    it would have done (Aitken): at most half or twice as much, since ``q`` is great by chance
    where the change before was next to nothing. Changes that hardly dwindle say nothing: they are
    cut to the longest step.
    """
    left = change / before if before else 0.0
    if -0.5 <= left <= 0.0 or left > DWINDLING:
        return share
    return min(1.0, max(LEAST_SHARE, share * min(2.0, max(0.5, 1 / (1 - left)))))


def _step(model: Model, at: At, *, sds: bool, share: float) -> tuple[Floats, float]:
    """Newton's step of the vector, and ``share`` of that of the log of auditors' spread."""
    looked_for, n = model.free(at, sds=sds), model.layout.severities
    right = np.zeros((len(at.vector), 2))
    right[:, 0] = at.score
    if at.auditor is not None:
        right[:n, 1] = 2 * at.vector[:n] / at.auditor**2
    solved = at.information.solve(right, looked_for)
    change = 0.0
    if sds and at.auditor is not None and model.priors:
        change = _auditor_change(at, model.priors, solved, share)
    step = solved[:, 0] + change * solved[:, 1]
    longest = max(float(np.abs(step).max(initial=0.0)), abs(change))
    part = min(1.0, LONGEST / longest) if longest else 1.0
    step *= part
    logs = at.vector[model.layout.sds]
    far = np.clip(step[model.layout.sds], -LONGEST_SD, LONGEST_SD)
    if sds:
        far = np.clip(logs + far, log(LEAST_SD), log(MOST_SD)) - logs
    step[model.layout.sds] = far
    return step, part * change


def _auditor_change(at: At, priors: Priors, solved: Floats, share: float) -> float:
    """Newton's step of the log of auditors' standard deviation, while the vector follows it.

    The Laplace approximation's slope is ``(s's + Σ own) / sd² - n`` with the prior's; severities
    ``s`` move by ``solved``'s second column for each unit, and their variances ``own`` grow.
    """
    sd = at.auditor or 1.0
    own = at.information.own
    n = len(own)
    severities = at.vector[:n]
    _, slope, curvature = priors.of_auditor(sd)
    moving = 2 * severities / sd**2
    score = (severities @ severities + own.sum()) / sd**2 - n + slope + moving @ solved[:n, 0]
    flat = 2 * (severities @ severities + own.sum()) / sd**2 + curvature
    flat -= moving @ solved[:n, 1] + 2 * _squares(at.information) / sd**4
    reliability = 1 - own / sd**2
    least = 0.2 * (float(reliability @ reliability) + curvature)
    change = float(np.clip(share * score / max(flat, least), -1.0, 1.0))
    return max(change, log(LEAST_SD / sd))


def _squares(information: Information) -> float:
    """Sum of the squares of all covariances of severities, were everything else known."""
    own = information.own
    if "severities_inverse" in information.__dict__:
        own = information.severities_inverse
    return float((own**2).sum())


def _move(model: Model, at: At, step: Floats, change: float, *, anew: bool) -> tuple[At, int]:
    """The model after the step, halved while that makes it less likely, and after how many.

    With ``anew`` information is taken there; else it is kept.
    """
    auditor = None if at.auditor is None else at.auditor * exp(change)
    before = at if auditor is None else at.with_auditor(auditor, model.layout.severities)
    slack = 1e-9 * (1 + abs(at.objective))
    for tries in range(1, 9):
        vector = at.vector + step * 0.5 ** (tries - 1)
        new = model.at(vector, auditor) if anew else model.near(vector, auditor, at)
        if new.objective >= before.objective - slack:
            break
    return new, tries

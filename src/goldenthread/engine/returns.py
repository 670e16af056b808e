"""Reading a returns workbook for a command: whole, or a failure that lists every problem."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goldenthread.analysis.facts import CycleFacts, CycleWindow
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.engine.failures import unreadable, wrong_usage
from goldenthread.engine.telling import Tell, silent
from goldenthread.exchange.problems import sentence
from goldenthread.exchange.workbook.result import CycleSheet, Returns


@dataclass(frozen=True, slots=True)
class ReturnsFile:
    """A workbook without problems, with everything that a computation needs."""

    path: Path
    returns: Returns
    cycle: CycleSheet
    framework: Framework
    scale: Scale

    def facts(self, as_at: date | None = None) -> CycleFacts:
        """Its facts as at a day: by default the cycle's cut-off."""
        window = CycleWindow(
            cycle=self.cycle.cycle,
            period_from=self.cycle.period_from,
            period_to=self.cycle.period_to,
            cut_off=self.cycle.cut_off_on,
            as_at=as_at or self.cycle.cut_off_on,
        )
        return CycleFacts(window, self.returns.facts)


def read(path: Path, tell: Tell = silent) -> ReturnsFile:
    """Read a returns workbook. Raises ``Failure`` (exit 3) with every problem at once."""
    from goldenthread.exchange.workbook.read import read_returns

    try:
        returns = read_returns(path)
    except UnreadableFile as error:
        raise unreadable(str(error)) from error
    for warning in returns.warnings:
        tell(sentence(warning))
    if returns.problems:
        count = len(returns.problems)
        noun = "problem" if count == 1 else "problems"
        head = f"{path} has {count} {noun}; nothing was written."
        raise unreadable(head, *(sentence(problem) for problem in returns.problems))
    if returns.cycle is None or returns.framework is None or returns.scale is None:
        raise unreadable(f"{path.name}: the sheet Cycle is missing or names no framework.")
    return ReturnsFile(path, returns, returns.cycle, returns.framework, returns.scale)


def check_previous(previous: CycleSheet, cycle: CycleSheet) -> None:
    """Raise ``Failure`` (exit 2) for a cycle that is not an earlier one: "last time" would lie."""
    same = previous.cycle.casefold() == cycle.cycle.casefold()
    if same or previous.period_to >= cycle.period_to:
        raise wrong_usage(
            f"--previous holds {previous.cycle}, which is not earlier than {cycle.cycle}; give the"
            " workbook of an earlier cycle."
        )


def check_as_at(as_at: date | None, cycle: CycleSheet) -> None:
    """Raise ``Failure`` (exit 2) for a day before the cycle began: nothing would be counted."""
    if as_at is not None and as_at < cycle.period_from:
        raise wrong_usage(
            f"--as-at {as_at.isoformat()} is before the cycle began"
            f" ({cycle.period_from.isoformat()}); give a later day."
        )

"""How right and how fast consistency is: writes ``docs/reference/consistency-measures.md``.

``python -m bench.consistency.measure --write``; without ``--write`` it prints the page.
"""

import sys
from pathlib import Path
from time import perf_counter

from bench.consistency import accuracy, agreement, coverage, linkage, page, peers, speed
from bench.consistency.ours import severities, severities_without_halo
from bench.consistency.simulated import SIZES, Simulated, simulate

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "consistency-measures.md"

PEER_SIZES = ("S12", "M")
"""Other programs are run on these; larger files take them minutes, or more memory than there is."""


OURS = "everything, with halo, intervals, fit and children"


def main() -> None:
    """Measure everything, one after the other, on one core."""
    text = page.page(
        accuracy=accuracy.rows(),
        covered=[coverage.measure(severities, each) for each in coverage.SCENARIOS],
        without=[
            coverage.measure(severities_without_halo, each)
            for each in coverage.SCENARIOS
            if each.world.halo
        ],
        speed=[speed.measure(size, engine) for size in speed.TARGETS for engine in speed.ENGINES],
        loading={engine: speed.loading(engine) for engine in speed.ENGINES},
        peers=[row for size in PEER_SIZES for row in _beside_peers(size)],
        agreement=agreement.rows(),
        linkage=linkage.rows(),
    )
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text)


def _ours(simulated: Simulated) -> tuple[float, peers.Accuracy]:
    """The fastest of three fits after one that compiles, and how near it comes to the truth."""
    runs = []
    for _ in range(4):
        began = perf_counter()
        found = severities(simulated.grades)
        runs.append(perf_counter() - began)
    return min(runs[1:]), peers.accuracy(simulated, found.estimate)


def _beside_peers(size: str) -> list[page.Beside]:
    """Ours and every peer's on one file, with how near each comes to the truth."""
    simulated = simulate(SIZES[size])
    seconds, ours = _ours(simulated)
    rows = [page.Beside(size, "Golden Thread", OURS, seconds, 1.0, ours)]
    for peer in peers.PEERS:
        found = peers.run(peer, simulated.grades)
        near = None if found.severity is None else peers.accuracy(simulated, found.severity)
        ratio = None if found.seconds is None else found.seconds / seconds
        name = f"{peer.name} {found.version}".strip()
        rows.append(page.Beside(size, name, peer.what, found.seconds, ratio, near, found.why_not))
    return rows


if __name__ == "__main__":
    main()

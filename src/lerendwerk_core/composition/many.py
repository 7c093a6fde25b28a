"""Many problems, on as many workers as there are; the answers do not depend on how many."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.solve import solve
from lerendwerk_core.model.composition import CompositionProblem

AHEAD = 4
"""How many problems wait per result that is still asked for: enough to keep workers busy."""


def compose_many(
    problems: Iterable[CompositionProblem], executor: Executor | None = None, **options: Any
) -> Iterator[Composition]:
    """
    Yield the composition of each of *problems*, in their order.

    Any ``concurrent.futures.Executor`` will do (threads, processes, those of Dask or loky); without
    one they are solved here. *options* are those of ``solve`` and must be picklable for processes.
    Only a few problems are handed out at a time, so *problems* may be endless.

    Raises:
        CompositionError: A problem cannot be stated.
    """
    work = partial(solve, **options)
    if executor is None:
        yield from map(work, problems)
        return
    waiting: deque[Future[Composition]] = deque()
    source = iter(problems)
    room = AHEAD * (getattr(executor, "_max_workers", None) or AHEAD)
    try:
        while True:
            ahead = itertools.islice(source, room - len(waiting))
            waiting.extend(executor.submit(work, problem) for problem in ahead)
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        # Whoever stops early, or meets an error, wants no answer to what was handed out.
        for one in waiting:
            one.cancel()

"""A fact: one thing that a stage says, so that it can be laid beside the same thing at another moment."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text, number
from lerendwerk_core.vocabulary import Better, Stage


@attrs.frozen(kw_only=True)
class Fact(Wired):
    """
    One thing that a stage says: ``key`` tells which, ``label`` and ``value`` are for readers.

    ``amount`` is there where the value is a number (or a step on a ladder), ``better`` which way that
    is better. ``of_people`` marks a number of people.
    """

    stage: Stage
    key: str
    label: Text
    value: Text
    amount: float | None = None
    better: Better = Better.UNKNOWN
    of_people: bool = False

    @classmethod
    def counted(
        cls,
        stage: Stage,
        key: str,
        label: Text,
        amount: float,
        better: Better = Better.UNKNOWN,
        *,
        of_people: bool = False,
    ) -> Fact:
        """Return a fact whose value is a number."""
        value = Text(number(float(amount), "nl"), number(float(amount), "en"))
        return cls(
            stage=stage,
            key=key,
            label=label,
            value=value,
            amount=float(amount),
            better=better,
            of_people=of_people,
        )

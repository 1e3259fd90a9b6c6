"""Macro-F1 over the three classes, per class, and how far chance may have moved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from settings import LABELS

Confusion = NDArray[numpy.int64]


def confusion(gold: Sequence[int | None], predicted: Sequence[int]) -> Confusion:
    """Counts, rows by gold label and columns by predicted label, in the order of `LABELS`."""
    table = numpy.zeros((3, 3), dtype=numpy.int64)
    for truth, guess in zip(gold, predicted, strict=True):
        if truth is None:
            raise ValueError("an example without a label cannot be measured on")
        table[truth + 1, guess + 1] += 1
    return table


def class_f1(table: Confusion) -> NDArray[numpy.float64]:
    """F1 of each class; 0 for a class that is neither there nor guessed."""
    hits = numpy.diagonal(table, axis1=-2, axis2=-1).astype(numpy.float64)
    both = table.sum(-1) + table.sum(-2)
    return numpy.divide(2 * hits, both, out=numpy.zeros_like(hits), where=both > 0)


def macro_f1(gold: Sequence[int | None], predicted: Sequence[int]) -> float:
    return float(class_f1(confusion(gold, predicted)).mean())


@dataclass(frozen=True)
class Figures:
    """What a model reaches on one set."""

    count: int
    macro_f1: float
    low: float
    """Bounds of the 95 % interval of `macro_f1`, by bootstrap over mentions."""
    high: float
    polar_f1: float
    """Mean F1 of positive and negative, RuSentNE's own figure."""
    accuracy: float
    per_label: dict[str, dict[str, float]]

    @staticmethod
    def of(gold: Sequence[int | None], predicted: Sequence[int], bootstraps: int, seed: int) -> Figures:
        table = confusion(gold, predicted)
        scores = class_f1(table)
        generator = numpy.random.default_rng(seed)
        # Drawing mentions with replacement is drawing the nine cells' counts together.
        drawn = generator.multinomial(int(table.sum()), (table / table.sum()).ravel(), size=bootstraps)
        spread = class_f1(drawn.reshape(-1, 3, 3)).mean(-1)
        low, high = numpy.quantile(spread, (0.025, 0.975))
        per_label = {}
        for index, label in enumerate(LABELS):
            hits = float(table[index, index])
            per_label[label] = {
                "precision": round(hits / max(1, int(table[:, index].sum())), 4),
                "recall": round(hits / max(1, int(table[index].sum())), 4),
                "f1": round(float(scores[index]), 4),
                "count": int(table[index].sum()),
            }
        return Figures(
            count=int(table.sum()),
            macro_f1=round(float(scores.mean()), 4),
            low=round(float(low), 4),
            high=round(float(high), 4),
            polar_f1=round(float(scores[0] + scores[2]) / 2, 4),
            accuracy=round(float(numpy.trace(table)) / int(table.sum()), 4),
            per_label=per_label,
        )

    def line(self, name: str) -> str:
        return f"{name}: macro-F1 {self.macro_f1:.4f} [{self.low:.4f}, {self.high:.4f}] of {self.count}"

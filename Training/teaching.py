"""Teachers' opinions: probabilities for mentions that nobody labelled, and doubt for those that somebody did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from data import Example, Sample, Target, bucket, gold_target

Teacher = Callable[[Sequence[Example]], Tensor]
"""Logits for examples, in their order."""


def opinions(teacher: Teacher, examples: Sequence[Example]) -> list[Target]:
    if not examples:
        return []
    rows = torch.softmax(teacher(examples).float(), dim=1).tolist()
    return [(row[0], row[1], row[2]) for row in rows]


def gold_samples(examples: Sequence[Example], smoothing: float) -> list[Sample]:
    return [
        Sample(example, gold_target(example.label, smoothing), example.weight)
        for example in examples
        if example.label is not None
    ]


def outside_fold(samples: Sequence[Sample], fold: int, folds: int) -> list[Sample]:
    """What the teacher of this fold learns from: no sentence that it will have to judge."""
    return [sample for sample in samples if bucket(sample.example.text, folds) != fold]


def held_out_opinions(teachers: Sequence[Teacher], examples: Sequence[Example]) -> list[Target]:
    """Each sentence judged by the one teacher that never saw it: no opinion is a memory of the gold label."""
    found: dict[int, Target] = {}
    for fold, teacher in enumerate(teachers):
        chosen = [number for number, e in enumerate(examples) if bucket(e.text, len(teachers)) == fold]
        judged = opinions(teacher, [examples[number] for number in chosen])
        found.update(zip(chosen, judged, strict=True))
    return [found[number] for number in range(len(examples))]


def blended(gold: Sequence[Sample], judged: Sequence[Target], share: float) -> list[Sample]:
    """Gold labels, moved by `share` toward what a teacher says."""
    mixed = []
    for sample, opinion in zip(gold, judged, strict=True):
        pairs = zip(sample.target, opinion, strict=True)
        low, middle, high = ((1 - share) * label + share * said for label, said in pairs)
        mixed.append(Sample(sample.example, (low, middle, high), sample.weight))
    return mixed


def judged_samples(examples: Sequence[Example], judged: Sequence[Target], weight: float) -> list[Sample]:
    return [Sample(example, opinion, weight) for example, opinion in zip(examples, judged, strict=True)]

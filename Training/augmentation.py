"""Damaged copies of sentences: a teacher's opinion of them tells a student which words made it."""

from __future__ import annotations

import random
from collections.abc import Sequence

from data import Example

WINDOW = (2, 14)
"""Fewest and most words kept on each side of the mention in a cut copy."""
LOSSES = (0.15, 0.35)
"""Share of words that each of the other copies loses."""


def damaged(examples: Sequence[Example], seed: int) -> list[Example]:
    """Three copies of each without a label: one cut to a window around the mention, two with words left out."""
    draw = random.Random(seed)
    return [copy for example in examples for copy in _copies(example, draw)]


def _copies(example: Example, draw: random.Random) -> list[Example]:
    left, right = example.text[: example.start].split(" "), example.text[example.end :].split(" ")
    # What touches the mention, such as a quotation mark or 's, stays with it.
    mention = (left.pop(), example.mention, right.pop(0))
    before, after = draw.randint(*WINDOW), draw.randint(*WINDOW)
    copies = [_joined(left[-before:], mention, right[:after])]
    for loss in LOSSES:
        copies.append(
            _joined(
                [word for word in left if draw.random() > loss], mention,
                [word for word in right if draw.random() > loss],
            )
        )  # fmt: skip
    return copies


def _joined(left: Sequence[str], mention: tuple[str, str, str], right: Sequence[str]) -> Example:
    before = " ".join([*left, mention[0]])
    start = len(before)
    text = " ".join([before + mention[1] + mention[2], *right])
    return Example(text, start, start + len(mention[1]), None, "damaged")

"""Tokens and hashed features of the convolution, as FORMAT.md specifies them for whoever computes them elsewhere."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from settings import ConvolutionSettings

FNV_OFFSET = 0xCBF2_9CE4_8422_2325
FNV_PRIME = 0x100_0000_01B3
MASK_64 = 0xFFFF_FFFF_FFFF_FFFF

DISTANCE_BOUNDS = (1, 2, 3, 4, 6, 8, 12, 20)
"""Distances up to each bound share a number; farther tokens share the last one."""
DISTANCES = len(DISTANCE_BOUNDS) + 1
POSITIONS = 1 + 2 * DISTANCES
"""The mention itself, distances to its left, distances to its right."""

FOLDED = {
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": ".",
    "ё": "е", "İ": "i",
}  # fmt: skip
"""Signs and letters that count as others. Looked up before and after lower-casing."""


class Shape(IntEnum):
    """What a token looked like before it was lower-cased."""

    PLAIN = 0
    CAPITAL = 1
    ALL_CAPITALS = 2
    NUMBER = 3
    SIGN = 4


SHAPES = len(Shape)


@dataclass(frozen=True)
class Token:
    word: str
    shape: Shape


def hash64(text: str) -> int:
    """FNV-1a over UTF-8, its upper half folded into the lower."""
    value = FNV_OFFSET
    for byte in text.encode():
        value = ((value ^ byte) * FNV_PRIME) & MASK_64
    return value ^ (value >> 32)


def folded(scalar: str) -> str:
    """Lower case by the simple mapping, digits as 0, and `FOLDED`."""
    scalar = FOLDED.get(scalar, scalar)
    if unicodedata.category(scalar) == "Nd":
        return "0"
    lower = scalar.lower()
    return FOLDED.get(lower, lower)


def is_word_part(scalar: str) -> bool:
    category = unicodedata.category(scalar)
    return category.startswith("L") or category == "Nd"


def tokens(text: str) -> list[Token]:
    """Words, being runs of letters, digits and inner apostrophes; any other visible sign is a token of its own."""
    found: list[Token] = []
    run: list[str] = []

    def close() -> None:
        if run:
            found.append(Token("".join(map(folded, run)), shape_of(run)))
            run.clear()

    # Combining marks neither make nor break a word: stress marks in Russian, accents set apart.
    visible = [scalar for scalar in text if unicodedata.category(scalar) != "Mn"]
    for index, scalar in enumerate(visible):
        if is_word_part(scalar):
            run.append(scalar)
            continue
        sign = folded(scalar)
        if sign == "'" and run and index + 1 < len(visible) and is_word_part(visible[index + 1]):
            run.append(scalar)
            continue
        close()
        if not unicodedata.category(scalar).startswith(("C", "Z")):
            found.append(Token(sign, Shape.SIGN))
    close()
    return found


def shape_of(run: list[str]) -> Shape:
    categories = [unicodedata.category(scalar) for scalar in run]
    if categories[0] == "Nd":
        return Shape.NUMBER
    if categories[0] not in ("Lu", "Lt"):
        return Shape.PLAIN
    if len(run) > 1 and all(category in ("Lu", "Lt") for category in categories):
        return Shape.ALL_CAPITALS
    return Shape.CAPITAL


def position(index: int, mention_from: int, mention_to: int) -> int:
    """0 in the mention, then one number for each distance to its left, then for each to its right."""
    if mention_from <= index < mention_to:
        return 0
    left = index < mention_from
    distance = mention_from - index if left else index - mention_to + 1
    bucket = next((number for number, bound in enumerate(DISTANCE_BOUNDS) if distance <= bound), DISTANCES - 1)
    return 1 + bucket + (0 if left else DISTANCES)


@dataclass(frozen=True)
class Features:
    """Rows of the five tables, one of each for every token, and the mention's tokens."""

    words: list[int]
    prefixes: list[int]
    suffixes: list[int]
    shapes: list[int]
    positions: list[int]
    mention_from: int
    mention_to: int


def features(settings: ConvolutionSettings, text: str, start: int, end: int) -> Features:
    """The mention is tokenized apart from what stands on its two sides, so that "Putin's" is two tokens."""
    mention = tokens(text[start:end])[: settings.mention_tokens] or [Token("", Shape.PLAIN)]
    left = tokens(text[:start])[-settings.side_tokens :]
    right = tokens(text[end:])[: settings.side_tokens]
    row = left + mention + right
    mention_from, mention_to = len(left), len(left) + len(mention)
    return Features(
        words=[hash64("w" + token.word) % settings.word_buckets for token in row],
        prefixes=[hash64("p" + token.word[: settings.prefix_letters]) % settings.prefix_buckets for token in row],
        suffixes=[hash64("s" + token.word[-settings.suffix_letters :]) % settings.suffix_buckets for token in row],
        shapes=[int(token.shape) for token in row],
        positions=[position(index, mention_from, mention_to) for index in range(len(row))],
        mention_from=mention_from,
        mention_to=mention_to,
    )

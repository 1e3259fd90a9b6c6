"""The word-piece tokenizer of BERT's uncased models, as FORMAT.md specifies it for whoever writes another."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

PADDING, UNKNOWN, CLASS, SEPARATOR, OPEN, CLOSE = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused0]", "[unused1]"
SPECIAL = (PADDING, UNKNOWN, CLASS, SEPARATOR, OPEN, CLOSE)
"""Ids 0 to 5 of every vocabulary of ours. The last two mark where the mention begins and ends."""

LONGEST_WORD = 100
"""Code points; a longer word is one unknown piece."""

CJK_RANGES = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def is_ideograph(code: int) -> bool:
    return any(low <= code <= high for low, high in CJK_RANGES)


def is_punctuation(scalar: str) -> bool:
    """Every ASCII sign that is no letter, digit, blank or control, and Unicode's category P."""
    code = ord(scalar)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(scalar).startswith("P")


def basic_words(text: str) -> list[str]:
    """Clean-up, lower case, accents off, then words; punctuation and ideographs are words of their own."""
    words: list[str] = []
    current: list[str] = []

    def close() -> None:
        if current:
            words.append("".join(current))
            current.clear()

    for original in text:
        category = unicodedata.category(original)
        if original in "\t\n\r" or category in ("Zs", "Zl", "Zp"):
            close()
            continue
        if category.startswith("C") or original == "\ufffd":
            continue
        # Scalar by scalar: no rule looks at the neighbours, not even the one for a final sigma.
        for scalar in unicodedata.normalize("NFD", original.lower()):
            if unicodedata.category(scalar) == "Mn":
                continue
            if is_punctuation(scalar) or is_ideograph(ord(scalar)):
                close()
                words.append(scalar)
            else:
                current.append(scalar)
    close()
    return words


@dataclass
class WordPiece:
    """Pieces by id, and their ids by piece."""

    pieces: Sequence[str]
    ids: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = {piece: number for number, piece in enumerate(self.pieces)}
        self._longest = max(map(len, self.pieces))
        self.word_ids = lru_cache(maxsize=200_000)(self._word_ids)

    def _word_ids(self, word: str) -> tuple[int, ...]:
        """Greedy: the longest piece that begins the rest of the word, again and again."""
        unknown = (self.ids[UNKNOWN],)
        if len(word) > LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(min(len(word), start + self._longest), start, -1):
                piece = self.ids.get(prefix + word[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return unknown
        return tuple(found)

    def encode(self, text: str) -> list[int]:
        return [piece for word in basic_words(text) for piece in self.word_ids(word)]


@dataclass(frozen=True)
class MarkedInput:
    """`[CLS] left [unused0] mention [unused1] right [SEP]` as ids, and where the mention's pieces stand in it."""

    ids: list[int]
    mention_from: int
    mention_to: int
    """Exclusive. At least one piece lies between."""


def marked_input(
    tokenizer: WordPiece, text: str, start: int, end: int, most_pieces: int, most_mention_pieces: int
) -> MarkedInput:
    """Keeps what stands next to the mention when the text is too long; each side may use what the other leaves."""
    number = tokenizer.ids
    mention = tokenizer.encode(text[start:end])[:most_mention_pieces] or [number[UNKNOWN]]
    left, right = tokenizer.encode(text[:start]), tokenizer.encode(text[end:])
    room = most_pieces - 4 - len(mention)
    left_room = max(room // 2, room - len(right))
    left = left[max(0, len(left) - left_room) :]
    right = right[: room - len(left)]
    ids = [number[CLASS], *left, number[OPEN], *mention, number[CLOSE], *right, number[SEPARATOR]]
    mention_from = len(left) + 2
    return MarkedInput(ids, mention_from, mention_from + len(mention))

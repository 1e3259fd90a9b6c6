"""What the Russian convolution's tables start from: targets/russian-words.tsv, written for the project.

A few thousand sentences show few of the words that praise and blame. The list tells which words are alike, so that what
training teaches about one of them reaches the others; training may still move every row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from convolution import Convolution
from features import hash64, tokens
from settings import ConvolutionSettings

USES = ("tone", "toward", "by")
"""Kinds of strength, each with columns of its own: of the word itself, toward whom the deed is done, and of the doer.

A fourth use, `topic`, has no strength: its words are only alike."""
COLUMNS = 2
"""Columns of each kind of strength; more would leave a narrow member too few to learn in."""
STRENGTH = 0.4
"""Magnitude of those columns at the strengths −2 and 2."""
LIKENESS = 0.1
"""Standard deviation of what the words of one group share in the other columns."""
WORD_SHARE = 0.5
"""How much of it the words' rows get; the prefixes' rows, which inflected forms share, get all."""
QUIET = 0.1
"""What random starts keep in the strengths' columns, so that the list's words stand out there."""
SHORTEST_STEM, LONGEST_ENDING = 4, 4

ENDINGS = "ться ость ство ание ение ть ый ий ой ая ое ые ие ия ь а я о е и ы".split()


@dataclass(frozen=True)
class Entry:
    use: str
    group: str
    strength: int
    """−2 to 2."""
    word: str


def read_entries(path: Path) -> list[Entry]:
    """Tab-separated: use, group, strength, word; the first line names them."""
    found: list[Entry] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
        use, group, strength, word = line.split("\t")
        if use not in (*USES, "topic") or int(strength) not in range(-2, 3) or not word:
            raise SystemExit(f"{path}:{number}: use {use}, strength {strength}, word {word!r}")
        found.append(Entry(use, group, int(strength), word))
    return found


def stem(word: str) -> str:
    """The word without its ending, where enough of it remains."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@dataclass
class WordListStart:
    """Puts what the list says into a fresh model's tables."""

    settings: ConvolutionSettings
    entries: Sequence[Entry]
    texts: Iterable[str]
    """Train sentences, whose inflected forms of the list's words start like them."""

    def __post_init__(self) -> None:
        self.known = COLUMNS * len(USES)
        by_prefix: defaultdict[str, list[Tensor]] = defaultdict(list)
        by_word: defaultdict[str, list[Tensor]] = defaultdict(list)
        by_stem: defaultdict[str, list[Tensor]] = defaultdict(list)
        for entry, vector in zip(self.entries, self._vectors(), strict=True):
            by_prefix[entry.word[: self.settings.prefix_letters]].append(vector)
            by_word[entry.word].append(vector)
            by_stem[stem(entry.word)].append(vector)
        self.prefixes = {prefix: self._joined(vectors) for prefix, vectors in sorted(by_prefix.items())}
        self.words = self._inflected(by_stem) | {word: self._joined(vectors) for word, vectors in by_word.items()}

    def __call__(self, model: Convolution) -> None:
        known = self.known
        with torch.no_grad():
            for table in (model.words, model.prefixes, model.suffixes):
                table.weight[:, :known] *= QUIET
            for prefix, vector in self.prefixes.items():
                row = model.prefixes.weight[hash64("p" + prefix) % self.settings.prefix_buckets]
                row[:known] = vector[:known]
                row[known:] += vector[known:]
            for word, vector in self.words.items():
                row = model.words.weight[hash64("w" + word) % self.settings.word_buckets]
                row[:known] = vector[:known] * WORD_SHARE
                row[known:] += vector[known:] * WORD_SHARE

    def _vectors(self) -> list[Tensor]:
        """One for each entry: its strength in its kind's columns, and what its group shares."""
        # The groups' directions are the same for all members: they differ enough by their other weights.
        generator = torch.Generator().manual_seed(7)
        signs = torch.tensor([1.0, -1.0]).repeat(COLUMNS)[:COLUMNS]
        shared: dict[tuple[str, str], Tensor] = {}
        found: list[Tensor] = []
        for entry in self.entries:
            vector = torch.zeros(self.settings.width)
            if entry.use in USES:
                first = USES.index(entry.use) * COLUMNS
                vector[first : first + COLUMNS] = signs * STRENGTH * entry.strength / 2
            if entry.use in ("tone", "topic"):
                key = (entry.use, entry.group)
                if key not in shared:
                    shared[key] = torch.randn(self.settings.width - self.known, generator=generator) * LIKENESS
                vector[self.known :] = shared[key]
            found.append(vector)
        return found

    def _joined(self, vectors: Sequence[Tensor]) -> Tensor:
        """The mean of each kind over the vectors that say something of it."""
        rows = torch.stack(list(vectors))
        joined = torch.zeros(self.settings.width)
        bounds = [*range(0, self.known + 1, COLUMNS), self.settings.width]
        for first, last in zip(bounds, bounds[1:], strict=False):
            part = rows[:, first:last]
            telling = part.abs().sum(1) > 0
            if telling.any():
                joined[first:last] = part[telling].mean(0)
        return joined

    def _inflected(self, by_stem: dict[str, list[Tensor]]) -> dict[str, Tensor]:
        """Words of the train sentences that begin with a stem of the list and end soon after it."""
        found: dict[str, Tensor] = {}
        for word in sorted({token.word for text in set(self.texts) for token in tokens(text)}):
            for length in range(len(word), max(SHORTEST_STEM, len(word) - LONGEST_ENDING) - 1, -1):
                if word[:length] in by_stem:
                    found[word] = self._joined(by_stem[word[:length]])
                    break
        return found

"""Reads the data sets, checks them, and keeps dev apart from train."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from settings import TRAINING_FOLDER, Places, Settings

DEV_ONE_IN = 6
"""One sentence in so many of RuSentNE's train file is our dev."""

Target = tuple[float, float, float]


@dataclass(frozen=True)
class Example:
    """A mention in a text, with the tone toward it where somebody has labelled it."""

    text: str
    start: int
    """In code points, as `end`, which is exclusive."""
    end: int
    label: int | None
    """−1, 0, 1; `None` for a span that nobody has labelled."""
    source: str
    weight: float = 1.0

    @property
    def mention(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Sample:
    """An example as a model learns it: with a probability of each class."""

    example: Example
    target: Target
    weight: float


@dataclass(frozen=True)
class Data:
    """All that a run may look at. Nothing of `rw_dev`, `mt_dev`, `russian_dev`, `targets_test` is ever trained on."""

    english_train: list[Example]
    coreferences: list[Example]
    targets_train: list[Example]
    targets_second: list[Example]
    """The second round of our own sentences: the students and the convolution learn from them, no teacher does."""
    rw_dev: list[Example]
    mt_dev: list[Example]
    targets_test: list[Example]
    russian_train: list[Example]
    russian_own: list[Example]
    russian_dev: list[Example]
    digests: dict[str, str]
    """SHA-256 of each file that is trained on, by name."""

    def digest(self, prefixes: tuple[str, ...]) -> str:
        """One hash over the training files whose names begin so."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(self.digests.items()) if name.startswith(prefixes)]
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_files(folder: Path) -> dict[str, str]:
    """Refuses data that differs from what the published figures were made with."""
    digests: dict[str, str] = {}
    for line in (TRAINING_FOLDER / "data.sha256").read_text().splitlines():
        expected, name = line.split()
        path = folder / name
        if not path.is_file():
            raise SystemExit(f"{path}: missing; Training/README.md says where to get it")
        found = sha256(path)
        if found != expected:
            raise SystemExit(f"{path}: SHA-256 is {found}, not {expected} as in Training/data.sha256")
        digests[name] = found
    return digests


def sentence_key(text: str) -> str:
    """The same for sentences that differ in case and white space alone."""
    return " ".join(text.lower().split())


def bucket(text: str, count: int) -> int:
    """A number below `count` that depends on the sentence alone, so that a split never moves."""
    return int.from_bytes(hashlib.sha256(sentence_key(text).encode()).digest()[:8], "big") % count


def read_lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_examples(path: Path, source: str) -> list[Example]:
    """A file's examples; two rows that say the same of the same span count once."""
    unique: dict[tuple[str, int, int, int], Example] = {}
    for number, row in enumerate(read_lines(path), start=1):
        text, start, end, label = row["text"], row["from"], row["to"], row["label"]
        if not 0 <= start < end <= len(text) or label not in (-1, 0, 1):
            raise SystemExit(f"{path}:{number}: span {start}..{end} or label {label} is out of range")
        unique.setdefault((text, start, end, label), Example(text, start, end, label, source))
    return list(unique.values())


def read_test(path: Path, source: str) -> list[Example]:
    """As `read_examples`, but every row counts, as it does for whoever else measures on the file."""
    return [Example(row["text"], row["from"], row["to"], row["label"], source) for row in read_lines(path)]


def read_coreferences(path: Path, weight: float) -> list[Example]:
    """Other words for the labelled mention in its sentence ("she", "the senator"), mostly of the same label."""
    if weight <= 0:
        return []
    found: dict[tuple[str, int, int], Example] = {}
    for row in read_lines(path):
        for start, end in row.get("corefs", []):
            # The spans were found by a program; those that are no plain words are its slips.
            if re.fullmatch(r"[\w'’. -]+", row["text"][start:end]):
                found[(row["text"], start, end)] = Example(
                    row["text"], start, end, row["label"], "coreference", weight
                )
    return list(found.values())


def without_sentences(examples: Iterable[Example], held_out: Sequence[Example]) -> list[Example]:
    keys = {sentence_key(example.text) for example in held_out}
    return [example for example in examples if sentence_key(example.text) not in keys]


def read_data(places: Places, settings: Settings) -> Data:
    digests = check_files(places.data)
    newsmtsc, targets = places.data / "newsmtsc", TRAINING_FOLDER / "targets"
    rw_dev = read_test(newsmtsc / "rw_dev.jsonl", "rw_dev")
    mt_dev = read_test(newsmtsc / "mt_dev.jsonl", "mt_dev")
    held_out = rw_dev + mt_dev
    own: dict[str, list[Example]] = {}
    for name in ("train", "second", "russian"):
        digests[f"targets/{name}.jsonl"] = sha256(targets / f"{name}.jsonl")
        own[name] = read_examples(targets / f"{name}.jsonl", "targets")
    # A list of words, not of examples, but a model is started from it.
    digests["targets/russian-words.tsv"] = sha256(targets / "russian-words.tsv")
    targets_test = read_test(targets / "test.jsonl", "targets_test")
    russian = read_examples(places.data / "rusentne" / "train.jsonl", "rusentne")
    russian_dev = [e for e in russian if bucket(e.text, DEV_ONE_IN) == 0]
    few, fewer = slice(settings.examples), slice(settings.examples and settings.examples // 2)
    return Data(
        # One sentence of rw_dev is in the train file too.
        english_train=without_sentences(read_examples(newsmtsc / "train.jsonl", "newsmtsc"), held_out)[few],
        coreferences=without_sentences(
            read_coreferences(newsmtsc / "train.jsonl", settings.encoder.coreference_weight), held_out
        )[few],
        targets_train=without_sentences(own["train"], targets_test)[few],
        targets_second=without_sentences(own["second"], targets_test)[few],
        rw_dev=rw_dev[fewer],
        mt_dev=mt_dev[fewer],
        targets_test=targets_test[fewer],
        russian_train=[e for e in russian if bucket(e.text, DEV_ONE_IN) != 0][few],
        russian_own=without_sentences(own["russian"], russian_dev)[few],
        russian_dev=russian_dev[fewer],
        digests={name: digest for name, digest in digests.items() if "dev" not in name},
    )


def gold_target(label: int, smoothing: float) -> Target:
    """The label with a little doubt: the data's own annotators disagree on one mention in seven."""
    target = [smoothing / 3] * 3
    target[label + 1] += 1 - smoothing
    return (target[0], target[1], target[2])

"""Finds name-like spans: mentions that nobody has labelled, for a teacher to label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from data import Example

PRONOUNS = frozenset("he she they him her them his their он она они его её ее ему ей им их".split())

CAPITAL = "[A-ZА-ЯЁІЇЄҐ]"

# Capitalised words, joined by blanks or by the small words that stand inside names.
NAME = re.compile(
    rf"(?:{CAPITAL}[\w’'-]*\.?(?:\s(?:of\sthe|of|for|and|de|van|von|al|bin)(?=\s{CAPITAL}))?\s?)+"
)
WORD = re.compile(r"[^\W\d_]+")


def lower_case_share(texts: Iterable[str]) -> dict[str, float]:
    """For each word, how often it is written small: tells "The" at the head of a sentence from a name."""
    small: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in texts:
        for match in WORD.finditer(text):
            word = match.group()
            total[word.lower()] += 1
            small[word.lower()] += word.islower()
    return {word: small[word] / count for word, count in total.items()}


def trimmed(text: str, start: int, end: int, small: dict[str, float]) -> tuple[int, int] | None:
    """The span without leading words that are mostly written small, and without what trails the name."""
    words = list(re.finditer(r"\S+", text[start:end]))
    while words and small.get(words[0].group().strip(".’'-").lower(), 0.0) > 0.2:
        words.pop(0)
    if not words:
        return None
    last = re.sub(r"(?:['’]s|['’.,-])+$", "", words[-1].group()) or words[-1].group()
    first = start + words[0].start()
    stop = start + words[-1].start() + len(last)
    return (first, stop) if stop - first >= 2 else None


def name_like_spans(texts: Iterable[str], most_letters: int = 1_000) -> list[Example]:
    """Every name-like span and third-person pronoun of the texts, each text once, in their order."""
    unique = list(dict.fromkeys(texts))
    small = lower_case_share(unique)
    found: list[Example] = []
    for text in unique:
        if len(text) > most_letters:
            continue  # Whole articles that slipped into the set: hundreds of spans of one text would weigh too much.
        spans = {trimmed(text, *match.span(), small) for match in NAME.finditer(text)}
        spans |= {match.span() for match in WORD.finditer(text) if match.group().lower() in PRONOUNS}
        found += [Example(text, *span, None, "span") for span in sorted(s for s in spans if s)]
    return found


def unlabelled(spans: Iterable[Example], labelled: Iterable[Example]) -> list[Example]:
    """The spans that no labelled example covers already."""
    known = {(example.text, example.start, example.end) for example in labelled}
    return [span for span in spans if (span.text, span.start, span.end) not in known]

"""Times one of the Python matchers: python_peers.py PEER NAMES TEXT ROUNDS SECONDS

Prints one line of JSON, as newswatch-matchbench does. The text is matched whole if one run takes about SECONDS or
less, otherwise as much of its beginning as that allows; `bytes` tells how much. pyahocorasick finds names inside words
too; flashtext and spaCy do not.
"""
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from corpus import slice_of

# Tried in turn until the next would take too long; the last stands for the whole text.
SLICES = [100_000, 1_000_000, 4_000_000, 16_000_000, sys.maxsize]

Count = Callable[[str], int]


def pyahocorasick(names: list[str]) -> Count:
    import ahocorasick
    automaton: Any = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    for name in names:
        automaton.add_word(name.lower())
    automaton.make_automaton()
    # Lowering is part of the job: the others do it as well.
    return lambda text: sum(1 for _ in automaton.iter(text.lower()))


def flashtext(names: list[str]) -> Count:
    from flashtext import KeywordProcessor
    processor = KeywordProcessor()
    for name in names:
        processor.add_keyword(name)
    return lambda text: len(processor.extract_keywords(text))


def spacy(names: list[str]) -> Count:
    import spacy as library
    from spacy.matcher import PhraseMatcher
    pipeline = library.blank("xx")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("name", [pipeline.make_doc(name) for name in names])
    # A document a paragraph; tokenizing, which takes most of the time, is part of the job.
    return lambda text: sum(len(matcher(pipeline.make_doc(paragraph))) for paragraph in text.split("\n\n"))


PEERS = {peer.__name__: peer for peer in [pyahocorasick, flashtext, spacy]}


def peak() -> float:
    """Highest resident memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    peer, names_path, text_path, rounds, limit = sys.argv[1:]
    with open(names_path, encoding="utf-8") as lines:
        names = [line for line in lines.read().split("\n") if line]
    # Imports and the like stay out of the build time.
    PEERS[peer](["Warm Up"])
    before = peak()
    began = time.perf_counter()
    count = PEERS[peer](names)
    build = time.perf_counter() - began
    build_peak = peak() - before

    with open(text_path, "rb") as whole:
        text = whole.read()
    times: list[float] = []
    part, mentions = b"", 0
    for size in SLICES:
        piece = slice_of(text, size)
        if times and times[0] * len(piece) / max(len(part), 1) > float(limit):
            break
        part, decoded = piece, piece.decode()
        began = time.perf_counter()
        mentions = count(decoded)
        times = [time.perf_counter() - began]
    decoded = part.decode()
    for _ in range(int(rounds) - 1):
        began = time.perf_counter()
        mentions = count(decoded)
        times.append(time.perf_counter() - began)
    print(json.dumps({
        "names": len(names), "bytes": len(part), "build_s": build,
        "mb_per_s": len(part) / statistics.median(times) / 1e6, "mentions": mentions,
        "build_peak_mib": build_peak, "peak_mib": peak()}))


if __name__ == "__main__":
    main()

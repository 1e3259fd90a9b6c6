"""Writes the names and the text that matching.py measures with. Same input, same files: all chance is seeded.

Run as a program, so that the memory this takes is not counted for a peer: corpus.py DATA FOLDER BYTES
"""
import json
import os
import random
import re
import sys
import unicodedata
from collections.abc import Iterator

ARTICLE = 3000
GENERATED = 1_000_000
# What would end a line or make grep take the text for a binary file.
BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")


def sentences(path: str) -> list[str]:
    """Each text once: the sets have a line for each target, so a sentence may stand there several times."""
    with open(path, encoding="utf-8") as lines:
        return list(dict.fromkeys(BREAKS.sub(" ", json.loads(line)["text"]).strip() for line in lines))


def articles(texts: list[str], chance: random.Random) -> Iterator[bytes]:
    """Articles of about 3 kB in paragraphs of 2 to 4 texts, for ever; every text comes once before one comes again."""
    paragraphs: list[str] = []
    paragraph: list[str] = []
    wanted, size = chance.randint(2, 4), 0
    while True:
        chance.shuffle(texts)
        for text in texts:
            paragraph.append(text)
            size += len(text.encode()) + 1
            if len(paragraph) == wanted:
                paragraphs.append(" ".join(paragraph))
                paragraph, wanted = [], chance.randint(2, 4)
                if size >= ARTICLE:
                    yield ("\n\n".join(paragraphs) + "\n\n").encode()
                    paragraphs, size = [], 0


def write_text(data: str, path: str, size: int) -> None:
    """Half English, half Russian: the language that has fewer bytes so far comes next, so it holds for any slice."""
    chance = random.Random(1)
    sources = [articles(sentences(os.path.join(data, name)), chance)
               for name in ["newsmtsc/train.jsonl", "rusentne/train.jsonl"]]
    written = [0, 0]
    with open(path + ".new", "wb") as text:
        while sum(written) < size:
            language = written.index(min(written))
            article = next(sources[language])
            text.write(article)
            written[language] += len(article)
    os.rename(path + ".new", path)


def slice_of(text: bytes, size: int) -> bytes:
    """The paragraphs that lie within the first `size` bytes."""
    if len(text) <= size:
        return text
    return text[:text.rindex(b"\n\n", 0, size) + 2]


def script(word: str) -> str:
    return unicodedata.name(word[0], "?").split()[0]


def write_generated(data: str, path: str) -> None:
    """A million names: the first word of one real name with the last word of another of the same script."""
    firsts: dict[str, list[str]] = {}
    lasts: dict[str, list[str]] = {}
    with open(os.path.join(data, "watchlists/names-100000.txt"), encoding="utf-8") as lines:
        for line in lines:
            words = [word.strip(".,;()\"'") for word in line.split()]
            words = [word for word in words if len(word) > 1]
            if len(words) > 1 and script(words[0]) == script(words[-1]):
                firsts.setdefault(script(words[0]), []).append(words[0])
                lasts.setdefault(script(words[0]), []).append(words[-1])
    chance = random.Random(2)
    scripts = sorted(firsts)
    weights = [len(firsts[key]) for key in scripts]
    names: dict[str, None] = {}
    while len(names) < GENERATED:
        key = chance.choices(scripts, weights)[0]
        names[f"{chance.choice(firsts[key])} {chance.choice(lasts[key])}"] = None
    with open(path + ".new", "w", encoding="utf-8") as out:
        out.writelines(name + "\n" for name in names)
    os.rename(path + ".new", path)


def main() -> None:
    data, folder, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    few = os.path.join(folder, "names-3.txt")
    with open(few, "w") as out:
        out.write("Lukashenko\nPutin\nCrimea\n")
    many = os.path.join(folder, f"names-{GENERATED}.txt")
    if not os.path.exists(many):
        write_generated(data, many)
    path = os.path.join(folder, f"text-{size}.txt")
    if not os.path.exists(path):
        write_text(data, path, size)
    # Shorter texts for the peers that would take too long, and an empty one for what comes before the first byte.
    with open(path, "rb") as whole:
        text = whole.read()
    for count in [0, 100_000, 1_000_000, 4_000_000, 16_000_000]:
        piece = os.path.join(folder, f"text-{size}-{count}.txt")
        if not os.path.exists(piece):
            with open(piece, "wb") as out:
                out.write(slice_of(text, count) if count else b"")


if __name__ == "__main__":
    main()

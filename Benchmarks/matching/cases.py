"""Counts how many cases of a table each matcher gets right: the very spans, in bytes, and no others.

Every peer is set up as its users do, without regard to case; the options of a case are Newswatch's alone.
"""
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

Spans = list[tuple[int, int]]
Matcher = Callable[["Case"], Spans]


@dataclass
class Case:
    number: str
    options: list[str]
    patterns: list[str]
    text: str
    expected: Spans


def unescaped(text: str) -> str:
    escapes = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|(.))",
                  lambda found: chr(int(found[1], 16)) if found[1] else escapes[found[2]], text)


def read(path: str) -> list[Case]:
    """The columns: id category options patterns text count byte_spans surfaces reason."""
    cases = []
    with open(path, encoding="utf-8", newline="") as table:
        for line in table.read().split("\n")[1:]:
            if not line:
                continue
            number, _, options, patterns, text, count, spans, *_ = line.split("\t")
            expected = [] if spans == "-" else [
                (int(start), int(end)) for start, end in (span.split("-") for span in spans.split(","))]
            if len(expected) != int(count):
                raise ValueError(f"{path}: case {number} has {len(expected)} spans and tells {count}")
            names = [unescaped(pattern) for pattern in patterns.split("|")]
            cases.append(Case(number, re.split("[,; ]+", options), names, unescaped(text), expected))
    return cases


def in_bytes(text: str, spans: Spans) -> Spans:
    return [(len(text[:start].encode()), len(text[:end].encode())) for start, end in spans]


def leftmost_longest(spans: Spans) -> Spans:
    chosen: Spans = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


def regular_expression(case: Case) -> Spans:
    """The longer names first, since the first alternative that fits is taken."""
    names = "|".join(re.escape(name) for name in sorted(case.patterns, key=len, reverse=True))
    found = re.finditer(rf"\b(?:{names})\b", case.text, re.IGNORECASE)
    return in_bytes(case.text, [match.span() for match in found])


def flashtext(case: Case) -> Spans:
    from flashtext import KeywordProcessor
    processor = KeywordProcessor()
    processor.add_keywords_from_list(case.patterns)
    return in_bytes(case.text, [found[1:] for found in processor.extract_keywords(case.text, span_info=True)])


def pyahocorasick(case: Case) -> Spans:
    """With a filter that drops what has a letter, digit or underscore beside it."""
    import ahocorasick
    automaton = ahocorasick.Automaton()
    for name in case.patterns:
        automaton.add_word(name.lower(), len(name.lower()))
    automaton.make_automaton()
    lowered = case.text.lower()
    spans = [(last + 1 - length, last + 1) for last, length in automaton.iter(lowered)]
    inside = re.compile(r"\w")
    whole = [(start, end) for start, end in spans
             if not (start and inside.match(lowered, start - 1)) and not inside.match(lowered, end)]
    return in_bytes(case.text, leftmost_longest(whole))


def search(command: list[str]) -> Matcher:
    """A program of grep's kind, which prints OFFSET:MATCH a line."""
    def matcher(case: Case) -> Spans:
        with tempfile.TemporaryDirectory() as folder:
            names = os.path.join(folder, "names")
            with open(names, "wb") as out:
                out.write("".join(name + "\n" for name in case.patterns).encode())
            done = subprocess.run(
                command + ["-f", names], input=case.text.encode(), stdout=subprocess.PIPE,
                env=dict(os.environ, LC_ALL="C.UTF-8"))
        spans = []
        for line in done.stdout.split(b"\n"):
            if line:
                offset, match = line.split(b":", 1)
                spans.append((int(offset), int(offset) + len(match)))
        return spans
    return matcher


def newswatch(program: str) -> Matcher:
    settings = {"case": "case", "infl": "inflect"}

    def matcher(case: Case) -> Spans:
        chosen = [option.split("=") for option in case.options if "=" in option]
        lines = []
        for number, name in enumerate(case.patterns):
            lines += ["[[entity]]", f'id = "name-{number}"', f"name = {json.dumps(name, ensure_ascii=False)}",
                      'kind = "person"'] + [f'{settings[key]} = "{value}"' for key, value in chosen]
        with tempfile.TemporaryDirectory() as folder:
            watchlist, article = os.path.join(folder, "list.toml"), os.path.join(folder, "article.txt")
            with open(watchlist, "w", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")
            with open(article, "wb") as out:
                out.write(case.text.encode())
            done = subprocess.run(
                [program, "scan", "--offline", "--watchlist", watchlist, "--format", "verbatim", "--json", article],
                capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        # Two entities that share a name have the same span.
        return sorted({(mention["start"], mention["end"]) for line in done.stdout.splitlines()
                       for mention in json.loads(line)["mentions"] if mention["in"] == "text"})
    return matcher


def compare(path: str, build: str, verbose: bool) -> list[tuple[str, str]]:
    """A row for each matcher: its name, and how many of the cases it gets right."""
    cases = read(path)
    matchers: list[tuple[str, Matcher, str | None]] = [
        ("newswatch", newswatch(os.path.join(build, "newswatchctl")), os.path.join(build, "newswatchctl")),
        (r"Python `re`, `\b`, any case", regular_expression, None),
        ("`grep -F -w -i`", search(["grep", "-F", "-w", "-i", "-o", "-a", "-b"]), "grep"),
        ("`rg -F -w -i`", search(["rg", "-F", "-w", "-i", "-o", "-a", "-b", "-N", "--no-config"]), "rg"),
        ("flashtext", flashtext, None),
        ("pyahocorasick, a word filter", pyahocorasick, None),
    ]
    rows = []
    for name, matcher, program in matchers:
        if program and not shutil.which(program):
            rows.append((name, "missing"))
            continue
        wrong = []
        for case in cases:
            try:
                right = sorted(matcher(case)) == case.expected
            except Exception as error:  # A peer that fails on a case has it wrong.
                right = False
                if verbose:
                    print(f"{name}, case {case.number}: {error}")
            if not right:
                wrong.append(case.number)
        if verbose and wrong:
            print(f"{name} misses {', '.join(wrong)}")
        rows.append((name, f"{len(cases) - len(wrong)} of {len(cases)}"))
    return rows

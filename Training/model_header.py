"""The header of a `.nwtone` file: lines of words, which a reader needs no parser of another format for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

Header = dict[str, Any]
"""As FORMAT.md names the fields: "dimensions" and "metrics" by name, "tensors" as a list, the rest as it is."""

TEXTS = ("name", "engine", "language", "trainingDataSHA256", "bodySHA256")
INTEGERS = ("format", "bodyLength")
FIRST_LINE = "format 1"
ABSENT = "-"

WORD = re.compile(r"[!-~]+")


def lines(header: Header) -> bytes:
    """`header` in ASCII; the same fields give the same bytes, in whatever order they come."""
    rows = [["format", header["format"]]]
    rows += [[key, header[key]] for key in (*TEXTS, "bodyLength") if key in header]
    if "labels" in header:
        rows.append(["labels", *header["labels"]])
    for name, value in sorted(header.get("dimensions", {}).items()):
        rows.append(["dimension", name, *(value if isinstance(value, list) else [value])])
    for name, figures in sorted(header.get("metrics", {}).items()):
        rows.append(["metric", name, *(part for pair in sorted(figures.items()) for part in pair)])
    rows += [["tensor", *_tensor_words(tensor)] for tensor in header["tensors"]]
    return "".join(" ".join(map(_word, row)) + "\n" for row in rows).encode("ascii")


def _word(value: str | float) -> str:
    text = value if isinstance(value, str) else str(int(value)) if value == int(value) else repr(float(value))
    if not WORD.fullmatch(text):
        raise ValueError(f"{text!r} cannot stand in a header: it is not one word of printable ASCII")
    return text


def _tensor_words(tensor: dict) -> Iterable[str | int]:
    rows, *columns = tensor["shape"]
    yield from (tensor["name"], tensor["dtype"], tensor["layout"], rows, *(columns or [ABSENT]))
    yield from (tensor["offset"], tensor.get("scales", ABSENT))


def read_lines(data: bytes, file: str) -> Header:
    """The opposite of `lines`. Unknown keys are passed over; a known key stands once, with what belongs to it."""
    text = data.decode("ascii", errors="replace")
    if not text.startswith(FIRST_LINE + "\n"):
        raise ValueError(f"{file}: the header begins {text[:40]!r}; this reader knows {FIRST_LINE!r}")
    if not text.endswith("\n"):
        raise ValueError(f"{file}: the header's last line has no end")
    header: Header = {"dimensions": {}, "metrics": {}, "tensors": []}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        key, *words = line.split(" ")
        if not all(map(WORD.fullmatch, (key, *words))):
            raise ValueError(f"{file}: header line {number}: {line!r} is not words with one space between them")
        try:
            READERS.get(key, _passed_over)(header, key, words)
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{file}: header line {number}: {line!r}: {error}") from error
    return header


def _set(fields: dict, key: str, value: Any) -> None:
    if key in fields:
        raise ValueError(f"{key} stands twice")
    fields[key] = value


def _read_text(header: Header, key: str, words: list[str]) -> None:
    (value,) = words
    _set(header, key, value)


def _read_integer(header: Header, key: str, words: list[str]) -> None:
    (value,) = words
    _set(header, key, int(value))


def _read_labels(header: Header, key: str, words: list[str]) -> None:
    _set(header, key, words)


def _number(word: str) -> int | float:
    return int(word) if word.isdecimal() else float(word)


def _read_dimension(header: Header, _: str, words: list[str]) -> None:
    name, *values = words
    numbers = [_number(value) for value in values]
    # One number is itself, several are a list: `dilations` alone, which the engine's document says.
    _set(header["dimensions"], name, numbers if len(numbers) != 1 else numbers[0])


def _read_metric(header: Header, _: str, words: list[str]) -> None:
    name, *pairs = words
    _set(header["metrics"], name, {k: _number(v) for k, v in zip(pairs[::2], pairs[1::2], strict=True)})


def _read_tensor(header: Header, _: str, words: list[str]) -> None:
    name, dtype, layout, rows, columns, offset, scales = words
    if any(tensor["name"] == name for tensor in header["tensors"]):
        raise ValueError(f"the tensor {name} stands twice")
    tensor = {"name": name, "dtype": dtype, "layout": layout, "offset": int(offset)}
    tensor["shape"] = [int(rows)] if columns == ABSENT else [int(rows), int(columns)]
    if scales != ABSENT:
        tensor["scales"] = int(scales)
    header["tensors"].append(tensor)


def _passed_over(_: Header, __: str, ___: list[str]) -> None:
    pass


READERS: dict[str, Callable[[Header, str, list[str]], None]] = {
    **dict.fromkeys(TEXTS, _read_text),
    **dict.fromkeys(INTEGERS, _read_integer),
    "labels": _read_labels,
    "dimension": _read_dimension,
    "metric": _read_metric,
    "tensor": _read_tensor,
}

"""Writes and reads `.nwtone`, the model file format of FORMAT.md."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from features import hash64
from model_header import Header, lines, read_lines
from quantise import Floats, Quantised, packed, unpacked

MAGIC = b"NWTONE1\n"
ALIGNMENT = 64
DIGEST_BYTES = 32


@dataclass
class Body:
    """The tensors one after another, and what the header says of them."""

    data: bytearray = field(default_factory=bytearray)
    tensors: list[dict] = field(default_factory=list)

    def _append(self, array: NDArray) -> int:
        self.data.extend(bytes(-len(self.data) % ALIGNMENT))
        offset = len(self.data)
        self.data.extend(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes())
        return offset

    def plain(self, name: str, array: NDArray, dtype: str) -> None:
        self.tensors.append(
            {"name": name, "dtype": dtype, "layout": "rows", "shape": list(array.shape), "offset": self._append(array)}
        )

    def floats(self, name: str, array: Floats) -> None:
        self.plain(name, array.astype(numpy.float32), "f32")

    def table(self, name: str, table: Quantised) -> None:
        """An embedding: rows are looked up one at a time, so they lie as they are."""
        self._quantised(name, table, "rows", table.values)

    def matrix(self, name: str, matrix: Quantised) -> None:
        """The weights of a product, in blocks as kernels read them."""
        self._quantised(name, matrix, "blocks16x4", packed(matrix.values))

    def _quantised(self, name: str, tensor: Quantised, layout: str, values: NDArray) -> None:
        offset, scales = self._append(values), self._append(tensor.scales)
        shape = list(tensor.values.shape)
        self.tensors.append(
            {"name": name, "dtype": "i8", "layout": layout, "shape": shape, "offset": offset, "scales": scales}
        )

    def vocabulary(self, pieces: list[str]) -> None:
        """The pieces, where each begins, and a hash table of their ids: nothing is left to build when it is mapped."""
        encoded = [piece.encode() for piece in pieces]
        starts = numpy.cumsum([0, *map(len, encoded)]).astype(numpy.uint32)
        slots = 1 << (2 * len(pieces) - 1).bit_length()
        table = numpy.zeros(slots, dtype=numpy.uint32)
        for number, piece in enumerate(pieces):
            slot = hash64(piece) & (slots - 1)
            while table[slot]:
                slot = (slot + 1) & (slots - 1)
            table[slot] = number + 1
        self.plain("vocabulary.bytes", numpy.frombuffer(b"".join(encoded), dtype=numpy.uint8), "u8")
        self.plain("vocabulary.starts", starts, "u32")
        self.plain("vocabulary.slots", table, "u32")


def written(header: Header, body: Body) -> bytes:
    """A whole file. The same header and body give the same bytes."""
    full = {**header, "bodyLength": len(body.data), "bodySHA256": hashlib.sha256(body.data).hexdigest()}
    full["tensors"] = body.tensors
    text = lines(full)
    head = MAGIC + struct.pack("<I", len(text)) + text
    head += bytes(-len(head) % ALIGNMENT)
    return head + bytes(body.data) + hashlib.sha256(head).digest()


@dataclass(frozen=True)
class Model:
    """A file that has been read and found whole."""

    header: Header
    tensors: dict[str, NDArray | Quantised]

    def quantised(self, name: str) -> Quantised:
        tensor = self.tensors[name]
        if not isinstance(tensor, Quantised):
            raise KeyError(f"{name} is not int8")
        return tensor

    def floats(self, name: str) -> NDArray:
        tensor = self.tensors[name]
        if isinstance(tensor, Quantised):
            raise KeyError(f"{name} is int8")
        return tensor

    def vocabulary(self) -> list[str]:
        data, starts = self.floats("vocabulary.bytes").tobytes(), self.floats("vocabulary.starts")
        return [data[start:end].decode() for start, end in pairwise(starts)]

    @staticmethod
    def read(path: Path) -> Model:
        return Model.parsed(path.read_bytes(), str(path))

    @staticmethod
    def parsed(data: bytes, name: str) -> Model:
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{name}: does not begin with {MAGIC!r}")
        (length,) = struct.unpack_from("<I", data, len(MAGIC))
        end = len(MAGIC) + 4 + length
        start = end + -end % ALIGNMENT
        if hashlib.sha256(data[:start]).digest() != data[-DIGEST_BYTES:]:
            raise ValueError(f"{name}: the header's checksum differs")
        header = read_lines(data[len(MAGIC) + 4 : end], name)
        body = data[start:-DIGEST_BYTES]
        if len(body) != header["bodyLength"] or hashlib.sha256(body).hexdigest() != header["bodySHA256"]:
            raise ValueError(f"{name}: the body's checksum differs")
        return Model(header, dict(_tensors(body, header["tensors"])))


DTYPES: dict[str, numpy.dtype[Any]] = {
    "i8": numpy.dtype("<i1"), "u8": numpy.dtype("<u1"), "u32": numpy.dtype("<u4"), "f32": numpy.dtype("<f4"),
}  # fmt: skip


def _tensors(body: bytes, entries: list[dict]) -> Iterable[tuple[str, NDArray | Quantised]]:
    for entry in entries:
        shape = entry["shape"]
        count = int(numpy.prod(shape))
        values = numpy.frombuffer(body, DTYPES[entry["dtype"]], count, entry["offset"])
        if entry["dtype"] != "i8":
            yield entry["name"], values.reshape(shape)
            continue
        scales = numpy.frombuffer(body, DTYPES["f32"], shape[0], entry["scales"])
        laid = unpacked(values, *shape) if entry["layout"] == "blocks16x4" else values.reshape(shape)
        yield entry["name"], Quantised(laid, scales)

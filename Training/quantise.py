"""int8: weights by output channel, tables by row, activations by row as they come. All symmetric."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

Floats = NDArray[numpy.float32]
Bytes = NDArray[numpy.int8]

LARGEST = numpy.float32(127)
BLOCK_ROWS, BLOCK_COLUMNS = 16, 4
"""A block of a packed matrix: 64 bytes, what one AVX-512 register takes, and whole parts of AVX2 and NEON ones."""

EXACT_COLUMNS = 1_024
"""A sum of so many products of int8 stays below 2²⁴, where float32 still counts by ones."""


@dataclass(frozen=True)
class Quantised:
    """A matrix whose row r is `values[r] * scales[r]`."""

    values: Bytes
    scales: Floats

    @property
    def floats(self) -> Floats:
        return self.values.astype(numpy.float32) * self.scales[:, None]


def quantised(rows: Floats) -> Quantised:
    """Each row by its largest magnitude; halves go to the even neighbour. A row of zeros has scale 0."""
    rows = numpy.ascontiguousarray(rows, dtype=numpy.float32)
    largest = numpy.abs(rows).max(axis=1)
    inverse = numpy.divide(LARGEST, largest, out=numpy.zeros_like(largest), where=largest > 0)
    values = numpy.clip(numpy.rint(rows * inverse[:, None]), -127, 127).astype(numpy.int8)
    return Quantised(values, largest / LARGEST)


def packed(values: Bytes) -> Bytes:
    """Rows (output channels) by columns (inputs), in blocks of 16 rows by 4 columns, block rows first."""
    rows, columns = values.shape
    if rows % BLOCK_ROWS or columns % BLOCK_COLUMNS:
        raise ValueError(f"{rows} by {columns} is not made of blocks of {BLOCK_ROWS} by {BLOCK_COLUMNS}")
    blocks = values.reshape(rows // BLOCK_ROWS, BLOCK_ROWS, columns // BLOCK_COLUMNS, BLOCK_COLUMNS)
    return numpy.ascontiguousarray(blocks.transpose(0, 2, 1, 3))


def unpacked(flat: Bytes, rows: int, columns: int) -> Bytes:
    blocks = flat.reshape(rows // BLOCK_ROWS, columns // BLOCK_COLUMNS, BLOCK_ROWS, BLOCK_COLUMNS)
    return numpy.ascontiguousarray(blocks.transpose(0, 2, 1, 3)).reshape(rows, columns)


def integer_product(activations: Floats, weights: Quantised) -> Floats:
    """`activations · weightsᵀ` as int8 kernels compute it: whole sums in int32, then both scales."""
    rows = quantised(activations)
    left, right = rows.values.astype(numpy.float32), weights.values.astype(numpy.float32)
    sums = numpy.zeros((left.shape[0], right.shape[0]), dtype=numpy.float64)
    for start in range(0, left.shape[1], EXACT_COLUMNS):
        part = slice(start, start + EXACT_COLUMNS)
        sums += left[:, part] @ right[:, part].T
    return sums.astype(numpy.float32) * (rows.scales[:, None] * weights.scales[None, :])


def float_product(activations: Floats, weights: Quantised) -> Floats:
    """The same with exact activations: the reference that an engine's fp32 path must equal."""
    return activations @ weights.floats.T

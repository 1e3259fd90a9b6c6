"""Both engines in numpy, from a `.nwtone` file alone: what another reader of the format has to compute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy
import torch

from data import Example
from features import Features, features
from nwtone import Model
from quantise import Floats, Quantised, float_product, integer_product
from settings import ConvolutionSettings
from wordpiece import MarkedInput, WordPiece, marked_input

Product = Callable[[Floats, Quantised], Floats]

PRODUCTS: dict[str, Product] = {"fp32": float_product, "int8": integer_product}


class Engine(Protocol):
    def tokens(self, example: Example) -> MarkedInput | Features: ...
    def logits(self, example: Example) -> Floats: ...


def engine(model: Model, precision: str) -> Engine:
    """`precision` is "int8" as shipped, or "fp32": the file's weights with exact activations."""
    product = PRODUCTS[precision]
    return EncoderEngine(model, product) if model.header["engine"] == "encoder" else ConvolutionEngine(model, product)


class Products:
    """What both engines compute with."""

    def __init__(self, model: Model, product: Product) -> None:
        self.model, self.product = model, product
        self.dimensions: dict = model.header["dimensions"]

    def linear(self, rows: Floats, name: str) -> Floats:
        return self.product(rows, self.model.quantised(f"{name}.weight")) + self.model.floats(f"{name}.bias")

    def classes(self, hidden: Floats) -> Floats:
        """The last product has three rows: it stays in float."""
        return hidden @ self.model.floats("classes.weight").T + self.model.floats("classes.bias")

    def looked_up(self, name: str, rows: list[int]) -> Floats:
        table = self.model.quantised(f"{name}.weight")
        return Quantised(table.values[rows], table.scales[rows]).floats


class EncoderEngine(Products):
    def __init__(self, model: Model, product: Product) -> None:
        super().__init__(model, product)
        self.tokenizer = WordPiece(model.vocabulary())

    def tokens(self, example: Example) -> MarkedInput:
        most, mention = self.dimensions["pieces"], self.dimensions["mentionPieces"]
        return marked_input(self.tokenizer, example.text, example.start, example.end, most, mention)

    def logits(self, example: Example) -> Floats:
        given = self.tokens(example)
        rows = self.looked_up("words", given.ids) + self.looked_up("positions", list(range(len(given.ids))))
        rows = self.normalised(rows, "embedding_norm")
        for number in range(self.dimensions["layers"]):
            layer = f"layers.{number}."
            mixed = self.linear(self.attention(rows, layer), layer + "attention_out")
            rows = self.normalised(rows + mixed, layer + "attention_norm")
            inner = gelu(self.linear(rows, layer + "inner_in"))
            rows = self.normalised(rows + self.linear(inner, layer + "inner_out"), layer + "inner_norm")
        mention = rows[given.mention_from : given.mention_to].mean(0)
        joined = numpy.concatenate([rows[0], mention])[None]
        return self.classes(numpy.tanh(self.linear(joined, "head")))[0]

    def attention(self, rows: Floats, layer: str) -> Floats:
        heads, width = self.dimensions["heads"], self.dimensions["width"]
        split = self.linear(rows, layer + "attention_in").reshape(len(rows), 3, heads, width // heads)
        query, key, value = split.transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) / numpy.sqrt(numpy.float32(width // heads))
        return (softmax(scores) @ value).transpose(1, 0, 2).reshape(len(rows), width)

    def normalised(self, rows: Floats, name: str) -> Floats:
        centred = rows - rows.mean(-1, keepdims=True)
        variance = (centred * centred).mean(-1, keepdims=True)
        unit = centred / numpy.sqrt(variance + numpy.float32(self.dimensions["epsilon"]))
        return unit * self.model.floats(f"{name}.weight") + self.model.floats(f"{name}.bias")


class ConvolutionEngine(Products):
    def __init__(self, model: Model, product: Product) -> None:
        super().__init__(model, product)
        names = {
            "word_buckets": "wordBuckets", "prefix_buckets": "prefixBuckets", "suffix_buckets": "suffixBuckets",
            "prefix_letters": "prefixLetters", "suffix_letters": "suffixLetters", "side_tokens": "sideTokens",
            "mention_tokens": "mentionTokens",
        }  # fmt: skip
        self.settings = ConvolutionSettings(**{ours: self.dimensions[theirs] for ours, theirs in names.items()})

    def tokens(self, example: Example) -> Features:
        return features(self.settings, example.text, example.start, example.end)

    def logits(self, example: Example) -> Floats:
        given = self.tokens(example)
        rows = self.looked_up("words", given.words) + self.looked_up("prefixes", given.prefixes)
        rows = rows + self.looked_up("suffixes", given.suffixes)
        rows = rows + self.looked_up("shapes", given.shapes) + self.looked_up("positions", given.positions)
        for number, dilation in enumerate(self.dimensions["dilations"]):
            beside = numpy.pad(rows, ((dilation, dilation), (0, 0)))
            joined = numpy.concatenate([beside[: len(rows)], rows, beside[2 * dilation :]], axis=1)
            mixed = numpy.maximum(self.linear(joined, f"layers.{number}"), 0)
            rows = mixed if number == 0 else rows + mixed
        mention = rows[given.mention_from : given.mention_to].mean(0)
        query = self.linear(mention[None], "query")[0]
        scores = rows @ query / numpy.sqrt(numpy.float32(self.dimensions["channels"]))
        asked = softmax(scores) @ rows
        joined = numpy.concatenate([mention, rows.max(0), asked])[None]
        return self.classes(numpy.tanh(self.linear(joined, "hidden")))[0]


def softmax(scores: Floats) -> Floats:
    raised = numpy.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def gelu(rows: Floats) -> Floats:
    """The exact one, with the error function; numpy has none."""
    return rows * numpy.float32(0.5) * (1 + torch.erf(torch.from_numpy(rows / numpy.sqrt(numpy.float32(2)))).numpy())

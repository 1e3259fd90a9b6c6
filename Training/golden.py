"""Golden inputs and outputs: what another engine must reproduce from the same file."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import numpy
import torch
from torch import nn

import convolution
import encoder
from convolution import Convolution
from data import Example, read_lines
from encoder import Encoder
from features import Features
from inference import engine
from nwtone import Model
from settings import TRAINING_FOLDER
from wordpiece import MarkedInput


def golden_examples(language: str) -> list[Example]:
    """Sentences of our own, with the hard cases: ends of the text, accents, ideographs, emoji, length, empty sides."""
    examples = []
    for row in read_lines(TRAINING_FOLDER / "golden_inputs.jsonl"):
        if row["lang"] != language:
            continue
        text = row["text"] * row.get("repeat", 1)
        start = text.rindex(row["mention"]) if row.get("last") else text.index(row["mention"])
        examples.append(Example(text, start, start + len(row["mention"]), None, "golden"))
    return examples


def with_shipped_weights(trained: Encoder | Convolution, model: Model) -> Encoder | Convolution:
    """The PyTorch model with the file's weights: its logits are the reference of an engine's fp32 path."""
    shipped = copy.deepcopy(trained).eval()
    for name, module in shipped.named_modules():
        if isinstance(module, nn.Embedding) or (isinstance(module, nn.Linear) and name != "classes"):
            module.weight.data = torch.from_numpy(model.quantised(f"{name}.weight").floats)
    return shipped


def ids_of(given: MarkedInput | Features) -> dict:
    """The token ids as the format's document names them."""
    mention = {"mentionFrom": given.mention_from, "mentionTo": given.mention_to}
    if isinstance(given, MarkedInput):
        return {"ids": given.ids, **mention}
    return {
        "words": given.words, "prefixes": given.prefixes, "suffixes": given.suffixes, "shapes": given.shapes,
        "positions": given.positions, **mention,
    }  # fmt: skip


def reference(shipped: Encoder | Convolution, given: list[MarkedInput | Features]) -> torch.Tensor:
    """PyTorch's logits, in fp32."""
    if isinstance(shipped, Encoder):
        return encoder.predict(shipped, [one for one in given if isinstance(one, MarkedInput)])
    return convolution.predict(shipped, [one for one in given if isinstance(one, Features)])


def write_golden(path: Path, trained: Encoder | Convolution, file: Path) -> float:
    """Writes the golden outputs; answers how far our own fp32 reader is from PyTorch, at most."""
    model = Model.read(file)
    examples = golden_examples(model.header["language"])
    reader, integer = engine(model, "fp32"), engine(model, "int8")
    given = [reader.tokens(example) for example in examples]
    shipped = with_shipped_weights(trained, model)
    exact = reference(shipped, given).numpy()
    apart, rows = 0.0, []
    for example, tokens, logits in zip(examples, given, exact, strict=True):
        apart = max(apart, float(numpy.abs(reader.logits(example) - logits).max()))
        rows.append(
            {
                "text": example.text, "from": example.start, "to": example.end, **ids_of(tokens),
                "fp32": [round(float(value), 7) for value in logits],
                "int8": [round(float(value), 7) for value in integer.logits(example)],
            }
        )  # fmt: skip
    with path.open("w", encoding="utf-8") as out:
        head = {"model": model.header["name"], "bodySHA256": model.header["bodySHA256"], "count": len(rows)}
        for line in [head, *rows]:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return apart

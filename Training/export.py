"""Turns trained models into `.nwtone` files, with what they reach on dev in their headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy
from torch import Tensor, nn

from convolution import DILATIONS, Convolution
from data import Example
from encoder import LAYER_NORM_EPSILON, Encoder
from evaluate import Figures
from inference import engine
from nwtone import Body, Model, written
from quantise import quantised
from settings import LABELS, Settings

FORMAT_VERSION = 1


@dataclass(frozen=True)
class Shipped:
    """A model as it goes out, and what it was made from."""

    name: str
    """"english-encoder"."""
    language: str
    trained: Encoder | Convolution
    trained_logits: dict[str, Tensor]
    """Logits in fp32 as trained, by dev set: what quantising is measured against."""
    sets: dict[str, list[Example]]
    data_digest: str


def filled(model: Encoder | Convolution, pieces: Sequence[str] | None) -> Body:
    """Tables and products in int8, the small rest in f32."""
    body = Body()
    if pieces is not None:
        body.vocabulary(list(pieces))
    for name, module in model.named_modules():
        if isinstance(module, nn.Embedding):
            body.table(f"{name}.weight", quantised(module.weight.detach().numpy()))
        elif isinstance(module, nn.Linear):
            weight = module.weight.detach().numpy()
            if name == "classes":
                body.floats(f"{name}.weight", weight)
            else:
                body.matrix(f"{name}.weight", quantised(weight))
            body.floats(f"{name}.bias", module.bias.detach().numpy())
        elif isinstance(module, nn.LayerNorm):
            body.floats(f"{name}.weight", module.weight.detach().numpy())
            body.floats(f"{name}.bias", module.bias.detach().numpy())
    return body


def dimensions(model: Encoder | Convolution) -> dict:
    if isinstance(model, Encoder):
        s = model.settings
        return {
            "width": s.width, "layers": s.layers, "heads": s.heads, "inner": s.inner, "pieces": s.pieces,
            "mentionPieces": s.mention_pieces, "vocabulary": model.words.num_embeddings,
            "epsilon": LAYER_NORM_EPSILON,
        }  # fmt: skip
    c = model.settings
    return {
        "width": c.width, "channels": c.channels, "hidden": c.hidden, "dilations": list(DILATIONS),
        "wordBuckets": c.word_buckets, "prefixBuckets": c.prefix_buckets, "suffixBuckets": c.suffix_buckets,
        "prefixLetters": c.prefix_letters, "suffixLetters": c.suffix_letters, "sideTokens": c.side_tokens,
        "mentionTokens": c.mention_tokens,
    }  # fmt: skip


def measured(shipped: Shipped, model: Model, settings: Settings) -> dict[str, dict]:
    """Figures of the fp32 weights as trained and of the int8 file, by set."""
    found: dict[str, dict] = {}
    integer = engine(model, "int8")
    for name, examples in shipped.sets.items():
        if not examples:
            continue
        gold = [example.label for example in examples]
        trained = (shipped.trained_logits[name].argmax(1) - 1).tolist()
        guesses = [int(numpy.argmax(integer.logits(example))) - 1 for example in examples]
        figures = {
            "fp32": Figures.of(gold, trained, settings.bootstraps, settings.seed),
            "int8": Figures.of(gold, guesses, settings.bootstraps, settings.seed),
        }
        for precision, one in figures.items():
            print(one.line(f"{shipped.name} {name} {precision}"), flush=True)
        found[name] = {precision: asdict(one) for precision, one in figures.items()}
    return found


def export(shipped: Shipped, pieces: Sequence[str] | None, settings: Settings, folder: Path) -> tuple[Path, dict]:
    """Writes the file; answers its place and its figures."""
    header = {
        "format": FORMAT_VERSION,
        "name": shipped.name,
        "engine": "encoder" if isinstance(shipped.trained, Encoder) else "convolution",
        "language": shipped.language,
        "labels": list(LABELS),
        "dimensions": dimensions(shipped.trained),
        "trainingDataSHA256": shipped.data_digest,
    }
    body = filled(shipped.trained, pieces)
    # Measured from the bytes that are shipped; only the figures are added to the header afterwards.
    figures = measured(shipped, Model.parsed(written({**header, "metrics": {}}, body), shipped.name), settings)
    metrics = {
        name: {
            "count": both["int8"]["count"],
            "macroF1": both["int8"]["macro_f1"], "low": both["int8"]["low"], "high": both["int8"]["high"],
            "polarF1": both["int8"]["polar_f1"], "fp32MacroF1": both["fp32"]["macro_f1"],
        }
        for name, both in figures.items()
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{shipped.name}.nwtone"
    path.write_bytes(written({**header, "metrics": metrics}, body))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB", flush=True)
    return path, figures

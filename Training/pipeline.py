"""Rebuilds every model file: trains, exports, measures, and writes golden outputs and cards."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace

import torch

import convolution
import encoder
from card import card
from convolution import Convolution
from convolution_training import ConvolutionTrainer
from data import Example, read_data
from encoder import Encoder
from export import Shipped, export
from golden import write_golden
from settings import Places, Settings
from stages import Stages

MODELS = ("english-encoder", "english-convolution", "russian-convolution")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Training/run", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="the whole chain on 200 sentences, in under 3 minutes")
    parser.add_argument("--only", choices=MODELS, action="append", help="make this model alone; may be repeated")
    parser.add_argument("--threads", type=int, default=1, help="more are faster, and change the last digits")
    parser.add_argument("--teachers", type=int, help="folds of the encoder's teachers; 0 for gold labels alone")
    parser.add_argument("--seeds", type=int, help="encoders to average")
    return parser.parse_args()


def chosen_settings(given: argparse.Namespace) -> Settings:
    settings = Settings.smoke() if given.smoke else Settings.full()
    changes = {name: value for name in ("teachers", "seeds") if (value := getattr(given, name)) is not None}
    return replace(settings, encoder=replace(settings.encoder, **changes))


class Pipeline:
    def __init__(self, stages: Stages) -> None:
        self.stages = stages
        self.places, self.settings, self.data = stages.places, stages.settings, stages.data

    def run(self, names: tuple[str, ...]) -> None:
        for name in MODELS:
            if name in names:
                self.ship(self.trained(name))

    def trained(self, name: str) -> Shipped:
        if name == "russian-convolution":
            model: Encoder | Convolution = self.stages.russian_convolution()
            files = ("rusentne/", "targets/russian")
            return self.shipped(name, "ru", model, {"russian_dev": self.data.russian_dev}, files)
        sets = {
            "rw_dev": self.data.rw_dev, "mt_dev": self.data.mt_dev, "targets_test": self.data.targets_test,
        }  # fmt: skip
        stages = self.stages
        model = stages.english_encoder if name == "english-encoder" else stages.english_convolution()
        return self.shipped(name, "en", model, sets, ("newsmtsc/", "targets/train", "targets/second"))

    def shipped(
        self, name: str, language: str, model: Encoder | Convolution, sets: dict[str, list[Example]],
        data_files: tuple[str, ...],
    ) -> Shipped:  # fmt: skip
        logits = {key: self.logits(model, examples) for key, examples in sets.items() if examples}
        return Shipped(name, language, model, logits, sets, self.data.digest(data_files))

    def logits(self, model: Encoder | Convolution, examples: list[Example]) -> torch.Tensor:
        if isinstance(model, Encoder):
            return encoder.predict(model, self.stages.encoder_trainer.inputs(examples))
        return convolution.predict(model, ConvolutionTrainer(model.settings, {}).inputs(examples))

    def ship(self, shipped: Shipped) -> None:
        pieces = self.stages.encoder_trainer.tokenizer.pieces if isinstance(shipped.trained, Encoder) else None
        folder = self.places.models
        file, figures = export(shipped, pieces, self.settings, folder)
        apart = write_golden(folder / f"{shipped.name}.golden.jsonl", shipped.trained, file)
        print(f"{shipped.name}: our reader's fp32 logits and PyTorch's are {apart:.1e} apart at most", flush=True)
        (folder / f"{shipped.name}.md").write_text(card(file, figures), encoding="utf-8")
        text = json.dumps(figures, indent=1, sort_keys=True)
        (folder / f"{shipped.name}.figures.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    settings, places = chosen_settings(given), Places.from_environment(given.smoke)
    Pipeline(Stages(places, settings, read_data(places, settings))).run(tuple(given.only or MODELS))


if __name__ == "__main__":
    main()

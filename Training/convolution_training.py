"""Trains a convolution on gold labels, on a teacher's opinions, or on both."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch
from torch.nn import functional

from convolution import Convolution, TokenBatch, predict
from data import Example, Sample
from encoder import schedule
from encoder_training import shuffled_batches
from evaluate import macro_f1
from features import Features, features
from settings import ConvolutionSettings
from side_by_side import side_by_side

AVERAGING_WARMUP = 10
"""Steps after which the running mean would keep half; it keeps less at first, to forget the random start."""

Start = Callable[[Convolution], None]
"""Puts what is known of words into a fresh model."""


@dataclass
class ConvolutionTrainer:
    settings: ConvolutionSettings
    dev: dict[str, list[Example]]
    start: Start | None = None

    def inputs(self, examples: Sequence[Example]) -> list[Features]:
        return [features(self.settings, e.text, e.start, e.end) for e in examples]

    def dev_score(self, model: Convolution, dev: dict[str, list[Features]]) -> float:
        """Mean of the dev sets' macro-F1."""
        scores = []
        for name, inputs in dev.items():
            chosen = predict(model, inputs).argmax(1) - 1
            scores.append(macro_f1([e.label for e in self.dev[name]], chosen.tolist()))
        return sum(scores) / len(scores)

    def train(self, name: str, samples: Sequence[Sample], seed: int) -> tuple[Convolution, float]:
        """The running mean of the weights at the best epoch on dev, or at the last where dev does not choose."""
        torch.manual_seed(seed)
        model = Convolution(self.settings)
        if self.start is not None:
            self.start(model)
        inputs = self.inputs([sample.example for sample in samples])
        dev = {key: self.inputs(examples) for key, examples in self.dev.items()}
        targets = torch.tensor([sample.target for sample in samples])
        weights = torch.tensor([sample.weight for sample in samples]) * self._class_weights(targets)
        optimizer = torch.optim.AdamW(
            model.parameters(), lr=self.settings.learning_rate, weight_decay=self.settings.weight_decay
        )
        lengths = [len(one.words) for one in inputs]
        steps = 0
        mean, best, best_score = copy.deepcopy(model), model, -1.0
        for epoch in range(self.settings.epochs):
            batches = shuffled_batches(lengths, self.settings.batch, seed * 1_000 + epoch)
            model.train()
            total = 0.0
            for step, chosen in enumerate(batches):
                factor = schedule(epoch * len(batches) + step, self.settings.epochs * len(batches), 0.05)
                for group in optimizer.param_groups:
                    group["lr"] = self.settings.learning_rate * factor
                logits = model(TokenBatch.of([inputs[i] for i in chosen]))
                losses = functional.cross_entropy(logits, targets[chosen], reduction="none")
                loss = (losses * weights[chosen]).sum() / weights[chosen].sum()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                total += loss.item()
                steps += 1
                self._follow(mean, model, steps)
            score = self.dev_score(mean, dev)
            print(f"{name}: epoch {epoch + 1} loss {total / len(batches):.4f} dev {score:.4f}", flush=True)
            if score > best_score or not self.settings.choose:
                best, best_score = copy.deepcopy(mean), score
        return best, best_score

    def best_of(self, name: str, samples: Sequence[Sample], seed: int) -> Convolution:
        runs = [self.train(f"{name} {n + 1}", samples, seed + n) for n in range(self.settings.seeds)]
        return max(runs, key=lambda run: run[1])[0] if self.settings.choose else runs[0][0]

    def together(self, name: str, samples: Sequence[Sample], seed: int) -> Convolution:
        """As many members as the settings say, each trained alone from a start of its own, laid side by side."""
        count = self.settings.members
        alone = replace(self, settings=self.settings.member)
        members = [alone.best_of(f"{name}, member {n + 1}", samples, seed + n) for n in range(count)]
        whole = side_by_side(members, self.settings)
        dev = {key: self.inputs(examples) for key, examples in self.dev.items()}
        print(f"{name}: {count} members together, dev {self.dev_score(whole, dev):.4f}", flush=True)
        return whole

    def _follow(self, mean: Convolution, model: Convolution, steps: int) -> None:
        kept = min(self.settings.averaging, steps / (steps + AVERAGING_WARMUP))
        with torch.no_grad():
            for slow, fast in zip(mean.parameters(), model.parameters(), strict=True):
                slow.lerp_(fast, 1 - kept)

    def _class_weights(self, targets: torch.Tensor) -> torch.Tensor:
        """Examples of a rare class weigh more, by `balance`; a soft target mixes its classes' weights."""
        share = targets.mean(0)
        per_class = (share.mean() / share) ** self.settings.balance
        return (targets * per_class).sum(1)

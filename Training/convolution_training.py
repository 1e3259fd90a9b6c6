"""Trains a convolution on gold labels, on a teacher's opinions, or on both."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn import functional

from convolution import Convolution, TokenBatch, predict
from data import Example, Sample
from encoder import schedule
from encoder_training import shuffled_batches
from evaluate import macro_f1
from features import Features, features
from settings import ConvolutionSettings


@dataclass
class ConvolutionTrainer:
    settings: ConvolutionSettings
    dev: dict[str, list[Example]]
    word_vectors: torch.Tensor | None = None
    """What the words' table starts from, where something is known of them."""

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
        """The best epoch on dev, and its score."""
        torch.manual_seed(seed)
        model = Convolution(self.settings)
        if self.word_vectors is not None:
            model.words.weight.data.copy_(self.word_vectors)
        inputs = self.inputs([sample.example for sample in samples])
        dev = {key: self.inputs(examples) for key, examples in self.dev.items()}
        targets = torch.tensor([sample.target for sample in samples])
        weights = torch.tensor([sample.weight for sample in samples]) * self._class_weights(targets)
        optimizer = torch.optim.AdamW(
            model.parameters(), lr=self.settings.learning_rate, weight_decay=self.settings.weight_decay
        )
        lengths = [len(one.words) for one in inputs]
        best, best_score = copy.deepcopy(model), -1.0
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
            score = self.dev_score(model, dev)
            print(f"{name}: epoch {epoch + 1} loss {total / len(batches):.4f} dev {score:.4f}", flush=True)
            if score > best_score:
                best, best_score = copy.deepcopy(model), score
        return best, best_score

    def best_of(self, name: str, samples: Sequence[Sample], seed: int) -> Convolution:
        runs = [self.train(f"{name} {n + 1}", samples, seed + n) for n in range(self.settings.seeds)]
        return max(runs, key=lambda run: run[1])[0]

    def _class_weights(self, targets: torch.Tensor) -> torch.Tensor:
        """Examples of a rare class weigh more, by `balance`; a soft target mixes its classes' weights."""
        share = targets.mean(0)
        per_class = (share.mean() / share) ** self.settings.balance
        return (targets * per_class).sum(1)

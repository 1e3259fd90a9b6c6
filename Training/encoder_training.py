"""Trains one encoder: resumable, early stopping on dev, the same result for the same seed on the same machine."""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from data import Example, Sample
from encoder import Batch, Encoder, parameter_groups, predict, schedule
from evaluate import macro_f1
from settings import EncoderSettings
from wordpiece import MarkedInput, WordPiece, marked_input

MIXTURE = frozenset("""
    coreference_weight teachers teacher_epochs teacher_share spans span_weight seeds checkpoint_steps
""".split())
"""Settings that say what is trained on and how often: the samples and the seed tell it."""


@dataclass
class Progress:
    """Where a training stands."""

    epoch: int = 0
    step: int = 0
    """Steps of the epoch that are done."""
    scored: list[tuple[float, dict[str, Tensor]]] = field(default_factory=list)
    """Dev score and weights after each epoch."""
    history: list[dict] = field(default_factory=list)


@dataclass
class EncoderTrainer:
    """What every training of a run shares."""

    settings: EncoderSettings
    tokenizer: WordPiece
    dev: dict[str, list[Example]]
    folder: Path
    seed: int

    def inputs(self, examples: Sequence[Example]) -> list[MarkedInput]:
        most, mention = self.settings.pieces, self.settings.mention_pieces
        return [marked_input(self.tokenizer, e.text, e.start, e.end, most, mention) for e in examples]

    def dev_scores(self, encoder: Encoder) -> dict[str, float]:
        scores = {}
        for name, examples in self.dev.items():
            chosen = predict(encoder, self.inputs(examples)).argmax(1) - 1
            scores[name] = macro_f1([e.label for e in examples], chosen.tolist())
        return scores

    def load(self, weights: dict[str, Tensor]) -> Encoder:
        encoder = Encoder(self.settings, len(self.tokenizer.pieces))
        encoder.load_state_dict(weights)
        return encoder

    def train(self, name: str, samples: Sequence[Sample], seed: int) -> list[dict[str, Tensor]]:
        """The weights after each epoch, the best on dev first. Goes on where a run that was cut off stood."""
        print(f"{name}: {len(samples)} samples", flush=True)
        done = self.folder / f"{name}.pt"
        identity = self._identity(samples, seed)
        if done.is_file():
            kept = torch.load(done, weights_only=False)
            if kept["identity"] == identity:
                print(f"{name}: trained already, dev {kept['scores'][0]:.4f}", flush=True)
                return kept["weights"]
        encoder = Encoder.pretrained(self.settings, self.tokenizer.pieces, self.seed)
        optimizer = torch.optim.AdamW(parameter_groups(encoder))
        rates = [group["lr"] for group in optimizer.param_groups]
        progress = self._resume(name, identity, encoder, optimizer) or Progress()
        if progress.epoch == progress.step == 0:
            torch.manual_seed(seed)
        inputs = self.inputs([sample.example for sample in samples])
        targets = torch.tensor([sample.target for sample in samples])
        weights = torch.tensor([sample.weight for sample in samples])
        lengths = [len(one.ids) for one in inputs]
        steps = -(-len(samples) // self.settings.batch)
        while progress.epoch < self.settings.epochs:
            started, total = time.monotonic(), 0.0
            batches = shuffled_batches(lengths, self.settings.batch, seed * 1_000 + progress.epoch)
            encoder.train()
            while progress.step < steps:
                chosen = batches[progress.step]
                done_steps = progress.epoch * steps + progress.step
                factor = schedule(done_steps, steps * self.settings.epochs, self.settings.warmup)
                for group, rate in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = rate * factor
                total += training_step(
                    encoder, optimizer, Batch.of([inputs[i] for i in chosen]), targets[chosen], weights[chosen]
                )
                progress.step += 1
                if progress.step % self.settings.checkpoint_steps == 0:
                    self._save(name, identity, encoder, optimizer, progress)
                    pace = (time.monotonic() - started) / 60
                    print(f"{name}: epoch {progress.epoch + 1} step {progress.step}/{steps} {pace:.1f} min", flush=True)
            scores = self.dev_scores(encoder)
            mean = sum(scores.values()) / len(scores)
            progress.history.append({"epoch": progress.epoch + 1, "loss": total / steps, **scores})
            print(f"{name}: {json.dumps(progress.history[-1])}", flush=True)
            progress.scored.append((mean, {key: value.clone() for key, value in encoder.state_dict().items()}))
            progress.epoch, progress.step = progress.epoch + 1, 0
            self._save(name, identity, encoder, optimizer, progress)
        ranked = sorted(progress.scored, key=lambda one: -one[0])
        weights = [state for _, state in ranked]
        scores = [score for score, _ in ranked]
        torch.save({"identity": identity, "weights": weights, "scores": scores, "history": progress.history}, done)
        self._checkpoint(name).unlink(missing_ok=True)
        return weights

    def _identity(self, samples: Sequence[Sample], seed: int) -> str:
        """Changes with everything that the result depends on, so that no stale checkpoint is taken up."""
        shape = {name: value for name, value in asdict(self.settings).items() if name not in MIXTURE}
        digest = hashlib.sha256(json.dumps([shape, seed, self.seed]).encode())
        digest.update("\n".join(self.tokenizer.pieces).encode())
        for sample in samples:
            example = sample.example
            rounded = [round(value, 4) for value in sample.target]
            row = [example.text, example.start, example.end, rounded, round(sample.weight, 4)]
            digest.update(json.dumps(row).encode())
        return digest.hexdigest()

    def _checkpoint(self, name: str) -> Path:
        return self.folder / f"{name}.checkpoint"

    def _save(self, name: str, identity: str, encoder: Encoder, optimizer: torch.optim.Optimizer, at: Progress) -> None:
        state = {
            "identity": identity, "encoder": encoder.state_dict(), "optimizer": optimizer.state_dict(),
            "progress": at, "random": torch.get_rng_state(),
        }  # fmt: skip
        # Written beside and moved: a run that is cut off while it saves leaves the last one whole.
        beside = self._checkpoint(name).with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self._checkpoint(name))

    def _resume(
        self, name: str, identity: str, encoder: Encoder, optimizer: torch.optim.Optimizer
    ) -> Progress | None:
        path = self._checkpoint(name)
        if not path.is_file():
            return None
        state = torch.load(path, weights_only=False)
        if state["identity"] != identity:
            return None
        encoder.load_state_dict(state["encoder"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        progress: Progress = state["progress"]
        print(f"{name}: goes on in epoch {progress.epoch + 1} at step {progress.step}", flush=True)
        return progress


def training_step(
    encoder: Encoder, optimizer: torch.optim.Optimizer, batch: Batch, targets: Tensor, weights: Tensor
) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = encoder(batch)
    losses = functional.cross_entropy(logits.float(), targets, reduction="none")
    loss = (losses * weights).sum() / weights.sum()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return loss.item()


def shuffled_batches(lengths: Sequence[int], size: int, seed: int) -> list[list[int]]:
    """Batches of like lengths in random order: fewer pads, and still another mix in each epoch."""
    shuffle = random.Random(seed)
    order = list(range(len(lengths)))
    shuffle.shuffle(order)
    pool = size * 16
    batches: list[list[int]] = []
    for start in range(0, len(order), pool):
        part = sorted(order[start : start + pool], key=lambda index: lengths[index])
        batches += [part[at : at + size] for at in range(0, len(part), size)]
    shuffle.shuffle(batches)
    return batches


def averaged(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several trainings' weights: as good as their vote, at the price of one."""
    return {key: torch.stack([state[key] for state in states]).mean(0) for key in states[0]}


def best_average(
    trained: Sequence[dict[str, Tensor]], score: Callable[[dict[str, Tensor]], float]
) -> tuple[dict[str, Tensor], float, int]:
    """A greedy average: from the best training on, each next one joins when dev does not lose by it."""
    ranked = sorted(((score(state), index) for index, state in enumerate(trained)), reverse=True)
    members = [ranked[0][1]]
    best, best_score = trained[members[0]], ranked[0][0]
    for _, index in ranked[1:]:
        candidate = averaged([trained[i] for i in [*members, index]])
        candidate_score = score(candidate)
        if candidate_score >= best_score:
            members.append(index)
            best, best_score = candidate, candidate_score
    return best, best_score, len(members)

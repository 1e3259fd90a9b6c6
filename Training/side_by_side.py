"""Lays narrow convolutions side by side: one convolution whose logits are the mean of theirs.

Members that learned from different starts err differently, and their mean errs less than any of them. Side by side they
are one network of the ordinary form, in which the weights between members are zero, so an engine needs to know nothing
of it. Attention is one for the whole network; members therefore have none (`asks` is false).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from convolution import Convolution
from settings import ConvolutionSettings


def side_by_side(members: Sequence[Convolution], settings: ConvolutionSettings) -> Convolution:
    """`settings` are the whole's; the members have those of `settings.member`."""
    if len(members) != settings.members or settings.asks:
        raise ValueError(f"{settings.members} members without attention are expected")
    whole = Convolution(settings)
    with torch.no_grad():
        for name in ("words", "prefixes", "suffixes", "shapes", "positions"):
            table: nn.Embedding = getattr(whole, name)
            table.weight.copy_(torch.cat([getattr(member, name).weight for member in members], dim=1))
        for number, layer in enumerate(whole.layers):
            lay(layer, [member.layers[number] for member in members], parts=3)
        lay(whole.hidden, [member.hidden for member in members], parts=3)
        whole.classes.weight.copy_(torch.cat([member.classes.weight for member in members], dim=1) / len(members))
        whole.classes.bias.copy_(torch.stack([member.classes.bias for member in members]).mean(0))
    return whole


def lay(whole: nn.Linear, members: Sequence[nn.Linear], parts: int) -> None:
    """Each member's product in rows of its own, and in its own columns of each of the parts that are joined there."""
    rows = members[0].out_features
    columns = members[0].in_features // parts
    blocks: Tensor = whole.weight.new_zeros(len(members), rows, parts, len(members), columns)
    for number, member in enumerate(members):
        blocks[number, :, :, number] = member.weight.view(rows, parts, columns)
    whole.weight.copy_(blocks.reshape(whole.out_features, whole.in_features))
    whole.bias.copy_(torch.cat([member.bias for member in members]))

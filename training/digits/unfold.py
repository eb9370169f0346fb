"""Makes a checkpoint of the shipped net, to go on from where the one that made it is gone.

    python unfold.py BANK CHECKPOINTS/start.pt

The batch norms were folded into the convolutions for shipping; each is made anew from what it sees, so that the net answers as before.
"""

import argparse
import pathlib

import numpy as np
import onnx
import torch
from onnx import numpy_helper

import compose
import train
import words
from export import ONNX
from net import Digits

LOOKS = 96


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank", type=pathlib.Path)
    parser.add_argument("checkpoint", type=pathlib.Path)
    args = parser.parse_args()
    graph = onnx.load(ONNX).graph
    net = Digits([out.name for out in graph.output]).eval()
    shipped = {item.name.removeprefix("net."): torch.tensor(numpy_helper.to_array(item)) for item in graph.initializer}
    missing = net.load_state_dict({name: value for name, value in shipped.items() if name in net.state_dict()}, strict=False).missing_keys
    assert not [name for name in missing if name.endswith("weight") and net.state_dict()[name].dim() > 1], missing
    for conv, norm, bias in [
        *((net.front[at], net.front[at + 1], shipped[f"front.{at}.bias"]) for at in (0, 3)),
        (net.narrow[0], net.narrow[1], shipped["narrow.0.bias"]),
        *((block.conv, block.norm, shipped[f"trunk.{at}.conv.bias"]) for at, block in enumerate(net.trunk)),
    ]:
        norm.register_forward_pre_hook(lambda norm, inputs, bias=bias: unfold(norm, inputs[0], bias))
    composer = compose.Composer(np.random.default_rng(1), *train.sources(args.bank, False, set(words.ASIDE)), {})
    planes = train.batch(train.Views(composer, "en", LOOKS, 2), LOOKS)[0]
    with torch.no_grad():
        net(planes)
    args.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"mean": net.state_dict(), "languages": net.languages}, args.checkpoint)


def unfold(norm, seen, bias):
    others = [dim for dim in range(seen.dim()) if dim != 1]
    norm.running_mean.copy_(seen.mean(others))
    norm.running_var.copy_(seen.var(others, correction=0))
    with torch.no_grad():
        norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
        norm.bias.copy_(norm.running_mean + bias)


if __name__ == "__main__":
    main()

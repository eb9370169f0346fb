"""Writes a checkpoint as ONNX with its batch norms folded in, and reference scores for the Rust test.

`python export.py mrz OUT/mrz.pt ../../models/own/mrz-lines.onnx REFERENCE.json`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re

import numpy as np
import onnx
import onnxruntime
import torch
from torch.ao.quantization import fuse_modules
from torch import nn

import net as nets
import render


def folded(net: nn.Module) -> nn.Module:
    """Every convolution that is followed by a batch norm takes it in."""
    for module in net.modules():
        if isinstance(module, nn.Sequential):
            names = [name for name, _ in module.named_children()]
            for a, b in zip(names, names[1:]):
                if isinstance(module[int(a)], nn.Conv2d) and isinstance(module[int(b)], nn.BatchNorm2d):
                    fuse_modules(module, [a, b], inplace=True)
    return net


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("kind", choices=sorted(render.SHAPES))
    options.add_argument("checkpoint")
    options.add_argument("onnx")
    options.add_argument("reference")
    options.add_argument("--manifest", help="the models/*.toml whose sha256 and bytes are brought up to date")
    options = options.parse_args()
    net = nets.build(options.kind)
    state = torch.load(options.checkpoint, weights_only=False)["average"]  # our own file
    net.load_state_dict({k.removeprefix("module."): v for k, v in state.items() if k.startswith("module.")})
    net = folded(net.eval())
    height = render.SHAPES[options.kind].height
    os.makedirs(os.path.dirname(options.onnx) or ".", exist_ok=True)
    torch.onnx.export(
        net, (torch.zeros(1, 1, height, 320),), options.onnx, input_names=["strip"], output_names=["scores"], opset_version=17, dynamo=False,
        dynamic_axes={"strip": {3: "columns"}, "scores": {0: "steps"}},
    )
    model = onnx.load(options.onnx)
    onnx.checker.check_model(model)
    # A strip that every language can make: waves, no picture.
    columns = 160
    strip = [[float(np.sin(0.37 * x) * np.cos(0.61 * y) * 1.5) for x in range(columns)] for y in range(height)]
    session = onnxruntime.InferenceSession(options.onnx)
    scores = session.run(None, {"strip": np.array(strip, np.float32)[None, None]})[0]
    flat = scores.reshape(-1)
    reference = {"columns": columns, "shape": [int(n) for n in scores.shape], "every": 37, "scores": [round(float(v), 5) for v in flat[::37]]}
    with open(options.reference, "w") as file:
        json.dump(reference, file)
    data = open(options.onnx, "rb").read()
    if options.manifest:
        text = open(options.manifest).read()
        text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{hashlib.sha256(data).hexdigest()}"', text, count=1)
        text = re.sub(r"(?m)^bytes = \d+$", f"bytes = {len(data)}", text, count=1)
        open(options.manifest, "w").write(text)
    print(len(data), "bytes", hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()

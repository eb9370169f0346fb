"""Writes a checkpoint as ONNX with its batch norms folded in, its hash into the manifest, and reference outputs for the Rust test.

    python export.py CHECKPOINTS/last.pt
    python export.py CHECKPOINTS/last.pt --name digits-languages --languages es fr de pt ru ar zh tr vi id hi uk bn
"""

import argparse
import hashlib
import json
import pathlib
import re

import numpy as np
import onnx
import onnxruntime
import torch
from torch.nn.utils.fusion import fuse_conv_bn_eval

import features
import words
from net import Digits

ONNX = words.ROOT / "models" / "own" / "digits.onnx"
EVERY = 53


class Heads(torch.nn.Module):
    """The net with one output a language."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, planes):
        x = self.net.hear(planes)
        return tuple(self.net.heads[language](x) for language in self.net.languages)


def folded(net):
    net.eval()
    for pair in (0, 3):
        conv, norm = net.front[pair], net.front[pair + 1]
        net.front[pair], net.front[pair + 1] = _fuse(conv, norm), torch.nn.Identity()
    net.narrow[0], net.narrow[1] = fuse_conv_bn_eval(net.narrow[0], net.narrow[1]), torch.nn.Identity()
    for block in net.trunk:
        block.conv, block.norm = fuse_conv_bn_eval(block.conv, block.norm), torch.nn.Identity()
    return net


def _fuse(conv, norm):
    return fuse_conv_bn_eval(conv, norm)


def tune():
    """A sound that every language makes alike: a rising tone over a hum, 1.5 s."""
    t = np.arange(24000) / features.RATE
    return (0.4 * np.sin(2 * np.pi * (300 + 900 * t) * t) + 0.2 * np.sin(2 * np.pi * 120 * t)).astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--languages", nargs="*")
    parser.add_argument("--name", default="digits")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=False)  # our own file
    net = Digits(state["languages"])
    net.load_state_dict(state["mean"])
    net.languages = args.languages or state["languages"]
    for language in set(state["languages"]) - set(net.languages):
        del net.heads[language]
    net = Heads(folded(net))
    target = ONNX.with_name(f"{args.name}.onnx")
    axes = {"planes": {3: "frames"}} | {language: {2: "steps"} for language in net.net.languages}
    torch.onnx.export(net, (torch.zeros(1, 2, features.BANDS, 300),), target, input_names=["planes"],
                      output_names=net.net.languages, opset_version=17, dynamo=False, dynamic_axes=axes)
    onnx.checker.check_model(onnx.load(target))
    data = target.read_bytes()
    planes = features.planes(features.log_mel(tune()))
    outputs = onnxruntime.InferenceSession(data).run(None, {"planes": planes[None]})
    print(len(data), "bytes", hashlib.sha256(data).hexdigest())
    told = {"frames": planes.shape[2], "every": EVERY, "planes": [round(float(v), 5) for v in planes.reshape(-1)[::EVERY]]}
    told["heads"] = {name: [round(float(v), 4) for v in out.reshape(-1)[::EVERY]] for name, out in zip(net.net.languages, outputs, strict=True)}
    (words.ROOT / "crates" / "inference" / "tests" / "reference" / f"{args.name}.json").write_text(json.dumps(told))
    manifest = words.ROOT / "models" / f"{args.name}.toml"
    begun = pathlib.Path(__file__).with_name("digits.toml").read_text().replace('"digits', f'"{args.name}')
    text = manifest.read_text() if manifest.exists() else begun
    text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{hashlib.sha256(data).hexdigest()}"', text, count=1)
    text = re.sub(r"(?m)^bytes = \d+$", f"bytes = {len(data)}", text, count=1)
    heads = "".join(
        f'[[output]]\nname = "{language}"\nshape = [1, {out.shape[1]}, 0]\nmeaning = "scores (before softmax) every 20 ms: pause, another word, '
        f'then beginning, middle and end of each word of speech/{language}.toml"\n\n'
        for language, out in zip(net.net.languages, outputs, strict=True))
    text = re.sub(r"(?s)\[\[output\]\].*?(?=\[\[accuracy\]\]|\[\[threshold\]\]|\Z)", "", text, count=0)
    at = text.find("[[accuracy]]")
    text = text.rstrip() + "\n\n" + heads if at < 0 else text[:at] + heads + text[at:]
    manifest.write_text(text.rstrip() + "\n")


if __name__ == "__main__":
    main()

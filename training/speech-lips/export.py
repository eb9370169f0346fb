"""Writes the net as ONNX, its hash and size into the manifest, and reference outputs for the Rust test.

    python export.py lips.pt
"""

import hashlib
import json
import pathlib
import re
import sys

import numpy as np
import onnx
import onnxruntime
import torch

from net import Lips

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "digits"))
import features  # noqa: E402

ROOT = pathlib.Path(__file__).parent.parent.parent
ONNX = ROOT / "models" / "own" / "speech-lips.onnx"
MANIFEST = ROOT / "models" / "speech-lips.toml"
REFERENCE = ROOT / "crates" / "inference" / "tests" / "reference" / "speech-lips.json"
EVERY = 7


def tune():
    """A rising tone over a hum, 1.5 s, as the Rust test makes it."""
    t = np.arange(24000) / features.RATE
    return (0.4 * np.sin(2 * np.pi * (300 + 900 * t) * t) + 0.2 * np.sin(2 * np.pi * 120 * t)).astype(np.float32)


def main():
    net = Lips()
    net.load_state_dict(torch.load(sys.argv[1]))
    net.eval()
    axes = {"sound": {2: "steps"}, "lips": {2: "steps"}}
    torch.onnx.export(net, (torch.zeros(1, features.BANDS, 300),), ONNX, input_names=["sound"], output_names=["lips"],
                      opset_version=17, dynamo=False, dynamic_axes=axes)
    onnx.checker.check_model(onnx.load(ONNX))
    data = ONNX.read_bytes()
    manifest = MANIFEST.read_text()
    manifest = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{hashlib.sha256(data).hexdigest()}"', manifest)
    manifest = re.sub(r"(?m)^bytes = .*$", f"bytes = {len(data)}", manifest)
    MANIFEST.write_text(manifest)
    energies = features.planes(features.log_mel(tune()))[1][None]
    answer = onnxruntime.InferenceSession(ONNX, providers=["CPUExecutionProvider"]).run(None, {"sound": energies})[0][0]
    picked = [[round(float(value), 5) for value in row[::EVERY]] for row in answer]
    REFERENCE.write_text(json.dumps({"every": EVERY, "steps": answer.shape[1], "lips": picked}) + "\n")
    print(len(data), "bytes")


if __name__ == "__main__":
    main()

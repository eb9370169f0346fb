"""Writes `models/own/document-layout.onnx`, its hash into the manifest, and reference outputs: `python export.py [--checkpoint FILE]`."""

import argparse
import hashlib
import json
import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from net import Net

SIDE = 256
HOME = Path(__file__).resolve().parents[2]
ONNX = HOME / "models/own/document-layout.onnx"
MANIFEST = HOME / "models/document-layout.toml"
REFERENCE = HOME / "crates/inference/tests/reference/document-layout.json"


def picture():
    """A drawn card that a test draws again from the same whole numbers: RGB 0-255, no chance in it."""
    image = np.full((SIDE, SIDE, 3), 90, np.int64)
    image[70:186, 40:216] = (214, 222, 200)
    image[84:140, 52:96] = (120, 96, 84)
    for row in range(4):
        image[86 + row * 14 : 91 + row * 14, 108:200] = 60
    for line in range(2):
        for letter in range(40):
            image[156 + line * 12 : 163 + line * 12, 48 + letter * 4 : 50 + letter * 4] = 30
    return image


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--checkpoint", default=str(Path(__file__).parent / "checkpoints" / "last.pt"))
    args = args.parse_args()
    net = Net()
    net.load_state_dict(torch.load(args.checkpoint)["net"])
    net.eval()
    ONNX.parent.mkdir(exist_ok=True)
    torch.onnx.export(net, torch.zeros(1, 3, SIDE, SIDE), str(ONNX), input_names=["image"], output_names=["layout", "zone"], opset_version=17, dynamo=False)
    onnx.checker.check_model(str(ONNX))
    data = ONNX.read_bytes()
    if MANIFEST.exists():
        text = MANIFEST.read_text()
        text = re.sub(r'^sha256 = ".*"$', f'sha256 = "{hashlib.sha256(data).hexdigest()}"', text, count=1, flags=re.M)
        text = re.sub(r"^bytes = \d+$", f"bytes = {len(data)}", text, count=1, flags=re.M)
        MANIFEST.write_text(text)
    session = onnxruntime.InferenceSession(str(ONNX), providers=["CPUExecutionProvider"])
    layout, zone = session.run(None, {"image": (picture() / 255).astype(np.float32).transpose(2, 0, 1)[None]})
    # Every 61st value of the one and every 173rd of the other: enough to notice any change, small enough to read.
    told = {"layout": [round(float(v), 5) for v in layout.ravel()[::61]], "zone": [round(float(v), 5) for v in zone.ravel()[::173]]}
    REFERENCE.parent.mkdir(exist_ok=True)
    REFERENCE.write_text(json.dumps(told))
    print(len(data), hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main()

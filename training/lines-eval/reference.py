"""Runs the two text nets in onnxruntime on a picture that every language can draw and writes numbers for the Rust test.

    python training/lines-eval/reference.py models/weights > crates/inference/tests/reference/ppocr.json
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime


# The digits 0–9 as seven strokes: top, upper left, upper right, middle, lower left, lower right, bottom.
STROKES = (0b1110111, 0b0100100, 0b1011101, 0b1101101, 0b0101110, 0b1101011, 0b1111011, 0b0100101, 0b1111111, 0b1101111)


def pattern(width, height):
    """Rows of seven-stroke digits on a shaded ground: RGB, 0–255."""
    x, y, c = np.meshgrid(np.arange(width), np.arange(height), np.arange(3), indexing="xy")
    picture = 180 + (x * 3 + y * 5 + c * 20) % 60
    for row in range(height // 48):
        for place in range((width - 16) // 16):
            left, top = 8 + place * 16, row * 48 + 12
            strokes = STROKES[(place * 7 + row * 3) % 10]
            for bit, (x0, y0, x1, y1) in enumerate(
                ((0, 0, 11, 3), (0, 0, 3, 12), (8, 0, 11, 12), (0, 10, 11, 13), (0, 12, 3, 24), (8, 12, 11, 24), (0, 21, 11, 24))
            ):
                if strokes >> bit & 1:
                    picture[top + y0 : top + y1, left + x0 : left + x1] = 30
    return picture.astype(np.uint8)


def run(path, picture):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    planes = (picture[:, :, ::-1].astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[None]
    return session.run(None, {"x": planes})[0]


def main():
    weights = Path(sys.argv[1])
    cells = run(weights / "ppocr_detector.onnx", pattern(192, 128))
    scores = run(weights / "ppocr_recogniser.onnx", pattern(176, 48))[0]
    best = scores.argmax(axis=1)
    out = {
        "detector": {"shape": list(cells.shape), "every": 31, "values": [round(float(v), 6) for v in cells.reshape(-1)[::31]]},
        "recogniser": {
            "shape": list(scores.shape),
            "best": [int(i) for i in best],
            "probability": [round(float(p), 6) for p in scores.max(axis=1)],
        },
    }
    json.dump(out, sys.stdout)
    print()


if __name__ == "__main__":
    main()

"""Weighs the signs of attacks on the camera: a logistic regression, written as ONNX with its hash in the manifest.

    python fit.py pad.csv [--hold SOURCE]

`pad.csv` is what `countersign eval pad FOLDER` writes. Each sign is brought to mean 0 and deviation 1 of live clips and attacks together, cut
off at 3 so that no sign decides alone by being absurd, and weighed; a weight that says "live" for more of a sign that only attacks are known to
have (SIGNED) is set to nought. Sources and species weigh alike, so that many clips of one speaker do not outvote the others.
"""

import argparse
import csv
import hashlib
import pathlib
import re

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROOT = pathlib.Path(__file__).parent.parent.parent
ONNX = ROOT / "models" / "own" / "presentation.onnx"
MANIFEST = ROOT / "models" / "presentation.toml"

# What is weighed, and the direction that speaks for a live person (0: either).
SIGNED = {
    "grid": -1, "colour_beat": -1, "detail": 1, "border": -1, "black": -1, "depth": 1, "flatness": -1, "speaks": 1,
    "flicker": -1, "bands": -1, "fixed": -1, "repeats": -1, "duplicates": -1, "cut": -1, "impossible": -1, "gap": -1,
}
CUT = 3.0
DECAY = 0.02


def rows(path):
    with open(path) as file:
        return [row for row in csv.DictReader(file) if not row["species"].startswith("photo")]


def matrix(found):
    usable = [row for row in found if all(row[name] != "" for name in SIGNED)]
    x = np.array([[float(row[name]) for name in SIGNED] for row in usable])
    y = np.array([float(row["genuine"]) for row in usable])
    return usable, x, y


def balance(usable, y):
    """A weight for each row: live and attack alike in sum, within them every species and within it every source."""
    keys = [(row["genuine"], row["species"], row["source"]) for row in usable]
    weights = np.zeros(len(usable))
    for side in {key[0] for key in keys}:
        kinds = {key[1] for key in keys if key[0] == side}
        for kind in kinds:
            sources = {key[2] for key in keys if key[:2] == (side, kind)}
            for source in sources:
                own = [at for at, key in enumerate(keys) if key == (side, kind, source)]
                weights[own] = 0.5 / len(kinds) / len(sources) / len(own)
    return weights


def fit(usable, x, y):
    weights = balance(usable, y)
    mean = np.average(x, axis=0, weights=weights)
    deviation = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weights)) + 1e-3
    z = np.clip((x - mean) / deviation, -CUT, CUT)
    sign = np.array(list(SIGNED.values()))
    beta, bias = np.zeros(z.shape[1]), 0.0
    for _ in range(20000):
        p = 1 / (1 + np.exp(-(z @ beta + bias)))
        slope = weights * (p - y)
        beta -= 0.5 * (z.T @ slope + DECAY * beta)
        beta = np.where(sign * beta < 0, 0.0, beta)
        bias -= 0.5 * slope.sum()
    return mean, deviation, beta, bias


def score(model, x):
    mean, deviation, beta, bias = model
    return np.clip((x - mean) / deviation, -CUT, CUT) @ beta + bias


def report(usable, y, values, title):
    print(f"\n{title}")
    groups = {}
    for row, live, value in zip(usable, y, values):
        groups.setdefault((live, row["species"]), []).append(value)
    for (live, name), own in sorted(groups.items(), key=lambda pair: (-pair[0][0], pair[0][1])):
        own = np.array(own)
        wrong = (own < 0).sum() if live else (own >= 0).sum()
        print(f"  {name:18s} wrong {wrong:3d} of {len(own):3d}   {np.min(own):6.1f} {np.median(own):6.1f} {np.max(own):6.1f}")


def write(model):
    mean, deviation, beta, bias = (np.asarray(part, dtype=np.float32) for part in model)
    count = len(beta)
    constants = {"mean": mean[None], "deviation": deviation[None], "low": np.float32(-CUT), "high": np.float32(CUT),
                 "weights": beta[:, None], "bias": np.array([[bias]], dtype=np.float32)}
    nodes = [
        helper.make_node("Sub", ["signs", "mean"], ["centred"]),
        helper.make_node("Div", ["centred", "deviation"], ["scaled"]),
        helper.make_node("Clip", ["scaled", "low", "high"], ["cut"]),
        helper.make_node("MatMul", ["cut", "weights"], ["weighed"]),
        helper.make_node("Add", ["weighed", "bias"], ["score"]),
    ]
    graph = helper.make_graph(
        nodes, "presentation",
        [helper.make_tensor_value_info("signs", TensorProto.FLOAT, [1, count])],
        [helper.make_tensor_value_info("score", TensorProto.FLOAT, [1, 1])],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()])
    net = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(net)
    ONNX.write_bytes(net.SerializeToString())
    data = ONNX.read_bytes()
    manifest = MANIFEST.read_text()
    manifest = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{hashlib.sha256(data).hexdigest()}"', manifest)
    manifest = re.sub(r"(?m)^bytes = .*$", f"bytes = {len(data)}", manifest)
    manifest = re.sub(r"(?m)^shape = \[1, \d+\]\nmeaning = .*$",
                      f'shape = [1, {count}]\nmeaning = "{" ".join(SIGNED)}"', manifest, count=1)
    MANIFEST.write_text(manifest)
    print(len(data), "bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--hold", help="a source to keep aside; nothing is written then")
    chosen = parser.parse_args()
    usable, x, y = matrix(rows(chosen.table))
    print(len(usable), "clips")
    if chosen.hold:
        aside = np.array([row["source"] == chosen.hold for row in usable])
        model = fit([row for row, out in zip(usable, aside) if not out], x[~aside], y[~aside])
        report([row for row, out in zip(usable, aside) if out], y[aside], score(model, x[aside]), f"kept aside: {chosen.hold}")
        return
    model = fit(usable, x, y)
    for name, weight in sorted(zip(SIGNED, model[2]), key=lambda pair: -abs(pair[1])):
        print(f"  {name:12s} {weight:+.2f}")
    report(usable, y, score(model, x), "on what it was made of")
    write(model)


if __name__ == "__main__":
    main()

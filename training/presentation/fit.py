"""Weighs the signs of attacks on the camera: a logistic regression over hinges, written as ONNX with its hash in the manifest.

    python fit.py pad.csv [--photos faces.csv] [--hold]

`pad.csv` is what `countersign eval pad FOLDER` writes. A sign counts only beyond what live clips show: its hinge stands at the worst twentieth of
the live clips of the source that is worst in it, and where photographs of live people are given, at theirs if that is farther. Up to there it
says nothing, beyond it only ever speaks for an attack (the direction is physics, not a fit), and no farther than CUT. Signs that an honest room
or person may show too may not take all of the way to the limit alone (ALONE). Sources and species weigh alike, so that many clips of one
speaker do not outvote the others. With --hold each source, and then each species of attack, is kept aside in turn and counted, and nothing is
written.
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

# What is weighed, and the direction in which it speaks for an attack.
SIGNS = {
    "grid": 1, "border": 1, "lips": -1, "blink": -1, "speaks": -1, "depth": -1, "repeats": 1, "duplicates": 1, "cut": 1,
}
# What one picture shows, so that photographs of live people have a say in it.
PICTURE = {"grid", "border"}
# The share of the way from a live clip's score to nought that a sign may take alone: what a room, a calm person or a jerk of the hand may show as
# well is not enough for a doubt (under 0.63), or just enough. What is not named has no limit: nothing honest shows it.
ALONE = {"grid": 0.9, "cut": 0.9, "lips": 0.9, "border": 0.7, "blink": 0.6, "speaks": 0.6, "depth": 0.6}
CUT = 2.0
DECAY = 0.01
# How far beyond the worst live clips a hinge stands, in spreads of live clips: the next person differs from these few.
BEYOND = 0.1
# What a live clip scores at most.
BIAS = 4.0


def rows(path):
    with open(path) as file:
        return [row for row in csv.DictReader(file)]


def matrix(found):
    usable = [row for row in found if all(row[name] != "" for name in SIGNS)]
    x = np.array([[float(row[name]) for name in SIGNS] for row in usable])
    y = np.array([float(row["genuine"]) for row in usable])
    return usable, x, y


def balance(usable):
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


def hinges(usable, x, y, photos):
    """Where each sign begins to count and over which length it does, the length with the sign's direction."""
    sources = np.array([row["source"] for row in usable])
    knots, lengths = [], []
    for at, (name, towards) in enumerate(SIGNS.items()):
        value = towards * x[:, at]
        live = [np.quantile(value[(y == 1) & (sources == source)], 0.95) for source in sorted(set(sources[y == 1]))]
        if name in PICTURE and photos:
            live.append(np.quantile([towards * float(row[name]) for row in photos if row[name] != ""], 0.95))
        spread = np.quantile(value[y == 1], 0.95) - np.quantile(value[y == 1], 0.05)
        knot = max(live) + BEYOND * spread
        length = max(0.5 * (np.quantile(value[y == 0], 0.97) - knot), 0.25 * spread, 0.02)
        knots.append(towards * knot)
        lengths.append(towards * length)
    return np.array(knots), np.array(lengths)


def bend(model, x):
    return np.clip((x - model[0]) / model[1], 0.0, CUT)


def fit(usable, x, y, photos):
    weights = balance(usable)
    model = hinges(usable, x, y, photos)
    z = bend(model, x)
    most = np.array([ALONE.get(name, np.inf) * BIAS / CUT for name in SIGNS])
    beta, bias = np.zeros(z.shape[1]), BIAS
    for _ in range(20000):
        p = 1 / (1 + np.exp(-(bias - z @ beta)))
        slope = weights * (p - y)
        beta = np.clip(beta + 0.5 * (z.T @ slope - DECAY * beta / len(SIGNS)), 0.0, most)
    return *model, beta, bias


def score(model, x):
    return model[3] - bend(model, x) @ model[2]


def report(usable, y, values, title, limit=1.5):
    print(f"\n{title}")
    groups = {}
    for row, live, value in zip(usable, y, values):
        groups.setdefault((live, row["species"]), []).append(value)
        if live:
            groups.setdefault((1.1, "live of " + row["source"]), []).append(value)
    for (live, name), own in sorted(groups.items(), key=lambda pair: (-pair[0][0], pair[0][1])):
        own = np.array(own)
        wrong = (own < limit).sum() if live else (own >= limit).sum()
        print(f"  {name:32s} wrong {wrong:3d} of {len(own):3d}   {np.min(own):6.1f} {np.median(own):6.1f} {np.max(own):6.1f}")


def write(model):
    knots, lengths, beta, bias = (np.asarray(part, dtype=np.float32) for part in model)
    kept = beta > 0
    names = [name for name, keep in zip(SIGNS, kept) if keep]
    constants = {"knots": knots[kept][None], "lengths": lengths[kept][None], "low": np.float32(0.0), "high": np.float32(CUT),
                 "weights": -beta[kept][:, None], "bias": np.array([[bias]], dtype=np.float32)}
    nodes = [
        helper.make_node("Sub", ["signs", "knots"], ["beyond"]),
        helper.make_node("Div", ["beyond", "lengths"], ["scaled"]),
        helper.make_node("Clip", ["scaled", "low", "high"], ["bent"]),
        helper.make_node("MatMul", ["bent", "weights"], ["weighed"]),
        helper.make_node("Add", ["weighed", "bias"], ["score"]),
    ]
    graph = helper.make_graph(
        nodes, "presentation",
        [helper.make_tensor_value_info("signs", TensorProto.FLOAT, [1, len(names)])],
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
                      f'shape = [1, {len(names)}]\nmeaning = "{" ".join(names)}"', manifest, count=1)
    MANIFEST.write_text(manifest)
    print(len(data), "bytes")


def hold(usable, x, y, photos, column):
    """Each value of a column kept aside in turn; live clips stay when a species of attack is."""
    found = np.array([row[column] for row in usable])
    for value in sorted(set(found)):
        aside = found == value
        if column == "species" and y[aside].any():
            continue
        model = fit([row for row, out in zip(usable, aside) if not out], x[~aside], y[~aside], photos)
        report([row for row, out in zip(usable, aside) if out], y[aside], score(model, x[aside]), f"kept aside: {value}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--photos", help="the same of photographs of live people")
    parser.add_argument("--hold", action="store_true", help="keep each source and each species aside; nothing is written")
    chosen = parser.parse_args()
    usable, x, y = matrix([row for row in rows(chosen.table) if not row["species"].startswith("photo")])
    photos = rows(chosen.photos) if chosen.photos else []
    print(len(usable), "clips,", len(photos), "photographs")
    if chosen.hold:
        hold(usable, x, y, photos, "source")
        hold(usable, x, y, photos, "species")
        return
    model = fit(usable, x, y, photos)
    for name, knot, length, weight in zip(SIGNS, *model[:3]):
        print(f"  {name:12s} from {knot:+.3f} over {length:+.3f}  weighs {weight:.2f}")
    report(usable, y, score(model, x), "on what it was made of")
    write(model)


if __name__ == "__main__":
    main()

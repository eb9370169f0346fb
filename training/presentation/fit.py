"""Weighs the signs of attacks on the camera: a logistic regression over hinges, written as ONNX with its hash in the manifest.

    python fit.py pad.csv [--hold]

`pad.csv` is what `countersign eval pad FOLDER` writes. A sign counts only beyond what live clips show: up to its hinge it says nothing, beyond it
only ever speaks for an attack (the direction is physics, not a fit), and no farther than CUT lengths. The hinges are limits, set by hand with their
reasons below. The weights are fitted on the drawn persons of our own alone (OWN): real clips are nobody's to train on, and so every real source is
one that the weights have not seen. Species weigh alike. With --hold each species of attack is kept aside in turn and counted in every source, and
nothing is written.
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

# Where each sign begins to count, and the length over which it does with the direction that speaks for an attack.
HINGES = {
    # Log10 of the clearest lone peak in the face's spectrum. Live clips of four sources reached 1.04; real photographs of a print and of a
    # telephone 1.56 and 1.30.
    "grid": (1.05, 0.30),
    # Log10 of the swing in rows. Live clips reached -0.16 where the head moves fast, under simulated lamps on the mains -0.3.
    "bands": (-0.05, 0.20),
    # The mean of the second and third of four sides. Live clips reached 0.48, the worst twentieth of 72 photographs of live faces 0.77.
    "border": (0.72, 0.08),
    # Log10 of how far the lips open in eye distances. Who says digits reached no less than -1.04 (9 % of the eye distance), stills no more than -1.4.
    "lips": (-1.10, -0.40),
    # Deepest closing of the eyes. Live clips without a blink still had 0.04 by glances; stills 0.00-0.03 by the landmarks' jitter.
    "blink": (0.04, -0.02),
    # Share of pictures that come back. Live clips: none; a loop of a second: 0.4 and more.
    "repeats": (0.15, 0.25),
    # Share of pictures equal to the one before. A driver repeats pictures in little light, up to about a half.
    "duplicates": (0.20, 0.30),
    # Log10 of the largest jump over its neighbours. Live clips reached 0.23.
    "cut": (0.30, 0.10),
}
# The share of the way from a live clip's score to nought that a sign may take alone: what a room, a calm person or a jerk of the hand may show as
# well is not enough for a doubt (under 0.63), or just enough. What is not named has no limit: nothing honest shows it.
ALONE = {
    "grid": 0.9, "cut": 0.9, "lips": 0.9, "border": 0.7, "bands": 0.6, "blink": 0.6, "duplicates": 0.6,
}
# Whose clips weights are fitted on.
OWN = "drawn"
CUT = 2.0
DECAY = 0.01
# Under this a person looks: `min_sure_score` of the policies.
SURE = 1.5
# What a live clip scores at most.
BIAS = 4.0


def rows(path):
    with open(path) as file:
        return [row for row in csv.DictReader(file)]


def matrix(found):
    usable = [row for row in found if all(row[name] != "" for name in HINGES)]
    x = np.array([[float(row[name]) for name in HINGES] for row in usable])
    y = np.array([float(row["genuine"]) for row in usable])
    return usable, x, y


def balance(usable):
    """A weight for each row: live and attack alike in sum, and every species alike within them."""
    keys = [(row["genuine"], row["species"]) for row in usable]
    kinds = {side: len({key[1] for key in keys if key[0] == side}) for side in ("0", "1")}
    return np.array([0.5 / kinds[key[0]] / keys.count(key) for key in keys])


def bend(x):
    knots, lengths = np.array(list(HINGES.values())).T
    return np.clip((x - knots) / lengths, 0.0, CUT)


def fit(usable, x, y):
    weights = balance(usable)
    z = bend(x)
    most = np.array([ALONE.get(name, np.inf) * BIAS / CUT for name in HINGES])
    beta = np.zeros(z.shape[1])
    for _ in range(20000):
        p = 1 / (1 + np.exp(-(BIAS - z @ beta)))
        slope = weights * (p - y)
        # A larger weight lowers the score.
        beta = np.clip(beta + 0.5 * (z.T @ slope - DECAY * beta / len(HINGES)), 0.0, most)
    return beta


def score(beta, x):
    return BIAS - bend(x) @ beta


def report(usable, y, values):
    """Live clips that do not pass and attacks that do, by source and species, under the policy's limit."""
    groups = {}
    for row, live, value in zip(usable, y, values):
        groups.setdefault((live, row["species"]), []).append(value)
    for (live, name), own in sorted(groups.items(), key=lambda pair: (-pair[0][0], pair[0][1])):
        own = np.array(own)
        wrong = (own < SURE).sum() if live else (own >= SURE).sum()
        print(f"  {name:18s} wrong {wrong:3d} of {len(own):3d}   {np.min(own):6.1f} {np.median(own):6.1f} {np.max(own):6.1f}")


def write(beta):
    beta = np.asarray(beta, dtype=np.float32)
    knots, lengths = np.array(list(HINGES.values()), dtype=np.float32).T
    kept = beta > 0
    names = [name for name, keep in zip(HINGES, kept) if keep]
    constants = {"knots": knots[kept][None], "lengths": lengths[kept][None], "low": np.float32(0.0), "high": np.float32(CUT),
                 "weights": -beta[kept][:, None], "bias": np.array([[BIAS]], dtype=np.float32)}
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


def hold(usable, x, y):
    """Each species of attack kept aside in turn, counted in every source, as lines of a table."""
    species = np.array([row["species"] for row in usable])
    own = np.array([row["source"] == OWN for row in usable])
    print("| kept aside | passed, drawn | passed, real sources |\n|---|---|---|")
    for name in sorted(set(species[y == 0])):
        kept = own & (species != name)
        beta = fit([row for row, keep in zip(usable, kept) if keep], x[kept], y[kept])
        passed = score(beta, x) >= SURE
        count = lambda which: f"{(passed & which).sum()} of {which.sum()}"
        print(f"| {name} | {count(own & (species == name))} | {count(~own & (species == name))} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--hold", action="store_true", help="keep each species aside in turn; nothing is written")
    chosen = parser.parse_args()
    usable, x, y = matrix([row for row in rows(chosen.table) if not row["species"].startswith("photo")])
    own = np.array([row["source"] == OWN for row in usable])
    print(own.sum(), "clips of drawn persons,", (~own).sum(), "real ones")
    if chosen.hold:
        hold(usable, x, y)
        return
    beta = fit([row for row, ours in zip(usable, own) if ours], x[own], y[own])
    for name, weight in zip(HINGES, beta):
        print(f"  {name:12s} {weight:.2f}")
    values = score(beta, x)
    for source in sorted({row["source"] for row in usable}):
        at = np.array([row["source"] == source for row in usable])
        print(source)
        report([row for row, mine in zip(usable, at) if mine], y[at], values[at])
    write(beta)


if __name__ == "__main__":
    main()

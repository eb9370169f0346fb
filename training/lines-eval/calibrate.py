"""Fits the four numbers of `Calibration` to what the Rust test wrote (`COUNTERSIGN_LINES_OUT`), and reports them on the other half.

    python training/lines-eval/calibrate.py FILE
"""
import csv
import sys

import numpy as np


def features(rows):
    weakest = np.clip([float(r["weakest"]) for r in rows], 1e-4, 1 - 1e-4)
    return np.stack([
        np.ones(len(rows)),
        np.log1p(np.maximum([float(r["surprise"]) for r in rows], 0)),
        np.log(weakest / (1 - weakest)),
        np.log([float(r["length"]) for r in rows]),
    ], axis=1)


def fit(x, y, penalty=1e-3):
    w = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ w))
        h = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(w))
        w += np.linalg.solve(h, x.T @ (y - p) - penalty * w)
    return w


def ece(p, y):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any())


def main():
    rows = [r for r in csv.DictReader(open(sys.argv[1])) if int(r["length"]) > 0]
    x = features(rows)
    for target in ("exact", "bare"):
        y = np.array([float(r[target]) for r in rows])
        even = np.arange(len(y)) // 4 % 2 == 0  # tiers take turns: four lines are one of each
        w = fit(x[even], y[even])
        p = 1 / (1 + np.exp(-x[~even] @ w))
        sure = p >= 0.9
        print(f"{target}: {y.mean():.3f} right of {len(y)}; fitted on half {np.round(w, 3)}; on the other half ECE {ece(p, y[~even]):.3f}, "
              f"{sure.sum()} of {len(p)} with p >= 0.9, {int((1 - y[~even][sure]).sum())} of them wrong")


if __name__ == "__main__":
    main()

"""Writes shards of samples into a folder: `python make.py mrz DIR --shards 100 --seed 1`."""

from __future__ import annotations

import argparse
import os

import cv2
import numpy as np

import content
import render

SHARD = 2048


def main() -> None:
    cv2.setNumThreads(1)
    options = argparse.ArgumentParser()
    options.add_argument("kind", choices=sorted(render.SHAPES))
    options.add_argument("folder")
    options.add_argument("--shards", type=int, default=60)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for shard in range(options.first, options.first + options.shards):
        path = os.path.join(options.folder, f"{shard:05d}.npz")
        if os.path.exists(path):
            continue
        rng = np.random.default_rng([options.seed, shard])
        printed = content.Printed(options.seed * 100_000 + shard) if options.kind == "latin" else None
        strips, texts = [], []
        while len(strips) < SHARD:
            strip, text = render.sample(options.kind, rng, printed)
            if strip.shape[1] <= render.SHAPES[options.kind].width * (3 if options.kind == "latin" else 2):
                strips.append(strip)
                texts.append(text)
        widths = np.array([s.shape[1] for s in strips], np.int32)
        np.savez(path + ".part.npz", pixels=np.concatenate([s.ravel() for s in strips]), widths=widths, texts=np.array(texts))
        os.replace(path + ".part.npz", path)
        print(path, flush=True)


if __name__ == "__main__":
    main()

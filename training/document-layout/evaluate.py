"""Measures a checkpoint on scenes of another seed: `python evaluate.py --seed 900 --count 300 [--pictures FOLDER]`."""

import argparse
from pathlib import Path

import cv2
import numpy as np
import torch

from decode import documents
from net import Net
from scenes import scene
from targets import boxed

SIDE = 256
SCALE = 0.92


def overlap(a, b):
    inter = cv2.intersectConvexConvex(np.float32(a), np.float32(b))[0]
    return inter / max(1e-6, cv2.contourArea(np.float32(a)) + cv2.contourArea(np.float32(b)) - inter)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--seed", type=int, default=900)
    args.add_argument("--count", type=int, default=300)
    args.add_argument("--checkpoint", default=str(Path(__file__).parent / "checkpoints" / "last.pt"))
    args.add_argument("--pictures")
    args = args.parse_args()
    torch.set_num_threads(1)
    net = Net()
    net.load_state_dict(torch.load(args.checkpoint)["net"])
    net.eval()
    rows, false_alarms, negatives = [], 0, 0
    for index in range(args.count):
        made = scene(np.random.default_rng([args.seed, index]))
        seen = boxed(made, SIDE, SCALE, (0.5, 0.5))
        with torch.no_grad():
            layout, zone = net(torch.from_numpy(seen["image"].astype(np.float32).transpose(2, 0, 1)[None] / 255))
        found = [d for d in documents(layout[0].numpy()) if d["quad"] is not None]
        if args.pictures:
            mark(args.pictures, index, seen, found, layout[0].numpy(), zone[0, 0].numpy())
        if not len(seen["quads"]):
            negatives += 1
            false_alarms += bool(found)
            continue
        for truth in seen["quads"]:
            inside = ((truth > 0) & (truth < SIDE)).all()
            ious = [overlap(truth, d["quad"] * 4 + 2) for d in found]
            best = int(np.argmax(ious)) if ious else None
            iou = ious[best] if ious else 0
            off = np.abs(found[best]["quad"] * 4 + 2 - truth).max() / np.linalg.norm(truth[1] - truth[0]) if ious else 9
            turned = min(range(4), key=lambda k: np.abs(np.roll(found[best]["quad"] * 4 + 2, k, 0) - truth).sum()) if ious else 9
            rows.append((len(seen["quads"]), inside, iou, off, turned, len(found)))
    rows = np.array(rows, float)
    for name, part in [("one, whole", rows[(rows[:, 0] == 1) & (rows[:, 1] == 1)]), ("one, cut off", rows[(rows[:, 0] == 1) & (rows[:, 1] == 0)]), ("two", rows[rows[:, 0] == 2])]:
        if len(part):
            print(f"{name}: n {len(part)} overlap>0.9 {np.mean(part[:, 2] > 0.9):.3f} >0.8 {np.mean(part[:, 2] > 0.8):.3f} found {np.mean(part[:, 2] > 0.3):.3f} corner off median {np.median(part[:, 3]):.4f} upright {np.mean(part[:, 4] == 0):.3f} count right {np.mean(part[:, 5] == part[:, 0]):.3f}")
    print(f"none: n {negatives} something found {false_alarms}")


def mark(folder, index, seen, found, layout, zone):
    image = seen["image"].copy()
    heat = cv2.resize(np.stack([layout[0], layout[9], layout[5:9].max(0)], -1), (SIDE, SIDE))
    lines = cv2.resize(zone, (SIDE, SIDE))
    for d in found:
        q = d["quad"] * 4 + 2
        if np.abs(q).max() < 4000:
            cv2.polylines(image, [q.astype(int)], True, (0, 0, 255), 1)
            cv2.line(image, tuple(q[0].astype(int)), tuple(q[1].astype(int)), (0, 255, 0), 2)
    Path(folder).mkdir(exist_ok=True)
    side = np.hstack([image, (heat * 255).astype(np.uint8), np.repeat((lines * 255).astype(np.uint8)[..., None], 3, 2)])
    cv2.imwrite(f"{folder}/{index:03}.png", side)


if __name__ == "__main__":
    main()

"""Trains the net on scenes that are made meanwhile: `python train.py --seed 1 --minutes 60 --side 256 [--resume]`.

One thread. Every round makes new scenes, keeps all of them packed, and trains on a mix; a checkpoint is written every round."""

import argparse
import pickle
import time
from pathlib import Path

import cv2
import numpy as np
import torch
from torch.nn import functional as F

from net import Net
from scenes import scene
from targets import sample

FOLDER = Path(__file__).parent / "checkpoints"
BATCH, NEW, STEPS = 16, 24, 20


def packed(made):
    """A scene in a twentieth of the memory."""
    made["image"] = cv2.imencode(".jpg", made["image"], [cv2.IMWRITE_JPEG_QUALITY, 95])[1]
    made["covered"] = cv2.imencode(".png", made["covered"])[1]
    return made


def opened(kept):
    return kept | {"image": cv2.imdecode(kept["image"], 1), "covered": cv2.imdecode(kept["covered"], 0)}


def loss(layout, zone, wanted_layout, wanted_zone):
    """Cross entropy everywhere, heavier on the rare, and overlap for the areas."""
    weight = torch.ones_like(wanted_layout)
    weight[:, 1:9] += 9 * wanted_layout[:, 1:9]
    weight[:, 9:] += 2 * wanted_layout[:, 9:]
    maps = (F.binary_cross_entropy_with_logits(layout, wanted_layout, reduction="none") * weight).mean((0, 2, 3))
    line = (F.binary_cross_entropy_with_logits(zone, wanted_zone, reduction="none") * (1 + 2 * wanted_zone)).mean()
    dice = lambda a, b: 1 - (2 * (a * b).sum() + 1) / (a.sum() + b.sum() + 1)
    overlap = dice(torch.sigmoid(layout[:, 0]), wanted_layout[:, 0]) + dice(torch.sigmoid(zone), wanted_zone)
    return maps[0] + maps[1:5].sum() * 2 + maps[5:9].sum() * 2 + maps[9] + line + 0.3 * overlap


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--minutes", type=float, default=60)
    args.add_argument("--side", type=int, default=256)
    args.add_argument("--rate", type=float, default=3e-3)
    args.add_argument("--resume", action="store_true")
    args = args.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(args.seed)
    FOLDER.mkdir(exist_ok=True)
    # Half precision and the colours innermost: twice as fast on a processor that knows bfloat16.
    net, pool, rounds = Net().to(memory_format=torch.channels_last), [], 0
    if args.resume:
        state = torch.load(FOLDER / "last.pt")
        net.load_state_dict(state["net"])
        rounds = state["rounds"]
        pool = pickle.loads((FOLDER / "pool.pickle").read_bytes()) if (FOLDER / "pool.pickle").exists() else []
    best = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=1e-2)
    started, step, mean = time.time(), 0, None
    while (share := (time.time() - started) / 60 / args.minutes) < 1:
        rng = np.random.default_rng([args.seed, rounds])
        pool += [packed(scene(np.random.default_rng([args.seed, rounds, i]))) for i in range(NEW)]
        made = time.time()
        for _ in range(STEPS):
            for group in best.param_groups:
                group["lr"] = args.rate * min(1, (step + 1) / 50) * (0.5 + 0.5 * np.cos(np.pi * min(share, 1)))
            fresh = rng.integers(max(0, len(pool) - NEW), len(pool), BATCH // 4)
            chosen = np.concatenate([fresh, rng.integers(0, len(pool), BATCH - len(fresh))])
            batch = [sample(rng, opened(pool[i]), args.side) for i in chosen]
            image, layout, zone = (torch.from_numpy(np.stack(part)) for part in zip(*batch))
            net.train()
            with torch.autocast("cpu", torch.bfloat16):
                said = net.logits(image.contiguous(memory_format=torch.channels_last))
            value = loss(said[0].float(), said[1].float(), layout, zone)
            best.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            best.step()
            step += 1
            mean = value.item() if mean is None else 0.97 * mean + 0.03 * value.item()
        rounds += 1
        torch.save({"net": net.state_dict(), "rounds": rounds}, FOLDER / "last.pt")
        if rounds % 20 == 0:
            (FOLDER / "pool.pickle").write_bytes(pickle.dumps(pool))
        print(f"round {rounds} scenes {len(pool)} steps {step} loss {mean:.4f} train {time.time() - made:.1f} s of {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()

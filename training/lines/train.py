"""Trains a line reader on the shards of `make.py`: `python train.py mrz SHARDS OUT --steps 5000`.

Shards are re-read as they appear, so that generation and training can run side by side. The last shards (by number) named with
`--held` are another seed's and are only measured on. A checkpoint is written every 500 steps and picked up again.
"""

from __future__ import annotations

import argparse
import glob
import os
import time

import numpy as np
import torch
from torch import nn

import content
import net as nets
import render


def letters(kind: str) -> str:
    return content.MRZ if kind == "mrz" else content.LATIN


def load(path: str):
    data = np.load(path)
    return data["pixels"], data["widths"], data["texts"]


def batches(kind: str, path: str, size: int, rng: np.random.Generator):
    """Batches of strips of similar width: normalised [n, 1, H, W], targets, lengths."""
    pixels, widths, texts = load(path)
    height = render.SHAPES[kind].height
    starts = np.concatenate([[0], np.cumsum(widths.astype(np.int64) * height)])
    index = {letter: i + 1 for i, letter in enumerate(letters(kind))}
    step = nets.stride(kind)
    order = np.argsort(widths + rng.uniform(0, 40, len(widths)))
    groups = [order[i : i + size] for i in range(0, len(order) - size + 1, size)]
    rng.shuffle(groups)
    for group in groups:
        widest = int(-(-int(widths[group].max()) // 8) * 8)
        images = np.zeros((size, 1, height, widest), np.float32)
        targets, lengths, spans = [], [], []
        for row, i in enumerate(group):
            strip = pixels[starts[i] : starts[i + 1]].reshape(height, widths[i]).astype(np.float32)
            strip = (strip - strip.mean()) / max(strip.std(), 8.0)
            images[row, 0, :, : widths[i]] = strip
            target = [index[c] for c in str(texts[i])]
            targets.extend(target)
            lengths.append(len(target))
            spans.append(-(-int(widths[i]) // step))
        yield torch.from_numpy(images), torch.tensor(targets), torch.tensor(lengths), torch.tensor(spans), [str(texts[i]) for i in group]


def greedy(scores: torch.Tensor, spans: torch.Tensor, alphabet: str) -> list[str]:
    best = scores.argmax(2).T.tolist()
    out = []
    for row, span in zip(best, spans.tolist()):
        text, last = [], 0
        for c in row[:span]:
            if c != last and c:
                text.append(alphabet[c - 1])
            last = c
        out.append("".join(text))
    return out


def measure(kind: str, net: nn.Module, paths: list[str]) -> tuple[float, float]:
    """(share of exact strips, share of wrong characters by edit distance)."""
    net.eval()
    exact = total = wrong = characters = 0
    with torch.no_grad():
        for path in paths:
            for images, _, _, spans, texts in batches(kind, path, 64, np.random.default_rng(0)):
                for read, text in zip(greedy(net(images), spans, letters(kind)), texts):
                    exact += read == text
                    total += 1
                    wrong += distance(read, text)
                    characters += len(text)
    net.train()
    return exact / max(total, 1), wrong / max(characters, 1)


def distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("kind", choices=sorted(render.SHAPES))
    options.add_argument("shards")
    options.add_argument("out")
    options.add_argument("--held", default="")
    options.add_argument("--steps", type=int, default=5000)
    options.add_argument("--batch", type=int, default=48)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    os.makedirs(options.out, exist_ok=True)
    checkpoint = os.path.join(options.out, f"{options.kind}.pt")
    net = nets.build(options.kind).to(memory_format=torch.channels_last)
    print(sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    optimizer = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-2)
    average = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998), use_buffers=True)
    steps = 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, weights_only=False)  # our own file
        net.load_state_dict(state["net"]); average.load_state_dict(state["average"]); optimizer.load_state_dict(state["optimizer"])
        steps = state["steps"]
    ctc = nn.CTCLoss(zero_infinity=True)
    held = sorted(glob.glob(os.path.join(options.held, "*.npz"))) if options.held else []
    used: dict[str, int] = {}
    losses = []

    def save():
        torch.save({"net": net.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(), "steps": steps}, checkpoint + ".part")
        os.replace(checkpoint + ".part", checkpoint)

    while steps < options.steps:
        paths = [p for p in glob.glob(os.path.join(options.shards, "*.npz")) if not p.endswith(".part.npz")]
        if not paths:
            time.sleep(5)
            continue
        # The least used shard first, so that new ones are taken up as they appear.
        path = min(paths, key=lambda p: (used.get(p, 0), rng.random()))
        used[path] = used.get(path, 0) + 1
        for images, targets, lengths, spans, _ in batches(options.kind, path, options.batch, rng):
            # Warm up over 300 steps, then down a half cosine to nothing.
            rate = options.rate * min(1, (steps + 1) / 300) * (0.5 + 0.5 * np.cos(np.pi * steps / options.steps))
            for group in optimizer.param_groups:
                group["lr"] = float(max(rate, 1e-6))
            images = images.to(memory_format=torch.channels_last)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = net(images)
            loss = ctc(scores.float(), targets, spans, lengths)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            average.update_parameters(net)
            losses.append(loss.item())
            steps += 1
            if steps % 100 == 0:
                print(f"{steps} loss {np.mean(losses[-100:]):.4f} shards {len(paths)} uses {max(used.values())}", flush=True)
            if steps % 500 == 0:
                save()
            if steps % 2000 == 0 and held:
                print(f"{steps} held exact %.4f, wrong characters %.5f" % measure(options.kind, average.module, held), flush=True)
            if steps >= options.steps:
                break
    save()
    if held:
        print("end: held exact %.4f, wrong characters %.5f" % measure(options.kind, average.module, held), flush=True)


if __name__ == "__main__":
    main()

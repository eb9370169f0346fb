"""Trains the net on one thread; a checkpoint every two minutes, from which `--resume` goes on.

    python train.py BANK CHECKPOINTS --minutes 60 [--real] [--aside SPEAKER ...] [--languages en es ...]
"""

import argparse
import copy
import json
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional

import compose
import words
from net import Digits

# Where the processor does not know them, halves are eight times slower than floats of four bytes.
HALF = bool({"avx512_bf16", "amx_bf16"} & set(pathlib.Path("/proc/cpuinfo").read_text().split()))

# English sources: espeak-ng's and others' voices, the natural voices among them (flite, festival), real recordings.
WEIGHTS = {"synthetic": 0.5, "natural": 0.2, "real": 0.3}


def sources(bank, with_real, aside):
    natural = ("flite-", "festival-")
    found = [compose.Voices(bank, "en", lambda v: not v.startswith(natural)), compose.Voices(bank, "en", lambda v: v.startswith(natural))]
    weights = [WEIGHTS["synthetic"], WEIGHTS["natural"]]
    if with_real:
        found.append(compose.Voices(bank, "real", lambda v: v.split("/")[1] not in aside))
        weights.append(WEIGHTS["real"])
    return found, weights


class Views:
    """Views in stock, a part of them made anew for every batch."""

    def __init__(self, composer, language, size, fresh):
        self.composer, self.language, self.fresh = composer, language, fresh
        self.stock = [composer.view(language) for _ in range(size * 3)]
        self.most = size * 60

    def draw(self, size):
        for _ in range(self.fresh):
            view = self.composer.view(self.language)
            if len(self.stock) < self.most:
                self.stock.append(view)
            else:
                self.stock[self.composer.rng.integers(len(self.stock))] = view
        rng = self.composer.rng
        # The newest are looked at for certain.
        picked = self.stock[-self.fresh :] if len(self.stock) < self.most else []
        picked = picked + [self.stock[rng.integers(len(self.stock))] for _ in range(size - len(picked))]
        return [compose.seen(rng, *view) for view in picked]


def batch(views, size):
    views = [v for v in views.draw(size) if compose_fits(v)]
    width = max(planes.shape[2] for planes, _, _ in views)
    # Past its end a view is as still as its stillest moment.
    planes = np.stack([np.pad(p, ((0, 0), (0, 0), (0, width - p.shape[2])), mode="edge") for p, _, _ in views])
    steps = [len(frames) for _, _, frames in views]
    frames = np.full((len(views), (width + 1) // 2), -1)
    for row, (_, _, own) in zip(frames, views, strict=True):
        row[: len(own)] = own
    units = [unit for _, own, _ in views for unit in own]
    lengths = [len(own) for _, own, _ in views]
    return [torch.tensor(x) for x in (planes, frames, steps, units, lengths)]


def compose_fits(view):
    return len(view[2]) > len(view[1]) + 2


def loss_of(net, language, data, by_frame):
    planes, frames, steps, units, lengths = data
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
        logits = net.heads[language](net.hear(planes))
    log = functional.log_softmax(logits.float(), 1)
    ctc = functional.ctc_loss(log.permute(2, 0, 1), units, steps, lengths, blank=compose.BLANK, reduction="sum", zero_infinity=True)
    near = functional.nll_loss(log, frames, ignore_index=-1, reduction="sum") / max(1, int((frames >= 0).sum()))
    return ctc / max(1, int(lengths.sum())) + by_frame * near, ctc.item() / max(1, int(lengths.sum())), near.item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank", type=pathlib.Path)
    parser.add_argument("checkpoints", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=100000, help="at most; the schedule ends with them or with the minutes")
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--fresh", type=int, default=2, help="views made anew for a batch")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--by-frame", type=float, default=0.6, help="weight of the loss by frame, which keeps the units where they are said")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--aside", nargs="*", default=words.ASIDE)
    parser.add_argument("--languages", nargs="*", default=["en"])
    parser.add_argument("--english", type=float, default=0.7, help="share of English batches")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", type=pathlib.Path, help="weights to start from")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    args.checkpoints.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(args.seed)
    others = {x: compose.Voices(args.bank, x, lambda v: v.split("+")[-1] not in words.VARIANTS_ASIDE) for x in words.LANGUAGES[1:] if (args.bank / f"{x}.json").exists()}
    composer = compose.Composer(rng, *sources(args.bank, args.real, set(args.aside)), others)
    net = Digits(args.languages)
    if args.start:
        net.load_state_dict(torch.load(args.start, weights_only=False)["mean"], strict=False)
    mean = copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=0.01)
    done, before_minutes, last = 0, 0.0, args.checkpoints / "last.pt"
    if args.resume and last.exists():
        state = torch.load(last, weights_only=False)  # our own file
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimiser.load_state_dict(state["optimiser"])
        done, before_minutes = state["step"], state["minutes"]
        composer.rng = np.random.default_rng(args.seed + done)
    started = saved = time.time()
    stocks = {}
    sums, net_time, total = np.zeros(3), 0.0, args.minutes
    while before_minutes + (time.time() - started) / 60 < total and done < args.steps:
        share = max(done / args.steps, before_minutes / total + (time.time() - started) / 60 / total)
        for group in optimiser.param_groups:
            group["lr"] = float(args.rate * min(1, (done + 1) / 100) * (0.5 * (1 + np.cos(np.pi * share)) * 0.98 + 0.02))
        picked = composer.rng
        language = "en" if len(args.languages) == 1 or picked.random() < args.english else args.languages[1 + picked.integers(len(args.languages) - 1)]
        if language not in stocks:
            stocks[language] = Views(composer, language, args.batch, args.fresh)
        data = batch(stocks[language], args.batch)
        before = time.time()
        loss, ctc, near = loss_of(net, language, data, args.by_frame)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        net_time += time.time() - before
        done += 1
        keep = min(0.995, done / (done + 10))
        with torch.no_grad():
            for to, by in zip(mean.state_dict().values(), net.state_dict().values(), strict=True):
                to.lerp_(by, 1 - keep) if to.is_floating_point() else to.copy_(by)
        sums += [ctc, near, 1]
        if done % 25 == 0:
            print(json.dumps({"step": done, "minutes": round((time.time() - started) / 60, 1), "net": round(net_time / (time.time() - started), 2),
                              "ctc": round(sums[0] / sums[2], 3), "frame": round(sums[1] / sums[2], 3)}), flush=True)
            sums[:] = 0
        if time.time() - saved > 120:
            saved = time.time()
            save(last, net, mean, optimiser, done, before_minutes + (time.time() - started) / 60, args.languages)
    save(last, net, mean, optimiser, done, before_minutes + (time.time() - started) / 60, args.languages)


def save(path, net, mean, optimiser, step, minutes, languages):
    part = path.with_suffix(".part")
    torch.save({"net": net.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "minutes": minutes, "languages": languages}, part)
    part.rename(path)


if __name__ == "__main__":
    main()

"""Trains the net on a bank; the last sixty sounds are kept aside and their correlations printed.

    OMP_NUM_THREADS=1 python train.py bank.pkl lips.pt --minutes 25
"""

import argparse
import pathlib
import pickle
import sys
import time

import numpy as np
import torch
from scipy.signal import fftconvolve, lfilter

from net import Lips

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "digits"))
import features  # noqa: E402

ASIDE, BATCH, STEPS, RATE = 60, 12, 300, 2e-3


def spoilt(sound, dice):
    """Another microphone, another room, noise 8 to 45 dB under the speech."""
    sound = lfilter([1, -dice.uniform(-0.6, 0.6)], [1], sound / (np.abs(sound).max() + 1e-6))
    if dice.random() < 0.5:
        angle, radius = dice.uniform(200, 5000) / 16000 * 2 * np.pi, dice.uniform(0.5, 0.9)
        peak = lfilter([1], [1, -2 * radius * np.cos(angle), radius * radius], sound)
        sound = sound + dice.uniform(-0.6, 1.5) * (1 - radius) * peak
    if dice.random() < 0.5:
        length = int(16000 * dice.uniform(0.05, 0.25))
        room = dice.normal(size=length) * np.exp(-np.arange(length) / length * 6.9)
        sound = sound + dice.uniform(0.1, 0.5) * fftconvolve(sound, room / np.sqrt((room**2).sum()))[: len(sound)]
    noise = dice.normal(size=len(sound))
    if dice.random() < 0.5:
        noise = lfilter([1], [1, -0.95], noise)
    level = np.sqrt((sound**2).mean() / (noise**2).mean() / 10 ** (dice.uniform(8, 45) / 10))
    sound = sound + noise * level
    return (sound / np.abs(sound).max() * dice.uniform(0.1, 0.9)).astype(np.float32)


def seen(sound, warp=1.0):
    """[BANDS, steps]: each band around its own mean."""
    return features.planes(features.log_mel(sound, features.bank(warp)))[1]


def batch(bank, dice):
    inputs, wanted, counts = (np.zeros((BATCH, rows, STEPS), np.float32) for rows in (features.BANDS, 2, 1))
    for at in range(BATCH):
        sound, lips = bank[dice.integers(0, len(bank) - ASIDE)]
        energies = seen(spoilt(sound, dice), dice.uniform(0.85, 1.2))
        whole = min(energies.shape[1], len(lips))
        count = min(whole, STEPS)
        first = dice.integers(0, whole - count + 1)
        inputs[at, :, :count] = energies[:, first : first + count]
        wanted[at, :, :count] = lips[first : first + count].T
        counts[at, :, :count] = 1
    return map(torch.tensor, (inputs, wanted, counts))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=25)
    args = parser.parse_args()
    torch.manual_seed(1)
    dice = np.random.default_rng(1)
    bank = pickle.loads(args.bank.read_bytes())
    net = Lips()
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-3)
    start, rounds = time.time(), 0
    while (share := (time.time() - start) / (60 * args.minutes)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = RATE * (0.05 + 0.95 * (1 - share))
        inputs, wanted, counts = batch(bank, dice)
        loss = ((net(inputs) - wanted) ** 2 * counts).sum() / counts.sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rounds += 1
        if rounds % 100 == 0:
            print(rounds, f"{loss.item():.4f}", f"{100 * share:.0f} %", flush=True)
    torch.save(net.state_dict(), args.out)
    net.eval()
    told, found = [], []
    with torch.no_grad():
        for sound, lips in bank[-ASIDE:]:
            answer = net(torch.tensor(seen(sound))[None])[0].numpy()
            count = min(answer.shape[1], len(lips))
            found.append(answer[:, :count])
            told.append(lips[:count].T)
    told, found = np.concatenate(told, 1), np.concatenate(found, 1)
    print("correlation on sounds kept aside:", [f"{np.corrcoef(told[row], found[row])[0, 1]:.3f}" for row in (0, 1)])


if __name__ == "__main__":
    main()

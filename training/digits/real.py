"""Real single digits from the corpus beside the checkout, by source and speaker, as a bank (see bank.py).

    python real.py CORPUS OUT

Only sources whose licence is open for training go into OUT/real.*; the others are for measuring and go into OUT/kept.* (English) and
OUT/kept-bn.* (Bengali), which train.py never reads.
"""

import argparse
import csv
import json
import pathlib
import re

import numpy as np
from scipy.io import wavfile

import words
from bank import RATE, Bank

# CC BY-SA 4.0 (Free Spoken Digit Dataset) and CC BY 4.0 (Google Speech Commands).
OPEN = {"Jakobovski/free-spoken-digit-dataset", "akaissari/speech-recognition-MVA", "vinsis/speech-commands-recognition"}
LABEL = re.compile(r"digit (\d); speaker ([^;( ]+).*(English|Bengali)")
CODES = {"English": "en", "Bengali": "bn"}


def speech_of(samples):
    """The stretch around the loudest moment: the label's word without the silence of a one-second clip."""
    step = RATE // 100
    power = np.array([np.mean(samples[i : i + step] ** 2.0) for i in range(0, len(samples) - step, step)])
    floor, peak = np.percentile(power, 10), power.max()
    loud = power > max(peak * 1e-3, min(floor * 4, peak * 0.05))
    first = last = int(power.argmax())
    while first > 0 and loud[max(0, first - 12) : first].any():
        first -= 1
    while last < len(power) - 1 and loud[last + 1 : last + 13].any():
        last += 1
    return max(0, first - 2) * step, min(len(samples), (last + 3) * step)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    args = parser.parse_args()
    # A bank tells words, of which a digit has several; the recordings say the usual one.
    word_of = {code: {digit: at for at, (digit, _) in reversed(list(enumerate(words.load(code))))} for code in CODES.values()}
    banks = {name: Bank(args.out, name) for name in ("real", "kept", "kept-bn")}
    for row in csv.DictReader(open(args.corpus / "MANIFEST.csv")):
        found = LABEL.match(row["ground_truth"])
        if not found or not row["path"].endswith(".wav") or "ICHY" in row["path"] and "rec.wav" not in row["path"]:
            continue
        rate, samples = wavfile.read(args.corpus / row["path"])
        samples = samples.astype(np.float32) if samples.ndim == 1 else samples.mean(axis=1)
        if samples.dtype != np.float32 or np.abs(samples).max(initial=0) <= 1:
            samples = samples.astype(np.float32) * (1 if np.abs(samples).max(initial=0) > 1 else 32767)
        language = CODES[found[3]]
        name = "real" if row["source_repo"] in OPEN else "kept" if language == "en" else f"kept-{language}"
        bank = banks[name]
        before = len(bank.items)
        voice = row["source_repo"].split("/")[0] + "/" + found[2]
        bank.add_real(voice, samples, rate, word_of[language][int(found[1])])
        if len(bank.items) == before:
            print("nothing in", row["path"])
    for name, bank in banks.items():
        bank.samples.close()
        (args.out / f"{name}.json").write_text(json.dumps(bank.items))
        print(name, len(bank.items), "recordings", len({item[0] for item in bank.items}), "speakers")


if __name__ == "__main__":
    main()

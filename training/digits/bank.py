"""Says the digit words with every voice of Debian's espeak-ng, flite and festival: a bank of words and short strings, 16 kHz.

    python bank.py OUT --language en

OUT/<language>.i16 holds the samples, OUT/<language>.json what was said where: [voice, first sample, length, words, times or null].
"""

import argparse
import json
import math
import multiprocessing
import pathlib
import random

import numpy as np
from scipy.signal import resample_poly

import other_voices
import words
from espeak import RATE as ESPEAK_RATE
from espeak import Espeak

RATE = 16000
VARIANTS = pathlib.Path("/usr/lib/x86_64-linux-gnu/espeak-ng-data/voices/!v")
# Every dialect or national voice of the language in espeak-ng.
VOICES = {
    "en": ["en", "en-us", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-rp", "en-gb-x-gbcwmd", "en-029", "en-us-nyc"],
    "es": ["es", "es-419"], "fr": ["fr-fr", "fr-be", "fr-ch"], "pt": ["pt", "pt-br"], "zh": ["cmn"], "ru": ["ru", "ru-lv"],
    "vi": ["vi", "vi-vn-x-central", "vi-vn-x-south"],
}


class Bank:
    def __init__(self, out, language):
        self.samples = open(out / f"{language}.i16", "wb")
        self.at, self.items = 0, []

    def add_real(self, voice, samples, rate, word):
        """A recording of one word with silence or noise around it."""
        import real

        divisor = math.gcd(rate, RATE)
        samples = resample_poly(samples, RATE // divisor, rate // divisor) if rate != RATE else samples
        first, last = real.speech_of(samples)
        part = samples[first:last]
        part = (part * (20000 / max(np.abs(part).max(), 1))).astype(np.int16)
        self._keep(voice, part, [word], [[0, len(part)]])

    def add(self, voice, samples, rate, said, starts=None):
        """Keeps the part of a recording that is not silent; `starts`: first sample of each word."""
        samples = samples.astype(np.float32)
        loud = np.abs(samples)
        peak = loud.max(initial=0)
        if peak < 300:
            return
        heard = np.flatnonzero(loud > peak * 0.02)
        first, last = int(heard[0]), int(heard[-1]) + 1
        part = samples[first:last]
        if rate != RATE:
            divisor = math.gcd(rate, RATE)
            part = resample_poly(part, RATE // divisor, rate // divisor)
        part = (part * (20000 / max(np.abs(part).max(), 1))).astype(np.int16)
        if len(part) < RATE * 0.08:
            return
        times = None
        if len(said) == 1:
            times = [[0, len(part)]]
        elif starts and len(starts) == len(said):
            marks = [max(0, (s - first) * RATE // rate) for s in starts] + [len(part)]
            if all(b - a > RATE * 0.06 for a, b in zip(marks, marks[1:])):
                times = [[a, b] for a, b in zip(marks, marks[1:])]
        self._keep(voice, part, said, times)

    def _keep(self, voice, part, said, times):
        self.samples.write(part.tobytes())
        self.items.append([voice, self.at, len(part), said, times])
        self.at += len(part)


def strings(rng, count, language):
    """Random strings of digit words; a digit's usual word mostly."""
    by_digit = {}
    for at, (digit, _) in enumerate(words.load(language)):
        by_digit.setdefault(digit, []).append(at)
    for _ in range(count):
        digits = [rng.randrange(10) for _ in range(rng.choice([2, 3, 4, 6]))]
        yield [by_digit[d][0] if rng.random() < 0.8 else rng.choice(by_digit[d]) for d in digits]


def say_all(bank, rng, language):
    for variant in [""] + sorted(path.name for path in VARIANTS.iterdir()):
        seed = rng.random()
        said = apart(lambda: list(say_variant(random.Random(seed), language, variant)))
        if said is None:
            print("espeak-ng ended itself on", language, variant)
        for item in said or []:
            bank.add(*item)


def say_variant(rng, language, variant):
    espeak, texts = Espeak(), [word for _, word in words.load(language)]
    dialects = VOICES.get(language, [language])
    for dialect in rng.sample(dialects, min(len(dialects), 3 if language == "en" else 1)):
        name = dialect + ("+" + variant if variant else "")
        for at, text in enumerate(texts):
            if not espeak.voice(name, rng.uniform(110, 230), rng.uniform(15, 90), rng.uniform(20, 90)):
                break
            yield name, *_said(espeak, text), [at]
        for string in strings(rng, 3 if language == "en" else 2, language):
            espeak.voice(name, rng.uniform(110, 230), rng.uniform(15, 90), rng.uniform(20, 90))
            comma = ", " if rng.random() < 0.3 else " "
            samples, starts = espeak.say(comma.join(texts[w] for w in string))
            yield name, samples, ESPEAK_RATE, string, starts[: len(string)]


def apart(work):
    """What `work` returns, done in a process of its own; None where that process died: espeak-ng 1.51 does on some strings of some variants."""
    theirs, ours = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.get_context("fork").Process(target=lambda: ours.send(work()))
    worker.start()
    ours.close()
    try:
        return theirs.recv()
    except EOFError:
        return None
    finally:
        worker.join()


def say_accents(bank, espeak, rng):
    order = [[w for _, w in words.load("en")].index(word) for word in words.ACCENT_WORDS]
    variants = sorted(path.name for path in VARIANTS.iterdir())
    for accent, spelling in words.ACCENTS.items():
        spelt = spelling.split()
        for variant in [""] + rng.sample(variants, 9):
            name = accent + ("+" + variant if variant else "")
            for at, text in zip(order, spelt, strict=True):
                if espeak.voice(name, rng.uniform(110, 220), rng.uniform(15, 90), rng.uniform(20, 90)):
                    bank.add("en-" + name, *_said(espeak, text), [at])
            for _ in range(3):
                pick = [rng.randrange(10) for _ in range(4)]
                espeak.voice(name, rng.uniform(110, 220), rng.uniform(15, 90), rng.uniform(20, 90))
                bank.add("en-" + name, espeak.say(" ".join(spelt[p] for p in pick))[0], ESPEAK_RATE, [order[p] for p in pick])


def _said(espeak, text):
    return espeak.say(text)[0], ESPEAK_RATE


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    bank = Bank(args.out, args.language)
    say_all(bank, rng, args.language)
    if args.language == "en":
        say_accents(bank, Espeak(), rng)
        texts = [word for _, word in words.load("en")]
        for voice, samples, rate, said in other_voices.say(rng, texts, list(strings(rng, 400, "en"))):
            bank.add(voice, samples, rate, said)
    bank.samples.close()
    (args.out / f"{args.language}.json").write_text(json.dumps(bank.items))
    print(args.language, len(bank.items), "recordings,", round(bank.at / RATE / 60), "minutes")


if __name__ == "__main__":
    main()

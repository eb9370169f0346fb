"""Measures a checkpoint on joined real digits of speakers that did not train it, as the Rust side decodes.

    python evaluate.py BANK CHECKPOINT [--strings 4] [--seed 7] [--others]

Prints strings right by source and condition, and how often a prompt with one wrong digit is taken at several scores. With --others the other
languages instead: strings of the synthesised voices kept aside, and real Bengali digits one by one.
"""

import argparse
import collections
import json
import pathlib

import numpy as np
import torch

import features
import noises
import words
from net import Digits

RATE = features.RATE
VARIANT, NATS_PER_NAT = -3.0, 3.0


def speakers(bank, name, keep, language="en"):
    plain = np.memmap(bank / f"{name}.i16", np.int16, "r")
    digit_of = [digit for digit, _ in words.load(language)]
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for voice, at, length, said, _ in json.loads((bank / f"{name}.json").read_text()):
        if len(said) == 1 and keep(voice.split("/")[-1]) and len(found[voice][digit_of[said[0]]]) < 8:
            found[voice][digit_of[said[0]]].append(plain[at : at + length].astype(np.float32) / 32768)
    return {voice: digits for voice, digits in found.items() if len(digits) >= 4}


def strings(rng, people, each, length=6):
    for voice in sorted(people):
        known = sorted(people[voice])
        for _ in range(each):
            digits = [known[rng.integers(len(known))] for _ in range(length)]
            parts = [np.zeros(int(0.3 * RATE), np.float32)]
            for digit in digits:
                recordings = people[voice][digit]
                parts += [recordings[rng.integers(len(recordings))], np.zeros(int(rng.uniform(0.08, 0.2) * RATE), np.float32)]
            yield voice, digits, np.concatenate([*parts, np.zeros(RATE // 5, np.float32)])


def with_noise(samples, noise, db):
    loud = samples[np.abs(samples) > 0.1 * np.abs(samples).max()]
    noise = np.resize(noise, len(samples))
    return samples + noise * np.sqrt(np.mean(loud**2) / np.mean(noise**2) / 10 ** (db / 10))


class Grammar:
    """States of a string of `length` digits: a pause, then 2 × PARTS − 1 states for every word, and so on."""

    def __init__(self, digit_of, length):
        self.unit, self.first, self.digit, self.place = [], [], [], []
        edges, ends = [], []
        starts = {0: 0.0}
        for place in range(length):
            pause = self._state(-1)
            edges += [(end, pause, 0.0) for end in ends]
            before, ends = [pause, *ends], []
            for word, digit in enumerate(digit_of):
                weight = 0.0 if digit_of.index(digit) == word else VARIANT
                for part in range(2 * words.PARTS - 1):
                    own = self._state(2 + words.PARTS * word + part // 2 if part % 2 == 0 else 0, part == 0, digit, place)
                    if part == 0:
                        edges += [(b, own, weight) for b in before]
                        if place == 0:
                            starts[own] = weight
                    else:
                        edges.append((own - 1, own, 0.0))
                        if part % 2 == 0:
                            edges.append((own - 2, own, 0.0))
                ends.append(own)
        pause = self._state(-1)
        edges += [(end, pause, 0.0) for end in ends]
        count = len(self.unit)
        self.steps = np.full((count, count), -np.inf, np.float32)
        np.fill_diagonal(self.steps, 0)
        for a, b, weight in edges:
            self.steps[a, b] = weight
        self.steps = np.exp(self.steps)
        self.start = np.full(count, -np.inf)
        for state, weight in starts.items():
            self.start[state] = weight
        self.last = [pause, *ends]

    def _state(self, unit, first=False, digit=-1, place=-1):
        self.unit.append(unit)
        self.first.append(first)
        self.digit.append(digit)
        self.place.append(place)
        return len(self.unit) - 1

    def supports(self, shares, length):
        """[length, 10] shares of likelihood, calibrated as the Rust side does."""
        heard = np.where(np.array(self.unit)[None] >= 0, shares[:, np.maximum(self.unit, 0)], np.logaddexp(shares[:, 0], shares[:, 1])[:, None])
        count = len(heard)
        ahead = np.full(heard.shape, -np.inf)
        entered = np.full(heard.shape, -np.inf)
        own = np.eye(len(self.unit), dtype=bool)
        coming = np.where(own, 0, self.steps)
        ahead[0] = entered[0] = self.start + heard[0]
        for t in range(1, count):
            top = ahead[t - 1].max()
            into = np.log(np.exp(ahead[t - 1] - top) @ coming + 1e-300) + top
            entered[t] = into + heard[t]
            ahead[t] = np.logaddexp(into, ahead[t - 1]) + heard[t]
        back = np.full(heard.shape, -np.inf)
        back[-1, self.last] = 0
        for t in range(count - 2, -1, -1):
            next_ = heard[t + 1] + back[t + 1]
            top = next_.max()
            back[t] = np.log(self.steps @ np.exp(next_ - top) + 1e-300) + top
        found = np.full((length, 10), -np.inf)
        through = np.logaddexp.reduce(entered + back, axis=0)
        for state in np.flatnonzero(self.first):
            cell = (self.place[state], self.digit[state])
            found[cell] = np.logaddexp(found[cell], through[state])
        odds = np.exp((found - found.max(1, keepdims=True)) / NATS_PER_NAT)
        return odds / odds.sum(1, keepdims=True)


def wrong_taken(support, digits):
    """How many of the 54 prompts with one wrong digit are taken, by score."""
    taken, places = collections.Counter(), np.arange(len(digits))

    def lead(place, digit):
        best = np.delete(support[place], digit).max()
        return np.log(max(support[place, digit], 1e-9)) - np.log(max(best, 1e-9))

    own = [lead(place, digits[place]) for place in places]
    for place in places:
        for digit in set(range(10)) - {digits[place]}:
            leads = [*own[:place], lead(place, digit), *own[place + 1 :]]
            behind = sum(x for x in leads if x < 0)
            ratio = behind if behind < 0 else min(leads)
            for score in (0.2, 0.4, 0.6, 0.8):
                taken[score] += int(1 / (1 + np.exp(-ratio)) >= score)
    return taken


def others(net, rng, args):
    places = {language: at for at, language in enumerate(net.languages)}
    sizes = [2 + words.PARTS * len(words.load(language)) for language in net.languages]

    def heard(samples, language, length):
        """Supports by the language's own head."""
        first = sum(sizes[: places[language]])
        with torch.no_grad():
            logits = net(torch.tensor(features.planes(features.log_mel(samples.astype(np.float32))))[None])[0]
        shares = torch.log_softmax(logits[first : first + sizes[places[language]]], 0).numpy().T
        return Grammar([digit for digit, _ in words.load(language)], length).supports(shares, length)

    for language in net.languages:
        if language == "en":
            continue
        people = speakers(args.bank, language, lambda voice: voice.split("+")[-1] in words.VARIANTS_ASIDE, language)
        said = list(strings(rng, people, args.strings))
        right, taken = {db: 0 for db in (None, 10)}, {db: collections.Counter() for db in (None, 10)}
        for _, digits, samples in said:
            for db in right:
                sound = samples if db is None else with_noise(samples, rng.standard_normal(len(samples)), db)
                support = heard(sound, language, 6)
                right[db] += list(support.argmax(1)) == digits
                taken[db] += wrong_taken(support, digits)
        print(language, "clean", right[None], "white 10 dB", right[10], "of", len(said), "one wrong digit taken:",
              dict(taken[None]), dict(taken[10]), f"of {54 * len(said)}", flush=True)
    if "bn" in places and (args.bank / "kept-bn.json").exists():
        people, by_digit = collections.defaultdict(lambda: [0, 0]), collections.Counter()
        plain = np.memmap(args.bank / "kept-bn.i16", np.int16, "r")
        digit_of = [digit for digit, _ in words.load("bn")]
        for voice, at, length, said, _ in json.loads((args.bank / "kept-bn.json").read_text()):
            pause = np.zeros(int(0.3 * RATE), np.float32)
            sound = np.concatenate([pause, plain[at : at + length].astype(np.float32) / 32768, pause])
            digit = digit_of[said[0]]
            got = int(heard(sound, "bn", 1).argmax(1)[0])
            people[voice][0] += got == digit
            people[voice][1] += 1
            by_digit[digit, got] += 1
        total = np.sum(list(people.values()), axis=0)
        print("real Bengali digits", total[0], "of", total[1], "by", len(people), "speakers; confusions", {k: v for k, v in by_digit.items() if k[0] != k[1]})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank", type=pathlib.Path)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--strings", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--others", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(args.checkpoint, weights_only=False)  # our own file
    net = Digits(state["languages"])
    net.load_state_dict(state["mean"])
    net.eval()
    rng = np.random.default_rng(args.seed)
    if args.others:
        return others(net, rng, args)
    people = speakers(args.bank, "kept", lambda _: True) | speakers(args.bank, "real", lambda name: name in words.ASIDE)
    voices = [part for digits in people.values() for recordings in digits.values() for part in recordings]
    conditions = {
        "clean": lambda x: x,
        "white 10 dB": lambda x: with_noise(x, rng.standard_normal(len(x)), 10),
        "babble 10 dB": lambda x: with_noise(x, noises.babble(rng, len(x), lambda r: voices[r.integers(len(voices))]), 10),
    }
    grammar = Grammar([digit for digit, _ in words.load("en")], 6)
    said = list(strings(rng, people, args.strings))
    for name, spoil in conditions.items():
        right, taken = collections.defaultdict(lambda: [0, 0]), collections.Counter()
        for voice, digits, samples in said:
            with torch.no_grad():
                logits = net(torch.tensor(features.planes(features.log_mel(spoil(samples).astype(np.float32))))[None])[0]
            support = grammar.supports(torch.log_softmax(logits[: 2 + 3 * 13], 0).numpy().T, 6)
            count = right[voice.split("/")[0] + (" " + voice.split("/")[1] if voice.split("/")[1] in words.ASIDE else "")]
            count[0] += list(support.argmax(1)) == digits
            count[1] += 1
            taken += wrong_taken(support, digits)
        total = np.sum(list(right.values()), axis=0)
        print(name, f"{total[0]} of {total[1]};", dict(right), "one wrong digit taken:", dict(taken), f"of {54 * len(said)}", flush=True)


if __name__ == "__main__":
    main()

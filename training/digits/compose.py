"""One training view: words of one voice joined to a string, then room, noise, channel, codec, level; and what was said when."""

import json

import numpy as np

import features
import noises
import words

RATE = features.RATE
BLANK, OTHER, FIRST = 0, 1, 2
# Frames of 10 ms for one step of the net.
STEP = 2


class Voices:
    """A bank by voice; copies that went through a codec are drawn instead of the plain samples now and then."""

    def __init__(self, folder, language, keep=lambda voice: True):
        self.plain = np.memmap(folder / f"{language}.i16", np.int16, "r")
        self.copies = [np.memmap(path, np.int16, "r") for path in sorted(folder.glob(f"{language}.*.i16"))]
        self.by_voice = {}
        for voice, at, length, said, times in json.loads((folder / f"{language}.json").read_text()):
            if keep(voice):
                self.by_voice.setdefault(voice, []).append((at, length, said, times))
        self.names = sorted(self.by_voice)

    def samples(self, rng, at, length, copy=None):
        source = self.plain if copy is None or copy >= len(self.copies) else self.copies[copy]
        return source[at : at + length].astype(np.float32) / 32768

    def any(self, rng):
        """One recording of anybody, for babble."""
        items = self.by_voice[self.names[rng.integers(len(self.names))]]
        at, length, _, _ = items[rng.integers(len(items))]
        return self.samples(rng, at, length)


def _gap(rng):
    kind = rng.random()
    if kind < 0.25:
        return -int(rng.uniform(0, 0.04) * RATE)
    if kind < 0.8:
        return int(rng.uniform(0, 0.25) * RATE)
    return int(rng.uniform(0.25, 0.7) * RATE)


def string(rng, voices, others, most=7):
    """Samples, units' words ([(word or None for another word, first, last or None)]) of a string by one voice."""
    name = voices.names[rng.integers(len(voices.names))]
    items = voices.by_voice[name]
    copy = int(rng.integers(8)) if rng.random() < 0.5 else None
    singles = [item for item in items if len(item[2]) == 1]
    longer = [item for item in items if len(item[2]) > 1]
    wanted = int(rng.integers(1, most + 1))
    parts, said, at = [], [], int(rng.uniform(0.05, 0.5) * RATE)
    while len(said) < wanted:
        foreign = others is not None and rng.random() < 0.03
        pick = longer if longer and rng.random() < 0.5 else (singles or longer)
        if foreign:
            first, length, _, _ = others[1][rng.integers(len(others[1]))]
            wave, item_words, times = others[0].samples(rng, first, length), [None], [[0, length]]
        else:
            first, length, item_words, times = pick[rng.integers(len(pick))]
            wave = voices.samples(rng, first, length, copy)
        wave = wave * 10 ** (rng.normal(0, 2) / 20)
        for i, word in enumerate(item_words):
            span = times[i] if times else None
            said.append((word, at + span[0], at + span[1]) if span else (word, None, None))
        parts.append((at, wave))
        at = max(at + length + _gap(rng), 0)
    total = max(start + len(wave) for start, wave in parts) + int(rng.uniform(0.05, 0.5) * RATE)
    samples = np.zeros(total, np.float32)
    for start, wave in parts:
        samples[start : start + len(wave)] += wave
    return samples, said


def spoil(rng, samples, pool, places):
    """Room, noise, channel, clipping, gating."""
    if rng.random() < 0.06:
        return samples + 1e-5 * rng.standard_normal(len(samples)).astype(np.float32)
    size = places.size(samples)
    samples = samples[:size]
    spectrum = np.fft.rfft(samples, size)
    if rng.random() < 0.4:
        spectrum = spectrum * places.rooms[size][rng.integers(len(places.rooms[size]))]
    samples = np.fft.irfft(spectrum, size)[: len(samples)].astype(np.float32)
    power = np.mean(samples[np.abs(samples) > 0.1 * np.abs(samples).max(initial=1e-6)] ** 2) + 1e-12
    quiet = rng.random()
    snr = rng.uniform(30, 60) if quiet < 0.4 else rng.uniform(3, 32)
    noise = pool[rng.integers(len(pool))]
    start = int(rng.integers(0, len(noise)))
    noise = np.resize(noise[start:] if len(noise) - start > len(samples) else np.roll(noise, -start), len(samples))
    samples = samples + noise * np.float32(np.sqrt(power * 0.5 / 10 ** (snr / 10)))
    line = places.channels[size][rng.integers(len(places.channels[size]))]
    samples = np.fft.irfft(np.fft.rfft(samples, size) * line, size)[: len(samples)].astype(np.float32)
    peak = np.abs(samples).max() + 1e-9
    kind = rng.random()
    if kind < 0.1:
        limit = peak * rng.uniform(0.1, 0.7)
        samples = np.clip(samples, -limit, limit)
    elif kind < 0.18:
        held = np.convolve(np.abs(samples), np.ones(800) / 800, "same")
        samples = samples * (held > peak * rng.uniform(0.005, 0.03))
    elif kind < 0.25:
        samples = np.round(samples / peak * 127) / 127
    return samples


class Composer:
    """Draws views for training: English with other languages as "another word", or a head of its own for each."""

    def __init__(self, rng, english, weights, languages):
        self.rng, self.english, self.weights, self.languages = rng, english, np.array(weights) / np.sum(weights), languages
        every = [self.english[0], *languages.values()]
        self.pool = noises.pool(rng, lambda r: every[r.integers(len(every))].any(r))
        self.places = noises.Places(rng)
        self.foreign = []
        for voices in languages.values():
            items = [item for name in voices.names for item in voices.by_voice[name] if len(item[2]) == 1]
            self.foreign.append((voices, items))
        self.warps = [features.bank(w) for w in np.linspace(0.82, 1.22, 33)]

    def view(self, language):
        """Log-mel cells, what was said when (in samples), steps of the net for a sample."""
        rng = self.rng
        if rng.random() < 0.03:
            samples, said = np.zeros(int(rng.uniform(1, 4) * RATE), np.float32) + 1e-4, []
        elif language == "en":
            others = self.foreign[rng.integers(len(self.foreign))] if self.foreign else None
            if others and rng.random() < 0.04:
                samples, said = string(rng, others[0], None)
                said = [(None, first, last) for _, first, last in said]
            else:
                samples, said = string(rng, self.english[rng.choice(len(self.english), p=self.weights)], others)
        else:
            samples, said = string(rng, self.languages[language], None)
        speed = float(np.exp(rng.normal(0, 0.09)))
        if rng.random() < 0.7:
            grid = np.arange(0, len(samples) - 1, speed)
            low = grid.astype(np.int32)
            part = (grid - low).astype(np.float32)
            samples = samples[low] * (1 - part) + samples[low + 1] * part
        else:
            speed = 1.0
        cells = features.log_mel(spoil(rng, samples, self.pool, self.places), self.warps[rng.integers(len(self.warps))])
        return cells, said, 1 / (speed * features.HOP * STEP)


def seen(rng, cells, said, scale):
    """One look at a view: planes [2, 40, frames], units said in order, units by step (−1 where unknown). A view is looked at several times, each
    time at another pace, by another vocal tract, over another floor, with other bands missing: that costs a fifteenth of making one."""
    if rng.random() < 0.7:
        stretch = float(np.exp(rng.normal(0, 0.18)))
        cells = _along(cells, np.arange(0, len(cells) - 1, 1 / stretch))
        scale *= stretch
    if rng.random() < 0.7:
        bands = features.BANDS
        cells = _along(cells.T, np.clip(np.arange(bands) * rng.uniform(0.93, 1.07) + rng.normal(0, 0.4), 0, bands - 1.001)).T
    if rng.random() < 0.3:
        floor = cells.max() - rng.uniform(6, features.DEPTH)
        cells = np.logaddexp(cells, floor + rng.normal(0, 0.7, cells.shape)).astype(np.float32)
    cells = cells[: 900]
    planes = features.planes(cells)
    for _ in range(rng.integers(0, 3)):
        width = int(rng.integers(1, 6))
        band = int(rng.integers(0, features.BANDS - width))
        planes[:, band : band + width] = 0
    return planes, *targets(said, scale, (planes.shape[2] + STEP - 1) // STEP)


def _along(rows, places):
    low = places.astype(int)
    part = (places - low)[:, None].astype(np.float32)
    return rows[low] * (1 - part) + rows[low + 1] * part


def targets(said, scale, steps):
    units, frames = [], np.zeros(steps, np.int64)
    known = all(first is not None for _, first, _ in said)
    for word, first, last in said:
        own = [OTHER] if word is None else [FIRST + words.PARTS * word + p for p in range(words.PARTS)]
        if first is not None and last * scale >= steps:
            known = False
        units += own
        if first is not None:
            marks = np.linspace(first * scale, last * scale, len(own) + 1).round().astype(int)
            for unit, a, b in zip(own, marks, marks[1:]):
                frames[a : max(b, a + 1)] = unit
    return units, frames if known else np.full(steps, -1)

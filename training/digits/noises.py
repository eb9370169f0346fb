"""Noises, rooms and channels of our own making; nothing is recorded."""

import numpy as np

RATE = 16000


def coloured(rng, length, slope):
    """Noise whose power falls by `slope` × 3 dB an octave."""
    spectrum = np.fft.rfft(rng.standard_normal(length).astype(np.float32))
    hertz = np.maximum(np.arange(len(spectrum)), len(spectrum) * 0.004)
    return np.fft.irfft(spectrum * hertz ** (-slope / 2), length).astype(np.float32)


def hum(rng, length):
    t = np.arange(length, dtype=np.float32) / RATE
    base = rng.choice([50.0, 60.0, 100.0, 120.0, rng.uniform(80, 400)])
    wave = sum(rng.uniform(0, 1) / k * np.sin(2 * np.pi * (base * k * t + rng.uniform())) for k in range(1, 14))
    return (wave + 0.05 * rng.standard_normal(length)).astype(np.float32)


def music(rng, length):
    """Chords and a tune of decaying harmonics over a beat."""
    out = np.zeros(length, np.float32)
    beat = int(RATE * rng.uniform(0.2, 0.5))
    scale = 220.0 * 2 ** (np.array([0, 2, 4, 5, 7, 9, 11, 12, 14, 16]) / 12) * rng.uniform(0.5, 1.5)
    for start in range(0, length, beat):
        for note in rng.choice(scale, rng.integers(1, 4)):
            span = min(length - start, int(beat * rng.uniform(1, 4)))
            t = np.arange(span, dtype=np.float32) / RATE
            tone = sum(rng.uniform(0.2, 1) / k * np.sin(2 * np.pi * note * k * t) for k in range(1, 7))
            out[start : start + span] += tone * np.exp(-t * rng.uniform(1, 8))
        if rng.random() < 0.6:
            span = min(length - start, RATE // 10)
            out[start : start + span] += 2 * rng.standard_normal(span) * np.exp(-np.arange(span) / 400)
    return out


def street(rng, length):
    """Rumble that swells, passing hiss, knocks."""
    t = np.arange(length) / RATE
    swell = 1 + 0.8 * np.sin(2 * np.pi * (t * rng.uniform(0.05, 0.4) + rng.uniform()))
    out = coloured(rng, length, 2.0)
    out = out / out.std() * swell
    hiss = coloured(rng, length, 0.6)
    out = out + 0.3 * hiss / hiss.std() * (1 + np.sin(2 * np.pi * (t * rng.uniform(0.1, 1) + rng.uniform())))
    for at in rng.integers(0, max(length - 2000, 1), rng.integers(0, 8)):
        knock = rng.standard_normal(2000) * np.exp(-np.arange(2000) / rng.uniform(50, 400))
        out[at : at + 2000] += 5 * rng.uniform() * knock[: length - at]
    return out.astype(np.float32)


def babble(rng, length, voice):
    """Some people at once; `voice(rng)` gives one recording."""
    out = np.zeros(length, np.float32)
    for _ in range(rng.integers(1, 9)):
        at, gain = -int(rng.integers(0, RATE)), rng.uniform(0.4, 1)
        while at < length:
            said = voice(rng)
            first, last = max(at, 0), min(at + len(said), length)
            if last > first:
                out[first:last] += gain * said[first - at : last - at]
            at += len(said) + int(rng.uniform(0, 0.3) * RATE)
    return out


def pool(rng, voice, count=42, seconds=6):
    """Noises to draw from, each of mean power 1."""
    length = seconds * RATE
    makers = [
        lambda: coloured(rng, length, rng.uniform(0, 2.2)),
        lambda: coloured(rng, length, 0.0),
        lambda: hum(rng, length),
        lambda: music(rng, length),
        lambda: street(rng, length),
        lambda: babble(rng, length, voice),
        lambda: babble(rng, length, voice),
    ]
    made = [makers[at % len(makers)]() for at in range(count)]
    return [(wave / max(wave.std(), 1e-6)).astype(np.float32) for wave in made]


def room(rng, size):
    """Spectrum [size / 2 + 1] of a synthetic room's impulse response: a direct sound, some echoes, a decaying tail."""
    decay = rng.uniform(0.08, 0.7)
    length = int(decay * RATE)
    t = np.arange(length) / RATE
    tail = rng.standard_normal(length) * np.exp(-6.9 * t / decay)
    tail *= 10 ** (-rng.uniform(3, 20) / 20) / np.sqrt((tail**2).sum())
    tail[: int(RATE * 0.002)] = 0
    for at in rng.integers(16, min(length, 600), 6):
        tail[at] += rng.uniform(-0.3, 0.3)
    tail[0] += 1
    return np.fft.rfft(tail, size).astype(np.complex64)


def channel(rng, size):
    """Gains [size / 2 + 1] of a microphone and a line: a smooth random curve and the edges of a band."""
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    knots = np.geomspace(80, 8000, 9)
    curve = np.interp(np.log(np.maximum(hertz, 40)), np.log(knots), np.cumsum(rng.normal(0, 2.2, 9)))
    curve -= curve.mean()
    kind = rng.random()
    low, high = 0.0, 9000.0
    if kind < 0.18:
        low, high = rng.choice([0.0, 150, 300]), rng.uniform(3300, 4000)
    elif kind < 0.3:
        high = rng.uniform(4000, 7500)
    if rng.random() < 0.25:
        low = max(low, rng.uniform(60, 300))
    curve = curve - 24 * np.log2(np.maximum(low / np.maximum(hertz, 1), 1)) - 60 * np.clip((hertz - high) / 250, 0, 1.3)
    return (10 ** (np.clip(curve, -80, 30) / 20)).astype(np.float32)


class Places:
    """Rooms and channels to draw from, made once for each length of transform."""

    SIZES = (1 << 16, 1 << 17)

    def __init__(self, rng, count=20):
        self.rooms = {size: [room(rng, size) for _ in range(count)] for size in self.SIZES}
        self.channels = {size: [channel(rng, size) for _ in range(2 * count)] for size in self.SIZES}

    def size(self, samples):
        return next((size for size in self.SIZES if size >= len(samples) + RATE // 4), self.SIZES[-1])

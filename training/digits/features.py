"""What the net sees of a sound: log-mel energies, as `crates/inference/src/speech/net/features.rs` computes them."""

import numpy as np

RATE = 16000
WINDOW, HOP, FFT = 400, 160, 512
BANDS, LOW_HZ, HIGH_HZ = 40, 60.0, 7600.0
# Nats under the loudest cell that are still told apart: 60 dB.
DEPTH = 14.0
SCALE = 4.0

_HANN = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)).astype(np.float32)


def _mel(hertz):
    return 2595.0 * np.log10(1.0 + hertz / 700.0)


def bank(warp=1.0):
    """Triangles [BANDS, FFT / 2 + 1]; `warp` > 1 makes the speaker's vocal tract shorter, for training."""
    edges = 700.0 * (10.0 ** (np.linspace(_mel(LOW_HZ), _mel(HIGH_HZ), BANDS + 2) / 2595.0) - 1.0)
    # Warped linearly up to 4.8 kHz and from there to the top, so that the top stays.
    knee = 4800.0 * min(1.0, 1.0 / warp)
    warped = np.where(edges < knee, edges * warp, HIGH_HZ - (HIGH_HZ - knee * warp) * (HIGH_HZ - edges) / (HIGH_HZ - knee))
    hertz = np.arange(FFT // 2 + 1) * RATE / FFT
    low, middle, high = warped[:-2, None], warped[1:-1, None], warped[2:, None]
    return np.clip(np.minimum((hertz - low) / (middle - low), (high - hertz) / (high - middle)), 0, None).astype(np.float32)


BANK = bank()


def log_mel(samples, filters=BANK):
    """[frames, BANDS] in nats, at most DEPTH under the loudest cell; a frame every 10 ms."""
    count = max(1, 1 + (len(samples) - WINDOW) // HOP)
    if len(samples) < WINDOW:
        samples = np.pad(samples, (0, WINDOW - len(samples)))
    frames = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP][:count]
    spectrum = np.fft.rfft(frames.astype(np.float32) * _HANN, FFT)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    cells = np.log(power @ filters.T + 1e-10)
    return np.maximum(cells, cells.max() - DEPTH)


def planes(cells):
    """[2, BANDS, frames] float32: the cells around their mean, and around each band's mean."""
    whole = (cells - cells.mean()) / SCALE
    by_band = (cells - cells.mean(axis=0)) / SCALE
    return np.stack([whole.T, by_band.T]).astype(np.float32)

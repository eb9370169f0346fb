"""What lips do for each sound of speech: opening (0 shut – 1 jaw down), rounding (−1 spread – 1 pushed forward), and how much the sound
insists on it against its neighbours. Set by hand from descriptions of articulation, in IPA."""

import numpy as np

STEP = 100  # targets a second
# Neighbours blend over this many steps (a Hann window): lips are slow.
BLEND = 15
REST = (0.05, 0.0, 0.5)

VOWELS = {
    "a": (1, 0), "ɑ": (1, 0), "æ": (0.9, -0.3), "ɐ": (0.8, 0), "ʌ": (0.75, 0), "ɛ": (0.65, -0.4), "e": (0.5, -0.5), "ə": (0.4, 0),
    "ɚ": (0.35, 0.3), "ɜ": (0.45, 0.3), "ɝ": (0.45, 0.3), "ɪ": (0.35, -0.4), "i": (0.3, -0.7), "ɨ": (0.3, -0.2), "y": (0.2, 0.9),
    "ø": (0.35, 0.9), "œ": (0.5, 0.8), "o": (0.45, 0.9), "ɔ": (0.65, 0.7), "ɒ": (0.75, 0.5), "ʊ": (0.25, 0.8), "u": (0.2, 1),
    "ɯ": (0.3, -0.2), "ɤ": (0.4, 0), "ɵ": (0.35, 0.7), "ᵻ": (0.3, -0.3),
}
CONSONANTS = {
    "p": (0, 0, 3), "b": (0, 0, 3), "m": (0, 0, 3), "f": (0.08, 0, 2), "v": (0.08, 0, 2), "β": (0.1, 0, 2), "ʋ": (0.12, 0, 1.5),
    "w": (0.12, 1, 2), "ɹ": (0.25, 0.5, 1), "r": (0.3, 0.1, 0.7), "ɾ": (0.3, 0, 0.5), "ʁ": (0.4, 0, 0.4), "ʃ": (0.25, 0.6, 1.3),
    "ʒ": (0.25, 0.6, 1.3), "s": (0.18, -0.3, 1), "z": (0.18, -0.3, 1), "ɕ": (0.2, 0, 1), "ʂ": (0.22, 0.3, 1), "t": (0.25, 0, 0.7),
    "d": (0.25, 0, 0.7), "ʈ": (0.25, 0, 0.6), "ɖ": (0.25, 0, 0.6), "n": (0.28, 0, 0.6), "ɲ": (0.28, -0.2, 0.6), "l": (0.38, 0, 0.5),
    "ɫ": (0.38, 0.1, 0.5), "θ": (0.28, 0, 0.8), "ð": (0.28, 0, 0.7), "k": (0.35, 0, 0.4), "ɡ": (0.35, 0, 0.4), "g": (0.35, 0, 0.4),
    "ŋ": (0.35, 0, 0.4), "x": (0.35, 0, 0.4), "c": (0.3, -0.2, 0.5), "q": (0.4, 0, 0.3), "h": (0.4, 0, 0.2), "ɦ": (0.4, 0, 0.2),
    "ħ": (0.5, 0, 0.3), "ʕ": (0.6, 0, 0.3), "j": (0.28, -0.5, 0.6), "ʔ": (0.35, 0, 0.2),
}
SOUNDS = {sound: (*shape, 1.0) for sound, shape in VOWELS.items()} | CONSONANTS


def targets(phonemes, seconds):
    """[steps, 2] float32: opening and rounding, from (start in seconds, IPA) in time order."""
    count = int(seconds * STEP)
    shape, weight = np.zeros((2, count)), np.zeros(count)
    for at, (start, name) in enumerate(phonemes):
        end = phonemes[at + 1][0] if at + 1 < len(phonemes) else seconds
        first, last = int(start * STEP), max(int(start * STEP) + 1, int(end * STEP))
        parts = [SOUNDS[sound] for sound in name if sound in SOUNDS] or [REST]
        edges = np.linspace(first, last, len(parts) + 1).astype(int)
        for (opening, rounding, insists), left, right in zip(parts, edges[:-1], edges[1:]):
            shape[0, left:right], shape[1, left:right], weight[left:right] = opening, rounding, insists
    blend = np.hanning(BLEND + 2)[1:-1]
    total = np.convolve(weight, blend, "same") + 1e-6
    return np.stack([np.convolve(row * weight, blend, "same") / total for row in shape], 1).astype(np.float32)

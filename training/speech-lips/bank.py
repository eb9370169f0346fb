"""Makes speech with known lips: digit words of every language in `speech/` and sentences, by espeak-ng's voices, with the time of every phoneme.

    python bank.py bank.pkl --count 3600
"""

import argparse
import ctypes
import pathlib
import pickle
import random
import tomllib

import numpy as np
from scipy.signal import resample_poly

from lips import targets

ROOT = pathlib.Path(__file__).parent.parent.parent
RATE = 22050
LANGUAGES = "en es fr de pt ru tr vi id hi uk bn ar".split()
ENGLISH = ["en-us", "en-gb", "en-gb-scotland"]
VARIANTS = [""] + [f"+{kind}{n}" for kind, most in (("m", 7), ("f", 5)) for n in range(1, most + 1)] + ["+klatt", "+klatt2", "+klatt3", "+klatt4"]
SENTENCES = [
    "bin blue at f two now", "lay green by b six please", "place white with k nine soon", "set red in p four again",
    "today the weather is warm and bright", "my mother bought apples from the market", "people often walk over the bridge",
    "we were waiting for the summer boat", "five big brown bears play music", "please show me the way home",
    "she thought about moving far away", "open your mouth and show your teeth",
]
_PHONEME, _SYNCHRONOUS, _UTF8, _EVENTS = 7, 2, 1, 3


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("unique_identifier", ctypes.c_uint), ("text_position", ctypes.c_int), ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int), ("sample", ctypes.c_int), ("user_data", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    """One synthesiser that tells its phonemes in IPA."""

    def __init__(self):
        self.lib = ctypes.CDLL("libespeak-ng.so.1")
        if self.lib.espeak_Initialize(_SYNCHRONOUS, 0, None, _EVENTS) != RATE:
            raise SystemExit("espeak-ng could not be started at 22,050 Hz")
        self.parts, self.phonemes = [], []
        self.callback = _Callback(self._take)
        self.lib.espeak_SetSynthCallback(self.callback)

    def _take(self, samples, count, events):
        if samples and count > 0:
            self.parts.append(np.ctypeslib.as_array(samples, (count,)).copy())
        at = 0
        while events[at].type != 0:
            if events[at].type == _PHONEME:
                self.phonemes.append((events[at].audio_position / 1000, events[at].id.decode("utf8", "ignore")))
            at += 1
        return 0

    def say(self, voice, rate, pitch, spread, text):
        """Samples (int16) and phonemes; nothing where there is no such voice."""
        self.parts, self.phonemes = [], []
        if self.lib.espeak_SetVoiceByName(voice.encode()) != 0:
            return np.zeros(0, np.int16), []
        for parameter, value in ((1, rate), (3, pitch), (4, spread)):
            self.lib.espeak_SetParameter(parameter, value, 0)
        data = text.encode() + b"\0"
        self.lib.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
        self.lib.espeak_Synchronize()
        return (np.concatenate(self.parts) if self.parts else np.zeros(0, np.int16)), self.phonemes


def words(language):
    told = tomllib.loads((ROOT / "speech" / f"{language}.toml").read_text())
    return [word for digit in told["digit"] for word in digit["words"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=3600)
    parser.add_argument("--seed", type=int, default=11)
    args = parser.parse_args()
    dice, espeak = random.Random(args.seed), Espeak()
    known = {language: words(language) for language in LANGUAGES}
    made = []
    for _ in range(args.count):
        language = dice.choice(["en"] * 8 + LANGUAGES)
        voice = (dice.choice(ENGLISH) if language == "en" else language) + dice.choice(VARIANTS)
        manner = (dice.randint(110, 230), dice.randint(15, 85), dice.randint(20, 80))
        if language == "en" and dice.random() < 0.5:
            text = dice.choice(SENTENCES)
        else:
            text = dice.choice([", ", " "]).join(dice.choices(known[language], k=dice.randint(3, 6)))
        samples, phonemes = espeak.say(voice, *manner, text)
        if len(samples) < RATE or not phonemes:
            continue
        before, after = dice.randint(2000, 12000), dice.randint(2000, 9000)
        samples = np.concatenate([np.zeros(before), samples.astype(np.float32) / 32768, np.zeros(after)])
        told = [(0, "_")] + [(start + before / RATE, name) for start, name in phonemes] + [((len(samples) - after) / RATE, "_")]
        sound = resample_poly(samples, 320, 441).astype(np.float32)
        made.append((sound, targets(sorted(told, key=lambda each: each[0]), len(sound) / 16000)))
    args.out.write_bytes(pickle.dumps(made))
    print(f"{len(made)} sounds, {sum(len(sound) for sound, _ in made) / 960000:.0f} minutes")


if __name__ == "__main__":
    main()

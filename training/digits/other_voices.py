"""flite and festival: one process says many lines."""

import pathlib
import subprocess
import tempfile

from scipy.io import wavfile

FLITE = ["kal", "kal16", "awb", "rms", "slt"]
FESTIVAL = {"kal": "voice_kal_diphone", "ked": "voice_ked_diphone", "slt-hts": "voice_cmu_us_slt_arctic_hts"}
SETTINGS = 8


def say(rng, texts, strings):
    """Yields voice, samples, rate, indices of the words said: every word alone at many rates and pitches, and strings."""
    for turn in range(SETTINGS):
        for voice in FLITE:
            stretch, pitch = rng.uniform(0.75, 1.5), rng.uniform(0.8, 1.25)
            for said in _lines(rng, texts, strings):
                yield f"flite-{voice}-{turn}", *_flite(voice, stretch, pitch, _text(rng, texts, said)), said
    for voice, command in FESTIVAL.items():
        for turn in range(SETTINGS):
            lines = list(_lines(rng, texts, strings))
            told = [_text(rng, texts, said) for said in lines]
            for (rate, samples), said in zip(_festival(command, rng.uniform(0.75, 1.5), told), lines, strict=True):
                yield f"festival-{voice}-{turn}", samples, rate, said


def _lines(rng, texts, strings):
    return [[at] for at in range(len(texts))] + rng.sample(strings, 5)


def _text(rng, texts, said):
    return (", " if rng.random() < 0.4 else " ").join(texts[w] for w in said)


def _flite(voice, stretch, pitch, text):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "said.wav"
        base = {"slt": 170}.get(voice, 110)
        subprocess.run(
            ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch:.3f}", "--setf",
             f"int_f0_target_mean={base * pitch:.1f}", "-t", text, "-o", str(out)], check=True)
        rate, samples = wavfile.read(out)
    return samples, rate


def _festival(command, stretch, texts):
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"({command})", f"(Parameter.set 'Duration_Stretch {stretch:.3f})"]
        for at, text in enumerate(texts):
            lines.append(f'(utt.save.wave (utt.synth (Utterance Text "{text}")) "{folder}/{at}.wav" \'riff)')
        script = pathlib.Path(folder) / "say.scm"
        script.write_text("\n".join(lines) + "\n")
        subprocess.run(["festival", "-b", str(script)], check=True, capture_output=True)
        return [wavfile.read(f"{folder}/{at}.wav") for at in range(len(texts))]

"""Copies of a bank that went through a codec and back, sample for sample in the same places.

    python codecs.py OUT en real
"""

import argparse
import pathlib
import subprocess

import numpy as np

RATE = "16000"
# Name, container, encoder's arguments: what browsers record and what calls go through.
CODECS = {
    "opus10": ("ogg", ["-c:a", "libopus", "-b:a", "10k", "-application", "voip"]),
    "opus24": ("ogg", ["-c:a", "libopus", "-b:a", "24k", "-application", "audio"]),
    "aac24": ("mp4", ["-c:a", "aac", "-b:a", "24k", "-ar", "22050"]),
    "ulaw": ("wav", ["-c:a", "pcm_mulaw", "-ar", "8000"]),
}


def through(source, container, arguments, folder):
    middle = folder / f"codec.{container}"
    raw = ["-f", "s16le", "-ar", RATE, "-ac", "1"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-threads", "1", *raw, "-i", source, *arguments, middle], check=True)
    out = subprocess.run(["ffmpeg", "-v", "error", "-threads", "1", "-i", middle, *raw, "-"], check=True, capture_output=True)
    middle.unlink()
    return np.frombuffer(out.stdout, np.int16)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("banks", nargs="+")
    args = parser.parse_args()
    for bank in args.banks:
        source = args.out / f"{bank}.i16"
        plain = np.fromfile(source, np.int16)
        for name, (container, arguments) in CODECS.items():
            copy = through(source, container, arguments, args.out)
            fitted = np.zeros_like(plain)
            count = min(len(copy), len(plain))
            fitted[:count] = copy[:count]
            # Where the codec moved the sound, it is moved back: the peak of the cross-correlation of its first seconds.
            part = slice(0, 1 << 18)
            spectrum = np.fft.rfft(plain[part].astype(float), 1 << 19) * np.conj(np.fft.rfft(fitted[part].astype(float), 1 << 19))
            lag = int(np.argmax(np.fft.irfft(spectrum)))
            lag = lag - (1 << 19) if lag > 1 << 18 else lag
            np.roll(fitted, lag).tofile(args.out / f"{bank}.{name}.i16")
            print(bank, name, "moved by", lag)


if __name__ == "__main__":
    main()

"""The typefaces: Debian's OCR-B and its look-alikes for zones, Debian's Latin families for print. The list is in README.md."""

from __future__ import annotations

import subprocess
from functools import lru_cache

from PIL import ImageFont

# Inverted and outlined cuts of OCR-B are never printed on documents; OCR-A is another alphabet.
OCRB = ("OCRB.otf", "OCRBL.otf", "OCRBS.otf")
MONO = ("LiberationMono", "DejaVuSansMono", "FreeMono", "Inconsolata", "Hack", "Cousine", "NotoMono", "NotoSansMono", "NimbusMono", "texgyrecursor", "FiraCode", "JetBrainsMono")
SHUNNED = ("Symbol", "Dingbats", "Math", "Emoji", "D050000L", "StandardSymbols", "chorus", "Chancery", "Z003", "OCR", "Icon", "Thin", "Hairline", "ExtraLight",
           "Initials", "Keyboard", "Outline", "Display", "Looped", "Nastaliq")


@lru_cache(maxsize=1)
def files() -> list[str]:
    out = subprocess.run(["fc-list", "--format", "%{file}\n"], check=True, capture_output=True, text=True).stdout
    return sorted(set(line for line in out.splitlines() if line.endswith((".ttf", ".otf", ".t1"))))


@lru_cache(maxsize=1)
def ocr_b() -> list[str]:
    return [f for f in files() if f.endswith(OCRB)]


@lru_cache(maxsize=1)
def mono() -> list[str]:
    plain = [f for f in files() if any(m in f for m in MONO) and not any(s in f for s in ("Italic", "Oblique", "italic", "Thin", "Light"))]
    return [f for f in plain if drawn(f, "ABC<019")]


@lru_cache(maxsize=1)
def latin() -> list[str]:
    """Families that hold every accented Latin letter, one entry a cut. Serif, sans, condensed and mono."""
    fit = [f for f in files() if not any(s in f for s in SHUNNED) and f.endswith((".ttf", ".otf"))]
    # Noto ships one file a script: only the Latin ones count.
    fit = [f for f in fit if "Noto" not in f or any(k in f for k in ("NotoSans-", "NotoSerif-", "NotoMono", "NotoSansDisplay-", "NotoSerifDisplay-"))]
    return [f for f in fit if drawn(f, "AaÄŁłşŞőŐ")]


def drawn(file: str, letters: str) -> bool:
    """Whether the font has a glyph of its own for every letter."""
    font = face(file, 24)
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(c)) != missing and font.getlength(c) > 0 for c in letters)


@lru_cache(maxsize=4000)
def covers(file: str, letter: str) -> bool:
    return letter == " " or drawn(file, letter)


@lru_cache(maxsize=600)
def face(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size)

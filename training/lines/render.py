"""One training sample: text on an invented document, photographed, cut out the way the reader will cut it out.

Everything is grey, 0 black to 255 white. A sample is the strip that the net sees (`Shape.height` rows) and its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

import content
import fonts

# Capital height while drawing: more than the cameras mostly see, so that strokes are drawn finely.
DRAWN_CAPITAL = 28.0


@dataclass(frozen=True)
class Shape:
    """What a net sees: rows of the strip, capital height in it, widest training strip."""

    height: int
    capital: float
    width: int


SHAPES = {"mrz": Shape(24, 14.0, 360), "latin": Shape(32, 16.0, 320)}


def sample(kind: str, rng: np.random.Generator, printed: content.Printed | None):
    """(strip uint8 [height, ≤ width], text)."""
    shape = SHAPES[kind]
    ink, text, baseline, capital = mrz_ink(rng) if kind == "mrz" else latin_ink(rng, printed)
    page = document(rng, ink)
    return photograph(rng, page, baseline, capital, shape), text


def capital_height(font) -> float:
    box = font.getbbox("H")
    return float(box[3] - box[1])


def sized(file: str):
    """A font of which capitals are about DRAWN_CAPITAL high, and their exact height."""
    size = int(round(DRAWN_CAPITAL / capital_height(fonts.face(file, 100)) * 100))
    font = fonts.face(file, size)
    return font, capital_height(font)


@lru_cache(maxsize=20_000)
def glyph_of(font, letter: str):
    """`mask_of` and the advance, remembered: zones are set letter by letter from few fonts."""
    return *mask_of(font, letter), font.getlength(letter)


def mask_of(font, letter: str):
    """(ink 0–255 [h, w], left, top) with top measured from the ascender line."""
    mask, offset = font.getmask2(letter, mode="L")
    width, height = mask.size
    return np.array(mask, dtype=np.uint8).reshape(height, width), int(offset[0]), int(offset[1])


def stamp(canvas: np.ndarray, glyph: np.ndarray, x: int, y: int) -> None:
    h, w = glyph.shape
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, canvas.shape[1]), min(y + h, canvas.shape[0])
    if x1 > x0 and y1 > y0:
        part = canvas[y0:y1, x0:x1]
        np.maximum(part, glyph[y0 - y : y1 - y, x0 - x : x1 - x], out=part)


def mrz_ink(rng):
    """A piece of one line of a zone with its neighbours above and below; the target is the middle of the canvas."""
    lines = content.mrz(rng)
    # Zones are set in OCR-B; generators and some old documents use a typewriter face.
    file = content.pick(rng, fonts.ocr_b()[:1] * 5 + fonts.ocr_b()) if rng.random() < 0.82 else content.pick(rng, fonts.mono())
    font, capital = sized(file)
    target = int(rng.integers(len(lines)))
    width = len(lines[0])
    count = int(rng.integers(12, 24))
    start = int(rng.integers(0, width - count + 1))
    start = content.pick(rng, [0, width - count, start])
    if lines[target][start : start + count].count("<") > 0.7 * count and rng.random() < 0.8:
        # Half of every zone is fillers: most of what is drawn should teach more than that one shape.
        start = 0
    pitch = capital * rng.uniform(0.94, 1.14) if "OCRB" in file else max(font.getlength("M") * rng.uniform(0.97, 1.2), capital * 0.8)
    spacing = pitch * rng.uniform(1.45, 2.3)
    margins = [rng.uniform(0.2, 2.5) if at_end else 0.15 for at_end in (start == 0, start + count == width)]
    total = int(pitch * (count + sum(margins))) + 2
    rows = int(capital * 3.4)
    canvas = np.zeros((rows, total), np.uint8)
    middle = rows / 2
    baseline = middle + capital / 2
    jitter, lift = (rng.uniform(0, 0.05), rng.uniform(0, 0.03)) if rng.random() < 0.4 else (0.0, 0.0)
    ascent = font.getmetrics()[0]
    for index, line in enumerate(lines):
        base = baseline + (index - target) * spacing
        if not -capital < base < rows + capital:
            continue
        for place, letter in enumerate(line[start : start + count]):
            glyph, left, top, advance = glyph_of(font, letter)
            if glyph.size == 0:
                continue
            x = (margins[0] + place) * pitch + (pitch - advance) / 2 + left + rng.normal(0, jitter) * pitch
            y = base - ascent + top + rng.normal(0, lift) * capital
            stamp(canvas, glyph, int(round(x)), int(round(y)))
    return canvas, lines[target][start : start + count], baseline, capital


def latin_ink(rng, printed: content.Printed):
    """A printed line, sometimes with another close above or below."""
    text = printed.line(rng)
    for _ in range(20):
        file = content.pick(rng, fonts.latin()) if rng.random() < 0.95 else fonts.ocr_b()[0]
        if all(fonts.covers(file, c) for c in set(text)):
            break
    else:
        file, text = fonts.latin()[0], "".join(c for c in text if c in content.LATIN[:90]) or "X"
    font, capital = sized(file)
    tracking = rng.uniform(-0.04, 0.14) * capital if rng.random() < 0.5 else 0.0
    def length(string):
        return font.getlength(string) + tracking * len(string)
    margin = capital * rng.uniform(0.1, 1.4)
    total = int(length(text) + margin + capital * rng.uniform(0.1, 1.4)) + 2
    rows = int(capital * 3.6)
    canvas = np.zeros((rows, total), np.uint8)
    ascent = font.getmetrics()[0]
    baseline = rows / 2 + capital / 2

    def write(string, x, base):
        if tracking == 0.0:
            glyph, left, top = mask_of(font, string)
            if glyph.size:
                stamp(canvas, glyph, int(x + left), int(round(base - ascent + top)))
            return
        for letter in string:
            glyph, left, top = mask_of(font, letter)
            if glyph.size:
                stamp(canvas, glyph, int(round(x + left)), int(round(base - ascent + top)))
            x += font.getlength(letter) + tracking

    write(text, margin, baseline)
    if rng.random() < 0.3:
        other = printed.line(rng)
        other = "".join(c for c in other if fonts.covers(file, c))
        if other:
            write(other, margin + rng.uniform(-1, 1) * capital, baseline + content.pick(rng, [-1, 1]) * capital * rng.uniform(1.9, 2.4))
    return canvas, text, baseline, capital


def document(rng, ink: np.ndarray) -> np.ndarray:
    """Ink on paper: float32 grey."""
    mask = ink.astype(np.float32) / 255
    weight = rng.uniform(-1, 1)
    if abs(weight) > 0.25:
        # Bold or starved print: move the edge of the strokes by up to 7 % of the capital height.
        sigma = 0.85
        edge = 0.5 - 0.36 * weight
        mask = np.clip((cv2.GaussianBlur(mask, (0, 0), sigma) - edge) * 2.2 + 0.5, 0, 1)
    if rng.random() < 0.25:
        # Worn, dotted or badly inked: strokes with holes.
        grain = cv2.GaussianBlur(rng.standard_normal(mask.shape).astype(np.float32), (0, 0), rng.uniform(0.8, 2.5))
        grain /= grain.std() + 1e-6
        mask *= np.clip(1.0 - rng.uniform(0.2, 0.7) * (grain > rng.uniform(0.6, 1.6)), 0, 1)
    paper = ground(rng, mask.shape)
    dark = rng.uniform(0, 70) if rng.random() < 0.8 else rng.uniform(60, 120)
    strength = rng.uniform(0.55, 1.0) if rng.random() < 0.4 else 1.0
    page = paper * (1 - mask * strength) + np.minimum(dark, paper * 0.8) * mask * strength
    if rng.random() < 0.04:
        page = 255 - page
    return page


def ground(rng, shape) -> np.ndarray:
    """Paper with guilloche, microprint, tint and emblems."""
    h, w = shape
    paper = np.full(shape, rng.uniform(165, 250) if rng.random() < 0.8 else rng.uniform(110, 180), np.float32)
    y, x = np.arange(h, dtype=np.float32)[:, None], np.arange(w, dtype=np.float32)[None, :]
    if rng.random() < 0.5:
        angle = rng.uniform(0, np.pi)
        paper += rng.uniform(-45, 45) * ((np.cos(angle) * x + np.sin(angle) * y) / max(h, w))
    for _ in range(int(rng.choice([0, 0, 1, 1, 2, 3]))):
        # Guilloche: bundles of wavy thin lines.
        angle, step = rng.uniform(0, np.pi), rng.uniform(5, 26)
        along = np.cos(angle) * x + np.sin(angle) * y
        across = np.cos(angle) * y - np.sin(angle) * x
        wave = along + rng.uniform(0, 14) * np.sin(across / rng.uniform(12, 80) + rng.uniform(0, 6))
        line = np.clip(np.cos(2 * np.pi * wave / step) * 3 - rng.uniform(0.5, 2.6), 0, 1)
        paper -= (rng.uniform(4, 32) if rng.random() < 0.8 else rng.uniform(25, 65)) * line
    if rng.random() < 0.4:
        spots = cv2.resize(rng.standard_normal((max(h // 24, 2), max(w // 24, 2))).astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC)
        paper += rng.uniform(4, 26) * spots
    if rng.random() < 0.15:
        # Microprint rows.
        font = fonts.face(fonts.latin()[0], int(rng.integers(6, 12)))
        words, _, _ = mask_of(font, "REPUBLIC SPECIMEN IDENTITY " * 8)
        for top in range(int(rng.integers(0, 10)), h, int(rng.integers(10, 26))):
            part = words[: h - top, :w]
            paper[top : top + part.shape[0], : part.shape[1]] -= part * rng.uniform(0.05, 0.25)
    if rng.random() < 0.25:
        # The edge of a picture, a coloured field, the page's fold.
        cut = int(rng.uniform(0, w)) if rng.random() < 0.6 else None
        band = rng.uniform(-70, 40)
        if cut is not None:
            paper[:, cut:] += band
        else:
            paper[int(rng.choice([0, h - h // 5])) :][: h // 5] += band
    return np.clip(paper, 30, 255)


def overprint(rng, page: np.ndarray) -> np.ndarray:
    """SPECIMEN across, stamps, holograms, glare, shadow edges: what lies over the print."""
    h, w = page.shape
    if rng.random() < 0.14:
        layer = np.zeros((h, w), np.float32)
        font = fonts.face(content.pick(rng, fonts.latin()), int(h * rng.uniform(0.5, 1.6)))
        word, _, _ = mask_of(font, content.pick(rng, ["SPECIMEN", "MUSTER", "SAMPLE", "VOID", "COPY", "SPÉCIMEN", "MODELO", "www.example.org"]))
        turn = cv2.getRotationMatrix2D((word.shape[1] / 2, word.shape[0] / 2), rng.uniform(-50, 50), 1.0)
        turn[:, 2] += rng.uniform(-0.5, 0.5, 2) * (w, h)
        layer = cv2.warpAffine(word, turn, (w, h)).astype(np.float32) / 255
        page = page * (1 - layer * rng.uniform(0.1, 0.5)) + layer * rng.uniform(0, 255) * 0.2
    if rng.random() < 0.1:
        centre, axes = (int(rng.uniform(0, w)), int(rng.uniform(0, h))), (int(h * rng.uniform(0.4, 1.6)),) * 2
        ring = np.zeros((h, w), np.float32)
        cv2.ellipse(ring, centre, axes, 0, 0, 360, 1.0, int(rng.integers(2, 7)))
        page = page * (1 - 0.5 * rng.uniform(0.3, 1) * ring)
    y, x = np.arange(h, dtype=np.float32)[:, None], np.arange(w, dtype=np.float32)[None, :]
    if rng.random() < 0.15:
        angle = rng.uniform(0, np.pi)
        stripe = (np.cos(angle) * x + np.sin(angle) * y) / rng.uniform(20, 160) + rng.uniform(0, 6)
        page = page + rng.uniform(10, 60) * np.clip(np.sin(stripe), 0, 1)
    if rng.random() < 0.15:
        cx, cy, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.3, 2.0) * h
        page = page + rng.uniform(40, 170) * np.exp(-(((x - cx) / (r * rng.uniform(1, 4))) ** 2 + ((y - cy) / r) ** 2))
    if rng.random() < 0.2:
        angle = rng.uniform(0, 2 * np.pi)
        side = np.cos(angle) * (x - rng.uniform(0, w)) + np.sin(angle) * (y - h / 2)
        page = page * (1 - rng.uniform(0.2, 0.6) / (1 + np.exp(-np.clip(side / rng.uniform(1, 40), -30, 30))))
    return page


def photograph(rng, page: np.ndarray, baseline: float, capital: float, shape: Shape) -> np.ndarray:
    """Camera, file and cut: the page at a camera's resolution, blurred, noisy, compressed, then cut to the strip."""
    page = overprint(rng, page)
    h, w = page.shape
    # Capitals of 7 to 40 camera pixels, most of them 9 to 22.
    seen = float(np.exp(rng.uniform(np.log(7.5), np.log(26)))) if rng.random() < 0.85 else rng.uniform(26, 40)
    scale = seen / capital
    stretch = rng.uniform(0.87, 1.15)
    bend = rng.uniform(-0.25, 0.25) * capital if rng.random() < 0.35 else 0.0
    lean, tilt = rng.normal(0, 0.05), np.radians(rng.normal(0, 0.9))
    size = (max(int(w * scale * stretch), 4), max(int(h * scale), 8))
    grid_x, grid_y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    u = grid_x / (scale * stretch)
    v = grid_y / scale
    v = v + np.tan(tilt) * (u - w / 2) + bend * np.sin(np.pi * u / w + rng.uniform(0, 3))
    u = u + lean * (v - h / 2)
    # Shrinking needs the light of all the pixels that fall into one: blur first by the ratio.
    soft = cv2.GaussianBlur(page.astype(np.float32), (0, 0), max(0.4 / scale, 0.3)) if scale < 0.9 else page.astype(np.float32)
    view = cv2.remap(soft, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    view = camera(rng, view, seen)
    # Cut: rows so that the capital is `shape.capital` high, give or take what a finder gets wrong.
    wrong = float(np.exp(rng.normal(0, 0.09)))
    zoom = shape.capital / seen * wrong
    middle = (baseline - capital / 2) * scale + rng.normal(0, 0.07) * seen
    rows = shape.height / zoom
    width = max(int(round(size[0] * zoom * np.exp(rng.normal(0, 0.03)))), 8)
    cut = cv2.getRectSubPix(view, (size[0], max(int(round(rows)), 4)), (size[0] / 2 - 0.5, float(middle)))
    how = cv2.INTER_AREA if zoom < 0.8 else content.pick(rng, [cv2.INTER_LINEAR, cv2.INTER_LINEAR, cv2.INTER_CUBIC])
    return cv2.resize(cut, (min(width, shape.width * 3), shape.height), interpolation=how)


def camera(rng, view: np.ndarray, seen: float) -> np.ndarray:
    """Optics, sensor, processing and JPEG; uint8 grey."""
    if rng.random() < 0.55:
        view = cv2.GaussianBlur(view, (0, 0), rng.uniform(0.02, 0.11) * seen * (1.0 if seen > 11 else 0.6) + 0.01)
    if rng.random() < 0.15:
        length = max(int(rng.uniform(0.05, 0.25) * seen), 1)
        if length > 1:
            kernel = np.zeros((length, length), np.float32)
            cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1.0)
            view = cv2.filter2D(view, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
    contrast = rng.uniform(0.75, 1.15) if rng.random() < 0.75 else rng.uniform(0.35, 0.8)
    light = rng.uniform(-30, 20)
    view = (view - 128) * contrast + 128 + light
    if rng.random() < 0.25:
        view = 255 * np.power(np.clip(view, 0, 255) / 255, rng.uniform(0.6, 1.7))
    view = view + rng.normal(0, 1, view.shape) * (rng.uniform(0, 4) if rng.random() < 0.7 else rng.uniform(4, 14))
    if rng.random() < 0.25:
        view = view + rng.uniform(0.3, 1.2) * (view - cv2.GaussianBlur(view, (0, 0), 1.2))
    view = np.clip(view, 0, 255).astype(np.uint8)
    if rng.random() < 0.75:
        quality = int(rng.integers(25, 96))
        view = cv2.imdecode(cv2.imencode(".jpg", view, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)
    return view

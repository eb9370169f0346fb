"""Small painting helpers that documents, grounds and scenes share. Every picture is uint8 RGB; every draw comes from `rng`."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONT_DIR = "/usr/share/fonts"
TEXT_FONTS = [
    f"{FONT_DIR}/truetype/{name}.ttf"
    for name in [
        "dejavu/DejaVuSans", "dejavu/DejaVuSans-Bold", "dejavu/DejaVuSansCondensed", "dejavu/DejaVuSansCondensed-Bold",
        "dejavu/DejaVuSerif", "dejavu/DejaVuSerif-Bold", "liberation2/LiberationSans-Regular",
        "liberation2/LiberationSans-Bold", "liberation2/LiberationSerif-Regular", "liberation2/LiberationSerif-Bold",
        "freefont/FreeSans", "freefont/FreeSansBold", "freefont/FreeSerif", "freefont/FreeSerifBold",
        "liberation2/LiberationMono-Regular", "freefont/FreeMonoBold",
    ]
]
ZONE_FONTS = [f"{FONT_DIR}/opentype/ocr-b/OCRB.otf"] * 5 + [
    f"{FONT_DIR}/opentype/ocr-b/OCRBE.otf",
    f"{FONT_DIR}/truetype/ocr-a/OCRA.ttf",
    f"{FONT_DIR}/truetype/liberation2/LiberationMono-Regular.ttf",
    f"{FONT_DIR}/truetype/freefont/FreeMonoBold.ttf",
    f"{FONT_DIR}/truetype/dejavu/DejaVuSansMono.ttf",
]
SCRIPTS = {
    "latin": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "lower": "abcdefghijklmnopqrstuvwxyz", "accents": "ÄÖÜÉÈÇÑŠŽŁŐĂȘİĞØÅ",
    "cyrillic": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ", "greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת", "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩ", "digits": "0123456789",
}
_fonts = {}


def font(path, size):
    """A font of that size, kept for the next time."""
    key = (path, int(size))
    if key not in _fonts:
        _fonts[key] = ImageFont.truetype(path, max(4, int(size)))
    return _fonts[key]


def words(rng, script, count):
    """Meaningless words of a script."""
    letters = SCRIPTS[script]
    return " ".join("".join(rng.choice(list(letters), rng.integers(2, 10))) for _ in range(count))


def text(canvas, at, string, path, size, colour):
    """Writes on a canvas, in place; returns the box (left, top, right, bottom). Only the box is touched: it is the slowest part."""
    face = font(path, size)
    left, top, right, bottom = face.getbbox(string)
    x, y = int(at[0]), int(at[1])
    box = (x + left, y + top, x + right, y + bottom)
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), string, font=face, fill=255)
    ink = np.asarray(mask)
    x0, y0 = max(0, box[0]), max(0, box[1])
    x1, y1 = min(canvas.shape[1], box[0] + ink.shape[1]), min(canvas.shape[0], box[1] + ink.shape[0])
    if x1 > x0 and y1 > y0:
        alpha = ink[y0 - box[1] : y1 - box[1], x0 - box[0] : x1 - box[0], None] / 255.0
        patch = canvas[y0:y1, x0:x1]
        patch[:] = (patch * (1 - alpha) + np.asarray(colour) * alpha).astype(canvas.dtype)
    return box


def noise(rng, height, width, cells, channels=1):
    """Smooth noise 0-1 with about `cells` hills across."""
    small = rng.random((max(2, int(cells * height / max(height, width)) + 2), max(2, int(cells) + 2), channels), np.float32)
    big = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.clip(big.reshape(height, width, channels), 0, 1)


def colour(rng, low=0, high=255):
    """A colour between two bounds."""
    return rng.integers(low, high + 1, 3).astype(np.float32)


def pastel(rng):
    """A light colour, as documents are printed in."""
    return 255 - rng.random(3).astype(np.float32) * rng.integers(10, 110)


def skin(rng):
    """A skin tone."""
    tone = rng.random()
    return (np.array([236, 196, 168], np.float32) * (1 - tone) + np.array([78, 50, 36], np.float32) * tone) * rng.uniform(0.85, 1.05)


def person(rng, height, width):
    """Something like a passport portrait: shoulders, neck, head, hair, eyes, mouth."""
    base = np.full((height, width, 3), pastel(rng) if rng.random() < 0.8 else colour(rng, 60, 200), np.float32)
    tone, hair, cloth = skin(rng), colour(rng, 10, 130), colour(rng, 10, 230)
    cx, cy = width * rng.uniform(0.45, 0.55), height * rng.uniform(0.38, 0.48)
    rx, ry = width * rng.uniform(0.2, 0.27), height * rng.uniform(0.21, 0.27)
    ellipse = lambda x, y, a, b, c: cv2.ellipse(base, (int(x), int(y)), (max(1, int(a)), max(1, int(b))), 0, 0, 360, c.tolist(), -1, cv2.LINE_AA)
    if rng.random() < 0.5:
        ellipse(cx, cy + ry * 0.4, rx * 1.4, ry * rng.uniform(1.2, 2.0), hair)
    ellipse(cx, height * 1.05, width * rng.uniform(0.4, 0.55), height * 0.3, cloth)
    ellipse(cx, cy + ry, rx * 0.5, ry * 0.7, tone * 0.85)
    ellipse(cx, cy - ry * 0.2, rx * 1.1, ry * 1.1, hair)
    ellipse(cx, cy + ry * 0.12, rx * 0.92, ry * 0.92, tone)
    for side in (-1, 1):
        ellipse(cx + side * rx * 0.42, cy, rx * 0.14, ry * 0.07, tone * 0.3)
        ellipse(cx + side * rx * 0.42, cy - ry * 0.17, rx * 0.22, ry * 0.04, hair * 0.8)
    ellipse(cx, cy + ry * 0.3, rx * 0.1, ry * 0.12, tone * 0.8)
    ellipse(cx, cy + ry * 0.58, rx * 0.3, ry * 0.06, tone * np.array([0.8, 0.5, 0.5], np.float32))
    shade = 1 + (np.linspace(-0.5, 0.5, width, dtype=np.float32) * rng.uniform(-0.5, 0.5))[None, :, None]
    base = cv2.GaussianBlur(base, (0, 0), max(0.4, width * 0.012)) * shade
    if rng.random() < 0.3:
        base[:] = base.mean(axis=2, keepdims=True)
    return np.clip(base + rng.normal(0, 4, base.shape), 0, 255).astype(np.uint8)

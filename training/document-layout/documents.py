"""Invented documents: cards and passport pages with all the furniture of real ones and the look of none.

`document(rng)` gives the upright picture, its machine readable lines (each a quadrilateral in pixels) and its kind."""

import cv2
import numpy as np

from paint import SCRIPTS, TEXT_FONTS, ZONE_FONTS, colour, font, noise, pastel, person, text, words

WIDTH = 640
CARD, PAGE = 85.6 / 53.98, 125 / 88


_guilloches = []


def guilloche(rng):
    """Interwoven lines 0-1, from 60 patterns (they are slow to make), flipped and moved."""
    if len(_guilloches) < 60:
        ys, xs = np.mgrid[0:480, 0:WIDTH].astype(np.float32) / WIDTH
        f = rng.uniform(3, 14, 4)
        wave = np.sin(xs * f[0] + np.sin(ys * f[1] + rng.uniform(0, 6)) * 2) + np.sin(ys * f[2] - np.sin(xs * f[3]) * 2)
        lines = np.clip((rng.uniform(0.2, 0.5) - np.abs(np.sin(wave * rng.uniform(8, 30)))) * 4, 0, 1)
        _guilloches.append(lines[..., None])
    kept = _guilloches[rng.integers(0, len(_guilloches))]
    kept = kept[:: rng.choice([-1, 1]), :: rng.choice([-1, 1])]
    return np.roll(kept, rng.integers(0, WIDTH), 1)


def ground(rng, height, width):
    """Paper and its security print."""
    kind = rng.random()
    if kind < 0.14:
        base = np.full((height, width, 3), rng.integers(225, 256), np.float32)
    else:
        a, b, c = pastel(rng), pastel(rng), pastel(rng)
        across = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
        down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
        base = a * (1 - across) + b * across + (c - a) * down * rng.uniform(-0.6, 0.6)
    if kind > 0.25:
        for _ in range(rng.integers(1, 4)):
            lines = guilloche(rng)[:height, :width] * rng.uniform(0.2, 0.6)
            base = base * (1 - lines) + colour(rng, 60, 220) * lines
    if rng.random() < 0.3:
        base *= 0.75 + 0.35 * noise(rng, height, width, rng.integers(2, 7), 3)
    if rng.random() < 0.35:
        emblem(rng, base, rng.uniform(0.2, 0.8) * width, rng.uniform(0.3, 0.7) * height, rng.uniform(0.1, 0.35) * height, 0.35)
    return np.clip(base, 0, 255).astype(np.uint8)


def emblem(rng, base, x, y, radius, strength):
    """A star, shield or rose, half transparent."""
    layer = base.copy()
    ink = colour(rng, 20, 230).tolist()
    points = rng.integers(3, 10)
    radii = rng.uniform(0.4, 1.0, points * 2) * radius
    turn = np.linspace(0, 2 * np.pi, points * 2, endpoint=False)
    polygon = np.stack([x + radii * np.cos(turn), y + radii * np.sin(turn)], 1).astype(np.int32)
    cv2.fillPoly(layer, [polygon], ink, cv2.LINE_AA)
    cv2.circle(layer, (int(x), int(y)), max(1, int(radius * 0.5)), colour(rng).tolist(), -1, cv2.LINE_AA)
    base[:] = base * (1 - strength) + layer * strength


def bars(rng, canvas, x, y, w, h):
    """A one-dimensional, stacked or square barcode."""
    rows = int(rng.choice([1, 1, max(3, h // 4), max(6, h // 3)]))
    columns = max(8, int(w / rng.integers(1, 4)))
    code = (rng.random((rows, columns)) < 0.5).astype(np.uint8)
    ink, paper = rng.integers(0, 60), rng.integers(210, 256)
    block = cv2.resize(np.where(code, ink, paper).astype(np.uint8), (w, h), interpolation=cv2.INTER_NEAREST)
    canvas[y : y + h, x : x + w] = block[: canvas.shape[0] - y, : canvas.shape[1] - x, None]


def signature(rng, canvas, x, y, w, h):
    """A pen's scrawl."""
    steps = np.linspace(0, 1, 60)
    xs = x + w * steps + rng.uniform(5, 20) * np.sin(steps * rng.uniform(10, 40))
    ys = y + h / 2 + h * 0.4 * np.sin(steps * rng.uniform(10, 30) + rng.uniform(0, 6)) * np.cos(steps * rng.uniform(3, 9))
    points = np.stack([xs, ys], 1).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(canvas, [points], False, colour(rng, 0, 110).tolist(), int(rng.integers(1, 3)), cv2.LINE_AA)


def zone_line(rng, length, last):
    """One line of a machine readable zone: letters, digits, fillers."""
    letters, digits = list(SCRIPTS["latin"]), list(SCRIPTS["digits"])
    if last or rng.random() < 0.4:
        body = "<".join("".join(rng.choice(letters, rng.integers(2, 11))) for _ in range(rng.integers(2, 5)))
        body = body.replace("<", "<<", 1)
    else:
        body = "".join(rng.choice(digits if rng.random() < 0.7 else letters) for _ in range(rng.integers(length * 2 // 3, length + 1)))
    return body[:length].ljust(length, "<")


def zone(rng, canvas, shape, top=None):
    """Draws a zone; returns the quadrilateral of every line."""
    height, width = canvas.shape[:2]
    count, length = shape
    path = str(rng.choice(ZONE_FONTS))
    across = width * rng.uniform(0.84, 0.95)
    size = 10
    while font(path, size + 1).getlength("0" * length) < across and size < 80:
        size += 1
    real = font(path, size).getlength("0" * length)
    pitch = size * rng.uniform(1.25, 2.0)
    bottom = height * rng.uniform(0.93, 0.985)
    first = bottom - count * pitch if top is None else top
    left = (width - real) * rng.uniform(0.2, 0.8)
    if rng.random() < 0.35:
        band = canvas[max(0, int(first - pitch * 0.3)) :]
        band[:] = (band * 0.2 + rng.integers(225, 256) * 0.8).astype(np.uint8)
    ink = colour(rng, 0, 70) if rng.random() < 0.9 else colour(rng, 60, 120)
    found = []
    for i in range(count):
        line = zone_line(rng, length, i == (count - 1 if count == 3 else 0))
        y = first + i * pitch
        box = text(canvas, (left, y), line, path, size, ink)
        caps = font(path, size).getbbox("H0")
        found.append([[left, y + caps[1]], [box[2], y + caps[1]], [box[2], y + caps[3]], [left, y + caps[3]]])
    return found


def fields(rng, canvas, box, rows):
    """Rows of label and value."""
    x0, y0, x1, y1 = box
    scripts = ["latin"] * 4 + ["lower", "accents", "cyrillic", "greek", "arabic", "hebrew", "georgian"]
    script = str(rng.choice(scripts))
    fonts = [str(rng.choice(TEXT_FONTS)), str(rng.choice(TEXT_FONTS))]
    ink, pale = colour(rng, 0, 60), colour(rng, 30, 140)
    columns = int(rng.choice([1, 1, 2, 2, 3]))
    pitch = (y1 - y0) / max(1, rows)
    value = np.clip(pitch * rng.uniform(0.4, 0.62), 8, 30)
    label = max(6, value * rng.uniform(0.45, 0.8))
    for row in range(rows):
        for column in range(columns if rng.random() < 0.7 else 1):
            if rng.random() < 0.12:
                continue
            x = x0 + (x1 - x0) * column / columns
            y = y0 + row * pitch
            if rng.random() < 0.8:
                text(canvas, (x, y), words(rng, "lower" if rng.random() < 0.6 else script, rng.integers(1, 4))[:24], fonts[0], label, pale)
            kind = script if rng.random() < 0.6 else "digits"
            room = int((x1 - x0) / columns / (value * 0.62))
            text(canvas, (x, y + label * 1.05), words(rng, kind, rng.integers(1, 3))[: max(4, room)], fonts[1], value, ink)


def overprint(rng, canvas):
    """SPECIMEN or the like across."""
    word = str(rng.choice(["SPECIMEN", "SAMPLE", "MUSTER", "VOID", "COPY", "ΔΕΙΓΜΑ", "ОБРАЗЕЦ"]))
    layer = canvas.copy()
    height, width = canvas.shape[:2]
    text(layer, (width * rng.uniform(0, 0.4), height * rng.uniform(0.1, 0.7)), word, str(rng.choice(TEXT_FONTS)), width * rng.uniform(0.05, 0.13), colour(rng, 0, 200))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-40, 40), 1)
    layer = cv2.warpAffine(layer, turn, (width, height), borderMode=cv2.BORDER_REFLECT)
    mask = np.abs(layer.astype(int) - canvas).sum(2, keepdims=True) > 60
    strength = rng.uniform(0.3, 0.9) * mask if rng.random() < 0.5 else 0
    canvas[:] = (canvas * (1 - strength) + layer * strength).astype(np.uint8)


def furniture(rng, canvas, portrait, bottom):
    """Title, portrait, fields, chip, signature and the rest, above `bottom` (share of the height)."""
    height, width = canvas.shape[:2]
    end = int(height * bottom)
    top = int(height * rng.uniform(0.03, 0.2))
    if rng.random() < 0.85:
        if rng.random() < 0.3:
            canvas[: max(1, top)] = (canvas[: max(1, top)] * 0.3 + colour(rng, 20, 220) * 0.7).astype(np.uint8)
        script = str(rng.choice(["latin", "latin", "cyrillic", "greek", "accents", "arabic"]))
        text(canvas, (width * rng.uniform(0.03, 0.4), height * rng.uniform(0.01, 0.05)), words(rng, script, rng.integers(1, 4))[:30], str(rng.choice(TEXT_FONTS)), max(9, top * rng.uniform(0.35, 0.75)), colour(rng, 0, 140))
    left, right = width * 0.04, width * 0.96
    if portrait:
        high = int((end - top) * rng.uniform(0.5, 0.92))
        wide = int(high * rng.uniform(0.68, 0.85))
        at_left = rng.random() < 0.85
        x = int(width * rng.uniform(0.02, 0.08)) if at_left else int(width * rng.uniform(0.92, 0.97)) - wide
        y = top + int((end - top - high) * rng.uniform(0, 0.8))
        face = person(rng, high, wide)
        alpha = 1.0 if rng.random() < 0.6 else (face.mean(2, keepdims=True) < 215) * 1.0
        canvas[y : y + high, x : x + wide] = (canvas[y : y + high, x : x + wide] * (1 - alpha) + face * alpha).astype(np.uint8)
        left, right = (x + wide + width * 0.03, right) if at_left else (left, x - width * 0.03)
        if rng.random() < 0.25 and right - left > high * 0.6:
            small = cv2.resize(face, (wide // 2, high // 2))
            gx, gy = int(right - wide // 2 - 4) if at_left else int(left), int(end - high // 2 - 4)
            patch = canvas[gy : gy + high // 2, gx : gx + wide // 2]
            patch[:] = (patch * 0.5 + small[: patch.shape[0], : patch.shape[1]] * 0.5).astype(np.uint8)
    fields(rng, canvas, (left, top + 4, right, end), int(rng.integers(3, 9)))
    if rng.random() < 0.25:
        cw = int(width * rng.uniform(0.1, 0.15))
        cx, cy = int(rng.uniform(left, max(left + 1, right - cw))), int(rng.uniform(top, max(top + 1, end - cw)))
        cv2.rectangle(canvas, (cx, cy), (cx + cw, cy + int(cw * 0.8)), (int(rng.integers(190, 230)), 180, int(rng.integers(90, 140))), -1)
        for part in range(1, 4):
            cv2.line(canvas, (cx, cy + cw * part // 5), (cx + cw, cy + cw * part // 5), (110, 95, 60), 1)
    if rng.random() < 0.4:
        signature(rng, canvas, rng.uniform(left, (left + right) / 2), end - height * 0.14, width * 0.22, height * 0.12)
    if rng.random() < 0.2:
        emblem(rng, canvas, rng.uniform(left, right), rng.uniform(top, end), height * rng.uniform(0.05, 0.15), rng.uniform(0.3, 0.9))


def back(rng, canvas, bottom):
    """A card's back: print, a barcode, a stripe."""
    height, width = canvas.shape[:2]
    end = int(height * bottom)
    if rng.random() < 0.2:
        y = int(height * rng.uniform(0.04, 0.12))
        canvas[y : y + int(height * 0.17)] = rng.integers(10, 60)
    fields(rng, canvas, (width * 0.05, height * 0.08, width * rng.uniform(0.5, 0.95), end), int(rng.integers(2, 8)))
    if rng.random() < 0.55:
        w, h = int(width * rng.uniform(0.25, 0.9)), int(height * rng.uniform(0.1, 0.35))
        bars(rng, canvas, int(rng.uniform(0.02, 0.1) * width), int(rng.uniform(0.05, max(0.06, bottom - 0.38)) * height), w, h)
    if rng.random() < 0.3:
        side = int(height * rng.uniform(0.15, 0.3))
        bars(rng, canvas, int(width * 0.97) - side, int(height * 0.1), side, side)


def document(rng):
    """(picture, zone lines, kind, rounded corner radius in pixels)."""
    kind = str(rng.choice(["card_front", "card_zone", "card_back", "page", "page", "page2", "book", "card_zone"]))
    aspect = CARD if kind.startswith("card") else PAGE
    if kind == "page2":
        aspect = rng.choice([PAGE, PAGE, 1.48, 1.35])
    width, height = WIDTH, int(WIDTH / aspect)
    canvas = ground(rng, height, width)
    lines = []
    if kind == "card_front":
        furniture(rng, canvas, rng.random() < 0.92, rng.uniform(0.85, 0.97))
    elif kind == "card_back":
        back(rng, canvas, 0.95)
    elif kind == "card_zone":
        if rng.random() < 0.7:
            back(rng, canvas, 0.6)
        else:
            furniture(rng, canvas, True, 0.62)
        lines = zone(rng, canvas, (3, 30) if rng.random() < 0.85 else (2, 36))
    else:
        furniture(rng, canvas, rng.random() < 0.95, rng.uniform(0.68, 0.76))
        lines = zone(rng, canvas, (2, 44) if kind == "page" or rng.random() < 0.4 else (2, 36))
    if rng.random() < 0.25:
        overprint(rng, canvas)
    if rng.random() < 0.25:
        thick = int(rng.integers(1, 4))
        cv2.rectangle(canvas, (0, 0), (width - 1, height - 1), colour(rng, 0, 160).tolist(), thick)
    corner = WIDTH * 3.18 / 85.6 if kind.startswith("card") else (0 if kind == "page2" else WIDTH * 3.18 / 125)
    return canvas, lines, kind, corner


def facing_page(rng, height, width):
    """The other page of an open passport."""
    canvas = ground(rng, height, width)
    if rng.random() < 0.7:
        fields(rng, canvas, (width * 0.08, height * 0.1, width * 0.92, height * 0.9), int(rng.integers(4, 14)))
    return canvas

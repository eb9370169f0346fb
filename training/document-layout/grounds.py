"""What lies under and beside a document: tables, cloth, papers, screens, hands."""

import cv2
import numpy as np

from paint import TEXT_FONTS, colour, noise, person, skin, text, words


def wood(rng, height, width):
    tone = colour(rng, 40, 200) * np.array([1, 0.75, 0.5], np.float32)
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32) / width
    if rng.random() < 0.5:
        ys, xs = xs, ys
    drift = noise(rng, height, width, rng.integers(2, 5))[..., 0]
    rings = np.sin((ys * rng.uniform(10, 40) + drift * rng.uniform(1, 6)) * 6.28)
    grain = rng.normal(0, 1, (height, width)).astype(np.float32)
    grain = cv2.blur(grain, (31, 1) if rng.random() < 0.5 else (1, 31)) * 3
    return tone * (1 + 0.15 * rings + 0.1 * grain)[..., None]


def cloth(rng, height, width):
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    f = rng.uniform(0.3, 1.6)
    weave = np.sin(xs * f) * np.sin(ys * f * rng.uniform(0.7, 1.3))
    return colour(rng) * (1 + rng.uniform(0.03, 0.25) * weave)[..., None] + 20 * (noise(rng, height, width, 4) - 0.5)


def plain(rng, height, width):
    tone = colour(rng) if rng.random() < 0.5 else np.full(3, rng.choice([8, 30, 225, 245, 255]), np.float32)
    return np.broadcast_to(tone, (height, width, 3)) * (0.9 + 0.2 * noise(rng, height, width, rng.integers(1, 5)))


def tiles(rng, height, width):
    base = np.broadcast_to(colour(rng, 60), (height, width, 3)).copy()
    step, line = int(rng.integers(24, 160)), colour(rng).tolist()
    for at in range(int(rng.integers(0, step)), max(height, width), step):
        cv2.line(base, (at, 0), (at, height), line, int(rng.integers(1, 5)), cv2.LINE_AA)
        cv2.line(base, (0, at), (width, at), line, int(rng.integers(1, 5)), cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(0, 90), rng.uniform(1, 2))
    return cv2.warpAffine(base, turn, (width, height), borderMode=cv2.BORDER_REFLECT)


def stone(rng, height, width):
    base = noise(rng, height, width, 4, 3) + 0.5 * noise(rng, height, width, 17, 3) + 0.3 * noise(rng, height, width, 60, 3)
    return np.clip((base - 0.4) * rng.uniform(60, 240) + colour(rng, 20, 200), 0, 255)


def paper(rng, height, width):
    """A printed sheet, a receipt, a page of a book; text fills the frame."""
    base = np.full((height, width, 3), rng.integers(200, 256), np.uint8)
    path, size = str(rng.choice(TEXT_FONTS)), int(rng.integers(7, 22))
    y = 4
    while y < height:
        script = str(rng.choice(["lower", "lower", "latin", "digits", "cyrillic"]))
        text(base, (rng.uniform(2, 40), y), words(rng, script, rng.integers(2, 14)), path, size, colour(rng, 0, 90))
        y += size * rng.uniform(1.2, 2.6)
    return base.astype(np.float32)


def window(rng, height, width):
    """A screen with bars, buttons and pictures."""
    base = np.broadcast_to(colour(rng, 0, 255), (height, width, 3)).copy()
    for _ in range(rng.integers(4, 16)):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        w, h = rng.uniform(0.05, 0.6) * width, rng.uniform(0.03, 0.3) * height
        cv2.rectangle(base, (int(x), int(y)), (int(x + w), int(y + h)), colour(rng).tolist(), -1)
    base = base.astype(np.uint8)
    for _ in range(rng.integers(3, 12)):
        text(base, (rng.uniform(0, width), rng.uniform(0, height)), words(rng, "lower", 2), str(rng.choice(TEXT_FONTS)), rng.integers(7, 24), colour(rng))
    return base.astype(np.float32)


def keyboard(rng, height, width):
    base = np.full((height, width, 3), rng.integers(10, 220), np.float32)
    size, key = int(rng.integers(22, 70)), colour(rng, 10, 250).tolist()
    for y in range(0, height, size):
        for x in range(int(rng.integers(-size, 0)), width, size):
            cv2.rectangle(base, (x + 2, y + 2), (x + size - 3, y + size - 3), key, -1, cv2.LINE_AA)
    return base


def clutter(rng, base, count):
    """Things on a table: cards' look-alikes are left out on purpose, rectangles of paper are in."""
    height, width = base.shape[:2]
    for _ in range(count):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        size, tone = rng.uniform(0.03, 0.3) * width, colour(rng).tolist()
        kind = rng.integers(0, 5)
        if kind == 0:
            cv2.circle(base, (int(x), int(y)), int(size / 2), tone, -1 if rng.random() < 0.6 else int(rng.integers(2, 9)), cv2.LINE_AA)
        elif kind == 1:
            turn = rng.uniform(0, 6.28)
            end = (int(x + np.cos(turn) * size * 3), int(y + np.sin(turn) * size * 3))
            cv2.line(base, (int(x), int(y)), end, tone, int(rng.integers(2, 16)), cv2.LINE_AA)
        elif kind == 2:
            box = cv2.boxPoints(((x, y), (size * rng.uniform(0.6, 3), size * rng.uniform(0.6, 3)), rng.uniform(0, 90)))
            cv2.fillPoly(base, [box.astype(np.int32)], tone, cv2.LINE_AA)
        elif kind == 3:
            sheet = paper(rng, 120, 90)
            box = cv2.boxPoints(((x, y), (size * 1.4, size * 2), rng.uniform(0, 360))).astype(np.float32)
            base[:] = paste(base, sheet, box)
        else:
            points = (np.array([x, y]) + rng.normal(0, size / 2, (rng.integers(3, 8), 2))).astype(np.int32)
            cv2.fillPoly(base, [points], tone, cv2.LINE_AA)
    return base


def paste(base, picture, quad):
    """`picture` seen as `quad` (upper left, upper right, lower right, lower left) on `base`."""
    h, w = picture.shape[:2]
    plan = cv2.getPerspectiveTransform(np.float32([[0, 0], [w, 0], [w, h], [0, h]]), np.float32(quad))
    size = (base.shape[1], base.shape[0])
    seen = cv2.warpPerspective(picture.astype(np.float32), plan, size, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.ones((h, w), np.float32), plan, size)[..., None]
    return base * (1 - cover) + seen * cover


def ground(rng, height, width):
    """A ground of any kind, float RGB."""
    kinds = [wood, cloth, plain, plain, tiles, stone, paper, window, keyboard, wood, stone]
    base = np.ascontiguousarray(kinds[rng.integers(0, len(kinds))](rng, height, width), np.float32)
    if rng.random() < 0.4:
        base = clutter(rng, base, rng.integers(1, 9))
    return np.clip(base, 0, 255)


def someone(rng, height, width):
    """A person before a wall: a picture for the wrong step."""
    return person(rng, height, width).astype(np.float32)


def fingertip(rng, base, cover, tip, direction, thick):
    """A finger from outside along `direction` ending at `tip`; marks `cover` where it lies."""
    length = thick * 12
    start = (int(tip[0] - direction[0] * length), int(tip[1] - direction[1] * length))
    mask = np.zeros(base.shape[:2], np.uint8)
    end = (int(tip[0]), int(tip[1]))
    cv2.line(mask, start, end, 255, max(2, int(thick)), cv2.LINE_AA)
    cv2.circle(mask, end, max(1, int(thick / 2)), 255, -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask, (0, 0), max(0.5, thick / 5))
    tone = skin(rng) * (0.72 + 0.35 * (soft / 255.0))[..., None]
    alpha = (mask / 255.0)[..., None]
    base[:] = base * (1 - alpha) + tone * alpha
    if rng.random() < 0.6:
        nail = (int(tip[0] - direction[0] * thick * 0.1), int(tip[1] - direction[1] * thick * 0.1))
        angle = np.degrees(np.arctan2(direction[1], direction[0]))
        cv2.ellipse(base, nail, (max(1, int(thick * 0.38)), max(1, int(thick * 0.3))), angle, 0, 360, (skin(rng) * 1.1).clip(0, 255).tolist(), -1, cv2.LINE_AA)
    cover |= mask > 127

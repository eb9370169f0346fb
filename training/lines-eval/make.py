"""Makes lines of print for measuring readers: names in 24 languages, dates and numbers on card-like grounds, in four tiers.

    python training/lines-eval/make.py --fonts FOLDER --out FOLDER [--count 1800] [--seed 7]

FOLDER of fonts: the unpacked Debian packages named in README.md, none of which is used in training. Writes one picture a line and
`lines.csv`: file, tier, language, text, corners (x y of the four, as a finder would box the line).
"""
import argparse
import csv
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from names import MONTHS, NAMES, PLACES

FONTS = (
    "PTS55F PTS75F PTN57F PTN77F PTF55F PTM55F B612-Regular B612-Bold B612Mono-Regular ClearSans-Regular ClearSans-Medium Cabin-Regular "
    "Go-Regular Go-Medium Go-Mono Andika-Regular CharisSIL-Regular Oxygen-Sans Play-Regular Karla-Regular Dosis-Medium EBGaramond12-Regular "
    "Vollkorn-Regular mononoki-Regular Mplus1Code-Regular"
).split()
# Capital height in pixels as photographed, then how strong everything else is.
TIERS = {"clear": (20, 34, 0.2), "phone": (13, 21, 0.6), "small": (8.5, 12.5, 0.7), "worn": (12, 20, 1.6)}


def pick(rng, items):
    return items[int(rng.integers(len(items)))]


def digits(rng, n):
    return "".join(str(d) for d in rng.integers(0, 10, n))


def text_of(rng):
    """(language, text)."""
    kind = rng.random()
    if kind < 0.68:
        language = pick(rng, sorted(NAMES))
        surnames, given = (names.split() for names in NAMES[language])
        text = pick(rng, [lambda: pick(rng, surnames), lambda: " ".join(pick(rng, given) for _ in range(int(rng.integers(1, 4)))),
                          lambda: f"{pick(rng, surnames)}, {pick(rng, given)}", lambda: f"{pick(rng, given)} {pick(rng, surnames)}"])()
        if rng.random() < 0.6:
            text = (text.replace("i", "İ") if language == "tr" else text).upper()
        return language, text
    if kind < 0.84:
        day, month, year = int(rng.integers(1, 29)), int(rng.integers(1, 13)), int(rng.integers(1935, 2040))
        return "date", pick(rng, [f"{day:02}.{month:02}.{year}", f"{day:02}/{month:02}/{year}", f"{day:02} {pick(rng, MONTHS)} {year}", f"{year}-{month:02}-{day:02}",
                                  f"{day:02} {month:02} {year}", f"{day:02} {pick(rng, MONTHS)}/{pick(rng, MONTHS)} {year % 100:02}", f"{day:02}-{month:02}-{year}"])
    if kind < 0.95:
        letters = "".join(pick(rng, "ABCDEFGHJKLMNPRSTVWXYZ") for _ in range(int(rng.integers(1, 4))))
        return "number", pick(rng, [digits(rng, 8), digits(rng, 9), letters + digits(rng, 7), digits(rng, 6) + "-" + digits(rng, 5), letters[0] + digits(rng, 6) + letters[-1],
                                    digits(rng, 6) + "/" + digits(rng, 4), digits(rng, 3) + "." + digits(rng, 3) + "." + digits(rng, 3) + "-" + digits(rng, 2)])
    return "place", pick(rng, PLACES)


def ground(rng, h, w, strength):
    """Card-like paper, RGB: a tint that changes along the card, rosettes and wavy lines."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    a, b = rng.uniform(185, 250, 3), rng.uniform(185, 250, 3)
    paper = a + (b - a) * (x / w)[..., None]
    for _ in range(int(rng.integers(0, 4))):
        cx, cy = rng.uniform(0, w), rng.uniform(-h, 2 * h)
        r, phi = np.hypot(x - cx, y - cy), np.arctan2(y - cy, x - cx)
        petals, step = int(rng.integers(5, 17)), rng.uniform(6, 20)
        line = np.abs(np.sin((r + rng.uniform(2, 12) * np.sin(petals * phi)) * np.pi / step)) < rng.uniform(0.08, 0.25)
        paper[line] -= rng.uniform(6, 45, 3) * strength
    if rng.random() < 0.3 * strength:
        word = Image.new("L", (w, h))
        draw = ImageDraw.Draw(word)
        draw.text((rng.uniform(-0.2, 0.4) * w, rng.uniform(-0.5, 0.3) * h), pick(rng, ["SPECIMEN", "REPUBLIC", "MUSTER", "ID"]), 255, font=ImageFont.load_default(h * 0.9))
        word = word.rotate(rng.uniform(-30, 30))
        paper -= (np.array(word, np.float32) / 255)[..., None] * rng.uniform(15, 70, 3) * min(strength, 1)
    return paper


def picture(rng, font_file, text, tier):
    """(RGB uint8, corners) or None where the font lacks a letter."""
    low, high, strength = TIERS[tier]
    font = ImageFont.truetype(font_file, 64)
    missing = bytes(font.getmask("\uffff"))
    if any(c != " " and (bytes(font.getmask(c)) == missing or not any(bytes(font.getmask(c)))) for c in set(text)):
        return None
    spacing = rng.uniform(0, 8) if rng.random() < 0.3 else 0.0
    advance, ink = 0.0, Image.new("L", (int(font.getlength(text) + spacing * len(text)) + 400, 300))
    draw = ImageDraw.Draw(ink)
    for i, c in enumerate(text):
        draw.text((200 + advance, 100), c, 255, font=font)
        advance = font.getlength(text[: i + 1]) + spacing * (i + 1)
    box = ink.getbbox()
    if rng.random() < 0.4:
        other = "".join(pick(rng, list("ABCDEFabcdefghilmnoprstu 0123456789")) for _ in range(len(text)))
        small = ImageFont.truetype(font_file, int(rng.integers(26, 44)))
        draw.text((200 + rng.uniform(-20, 60), box[1] - rng.uniform(52, 70)), other, 255, font=small)
    ink = np.array(ink, np.float32) / 255
    h, w = ink.shape
    paper = ground(rng, h, w, strength)
    colour = rng.uniform(0, 70, 3) if rng.random() < 0.85 else np.array([rng.uniform(90, 150), 20, 30])
    page = paper * (1 - ink[..., None] * rng.uniform(0.75, 1)) + colour * ink[..., None] * rng.uniform(0.75, 1)
    capital = font.getbbox("H")[3] - font.getbbox("H")[1]
    scale = rng.uniform(low, high) / capital
    # A little perspective, then the camera.
    pad = 0.03 * strength * 300
    source = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    jitter = rng.uniform(-pad, pad, (4, 2)).astype(np.float32)
    target = (source + jitter * [0.4, 1]) * scale
    turn = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    soft = cv2.GaussianBlur(page, (0, 0), 0.42 / scale) if scale < 1 else page
    view = cv2.warpPerspective(soft, turn, (int(w * scale), int(h * scale)), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    view = cv2.GaussianBlur(view, (0, 0), rng.uniform(0.1, 0.35 + 0.55 * min(strength, 1)))
    if rng.random() < 0.25 * strength:
        gx, gy, r = rng.uniform(0, view.shape[1]), rng.uniform(0, view.shape[0]), rng.uniform(10, 60)
        yy, xx = np.mgrid[0 : view.shape[0], 0 : view.shape[1]]
        view += (rng.uniform(30, 120) * np.exp(-(((xx - gx) / (2 * r)) ** 2 + ((yy - gy) / r) ** 2)))[..., None]
    view = (view - 128) * rng.uniform(0.7, 1.05) + 128 + rng.uniform(-25, 10)
    view += rng.normal(0, rng.uniform(0.5, 1 + 6 * min(strength, 1)), view.shape)
    view = np.clip(view, 0, 255).astype(np.uint8)
    quality = int(rng.uniform(88, 97) - rng.uniform(0, 45) * min(strength, 1))
    view = cv2.imdecode(cv2.imencode(".jpg", view[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)[:, :, ::-1]
    # The finder's box: as measured on these lines: sizes and scatter of PP-OCRv4's boxes against the ink.
    grow = capital * rng.normal(0.27, 0.12), capital * rng.normal(0.23, 0.13)
    corners = np.float32([[box[0] - grow[1], box[1] - grow[0]], [box[2] + grow[1], box[1] - grow[0]], [box[2] + grow[1], box[3] + grow[0]], [box[0] - grow[1], box[3] + grow[0]]])
    corners = cv2.perspectiveTransform(corners[None], turn)[0]
    # Cut to what is needed.
    x0, y0 = np.maximum(corners.min(0) - 14, 0).astype(int)
    x1, y1 = (corners.max(0) + 14).astype(int)
    return view[y0:y1, x0:x1], corners - [x0, y0]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--fonts", required=True, type=Path)
    options.add_argument("--out", required=True, type=Path)
    options.add_argument("--count", type=int, default=1800)
    options.add_argument("--seed", type=int, default=7)
    options = options.parse_args()
    found = {path.stem: str(path) for path in options.fonts.rglob("*.?tf")}
    files = [found[name] for name in FONTS if name in found]
    absent = [name for name in FONTS if name not in found]
    if absent:
        raise SystemExit(f"fonts not found: {absent}")
    options.out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(options.seed)
    with open(options.out / "lines.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["file", "tier", "language", "text", "corners"])
        made = 0
        while made < options.count:
            language, text = text_of(rng)
            tier = sorted(TIERS)[made % len(TIERS)]
            done = picture(rng, pick(rng, files), text, tier)
            if done is None:
                continue
            view, corners = done
            name = f"{made:05}.png"
            cv2.imwrite(str(options.out / name), view[:, :, ::-1])
            table.writerow([name, tier, language, text, " ".join(f"{v:.2f}" for v in corners.reshape(-1))])
            made += 1


if __name__ == "__main__":
    main()

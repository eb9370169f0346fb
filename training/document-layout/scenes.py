"""Photographs of invented documents with what is true of them: quadrilaterals, what is covered, zone lines.

`scene(rng)` gives a dictionary: `image` (uint8 RGB, longer side 384), `quads` (n × 4 × 2, corners of each document clockwise
from its own upper left, may lie outside), `zones` (n × 4 × 2, machine readable lines), `covered` (uint8 mask)."""

import cv2
import numpy as np

from documents import PAGE, document, facing_page
from grounds import clutter, fingertip, ground, paper, paste, someone, window
from paint import colour, noise

SIDE = 384
WORK = 512


def camera(rng, aspect, tilt):
    """Corners of a flat thing of width 1, seen by a pinhole and turned freely."""
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [1, 1 / aspect]
    spin = np.radians(rng.normal(0, 8) + rng.choice([0, 90, 180, 270]) if rng.random() < 0.75 else rng.uniform(0, 360))
    turn = lambda a: np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    corners = corners @ turn(spin).T
    axis, lean = rng.uniform(0, 2 * np.pi), np.radians(abs(rng.normal(0, tilt)))
    rotated = corners @ turn(axis).T
    depth = rng.uniform(1.6, 4) + rotated[:, :1] * np.sin(min(lean, 1.0))
    rotated = np.concatenate([rotated[:, :1] * np.cos(min(lean, 1.0)), rotated[:, 1:]], 1) / depth
    return rotated @ turn(-axis).T


def placed(rng, seen, width, height, share, centre=None):
    """The corners scaled to `share` of the frame and moved to a place."""
    low, high = seen.min(0), seen.max(0)
    scale = share * min(width / (high[0] - low[0]), height / (high[1] - low[1]))
    middle = (low + high) / 2
    if centre is None:
        room = np.maximum(0, np.array([width, height]) - (high - low) * scale) / 2
        centre = np.array([width, height]) / 2 + room * rng.uniform(-0.9, 0.9, 2)
    return (seen - middle) * scale + centre


def rounded(picture, radius):
    """An alpha mask with round corners."""
    height, width = picture.shape[:2]
    mask = np.zeros((height, width), np.float32)
    r = int(min(radius, height / 3))
    cv2.rectangle(mask, (r, 0), (width - r, height), 1, -1)
    cv2.rectangle(mask, (0, r), (width, height - r), 1, -1)
    for x, y in [(r, r), (width - r, r), (r, height - r), (width - r, height - r)]:
        cv2.circle(mask, (x, y), r, 1, -1, cv2.LINE_AA)
    return mask


def lay(rng, base, paper_, quad, radius, shadow=True):
    """Lays a document on the ground: its own shadow, its thickness, itself."""
    h, w = paper_.shape[:2]
    plan = cv2.getPerspectiveTransform(np.float32([[0, 0], [w, 0], [w, h], [0, h]]), np.float32(quad))
    size = (base.shape[1], base.shape[0])
    shrink = max(1.0, w / max(1.0, np.linalg.norm(quad[1] - quad[0])))
    source = cv2.GaussianBlur(paper_, (0, 0), 0.45 * shrink) if shrink > 1.2 else paper_
    alpha = cv2.warpPerspective(rounded(paper_, radius), plan, size, flags=cv2.INTER_LINEAR)
    seen = cv2.warpPerspective(source.astype(np.float32), plan, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if shadow:
        offset = np.float32([[1, 0, rng.normal(0, 3)], [0, 1, rng.normal(0, 3)]])
        dark = cv2.GaussianBlur(cv2.warpAffine(alpha, offset, size), (0, 0), rng.uniform(1, 8)) * rng.uniform(0, 0.6)
        base = base * (1 - dark[..., None])
    return base * (1 - alpha[..., None]) + seen * alpha[..., None], plan


def light(rng, picture):
    """Shadow, lamps, exposure, colour of light."""
    height, width = picture.shape[:2]
    if rng.random() < 0.3:
        mask = np.zeros((height, width), np.float32)
        points = (rng.uniform(-0.3, 1.3, (rng.integers(3, 6), 2)) * [width, height]).astype(np.int32)
        cv2.fillPoly(mask, [points], 1)
        mask = cv2.GaussianBlur(mask, (0, 0), rng.uniform(2, 40)) * rng.uniform(0.15, 0.65)
        picture = picture * (1 - mask[..., None])
    picture = picture * (1 + rng.uniform(-0.35, 0.35) * (noise(rng, height, width, 2) - 0.5))
    exposure = rng.choice([1, 1, 1, rng.uniform(0.12, 0.6), rng.uniform(1.1, 1.9)])
    picture = picture * exposure * rng.uniform(0.88, 1.12, 3).astype(np.float32)
    for _ in range(rng.choice([0, 0, 0, 1, 2])):
        spot = np.zeros((height, width), np.float32)
        axes = tuple(int(v) for v in rng.uniform(0.02, 0.16, 2) * width + 2)
        cv2.ellipse(spot, (int(rng.uniform(0, width)), int(rng.uniform(0, height))), axes, rng.uniform(0, 180), 0, 360, 1, -1)
        picture = picture + cv2.GaussianBlur(spot, (0, 0), rng.uniform(2, 14))[..., None] * rng.uniform(80, 320)
    return np.clip(picture, 0, 255)


def sensor(rng, picture):
    """Blur, noise, JPEG."""
    if rng.random() < 0.25:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 2.2))
    if rng.random() < 0.1:
        size = int(rng.integers(3, 12))
        kernel = np.zeros((size, size), np.float32)
        kernel[size // 2] = 1 / size
        turn = cv2.getRotationMatrix2D(((size - 1) / 2, (size - 1) / 2), rng.uniform(0, 180), 1)
        kernel = cv2.warpAffine(kernel, turn, (size, size))
        picture = cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1e-3))
    picture = picture + rng.normal(0, rng.choice([1, 2, 4, 9]), picture.shape)
    if rng.random() < 0.08:
        picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
    ok, packed = cv2.imencode(".jpg", np.clip(picture, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 97))])
    return cv2.imdecode(packed, cv2.IMREAD_COLOR)


def project(plan, quads):
    return [cv2.perspectiveTransform(np.float32([q]), plan)[0] for q in quads]


def same_tone(rng, base, picture):
    """The ground in the document's own colour: the hardest outline."""
    tone = picture.reshape(-1, 3)[rng.integers(0, picture.shape[0] * picture.shape[1], 200)].mean(0)
    return np.clip((base - base.mean((0, 1))) * 0.3 + tone, 0, 255)


def scene(rng):
    """One photograph or scan; see the head of this file."""
    ratio = rng.choice([4 / 3, 3 / 4, 16 / 9, 9 / 16, 1, rng.uniform(0.5, 2)])
    width, height = (WORK, int(WORK / ratio)) if ratio >= 1 else (int(WORK * ratio), WORK)
    kind = rng.choice(["photo", "scan", "sheet", "two", "none"], p=[0.6, 0.14, 0.07, 0.07, 0.12])
    covered = np.zeros((height, width), bool)
    if kind == "none":
        base = rng.choice([ground, paper, window, someone])(rng, height, width)
        base = clutter(rng, np.ascontiguousarray(base, np.float32), rng.integers(0, 6))
        return finished(rng, light(rng, base), [], [], covered)
    picture, lines, name, radius = document(rng)
    aspect = picture.shape[1] / picture.shape[0]
    if kind == "scan":
        return scan(rng, picture, lines, aspect)
    quads, zones = [], []
    base = np.full((height, width, 3), rng.integers(235, 256), np.float32) if kind == "sheet" else ground(rng, height, width)
    if rng.random() < 0.12:
        base = same_tone(rng, base, picture)
    many = 2 if kind == "two" or (kind == "sheet" and rng.random() < 0.5) else 1
    stacked = aspect * height > width * 0.8
    for index in range(many):
        if index:
            picture, lines, name, radius = document(rng)
            aspect = picture.shape[1] / picture.shape[0]
        tilt = 0 if kind == "sheet" else 12
        if many == 2:
            place = np.array([0.5, 0.26 + 0.48 * index] if stacked else [0.26 + 0.48 * index, 0.5]) * [width, height]
            seen = upright(aspect) if kind == "sheet" else camera(rng, aspect, tilt)
            room = (width, height * 0.48) if stacked else (width * 0.48, height)
            quad = placed(rng, seen, room[0], room[1], rng.uniform(0.7, 0.98), place)
        else:
            share = rng.choice([rng.uniform(0.6, 0.97), rng.uniform(0.6, 0.97), rng.uniform(0.25, 0.6), rng.uniform(1.0, 1.5)])
            centre = None if share < 1 else np.array([width, height]) * rng.uniform(0.25, 0.75, 2)
            if rng.random() < 0.1:
                centre = np.array([width, height]) * rng.uniform(0.0, 1.0, 2)
            quad = placed(rng, camera(rng, aspect, tilt), width, height, share, centre)
        if name in ("page", "book") and many == 1 and rng.random() < (0.9 if name == "book" else 0.25):
            base = opened(rng, base, picture, quad)
        base, plan = lay(rng, base, picture, quad, radius, kind != "sheet")
        quads.append(quad)
        zones += project(plan, lines)
    if kind != "sheet" and rng.random() < 0.3:
        hands(rng, base, covered, quads[0])
    base = light(rng, base) if kind != "sheet" or rng.random() < 0.3 else base
    return finished(rng, base, quads, zones, covered)


def upright(aspect):
    return np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]]) * [1, 1 / aspect]


def opened(rng, base, picture, quad):
    """The facing page of an open book, above the data page (or beside it, as some are bound)."""
    h, w = picture.shape[:2]
    plan = cv2.getPerspectiveTransform(np.float32([[0, 0], [w, 0], [w, h], [0, h]]), np.float32(quad))
    other = facing_page(rng, h, w)
    box = [[0, -h], [w, -h], [w, 0], [0, 0]] if rng.random() < 0.8 else [[0, h], [w, h], [w, 2 * h], [0, 2 * h]]
    corners = project(plan, [box])[0]
    if np.abs(corners).max() > 8 * WORK:
        return base
    base = paste(base, other, corners)
    seam = cv2.perspectiveTransform(np.float32([[box[0] if box[0][1] >= h else box[3], box[1] if box[0][1] >= h else box[2]]]), plan)[0]
    layer = np.ones(base.shape[:2], np.float32)
    cv2.line(layer, tuple(int(v) for v in seam[0]), tuple(int(v) for v in seam[1]), 0.5, int(rng.integers(3, 12)), cv2.LINE_AA)
    return base * cv2.GaussianBlur(layer, (0, 0), 4)[..., None]


def hands(rng, base, covered, quad):
    """One to four fingertips over the edges."""
    middle = quad.mean(0)
    for _ in range(rng.integers(1, 5)):
        side, along = rng.integers(0, 4), rng.uniform(0.05, 0.95)
        edge = quad[side] * (1 - along) + quad[(side + 1) % 4] * along
        inward = (middle - edge) / max(1e-3, np.linalg.norm(middle - edge))
        swing = rng.normal(0, 0.5)
        direction = np.array([inward[0] * np.cos(swing) - inward[1] * np.sin(swing), inward[0] * np.sin(swing) + inward[1] * np.cos(swing)])
        long = np.linalg.norm(quad[1] - quad[0])
        tip = edge + direction * long * rng.uniform(0.0, 0.14)
        if (np.abs(tip) < 4 * WORK).all():
            fingertip(rng, base, covered, tip, direction, long * rng.uniform(0.1, 0.24))


def scan(rng, picture, lines, aspect):
    """The document fills the frame: cropped a little, turned by quarters, sometimes with a corner mask of white."""
    h, w = picture.shape[:2]
    margin = rng.uniform(-0.02, 0.04, 4) * rng.choice([0, 1, 1])
    width = WORK if rng.random() < 0.8 else int(rng.integers(280, WORK))
    height = int(width / aspect * rng.uniform(0.94, 1.06))
    left, top = margin[0] * width, margin[1] * height
    quad = np.array([[left, top], [width * (1 - margin[2]), top], [width * (1 - margin[2]), height * (1 - margin[3])], [left, height * (1 - margin[3])]])
    if rng.random() < 0.4:
        quad = quad + rng.normal(0, 0.006 * width, (4, 2))
    base = np.broadcast_to(np.float32(rng.choice([255, 255, 0, 230])), (height, width, 3)).copy()
    base, plan = lay(rng, base, picture, quad, rng.choice([0, 24]), False)
    if rng.random() < 0.3:
        base = light(rng, base)
    turned = int(rng.choice([0, 0, 0, 1, 2, 3]))
    quads, zones = [quad], project(plan, lines)
    for _ in range(turned):
        base = np.ascontiguousarray(np.rot90(base, -1))
        spin = lambda q, high=base.shape[1]: np.stack([high - q[:, 1], q[:, 0]], 1)
        quads, zones = [spin(q) for q in quads], [spin(q) for q in zones]
    return finished(rng, base, quads, zones, np.zeros(base.shape[:2], bool))


def finished(rng, base, quads, zones, covered):
    """Through the sensor and down to the stored size."""
    picture = sensor(rng, base)
    scale = SIDE / max(picture.shape[:2])
    size = (max(8, round(picture.shape[1] * scale)), max(8, round(picture.shape[0] * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    factor = np.array([size[0] / picture.shape[1], size[1] / picture.shape[0]])
    mask = cv2.resize(covered.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    shape = lambda all_: np.float32([q * factor for q in all_]).reshape(-1, 4, 2)
    return {"image": small, "quads": shape(quads), "zones": shape(zones), "covered": mask}

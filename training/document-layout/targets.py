"""From a stored scene to what the net sees and shall say."""

import cv2
import numpy as np

FILL = 114
SHRINK = 0.05


def turned(scene, quarters):
    """The scene turned clockwise by quarters: the document's own upper left moves along."""
    image, covered, quads, zones = scene["image"], scene["covered"], scene["quads"], scene["zones"]
    for _ in range(quarters):
        high = image.shape[0]
        image, covered = np.rot90(image, -1), np.rot90(covered, -1)
        spin = lambda q: np.stack([high - q[..., 1], q[..., 0]], -1)
        quads, zones = spin(quads), spin(zones)
    return {"image": np.ascontiguousarray(image), "covered": np.ascontiguousarray(covered), "quads": quads, "zones": zones}


def boxed(scene, side, scale, shift):
    """Into a square of `side`: the longer side takes `scale` of it, the rest is grey."""
    image = scene["image"]
    high, wide = image.shape[:2]
    factor = side * scale / max(high, wide)
    offset = np.array([(side - wide * factor) * shift[0], (side - high * factor) * shift[1]])
    plan = np.float32([[factor, 0, offset[0] + factor / 2 - 0.5], [0, factor, offset[1] + factor / 2 - 0.5]])
    if factor < 0.75:
        image = cv2.GaussianBlur(image, (0, 0), 0.35 / factor)
    seen = cv2.warpAffine(image, plan, (side, side), flags=cv2.INTER_LINEAR, borderValue=(FILL,) * 3)
    covered = cv2.warpAffine(scene["covered"], plan, (side, side), flags=cv2.INTER_NEAREST)
    move = lambda q: q * factor + offset
    return {"image": seen, "covered": covered, "quads": move(scene["quads"]), "zones": move(scene["zones"])}


def coloured(rng, image):
    """Another camera, another lamp."""
    image = image.astype(np.float32)
    if rng.random() < 0.6:
        image = 255 * (image / 255) ** rng.uniform(0.7, 1.4)
        image = (image - 127) * rng.uniform(0.7, 1.25) + 127 + rng.uniform(-30, 30)
        image = image * rng.uniform(0.85, 1.15, 3)
    if rng.random() < 0.15:
        image = image[..., rng.permutation(3)]
    return np.clip(image, 0, 255).astype(np.uint8)


def polygon(size, points, value=1.0, base=None):
    canvas = np.zeros((size, size), np.float32) if base is None else base
    cv2.fillPoly(canvas, [np.round(np.clip(points, -4 * size, 4 * size) * 16).astype(np.int32)], value, cv2.LINE_8, 4)
    return canvas


def drawn(scene, side):
    """Targets: layout (10 × side/4 × side/4) and zone (1 × side/2 × side/2)."""
    size = side // 4
    layout = np.zeros((10, size, size), np.float32)
    covered = cv2.resize(scene["covered"], (size, size), interpolation=cv2.INTER_AREA) > 0
    for quad in scene["quads"]:
        q = quad / 4 - 0.5
        polygon(size, q.mean(0) + (q - q.mean(0)) * (1 - SHRINK), 1.0, layout[0])
        whole = polygon(size, q)
        layout[9] = np.maximum(layout[9], whole * covered)
        for i in range(4):
            a, b = q[i], q[(i + 1) % 4]
            layout[1 + i] = np.maximum(layout[1 + i], bell(size, a))
            layout[5 + i] = np.maximum(layout[5 + i], ridge(size, a, b))
    layout[0] *= 1 - (covered & (layout[9] > 0))
    zone = np.zeros((1, side // 2, side // 2), np.float32)
    for line in scene["zones"]:
        q = line / 2 - 0.5
        top, bottom = q[[0, 1]], q[[3, 2]]
        if np.linalg.norm(bottom[0] - top[0]) < 1.2 or np.abs(q).max() > 4 * side:
            continue
        core = np.concatenate([top * 0.72 + bottom * 0.28, (top * 0.28 + bottom * 0.72)[::-1]])
        polygon(side // 2, core, 1.0, zone[0])
        cv2.line(zone[0], *[tuple(int(round(v)) for v in p) for p in (top + bottom) / 2], 1.0, 1)
    return layout, zone


def bell(size, at, width=1.2):
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32)
    return np.exp(-((xs - at[0]) ** 2 + (ys - at[1]) ** 2) / (2 * width**2))


def ridge(size, a, b, width=0.9):
    """1 on the line from a to b, fading beside it."""
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32)
    d = b - a
    length = max(1e-3, float(d @ d))
    t = np.clip(((xs - a[0]) * d[0] + (ys - a[1]) * d[1]) / length, 0, 1)
    far = (xs - a[0] - t * d[0]) ** 2 + (ys - a[1] - t * d[1]) ** 2
    return np.exp(-far / (2 * width**2))


def sample(rng, scene, side):
    """One training pair: picture 3 × side × side (0-1) and both targets."""
    scene = turned(scene, int(rng.integers(0, 4)))
    scene = boxed(scene, side, rng.uniform(0.8, 0.96), rng.uniform(0, 1, 2))
    image = coloured(rng, scene["image"])
    return (image.astype(np.float32) / 255).transpose(2, 0, 1), *drawn(scene, side)

"""From the net's maps to documents: the steps of `crates/inference/src/document/geometry/locate.rs`, for measuring here."""

import cv2
import numpy as np

INSIDE, EDGE, LEAST_CELLS, LEAST_EDGE, DRAWN_SMALL = 0.5, 0.25, 20, 4, 0.05


def fit(points, weights):
    """Line through weighted points as (normal x, normal y, distance); fitted again without what lies far off."""
    line = None
    for _ in range(3):
        if len(points) < 4:
            break
        middle = (points * weights[:, None]).sum(0) / weights.sum()
        spread = points - middle
        normal = np.linalg.eigh((spread * weights[:, None]).T @ spread)[1][:, 0]
        line = (normal[0], normal[1], normal @ middle)
        far = np.abs(spread @ normal)
        keep = far < max(1.5, 1.5 * np.sqrt((weights * far**2).sum() / weights.sum()))
        points, weights = points[keep], weights[keep]
    return line


def cross(a, b):
    det = a[0] * b[1] - a[1] * b[0]
    return None if abs(det) < 0.25 else np.array([(a[2] * b[1] - a[1] * b[2]) / det, (a[0] * b[2] - a[2] * b[0]) / det])


def documents(layout):
    """Quadrilaterals in cells of the maps, clockwise from each document's own upper left, largest first."""
    count, labels = cv2.connectedComponents((layout[0] > INSIDE).astype(np.uint8), connectivity=4)
    edges = layout[5:9].max(0)
    lit = np.stack(np.nonzero(edges > EDGE)[::-1], 1).astype(float)
    heat = edges[edges > EDGE]
    found = []
    for label in range(1, count):
        ys, xs = np.nonzero(labels == label)
        if len(xs) < LEAST_CELLS:
            continue
        points = np.stack([xs, ys], 1).astype(np.float32)
        hull = np.concatenate([points + d for d in ([-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5])])
        rough = cv2.boxPoints(cv2.minAreaRect(hull.astype(np.float32))).astype(float)
        rough = rough.mean(0) + (rough - rough.mean(0)) / (1 - DRAWN_SMALL)
        lines, seen = [], []
        for side in range(4):
            a, b, c = rough[side], rough[(side + 1) % 4], rough[(side + 2) % 4]
            long = max(1e-3, np.linalg.norm(b - a))
            normal = np.array([b[1] - a[1], a[0] - b[0]]) / long
            reach = np.clip(0.14 * np.linalg.norm(c - b), 1.8, 6)
            off, along = np.abs((lit - a) @ normal), (lit - a) @ (b - a) / long**2
            near = (off < reach) & (along > 0.04) & (along < 0.96)
            line = fit(lit[near], heat[near] ** 2 * (1 - 0.7 * off[near] / reach)) if near.sum() >= LEAST_EDGE else None
            if line is not None and abs(normal @ np.array(line[:2])) < 0.94:
                line = None
            seen.append(line is not None)
            lines.append(line or (normal[0], normal[1], normal @ a))
        corners = [cross(lines[(i + 3) % 4], lines[i]) for i in range(4)]
        if any(c is None for c in corners):
            continue
        corners = np.array(corners)
        votes = [evidence(layout, np.roll(corners, -turn, 0)) for turn in range(4)]
        turn = int(np.argmax(votes))
        found.append({"cells": len(xs), "quad": np.roll(corners, -turn, 0), "certainty": votes[turn] / max(1e-6, sum(votes)), "seen": np.roll(seen, -turn)})
    return sorted(found, key=lambda d: -d["cells"])


def evidence(layout, quad):
    total = 0
    for side in range(4):
        t = (np.arange(24) + 0.5)[:, None] / 24
        at = np.round(quad[side] + (quad[(side + 1) % 4] - quad[side]) * t).astype(int)
        ok = ((at >= 0) & (at < layout.shape[1])).all(1)
        total += layout[5 + side][at[ok, 1], at[ok, 0]].sum() / 24
    return total**2

"""The line reader: a small convolutional net with CTC output, no recurrence, so that it runs anywhere and reads any width.

Input  `strip`  [1, 1, H, W] float32: grey minus the strip's mean over its standard deviation (at least 8 grey levels).
Output `scores` [W / stride, classes] float32 log-probabilities; class 0 is the blank, class i the i-th letter of the alphabet.
"""

from __future__ import annotations

import torch
from torch import nn


class Block(nn.Module):
    """Two 3×3 convolutions around a shortcut."""

    def __init__(self, channels: int):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True),
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Along(nn.Module):
    """A depthwise look along the line and a mix of channels, around a shortcut."""

    def __init__(self, channels: int, reach: int):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(channels, channels, (1, reach), 1, (0, reach // 2), groups=channels, bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True),
            nn.Conv2d(channels, channels, 1, bias=False), nn.BatchNorm2d(channels),
        )

    def forward(self, x):
        return torch.relu(x + self.body(x))


def step(before: int, after: int, stride, kernel=3):
    return nn.Sequential(nn.Conv2d(before, after, kernel, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True))


class LineNet(nn.Module):
    def __init__(self, classes: int, height: int, channels: tuple[int, int, int, int], across: int):
        super().__init__()
        a, b, c, d = channels
        # Columns are halved `across` times in all: twice for the wide letters of OCR-B, once for narrow print.
        wide = [2, 2, 1] if across == 2 else [2, 1, 1]
        self.body = nn.Sequential(
            step(1, a, (2, wide[0])), Block(a),
            step(a, b, (2, wide[1])), Block(b),
            step(b, c, (2, wide[2])), Block(c),
            nn.Conv2d(c, d, (height // 8, 1), bias=False), nn.BatchNorm2d(d), nn.ReLU(inplace=True), nn.Dropout2d(0.1),
            Along(d, 7), Along(d, 7), nn.Dropout2d(0.1), Along(d, 7),
        )
        self.head = nn.Conv2d(d, classes, 1)

    def forward(self, x):
        scores = self.head(self.body(x)).squeeze(2)
        return torch.log_softmax(scores.float(), dim=1).permute(2, 0, 1)


def build(kind: str) -> LineNet:
    import content

    if kind == "mrz":
        return LineNet(len(content.MRZ) + 1, 24, (24, 48, 80, 128), across=2)
    return LineNet(len(content.LATIN) + 1, 32, (24, 56, 96, 224), across=1)


def stride(kind: str) -> int:
    return 4 if kind == "mrz" else 2

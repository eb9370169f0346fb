"""The net: a small U-net of depthwise convolutions. Sides of the input are multiples of 32.

In: RGB 0-1, NCHW. Out: `layout` at a quarter of the size, ten maps 0-1 (inside of documents; corners upper left, upper right,
lower right, lower left of the upright document; edges top, right, bottom, left of it; covered), and `zone` at half the size, one
map (cores of machine readable lines). Training works on the logits."""

import torch
from torch import nn


def dense(inputs, outputs, stride=1, size=3):
    return nn.Sequential(nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Block(nn.Module):
    """Depthwise then pointwise, twice the width inside, with a way around."""

    def __init__(self, width, size=5):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(width, width, size, 1, size // 2, groups=width, bias=False), nn.BatchNorm2d(width),
            nn.Conv2d(width, width * 2, 1, bias=False), nn.BatchNorm2d(width * 2), nn.ReLU(inplace=True),
            nn.Conv2d(width * 2, width, 1, bias=False), nn.BatchNorm2d(width),
        )

    def forward(self, x):
        return x + self.body(x)


class Context(nn.Module):
    """What the whole picture says, added everywhere."""

    def __init__(self, width):
        super().__init__()
        self.say = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(width, width, 1), nn.ReLU(inplace=True), nn.Conv2d(width, width, 1))

    def forward(self, x):
        return x + self.say(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = dense(3, 12, 2)
        self.quarter = nn.Sequential(dense(12, 24, 2), Block(24, 3))
        self.eighth = nn.Sequential(dense(24, 48, 2), Block(48), Block(48))
        self.sixteenth = nn.Sequential(dense(48, 80, 2), Block(80), Block(80), Block(80))
        self.least = nn.Sequential(dense(80, 112, 2), Block(112), Block(112), Context(112), Block(112))
        self.to16 = nn.Conv2d(112, 80, 1)
        self.to8 = nn.Conv2d(80, 48, 1)
        self.to4 = nn.Conv2d(48, 24, 1)
        self.up16, self.up8, self.up4 = Block(80), nn.Sequential(Block(48), Block(48)), nn.Sequential(Block(24), Block(24))
        self.layout = nn.Conv2d(24, 10, 1)
        self.to2 = nn.Conv2d(24, 12, 1)
        self.zone = nn.Sequential(dense(12, 12), nn.Conv2d(12, 1, 1))
        self.grow = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)

    def logits(self, x):
        h = self.stem((x - 0.5) * 4)
        q = self.quarter(h)
        e = self.eighth(q)
        s = self.sixteenth(e)
        x = self.least(s)
        x = self.up16(s + self.grow(self.to16(x)))
        x = self.up8(e + self.grow(self.to8(x)))
        x = self.up4(q + self.grow(self.to4(x)))
        return self.layout(x), self.zone(h + self.grow(self.to2(x)))

    def forward(self, x):
        layout, zone = self.logits(x)
        return torch.sigmoid(layout), torch.sigmoid(zone)

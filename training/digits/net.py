"""The net: two planes of log-mel energies to units of digit words, every 20 ms; one head a language on one trunk."""

import torch
from torch import nn

import words

CHANNELS = 96
DILATIONS = [1, 2, 4, 8, 4, 1]
FRONT = (16, 24)


def units(language):
    """Outputs of a language: blank, another word, then PARTS units for each word."""
    return 2 + words.PARTS * len(words.load(language))


class Block(nn.Module):
    def __init__(self, dilation):
        super().__init__()
        self.conv = nn.Conv1d(CHANNELS, CHANNELS, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(CHANNELS)
        self.drop = nn.Dropout(0.05)

    def forward(self, x):
        return x + self.drop(torch.relu(self.norm(self.conv(x))))


class Digits(nn.Module):
    def __init__(self, languages):
        super().__init__()
        self.languages = list(languages)
        self.front = nn.Sequential(
            nn.Conv2d(2, FRONT[0], 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(FRONT[0]), nn.ReLU(),
            nn.Conv2d(FRONT[0], FRONT[1], 3, stride=(2, 1), padding=1, bias=False), nn.BatchNorm2d(FRONT[1]), nn.ReLU(),
        )
        self.narrow = nn.Sequential(nn.Conv1d(10 * FRONT[1], CHANNELS, 1, bias=False), nn.BatchNorm1d(CHANNELS), nn.ReLU())
        self.trunk = nn.Sequential(*[Block(d) for d in DILATIONS])
        self.heads = nn.ModuleDict({language: nn.Conv1d(CHANNELS, units(language), 1) for language in languages})

    def hear(self, planes):
        """[batch, 2, 40, frames] to [batch, CHANNELS, frames / 2 rounded up]."""
        x = self.front(planes)
        return self.trunk(self.narrow(x.flatten(1, 2)))

    def forward(self, planes):
        """Every head's logits, one after another: [batch, all units, steps]."""
        x = self.hear(planes)
        return torch.cat([self.heads[language](x) for language in self.languages], 1)

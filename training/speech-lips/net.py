"""The net: log-mel energies to opening and rounding, every 10 ms, looking 0.15 s to either side."""

import torch

CHANNELS = 40


class Lips(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = torch.nn.Sequential(
            torch.nn.Conv1d(40, CHANNELS, 5, padding=2), torch.nn.ReLU(),
            torch.nn.Conv1d(CHANNELS, CHANNELS, 5, padding=4, dilation=2), torch.nn.ReLU(),
            torch.nn.Conv1d(CHANNELS, CHANNELS, 5, padding=8, dilation=4), torch.nn.ReLU(),
            torch.nn.Conv1d(CHANNELS, 2, 1),
        )

    def forward(self, sound):
        return self.layers(sound)

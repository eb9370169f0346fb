"""espeak-ng through its library: speech with the time of every word, without a process a word."""

import ctypes
import ctypes.util

import numpy as np

RATE = 22050
_WORD, _END = 1, 6
_SYNCHRONOUS, _UTF8 = 2, 1
_RATE, _PITCH, _RANGE = 1, 3, 4


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    """One synthesiser; not for use from several threads."""

    def __init__(self):
        self.lib = ctypes.CDLL("libespeak-ng.so.1")
        if self.lib.espeak_Initialize(_SYNCHRONOUS, 0, None, 0) != RATE:
            raise SystemExit("espeak-ng could not be started at 22,050 Hz")
        self.parts, self.words = [], []
        self.callback = _Callback(self._take)
        self.lib.espeak_SetSynthCallback(self.callback)

    def _take(self, samples, count, events):
        if samples and count > 0:
            self.parts.append(np.ctypeslib.as_array(samples, (count,)).copy())
        at = 0
        while events[at].type != 0:
            if events[at].type == _WORD:
                self.words.append(events[at].audio_position * RATE // 1000)
            at += 1
        return 0

    def voice(self, name, rate=160, pitch=50, spread=50):
        """Chooses a voice such as `en-us+f2`; False where there is none."""
        if self.lib.espeak_SetVoiceByName(name.encode()) != 0:
            return False
        for parameter, value in ((_RATE, rate), (_PITCH, pitch), (_RANGE, spread)):
            self.lib.espeak_SetParameter(parameter, int(value), 0)
        return True

    def say(self, text):
        """Samples (int16) at RATE and the first sample of each word."""
        self.parts, self.words = [], []
        data = text.encode() + b"\0"
        self.lib.espeak_Synth(data, len(data), 0, 1, 0, _UTF8, None, None)
        self.lib.espeak_Synchronize()
        samples = np.concatenate(self.parts) if self.parts else np.zeros(0, np.int16)
        return samples, list(self.words)

"""Runs other readers of machine readable zones over pictures, for measuring beside ours; none of them is shipped.

Reads one path a line on standard input. Writes one JSON document a line: {"path", "peer", "lines", "ms"} with the lines of text that look like a
zone, or {"peer", "missing"} once for a reader that is not installed. What the lines are worth is judged by the caller, by the same rule for all.
Needs whatever is there of: passporteye, fastmrz, rapidocr-onnxruntime (PyPI), tesseract (Debian).
"""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
warnings.filterwarnings("ignore")


def zone_lines(text_lines):
    """Lines that look like a zone's: mostly of its alphabet, long, with fillers. Nothing is repaired here."""
    found = []
    for line in text_lines:
        plain = re.sub(r"\s", "", line.upper().replace("«", "<<").replace("‹", "<").replace("＜", "<").replace("〈", "<"))
        plain = re.sub(r"[^A-Z0-9<]", "", plain)
        if len(plain) >= 24:
            found.append(plain)
    return found


def passporteye():
    from passporteye import read_mrz

    def read(path):
        zone = read_mrz(path)
        return [] if zone is None else str(zone.aux.get("text", "")).splitlines()

    return read


def fastmrz():
    from fastmrz import FastMRZ

    reader = FastMRZ()

    def read(path):
        found = reader.get_details(path, include_checkdigit=True)
        text = found.get("mrz_text") or "" if isinstance(found, dict) else ""
        return text.splitlines()

    return read


def rapidocr():
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)

    def read(path):
        result, _ = engine(path)
        boxes = []
        for corners, text, _score in result or []:
            ys = [corner[1] for corner in corners]
            xs = [corner[0] for corner in corners]
            boxes.append((sum(ys) / len(ys), max(ys) - min(ys), min(xs), text))
        rows = []
        for middle, height, left, text in sorted(boxes):
            # Pieces of one line stand side by side: their middles differ by less than half a height.
            if rows and abs(rows[-1][0] - middle) < 0.5 * height:
                rows[-1][1].append((left, text))
            else:
                rows.append((middle, [(left, text)]))
        return ["".join(text for _, text in sorted(pieces)) for _, pieces in rows]

    return read


def tesseract():
    if shutil.which("tesseract") is None:
        raise ImportError("tesseract")

    def read(path):
        command = ["tesseract", path, "-", "--psm", "6", "-l", "eng"]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
        return done.stdout.decode("utf-8", "replace").splitlines()

    return read


def main():
    makers = {"PassportEye": passporteye, "FastMRZ": fastmrz, "RapidOCR": rapidocr, "Tesseract": tesseract}
    paths = [line.rstrip("\n") for line in sys.stdin if line.strip()]
    for name, make in makers.items():
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                read = make()
                # Models are loaded with the first picture; that is not what is measured.
                if paths:
                    with contextlib.suppress(Exception):
                        read(paths[0])
        except Exception as error:  # a peer that is not there, or lacks its model
            print(json.dumps({"peer": name, "missing": type(error).__name__}), flush=True)
            continue
        for path in paths:
            started = time.perf_counter()
            try:
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                    lines = zone_lines(read(path))
            except Exception:  # a peer that fails on a picture has read nothing
                lines = []
            ms = (time.perf_counter() - started) * 1000
            print(json.dumps({"path": path, "peer": name, "lines": lines, "ms": ms}), flush=True)


main()

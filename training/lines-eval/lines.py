"""Reads the generated lines with Debian's Tesseract, one line a picture, for comparison with what the Rust test reports.

    python training/lines-eval/lines.py LINES [every]
"""
import csv
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np

from fields import plain


def main():
    folder, every = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 6
    counts = defaultdict(lambda: [0, 0, 0])
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        for row in list(csv.DictReader(open(folder / "lines.csv")))[::every]:
            picture = cv2.imread(str(folder / row["file"]))
            corners = np.float32(row["corners"].split()).reshape(4, 2)
            width, height = np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[3] - corners[0])
            # 48 rows, as the nets see it, with paper around: Tesseract wants a margin.
            size = (max(int(width * 48 / height), 8), 48)
            flat = cv2.warpPerspective(picture, cv2.getPerspectiveTransform(corners, np.float32([[0, 0], [size[0], 0], size, [0, 48]])), size, flags=cv2.INTER_CUBIC,
                                       borderMode=cv2.BORDER_REPLICATE)
            cv2.imwrite(file.name, cv2.copyMakeBorder(flat, 10, 10, 10, 10, cv2.BORDER_REPLICATE))
            command = ["tesseract", file.name, "-", "--psm", "7", "--oem", "1", "-l", "eng"]
            text = subprocess.run(command, capture_output=True, text=True).stdout
            squeeze = lambda t: "".join(t.split())
            have, want = squeeze(text), squeeze(row["text"])
            for name in (row["tier"], "all"):
                counts[name][0] += 1
                counts[name][1] += have == want
                counts[name][2] += squeeze(plain(have, True)) == squeeze(plain(want, True))
    for name, (n, exact, bare) in counts.items():
        print(f"{name}: {n} lines, {exact} exact, {bare} accents ignored")


if __name__ == "__main__":
    main()

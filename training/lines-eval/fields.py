"""Scores printed fields read by a peer against crates/inference/tests/reference/printed_fields.csv.

    python training/lines-eval/fields.py rapidocr|tesseract CORPUS [threads]

A field counts as exact when some line read holds it, bounded by something that is neither letter nor digit; spaces do not count
(cards space letters freely). `accents` compares as printed, `folded` without accents and case. The Rust test
`print_corpus` scores our own readers by the same rule.
"""
import csv
import os
import sys
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
FOLDS = {"Æ": "AE", "Þ": "TH", "Ð": "D", "Ø": "O", "Ł": "L", "ß": "SS", "Đ": "D", "ı": "I", "Œ": "OE"}
SAME = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")


def plain(text, folded):
    text = unicodedata.normalize("NFC", text.translate(SAME))
    if folded:
        text = unicodedata.normalize("NFD", text.upper())
        text = "".join(FOLDS.get(c, c) for c in text if not unicodedata.combining(c))
    # Joined, with a mark between words so that a value ends where a word ends.
    return " ".join(text.split())


def holds(line, value, folded):
    line, value = plain(line, folded), plain(value, folded)
    squeezed, ends = "", set()
    for i, c in enumerate(line):
        if c == " ":
            continue
        before = line[i - 1] if i else " "
        if not (before.isalnum() and c.isalnum()):
            ends.add(len(squeezed))
        squeezed += c
    ends.add(len(squeezed))
    wanted = value.replace(" ", "")
    at = squeezed.find(wanted)
    while at >= 0:
        if at in ends and at + len(wanted) in ends:
            return True
        at = squeezed.find(wanted, at + 1)
    return False


def rapidocr(threads):
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR(intra_op_num_threads=threads, inter_op_num_threads=1)
    return lambda path: [row[1] for row in engine(str(path))[0] or []]


def tesseract(threads):
    import subprocess

    environment = dict(os.environ, OMP_THREAD_LIMIT=str(threads))

    def read(path):
        command = ["tesseract", str(path), "-", "--psm", "11", "--oem", "1", "--dpi", "300", "-l", "eng"]
        output = subprocess.run(command, capture_output=True, env=environment, text=True).stdout
        return [line for line in output.splitlines() if line.strip()]

    return read


def main():
    engine, corpus = sys.argv[1], Path(sys.argv[2])
    read = {"rapidocr": rapidocr, "tesseract": tesseract}[engine](int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    fields = defaultdict(list)
    for row in csv.DictReader(open(HERE / "crates/inference/tests/reference/printed_fields.csv")):
        fields[row["path"]].append((row["field"], row["value"]))
    total, seconds = [0, 0, 0], 0.0
    for path, wanted in fields.items():
        if "x" in os.environ.get("WARM", "x") and not total[0]:
            read(corpus / path)
        start = time.process_time()
        lines = read(corpus / path)
        seconds += time.process_time() - start
        exact = sum(any(holds(line, value, False) for line in lines) for _, value in wanted)
        folded = sum(any(holds(line, value, True) for line in lines) for _, value in wanted)
        print(f"{path.split('/')[-1]:28} {len(wanted):3} {exact:3} {folded:3} {len(lines):3} lines")
        if os.environ.get("MISSES"):
            print([v for _, v in wanted if not any(holds(line, v, True) for line in lines)])
        total = [a + b for a, b in zip(total, (len(wanted), exact, folded))]
    print(f"{engine}: {total[0]} fields, {total[1]} exact with accents, {total[2]} without, {1e3 * seconds / len(fields):.0f} ms a picture")


if __name__ == "__main__":
    main()

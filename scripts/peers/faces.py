"""Runs other face recognisers over pictures, for measuring beside ours; none of them is shipped.

Reads one path a line on standard input. Writes one JSON document a line: {"path", "peer", "descriptor"} with the numbers of the largest face (null
where none is found), or {"peer", "missing"} once for a recogniser that is not installed. Needs whatever is there of: dlib with face_recognition (PyPI).
"""

import json
import os
import sys
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")
warnings.filterwarnings("ignore")


def dlib_resnet():
    import face_recognition

    def describe(path):
        image = face_recognition.load_image_file(path)
        found = face_recognition.face_locations(image, number_of_times_to_upsample=1)
        if not found:
            return None
        largest = max(found, key=lambda at: (at[2] - at[0]) * (at[1] - at[3]))
        return [float(value) for value in face_recognition.face_encodings(image, [largest])[0]]

    return describe


def main():
    paths = [line.strip() for line in sys.stdin if line.strip()]
    for name, load in (("dlib (face_recognition)", dlib_resnet),):
        try:
            describe = load()
        except (ImportError, SystemExit) as error:
            print(json.dumps({"peer": name, "missing": str(error) or "its models are not installed"}), flush=True)
            continue
        for path in paths:
            try:
                numbers = describe(path)
            except (OSError, RuntimeError, ValueError):
                numbers = None
            print(json.dumps({"peer": name, "path": path, "descriptor": numbers}), flush=True)


main()

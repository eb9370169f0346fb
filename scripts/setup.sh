#!/usr/bin/env bash
# Installs what Countersign runs and is tested with: Debian packages when root (otherwise it prints the list and stops), then the
# npm packages as pinned. Safe to run again: it does only what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

# Each line: the package, then what needs it.
packages=(
  ffmpeg                # decodes clips inside the sandbox
  tesseract-ocr         # only measured beside ours, by `make bench` and `make eval`
  tesseract-ocr-eng     # its Latin model
  pocketsphinx          # hears digits
  pocketsphinx-en-us    # its English model
  espeak-ng             # speaks the digits of the specimens
  fonts-ocr-b           # prints the machine readable zone of the specimens
  fonts-dejavu-core     # prints the other fields of the specimens
  fonts-liberation2     # prints the other fields of the specimens
  chromium              # browser journeys
  openssl               # makes the certificate of the journeys' mail server
  sqlite3               # puts a session's end into the past in a journey
  postgresql            # storage contract tests start a server of their own
  cmake g++ pkg-config  # builds the barcode reader
  python3-pip           # fetches the wheel that carries the text nets
)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if ((${#missing[@]})); then
  if [[ $(id -u) -ne 0 ]]; then
    printf 'These Debian packages are missing:\n\n  sudo apt-get install --no-install-recommends %s\n\nInstall them, then run this again.\n' "${missing[*]}" >&2
    exit 1
  fi
  echo "installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

lock=web/package-lock.json
stamp=web/node_modules/.countersign-stamp
if [[ ! -e $stamp || $lock -nt $stamp ]]; then
  (cd web && npm ci --silent --no-audit --no-fund)
  touch "$stamp"
fi

# The wheel is unpacked by `countersign models build`; nothing of it is installed or run.
wheels=models/weights/packages
if ! compgen -G "$wheels/rapidocr_onnxruntime-*.whl" >/dev/null || [[ models/packages.txt -nt $wheels/.stamp ]]; then
  rm -rf "$wheels"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -r models/packages.txt -d "$wheels"
  touch "$wheels/.stamp"
fi

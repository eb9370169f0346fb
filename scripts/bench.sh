#!/usr/bin/env bash
# Where the time goes for two 12-megapixel photos and a 4 s 720p video, and the same parts by the peers, in one run. No figure here is a
# test: machines differ and are shared, so read the ratios.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${COUNTERSIGN_BIN:-target/release/countersign}
maker=${COUNTERSIGN_SPECIMEN_BIN:-target/release/xtask}
case=target/bench
mkdir -p "$case"
[[ -e $case/front.jpg ]] || "$maker" case genuine-id-card "$case"
[[ -e $case/clip.webm ]] || "$maker" clip --case genuine-id-card --digits 471902 --size 1280x720 --out "$case/clip.webm"

"$bin" bench --front "$case/front.jpg" --back "$case/back.jpg" --video "$case/clip.webm" --digits 471902

seconds() { local start=$EPOCHREALTIME; "$@" >/dev/null 2>&1; awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'; }
ours=$(seconds "$bin" inspect document --json "$case/back.jpg")
peer=$(seconds tesseract "$case/back.jpg" - --psm 11)
printf '\none 12 MP photo, whole program       ours %s s   tesseract %s s   ratio %s\n' "$ours" "$peer" "$(awk -v a="$ours" -v b="$peer" 'BEGIN { printf "%.2f", a / b }')"
ours=$(seconds "$bin" inspect video --json --digits 471902 "$case/clip.webm")
peer=$(seconds ffmpeg -v error -i "$case/clip.webm" -vf fps=15 -f rawvideo -pix_fmt rgb24 -)
printf 'one 4 s 720p video, whole program    ours %s s   ffmpeg decoding alone %s s   ratio %s\n' "$ours" "$peer" "$(awk -v a="$ours" -v b="$peer" 'BEGIN { printf "%.2f", a / b }')"

# From start to listening, and idle memory.
data=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$data"' EXIT
start=$EPOCHREALTIME
"$bin" serve --listen 127.0.0.1:0 --data-dir "$data" --demo >"$data/out" 2>/dev/null &
server=$!
until grep -q '^listening' "$data/out"; do sleep 0.02; done
awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "start to listening                   %.2f s\n", b - a }'
sleep 2
awk '/VmRSS/ { printf "idle memory                          %.0f MB\n", $2 / 1024 }' "/proc/$server/status"

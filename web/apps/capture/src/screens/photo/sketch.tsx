import type { View } from './photo';

/** A drawing of the side that is meant: portrait and lines, small print and bars, or a page with its two code lines. */
export function DocumentSketch({ page }: Pick<View, 'page'>) {
  return (
    <svg class="sketch" viewBox="0 0 240 152" aria-hidden="true">
      <rect class="sketch-card" x="8" y="6" width="224" height="140" rx="12" />
      {page === 'back' ? <Back /> : <Front codeLines={page === 'passport'} />}
    </svg>
  );
}

function Front({ codeLines }: { codeLines: boolean }) {
  return (
    <>
      <rect class="sketch-portrait" x="24" y="28" width="58" height="72" rx="5" />
      <circle class="sketch-person" cx="53" cy="56" r="12" />
      <path class="sketch-person" d="M32 100c1-16 10-24 21-24s20 8 21 24Z" />
      <path class="sketch-line strong" d="M98 36h72" />
      <path class="sketch-line" d="M98 54h112M98 70h88M98 86h100" />
      {codeLines ? (
        <path class="sketch-code" d="M24 118h192M24 132h192" />
      ) : (
        <path class="sketch-line" d="M24 120h44M98 120h60" />
      )}
    </>
  );
}

function Back() {
  const bars = Array.from({ length: 32 }, (_, i) => 26 + i * 6);
  return (
    <>
      <path class="sketch-line" d="M24 28h120M24 44h90" />
      <rect class="sketch-portrait" x="184" y="22" width="32" height="30" rx="5" />
      {bars.map((x, i) => (
        <rect key={x} class="sketch-bar" x={x} y="66" width={[2, 4, 1.5, 3][(i * 7) % 4]} height="34" />
      ))}
      <path class="sketch-code" d="M24 116h192M24 130h192" />
    </>
  );
}

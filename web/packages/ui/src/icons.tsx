import type { ComponentChildren } from 'preact';

/** 24-unit line icons, 1.75 thick, in the colour of the text around them; all decorative, their label stands beside. */
const PATHS = {
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  alert: (
    <>
      <path d="M12 4 2.8 19.5h18.4L12 4Z" />
      <path d="M12 10v4.5M12 17v.2" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.6v.2" />
    </>
  ),
  camera: (
    <>
      <path d="M4 8h3.2l1.6-2.5h6.4L16.8 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Z" />
      <circle cx="12" cy="13" r="3.5" />
    </>
  ),
  link: (
    <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.6 1.6M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.6-1.6" />
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c2.6 2.6 3.9 5.6 3.9 9s-1.3 6.4-3.9 9c-2.6-2.6-3.9-5.6-3.9-9S9.4 5.6 12 3Z" />
    </>
  ),
  upload: <path d="M12 15.5V4.5m0 0L7.5 9M12 4.5 16.5 9M4 15.5V19a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3.5" />,
  retake: <path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4.5v4.2h4.2" />,
  passport: (
    <>
      <rect x="5" y="3" width="14" height="18" rx="2" />
      <circle cx="12" cy="10.5" r="3.2" />
      <path d="M9 17h6M8.8 10.5h6.4" />
    </>
  ),
  id_card: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <circle cx="8" cy="11" r="2" />
      <path d="M5 16c.5-1.6 1.6-2.4 3-2.4s2.5.8 3 2.4M14 10h4.5M14 14h4.5" />
    </>
  ),
  driving_licence: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <path d="M6 14.5h6.5M7 14.5l.9-3.2c.1-.5.5-.8 1-.8h1.7c.5 0 .9.3 1 .8l.9 3.2v1.5M6.5 14.5V16M15.5 10h3M15.5 14h3" />
    </>
  ),
  light: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2.3M12 19.2v2.3M2.5 12h2.3M19.2 12h2.3M5.3 5.3l1.6 1.6M17.1 17.1l1.6 1.6M5.3 18.7l1.6-1.6M17.1 6.9l1.6-1.6" />
    </>
  ),
  microphone: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  digits: (
    <>
      <rect x="3" y="6" width="18" height="12" rx="2" />
      <path d="M7 10.5 8.5 9.5v5M12 9.5h2.5L12.5 14.5" />
      <path d="M17 9.8v4.4" />
    </>
  ),
  play: <path d="M7 4.5v15l12-7.5-12-7.5Z" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.3l3.5 2" />
    </>
  ),
  cross: <path d="m6.5 6.5 11 11m0-11-11 11" />,
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="2" />
      <path d="M8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3" />
    </>
  ),
  corners: (
    <path d="M3.5 8V5.5a1 1 0 0 1 1-1H7M17 4.5h2.5a1 1 0 0 1 1 1V8M20.5 16v2.5a1 1 0 0 1-1 1H17M7 19.5H4.5a1 1 0 0 1-1-1V16" />
  ),
  letters: <path d="M4 17 8 7l4 10M5.4 13.5h5.2M15 17v-6.5m0 3.5a2.5 2.5 0 1 1 0 2.5" />,
  chevron: <path d="M15 5.5 8.5 12l6.5 6.5" />,
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}

/** The house's mark: a seal with its second signature. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <path
        d="M8 17.5 13 22.5 24 10"
        fill="none"
        stroke="var(--on-accent)"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <path d="M9 26h14" stroke="var(--on-accent)" stroke-width="1.6" stroke-linecap="round" opacity=".55" />
    </svg>
  );
}

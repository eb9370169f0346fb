/** Which system, browser and surrounding app this page runs in. Only for choosing advice: no verdict rests on it. */
export type Os = 'ios' | 'android' | 'macos' | 'windows' | 'linux' | 'chromeos' | 'other';
export type Browser = 'safari' | 'chrome' | 'edge' | 'firefox' | 'samsung' | 'opera' | 'other';

/** Apps that open links in a window of their own, which often has no camera. `webview`: some app that does not say which. */
export type InApp =
  | 'wechat'
  | 'telegram'
  | 'instagram'
  | 'facebook'
  | 'messenger'
  | 'line'
  | 'tiktok'
  | 'snapchat'
  | 'linkedin'
  | 'x'
  | 'google'
  | 'webview';

export interface Device {
  os: Os;
  browser: Browser;
  inApp: InApp | null;
}

/** What is looked at of `navigator` and `window`. */
export interface Surroundings {
  userAgent: string;
  /** iPads call themselves Macintosh; only their screens have touch points. */
  touchPoints: number;
  /** Globals that an app puts into its pages, for those that keep their name out of the user agent. */
  marks?: { telegram?: boolean };
}

const IN_APP: [RegExp, InApp][] = [
  [/MicroMessenger/i, 'wechat'],
  [/Telegram/i, 'telegram'],
  [/Instagram/i, 'instagram'],
  [/MessengerForiOS|MESSENGER|Orca-Android/i, 'messenger'],
  [/FBAN|FBAV|FB_IAB/i, 'facebook'],
  [/\bLine\//i, 'line'],
  [/musical_ly|BytedanceWebview|TikTok|trill/i, 'tiktok'],
  [/Snapchat/i, 'snapchat'],
  [/LinkedInApp/i, 'linkedin'],
  [/Twitter for|TwitterAndroid/i, 'x'],
  [/\bGSA\//, 'google'],
  [/; wv\)/, 'webview'],
];

const SYSTEMS: [RegExp, Os][] = [
  [/iPhone|iPad|iPod/, 'ios'],
  [/Android/, 'android'],
  [/CrOS/, 'chromeos'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'macos'],
  [/Linux|X11/, 'linux'],
];

/** In this order, because nearly all of them also say Chrome and Safari. */
const BROWSERS: [RegExp, Browser][] = [
  [/SamsungBrowser/, 'samsung'],
  [/EdgiOS|EdgA|Edg\//, 'edge'],
  [/OPR\/|OPT\/|OPiOS|Opera/, 'opera'],
  [/FxiOS|Firefox/, 'firefox'],
  [/CriOS|Chrome|Chromium/, 'chrome'],
  [/Safari/, 'safari'],
];

const first = <T>(table: [RegExp, T][], text: string): T | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

export function deviceOf({ userAgent, touchPoints, marks }: Surroundings): Device {
  const named = first(SYSTEMS, userAgent) ?? 'other';
  const os = named === 'macos' && touchPoints > 1 ? 'ios' : named;
  const browser = first(BROWSERS, userAgent) ?? 'other';
  return { os, browser, inApp: inAppOf(userAgent, os, marks) };
}

function inAppOf(userAgent: string, os: Os, marks: Surroundings['marks']): InApp | null {
  const named = first(IN_APP, userAgent);
  if (named) return named;
  if (marks?.telegram) return 'telegram';
  // Every browser of iOS says Safari/ somewhere; a bare web view of another app does not.
  if (os === 'ios' && /AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent)) return 'webview';
  return null;
}

export function thisDevice(): Device {
  return deviceOf({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    marks: { telegram: 'TelegramWebviewProxy' in window || 'TelegramWebview' in window },
  });
}

/** Names as their makers write them; the same in every language. */
export const BROWSER_NAMES: Record<Browser, string> = {
  safari: 'Safari',
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  samsung: 'Samsung Internet',
  opera: 'Opera',
  other: '',
};

export const OS_NAMES: Record<Os, string> = {
  ios: 'iOS',
  android: 'Android',
  macos: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
  chromeos: 'ChromeOS',
  other: '',
};

export const APP_NAMES: Record<InApp, string> = {
  wechat: 'WeChat',
  telegram: 'Telegram',
  instagram: 'Instagram',
  facebook: 'Facebook',
  messenger: 'Messenger',
  line: 'LINE',
  tiktok: 'TikTok',
  snapchat: 'Snapchat',
  linkedin: 'LinkedIn',
  x: 'X',
  google: 'Google',
  webview: '',
};

/** The browser that this system has without anyone installing one. */
export const homeBrowser = (os: Os): Browser =>
  os === 'ios' || os === 'macos' ? 'safari' : os === 'windows' ? 'edge' : 'chrome';

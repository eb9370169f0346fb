import type { CameraFault } from './camera-error';
import type { Browser, Device, InApp, Os } from './device';

/** A step of advice: the id of its text. The texts take `$device` (camera, microphone), `$browser`, `$app` and `$home`. */
export type HelpStep = `help-${string}`;

/** Where the browser keeps what this page may use. */
const SITE: Partial<Record<Os, Partial<Record<Browser, HelpStep[]>> & { other: HelpStep[] }>> = {
  ios: {
    safari: ['help-ios-safari-site', 'help-ios-safari-settings'],
    other: ['help-ios-settings'],
  },
  android: {
    firefox: ['help-android-firefox-site', 'help-android-settings'],
    samsung: ['help-android-samsung-site', 'help-android-settings'],
    other: ['help-android-chrome-site', 'help-android-settings'],
  },
  macos: {
    safari: ['help-mac-safari-site'],
    firefox: ['help-desk-firefox-site'],
    other: ['help-desk-chrome-site'],
  },
};
const DESK_SITE: Partial<Record<Browser, HelpStep[]>> & { other: HelpStep[] } = {
  firefox: ['help-desk-firefox-site'],
  other: ['help-desk-chrome-site'],
};

/** Where the system keeps what the browser may use. */
const SYSTEM: Record<Os, HelpStep[]> = {
  ios: ['help-ios-settings'],
  android: ['help-android-switch', 'help-android-settings'],
  macos: ['help-mac-system'],
  windows: ['help-windows-system'],
  chromeos: ['help-chromeos-system'],
  linux: ['help-linux-system'],
  other: ['help-other-system'],
};

/** LINE and Snapchat keep their menu at the bottom, the others at the top. */
const MENU_BELOW: InApp[] = ['line', 'snapchat'];

const isPhone = (os: Os) => os === 'ios' || os === 'android';

const siteSteps = ({ os, browser }: Device): HelpStep[] => {
  const table = SITE[os] ?? DESK_SITE;
  return table[browser] ?? table.other;
};

/** Out of the app, into a real browser. */
export function leaveAppSteps(inApp: InApp): HelpStep[] {
  if (inApp === 'webview') return ['help-inapp-copy'];
  return [MENU_BELOW.includes(inApp) ? 'help-inapp-menu-below' : 'help-inapp-menu', 'help-inapp-copy'];
}

/** What to do, in order, about `fault` on this device. Never empty. */
export function guidanceFor(fault: CameraFault | 'lost', device: Device): HelpStep[] {
  if (device.inApp && fault !== 'busy' && fault !== 'lost') return leaveAppSteps(device.inApp);
  switch (fault) {
    case 'dismissed':
      return ['help-ask-again'];
    case 'denied':
      return [...siteSteps(device), 'help-then-again'];
    case 'system':
      return [...SYSTEM[device.os], 'help-then-again'];
    case 'no-device':
      return isPhone(device.os)
        ? ['help-restart-phone', 'help-restart-browser']
        : ['help-plug-in', ...SYSTEM[device.os], 'help-other-device'];
    case 'busy':
    case 'lost':
      return [isPhone(device.os) ? 'help-close-apps-phone' : 'help-close-apps-desk', 'help-restart-browser'];
    case 'insecure':
      return ['help-ask-secure-link'];
    case 'framed':
      return ['help-own-tab'];
    case 'unsupported':
      return ['help-update-browser'];
    case 'failed':
      return ['help-restart-browser', 'help-other-device'];
  }
}

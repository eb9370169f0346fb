import { describe, expect, it } from 'vitest';
import { type CameraFault, type Circumstances, explain } from './camera-error';
import { type Device, deviceOf } from './device';
import { guidanceFor } from './guidance';

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

/** User agents as the browsers and apps send them. */
const AGENTS: [string, string, string][] = [
  ['ios safari -', `${IOS} Version/18.5 Mobile/15E148 Safari/604.1`, 'help-ios-safari-site'],
  ['ios chrome -', `${IOS} CriOS/138.0.7204.53 Mobile/15E148 Safari/604.1`, 'help-ios-settings'],
  ['ios firefox -', `${IOS} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'help-ios-settings'],
  ['ios edge -', `${IOS} Version/18.0 EdgiOS/138.0 Mobile/15E148 Safari/605.1.15`, 'help-ios-settings'],
  ['ios google', `${IOS} GSA/375.0 Mobile/15E148 Safari/604.1`, 'help-inapp-menu'],
  ['ios instagram', `${IOS} Mobile/22F76 Instagram 387.0.0 (iPhone15,2; iOS 18_5)`, 'help-inapp-menu'],
  ['ios facebook', `${IOS} Mobile/22F76 [FBAN/FBIOS;FBAV/517.0.0;FBDV/iPhone15,2]`, 'help-inapp-menu'],
  ['ios messenger', `${IOS} Mobile/22F76 [FBAN/MessengerForiOS;FBAV/510.0;]`, 'help-inapp-menu'],
  ['ios wechat', `${IOS} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2b) NetType/WIFI`, 'help-inapp-menu'],
  ['ios line', `${IOS} Mobile/22F76 Safari Line/15.9.0`, 'help-inapp-menu-below'],
  ['ios tiktok', `${IOS} Mobile/22F76 musical_ly_40.3.0 BytedanceWebview/d8a21c6`, 'help-inapp-menu'],
  ['ios webview', `${IOS} Mobile/15E148`, 'help-inapp-copy'],
  ['android chrome -', `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36`, 'help-android-chrome-site'],
  [
    'android edge -',
    `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36 EdgA/138.0`,
    'help-android-chrome-site',
  ],
  [
    'android samsung -',
    `${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'help-android-samsung-site',
  ],
  [
    'android firefox -',
    'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    'help-android-firefox-site',
  ],
  [
    'android opera -',
    `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36 OPR/90.0`,
    'help-android-chrome-site',
  ],
  [
    'android telegram',
    `${ANDROID} Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36 Telegram-Android/11.13`,
    'help-inapp-menu',
  ],
  [
    'android instagram',
    'Mozilla/5.0 (Linux; Android 15; SM-S921B; wv) AppleWebKit/537.36 Chrome/138 Mobile Safari/537.36 Instagram 387.0',
    'help-inapp-menu',
  ],
  [
    'android facebook',
    'Mozilla/5.0 (Linux; Android 15; SM-S921B; wv) AppleWebKit/537.36 Chrome/138 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/519.0]',
    'help-inapp-menu',
  ],
  [
    'android webview',
    'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/138 Mobile Safari/537.36',
    'help-inapp-copy',
  ],
  ['macos safari -', `${MAC} Version/18.5 Safari/605.1.15`, 'help-mac-safari-site'],
  ['macos chrome -', `${MAC} Chrome/138.0.0.0 Safari/537.36`, 'help-desk-chrome-site'],
  [
    'macos firefox -',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
    'help-desk-firefox-site',
  ],
  ['windows edge -', `${WINDOWS} Chrome/138.0.0.0 Safari/537.36 Edg/138.0`, 'help-desk-chrome-site'],
  [
    'windows firefox -',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'help-desk-firefox-site',
  ],
  [
    'linux chrome -',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
    'help-desk-chrome-site',
  ],
  [
    'chromeos chrome -',
    'Mozilla/5.0 (X11; CrOS x86_64 16181.61.0) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
    'help-desk-chrome-site',
  ],
];

describe('what to do about a blocked camera', () => {
  it.each(AGENTS)('%s', (name, userAgent, step) => {
    const device = deviceOf({ userAgent, touchPoints: 0 });
    const [os, browser, none] = name.split(' ');
    expect(device.os).toBe(os);
    if (none === '-') expect(device).toMatchObject({ browser, inApp: null });
    else expect(device.inApp).toBe(browser);
    expect(guidanceFor('denied', device)[0]).toBe(step);
  });

  it('takes an iPad for what it is, and Telegram by its mark', () => {
    const userAgent = `${MAC} Version/18.5 Safari/605.1.15`;
    expect(deviceOf({ userAgent, touchPoints: 5 }).os).toBe('ios');
    expect(deviceOf({ userAgent, touchPoints: 5, marks: { telegram: true } }).inApp).toBe('telegram');
  });

  it('has at least one step for every fault on every system', () => {
    const faults: (CameraFault | 'lost')[] = [
      'denied',
      'dismissed',
      'system',
      'no-device',
      'busy',
      'insecure',
      'framed',
      'unsupported',
      'failed',
      'lost',
    ];
    for (const os of ['ios', 'android', 'macos', 'windows', 'linux', 'chromeos', 'other'] as const)
      for (const fault of faults) {
        const device: Device = { os, browser: 'other', inApp: null };
        expect(guidanceFor(fault, device).length, `${fault} on ${os}`).toBeGreaterThan(0);
      }
  });
});

const KNOWN: Circumstances = {
  camera: null,
  microphone: null,
  hasCamera: true,
  hasMicrophone: true,
  framed: false,
};
const refusal = (message = '') => Object.assign(new Error(message), { name: 'NotAllowedError' });
const absent = Object.assign(new Error(), { name: 'NotFoundError' });

describe('explain', () => {
  it.each<[string, unknown, boolean, Partial<Circumstances>, string, string]>([
    ['blocked camera', refusal('Permission denied'), false, { camera: 'denied' }, 'denied', 'camera'],
    [
      'blocked microphone alone',
      refusal(),
      true,
      { camera: 'granted', microphone: 'denied' },
      'denied',
      'microphone',
    ],
    ['both blocked', refusal(), true, { camera: 'denied', microphone: 'denied' }, 'denied', 'both'],
    ['closed without an answer', refusal('Permission dismissed'), true, {}, 'dismissed', 'both'],
    ['may be asked again', refusal(), false, { camera: 'prompt' }, 'dismissed', 'camera'],
    ['by the system, in words', refusal('Permission denied by system'), false, {}, 'system', 'camera'],
    ['by the system, in effect', refusal(), false, { camera: 'granted' }, 'system', 'camera'],
    ['nothing is told', refusal(), false, {}, 'denied', 'camera'],
    ['in a frame', refusal(), false, { framed: true }, 'framed', 'camera'],
    ['no microphone', absent, true, { hasMicrophone: false }, 'no-device', 'microphone'],
    ['neither', absent, true, { hasCamera: false, hasMicrophone: false }, 'no-device', 'both'],
    ['no camera', absent, true, { hasCamera: false }, 'no-device', 'camera'],
  ])('%s', (_, error, voice, around, fault, equipment) => {
    expect(explain(error, voice, { ...KNOWN, ...around })).toMatchObject({ fault, equipment });
  });
});

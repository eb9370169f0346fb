import { readFileSync } from 'node:fs';
import { type CameraFault, type Device, deviceOf, guidanceFor } from '@countersign/capture-sdk';
import { AGENTS } from '@countersign/capture-sdk/agents.test-data';
import { makeTranslate } from '@countersign/ui';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../session/language';
import { helpWords } from './camera-help';

const LOCALES = new URL('../../../../../locales/', import.meta.url);
const TEXTS = new Map(
  LANGUAGES.map(([tag]) => [
    tag as string,
    makeTranslate(tag, readFileSync(new URL(`${tag}/capture.ftl`, LOCALES), 'utf8')),
  ]),
);
const FAULTS: (CameraFault | 'lost')[] = [
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

/** All that a person reads about a fault on a device: title, what happened, and each step. */
function told(tag: string, fault: CameraFault | 'lost', device: Device): string[] {
  const t = TEXTS.get(tag);
  if (!t) throw new Error(`no texts in ${tag}`);
  const words = helpWords(t, device, 'camera');
  const named = device.inApp && fault !== 'busy' && fault !== 'lost' ? 'inapp' : fault;
  const ids = [`camera-${named}-title`, `camera-${named}`, ...guidanceFor(fault, device)];
  // Marks around what was put in only steer the direction of writing.
  return ids.map((id) => t(id, words).replace(/[\u2066-\u2069]/g, ''));
}
const on = (userAgent: string) => deviceOf({ userAgent, touchPoints: 0 });

describe.each(LANGUAGES.map(([tag]) => tag))('what is said about the camera in %s', (tag) => {
  it('is whole for every fault on every system, browser and app', () => {
    for (const [name, userAgent] of AGENTS)
      for (const fault of FAULTS)
        for (const line of told(tag, fault, on(userAgent))) {
          expect(line, `${fault} on ${name}`).not.toMatch(/[{}]|undefined|^(camera|help)-[a-z-]+$/);
          expect(line.trim().length, `${fault} on ${name}`).toBeGreaterThan(3);
        }
  });
});

describe('the path on this very device', () => {
  const agent = (wanted: string) => AGENTS.find(([name]) => name === wanted)?.[1] ?? '';

  it.each([
    ['ios safari -', 'denied', 'Settings › Apps › Safari › Camera'],
    ['ios chrome -', 'denied', 'Settings › Privacy & Security › Camera and switch Chrome on'],
    ['ios firefox -', 'system', 'Settings › Privacy & Security › Camera and switch Firefox on'],
    ['android chrome -', 'denied', 'Android Settings › Apps › Chrome › Permissions › Camera'],
    ['android samsung -', 'denied', 'Android Settings › Apps › Samsung Internet › Permissions › Camera'],
    ['android firefox -', 'denied', 'Tap the padlock left of the address, then the line Camera'],
    ['android edge -', 'system', 'Android Settings › Apps › Edge › Permissions › Camera'],
    ['macos safari -', 'denied', 'Safari › Settings › Websites › Camera'],
    ['macos chrome -', 'system', 'System Settings › Privacy & Security › Camera, switch Chrome on'],
    ['windows edge -', 'system', 'Settings › Privacy & security › Camera'],
    ['chromeos chrome -', 'system', 'Privacy controls and switch on: Camera'],
    ['linux chrome -', 'system', 'privacy settings, and for a switch or shutter'],
    ['ios wechat', 'denied', 'Open in Safari'],
    ['android instagram', 'denied', 'Open in Chrome'],
    ['android facebook', 'no-device', 'Open in Chrome'],
    ['android telegram', 'unsupported', 'Open in Chrome'],
    ['ios line', 'denied', '(⋯ or ⋮) at the bottom'],
    ['ios tiktok', 'dismissed', 'TikTok'],
    ['android webview', 'denied', 'copy your link here, open Chrome'],
    ['android chrome -', 'busy', 'End calls and close other camera apps'],
    ['windows firefox -', 'busy', 'Close video calls and other tabs'],
    ['android chrome -', 'no-device', 'Close all other apps, or switch the phone off and on'],
    ['windows edge -', 'no-device', 'open your link on a phone'],
    ['macos chrome -', 'insecure', 'begins with https'],
  ] as const)('%s, %s: %s', (name, fault, said) => {
    expect(told('en', fault, on(agent(name))).join(' | ')).toContain(said);
  });
});

import { describe, expect, it } from 'vitest';
import { AGENTS, MAC } from './agents.test-data';
import { type CameraFault, type Circumstances, explain } from './camera-error';
import { type Device, deviceOf } from './device';
import { guidanceFor } from './guidance';

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

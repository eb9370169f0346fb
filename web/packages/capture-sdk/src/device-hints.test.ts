import { expect, it } from 'vitest';
import { deviceHints } from './device-hints';

const filmed = (...labels: string[]) =>
  ({ getVideoTracks: () => labels.map((label) => ({ label })) }) as unknown as MediaStream;
const by = (webdriver: boolean) => ({ webdriver }) as Navigator;

it.each([
  ['OBS Virtual Camera', 'camera_virtual'],
  ['OBS-Camera', 'camera_virtual'],
  ['ManyCam Video Source', 'camera_virtual'],
  ['Dummy video device (0x0000)', 'camera_virtual'],
  ['fake_device_0', 'camera_virtual'],
  ['FaceTime HD Camera', 'camera_ordinary'],
  ["Anna's phone, camera", 'camera_ordinary'],
  ['camera2 1, facing front', 'camera_ordinary'],
  ['Jobs integrated webcam', 'camera_ordinary'],
  ['', 'camera_unnamed'],
])('%s is told as %s', (label, hint) => {
  expect(deviceHints(filmed(label), by(false))).toEqual([hint]);
});

it('says that a program steers the browser', () => {
  expect(deviceHints(filmed(), by(true))).toEqual(['camera_unnamed', 'browser_steered']);
});

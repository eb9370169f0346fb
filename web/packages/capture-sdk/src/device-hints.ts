/** What a page can say of a recording's device; a closed list, so that no name somebody gave to a phone leaves it. */
export type DeviceHint = 'camera_ordinary' | 'camera_virtual' | 'camera_unnamed' | 'browser_steered';

/** Names under which programs offer pictures as a camera: OBS, ManyCam, Snap Camera, XSplit, v4l2loopback, Chromium's own fake and their like. */
const PROGRAMS =
  /\bobs\b|virtual|manycam|snap ?camera|xsplit|splitcam|youcam|droidcam|iriun|epoccam|camo\b|e2esoft|vcam|loopback|dummy|fake[_ ]?device/i;

/** Hints for the people who look at doubtful cases. Whoever holds the browser can make it say anything, so they prove nothing. */
export function deviceHints(stream: MediaStream, browser: Navigator = navigator): DeviceHint[] {
  const label = stream.getVideoTracks()[0]?.label ?? '';
  const camera =
    label === '' ? 'camera_unnamed' : PROGRAMS.test(label) ? 'camera_virtual' : 'camera_ordinary';
  return browser.webdriver ? [camera, 'browser_steered'] : [camera];
}

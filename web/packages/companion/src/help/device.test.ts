import { describe, expect, it } from 'vitest';
import { describeDevice, fromUserAgent } from './device';

const PIXEL =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1';

describe('the device in words', () => {
  it('comes from hints where the browser gives them', async () => {
    const hints = {
      platform: 'Android',
      platformVersion: '16.0.0',
      model: 'Pixel 9',
      fullVersionList: [
        { brand: 'Not)A;Brand', version: '8.0.0.0' },
        { brand: 'Chromium', version: '140.0.1' },
        { brand: 'Google Chrome', version: '140.0.1' },
      ],
    };
    const nav = { userAgent: PIXEL, userAgentData: { getHighEntropyValues: async () => hints } };
    expect(await describeDevice(nav as unknown as Navigator)).toBe(
      'Google Chrome 140.0.1, Android 16.0.0, Pixel 9',
    );
  });

  it('is read from the user agent otherwise, and an unknown one gives nothing', async () => {
    expect(await describeDevice({ userAgent: IPHONE } as Navigator)).toBe('Safari 18.2, iOS 18.2');
    expect(fromUserAgent(PIXEL)).toBe('Chrome 140.0.0.0, Android 16, Pixel 9');
    expect(fromUserAgent('something')).toBe('');
  });
});

interface Brand {
  brand: string;
  version: string;
}

interface Hints {
  model?: string;
  platform?: string;
  platformVersion?: string;
  fullVersionList?: Brand[];
}

interface UserAgentData {
  getHighEntropyValues?: (names: string[]) => Promise<Hints>;
}

/** A name that browsers put beside their own so that nobody relies on a list. */
const NOT_A_BROWSER = /not.?a.?brand/i;

/** From the user agent, where there are no hints: what a person would call their browser and system. */
export function fromUserAgent(agent: string): string {
  const find = (...patterns: [RegExp, string][]) => {
    for (const [pattern, name] of patterns) {
      const found = pattern.exec(agent);
      if (found) return `${name} ${(found[1] ?? '').replaceAll('_', '.')}`.trim();
    }
    return '';
  };
  const browser = find(
    [/EdgA?\/([\d.]+)/, 'Edge'],
    [/OPR\/([\d.]+)/, 'Opera'],
    [/SamsungBrowser\/([\d.]+)/, 'Samsung Internet'],
    [/FxiOS\/([\d.]+)/, 'Firefox'],
    [/Firefox\/([\d.]+)/, 'Firefox'],
    [/CriOS\/([\d.]+)/, 'Chrome'],
    [/Chrome\/([\d.]+)/, 'Chrome'],
    [/Version\/([\d.]+).*Safari/, 'Safari'],
  );
  const system = find(
    [/iPhone OS ([\d_]+)/, 'iOS'],
    [/iPad.*OS ([\d_]+)/, 'iPadOS'],
    [/Android ([\d.]+)/, 'Android'],
    [/Windows NT ([\d.]+)/, 'Windows'],
    [/Mac OS X ([\d_.]+)/, 'macOS'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  );
  const model = /Android [\d.]+; ([^;)]+)/.exec(agent)?.[1] ?? '';
  return [browser, system, model].filter(Boolean).join(', ');
}

/** Browser, system and device in one line that the person sees and corrects before it is sent. Nothing else is collected. */
export async function describeDevice(nav: Navigator = navigator): Promise<string> {
  const data = (nav as Navigator & { userAgentData?: UserAgentData }).userAgentData;
  const names = ['model', 'platform', 'platformVersion', 'fullVersionList'];
  const hints = await data?.getHighEntropyValues?.(names).catch(() => undefined);
  if (!hints?.platform) return fromUserAgent(nav.userAgent);
  const brands = hints.fullVersionList?.filter((known) => !NOT_A_BROWSER.test(known.brand)) ?? [];
  // What a browser is built from stands in the list as well; its own name says more, where it has one.
  const brand = brands.find((known) => known.brand !== 'Chromium') ?? brands[0];
  const parts = [
    brand ? `${brand.brand} ${brand.version}` : '',
    `${hints.platform} ${hints.platformVersion ?? ''}`.trim(),
    hints.model ?? '',
  ];
  return parts.filter(Boolean).join(', ');
}

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { LOOKS, reduce } from './screens';

/** Pixels across one screen on a sheet, and how much of a long one is shown. */
const ACROSS = { phone: 200, desk: 400 };
const TALL = { phone: 520, desk: 340 };
const COLUMNS = { phone: 8, desk: 4 };

/** After all journeys: one sheet for each language, theme and size, of every screen that was looked at. */
export default async function makeSheets(): Promise<void> {
  const folder = process.env.COUNTERSIGN_SCREENS;
  const looks = folder && join(folder, LOOKS);
  if (!folder || !looks || !existsSync(looks)) return;
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const look of readdirSync(looks)) {
    const size = look.endsWith('.phone') ? 'phone' : 'desk';
    const page = await browser.newPage({
      viewport: { width: COLUMNS[size] * (ACROSS[size] + 12) + 12, height: 600 },
    });
    await page.setContent(sheet(join(looks, look), size));
    reduce(await page.screenshot({ fullPage: true }), join(folder, `sheet.${look}.png`));
    await page.close();
  }
  await browser.close();
  rmSync(looks, { recursive: true });
}

function sheet(folder: string, size: 'phone' | 'desk'): string {
  const cells = readdirSync(folder).map((file) => {
    const data = readFileSync(join(folder, file)).toString('base64');
    return `<figure><div><img src="data:image/png;base64,${data}"></div><figcaption>${file.replace('.png', '')}</figcaption></figure>`;
  });
  const style = `body{margin:12px 0 0 12px;display:flex;flex-wrap:wrap;gap:12px;background:#888;font:11px sans-serif;color:#fff}
    figure{margin:0;width:${ACROSS[size]}px}div{height:${TALL[size]}px;overflow:hidden;background:#555}img{width:100%;display:block}`;
  return `<style>${style}</style>${cells.join('')}`;
}

import { expect, type Page } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { listenForFaults, test } from '../support/journey';
import { Prepared } from '../support/session';

/** 121 letters, as a man of this name had to write them. */
const LONG =
  'Wolfeschlegelsteinhausenbergerdorff-Oberwaltersbach von der Vogelweide zu Hohenstein und Lichtenfels-Grünewald und Adelheim';

async function toDetails(page: Page, url: string): Promise<Prepared> {
  const prepared = await Prepared.start(url);
  await prepared.consent();
  await prepared.open(page);
  await expectScreen(page, 'Your details');
  return prepared;
}

async function birth(page: Page, day: string, month: string, year: string): Promise<void> {
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Month').fill(month);
  await page.getByLabel('Year').fill(year);
}

async function choose(page: Page, country: string, document: string): Promise<void> {
  await page.getByLabel('Country that issued it').selectOption(country);
  await page.getByRole('radio', { name: document }).check();
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' });

/** One name, the longest there was, from right to left, of a script with joined signs, and one that programs take for nothing. */
const NAMES = ['Suharto', LONG, 'محمد بن سلمان', 'கார்த்திக் சுப்பிரமணியன்', 'Null'];

test('names are taken as people have them, pressed twice or not, and come back the same', async ({
  server,
  page,
}) => {
  for (const name of NAMES) {
    const prepared = await toDetails(page, server.url);
    await choose(page, 'UTO', 'Passport');
    await page.getByLabel('Full legal name').fill(name);
    await birth(page, '29', '2', '2000');
    await goOn(page).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Photo page of your passport');
    expect((await prepared.get()).declaration?.legal_name).toBe(name);
  }
});

test('what no name is, is said beside the field before anything is sent', async ({ server, page }) => {
  const faults = listenForFaults(page);
  await toDetails(page, server.url);
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  await choose(page, 'UTO', 'Passport');
  await birth(page, '12', '8', '1974');
  for (const name of ['Anna 😀', '<script>alert(1)</script>', '12345']) {
    await page.getByLabel('Full legal name').fill(name);
    await goOn(page).click();
    await expect(page.locator('#name-error')).toContainText('Names have letters');
  }
  expect(sent).toEqual([]);
  expect(faults).toEqual([]);
});

test('a date is asked in the order of the country, and one that is not there is told', async ({
  server,
  page,
}) => {
  await toDetails(page, server.url);
  const order = () => page.locator('.date label').allTextContents();
  await choose(page, 'USA', 'Passport');
  expect(await order()).toEqual(['Month', 'Day', 'Year']);
  await choose(page, 'CHN', 'Passport');
  expect(await order()).toEqual(['Year', 'Month', 'Day']);
  await choose(page, 'DEU', 'Passport');
  expect(await order()).toEqual(['Day', 'Month', 'Year']);
  await page.getByLabel('Full legal name').fill('Anna Maria Eriksson');
  const error = page.locator('#birth-error');
  for (const [day, month, year, said] of [
    // The order of another country.
    ['8', '25', '1974', 'This date does not exist'],
    ['29', '2', '2001', 'This date does not exist'],
    ['31', '4', '1990', 'This date does not exist'],
    ['1', '1', '2099', 'lies in the past'],
    ['1', '1', '1890', 'more than 130 years back'],
  ] as const) {
    await birth(page, day, month, year);
    await goOn(page).click();
    await expect(error).toContainText(said);
    // The list takes the focus once it is drawn; what is typed before that would land in it.
    await expect(page.locator('.summary')).toBeFocused();
  }
  await birth(page, '٢٩', '٢', '٢٠٠٠');
  await goOn(page).click();
  await expectScreen(page, 'Photo page of your passport');
});

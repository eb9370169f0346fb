import { expect, type Locator, type Page } from '@playwright/test';
import { expectScreen } from './axe';
import type { FakeCamera } from './camera';
import { film, type SpecimenCase } from './specimen';

/** The steady pace records 4.5 s; spoken no longer than this, in seconds, the digits have room at both ends. */
const STEADY_SPEECH_S = 4;
/** Decoding, reading, comparing and hearing in a build that is not optimised, on two busy cores, in ms. */
const DECISION_LIMIT_MS = 150_000;

interface Parts {
  page: Page;
  camera: FakeCamera;
  folder: string;
}

/** How someone works a page. */
type Hands = 'pointer' | 'keyboard';

/** So often Tab is pressed before something counts as out of reach. */
const MOST_TABS = 60;

/** Someone who sits before the page and does what it asks. It reads what they read and presses what they press. */
export class Person {
  readonly page: Page;
  readonly #hands: Hands;
  readonly #camera: FakeCamera;
  readonly #folder: string;
  readonly #papers: SpecimenCase;

  constructor({ page, camera, folder }: Parts, papers: SpecimenCase, hands: Hands = 'pointer') {
    this.#hands = hands;
    this.page = page;
    this.#camera = camera;
    this.#folder = folder;
    this.#papers = papers;
  }

  press(name: string): Promise<void> {
    return this.#do(this.page.getByRole('button', { name, exact: true }), 'Enter');
  }

  /** Presses what is meant, or goes there by Tab and presses a key. */
  async #do(what: Locator, key: 'Enter' | 'Space'): Promise<void> {
    if (this.#hands === 'pointer') return what.click();
    // One of a group is reached by Tab, the others by the arrows.
    if ((await what.getAttribute('type')) === 'radio') {
      await this.#reach(this.page.getByRole('radio', { checked: true }));
      await this.page.keyboard.press('ArrowDown');
      return expect(what).toBeChecked();
    }
    await this.#reach(what);
    await this.page.keyboard.press(key);
  }

  async #reach(what: Locator): Promise<void> {
    await what.waitFor();
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${what} is not reached by Tab`);
  }

  /** Writes into a field. */
  async #write(field: string, text: string): Promise<void> {
    const box = this.page.getByLabel(field);
    if (this.#hands === 'pointer') return box.fill(text);
    await this.#reach(box);
    await this.page.keyboard.type(text);
  }

  async start(url: string): Promise<void> {
    await this.page.goto(url);
    await expectScreen(this.page, 'Verify your identity');
    await this.press('Start a verification');
    await this.prepare();
  }

  async prepare(): Promise<void> {
    await expectScreen(this.page, 'Before you start');
    await this.press('I am ready');
  }

  /** Looks at what was read, and takes what the page proposes. */
  async confirm(): Promise<void> {
    await expectScreen(this.page, 'Is this right?');
    await this.press('This is right, continue');
  }

  async agree(): Promise<void> {
    await this.#do(this.page.getByRole('checkbox'), 'Space');
    await this.press('I agree, continue');
  }

  async enterDetails(): Promise<void> {
    const { name, birthDate } = this.#papers;
    const [year = '', month = '', day = ''] = birthDate.split('-');
    const country = this.page.getByLabel('Country that issued it');
    if (this.#hands === 'pointer') {
      await country.selectOption('UTO');
      await this.page.getByRole('radio', { name: 'Identity card' }).check();
    } else {
      await this.#reach(country);
      await this.page.keyboard.type('Utopia');
      // One of a group is reached by Tab, the others by the arrows.
      await this.#reach(this.page.getByRole('radio').first());
      await this.page.keyboard.press('ArrowDown');
      await expect(this.page.getByRole('radio', { name: 'Identity card' })).toBeChecked();
    }
    await this.#write('Full legal name', name);
    await this.#write('Day', day);
    await this.#write('Month', month);
    await this.#write('Year', year);
    await this.press('Continue');
  }

  async sendPhoto(heading: string, file: string): Promise<void> {
    await expectScreen(this.page, heading);
    const chooser = this.page.waitForEvent('filechooser');
    await this.press('Upload a file');
    await (await chooser).setFiles(file);
    await expectScreen(this.page, 'Can you read every letter?');
    await this.press('Send this photo');
  }

  sendFront(file = this.#papers.front): Promise<void> {
    return this.sendPhoto('Front of your identity card', file);
  }

  sendBack(): Promise<void> {
    return this.sendPhoto('Back of your identity card', this.#papers.back);
  }

  /** Reads the digits, is filmed saying them (or others), looks at the recording and sends it. Returns what was shown. */
  async recite({ wrong = false, slowly = false } = {}): Promise<string> {
    const { page } = this;
    await expectScreen(page, 'A short video');
    if (slowly) await this.#do(page.getByRole('radio', { name: 'Slower' }), 'Space');
    await this.press('Show my digits');
    await expectScreen(page, 'Your six digits');
    const digits = await readDigits(page);
    const speechS = this.#camera.insert(film(digits, this.#papers.person, this.#folder, wrong));
    expect(speechS, 'the generator speaks six digits within the pace').toBeLessThan(STEADY_SPEECH_S);

    await this.press('Open the camera');
    await page.getByRole('button', { name: 'Start recording' }).waitFor();
    await expectScreen(page, 'Check the picture');
    expect(await readDigits(page), 'the digits stay on the screen').toBe(digits);
    await this.#camera.waitForCue(page);
    await this.press('Start recording');
    await expectScreen(page, 'Watch your video');
    await this.press('Send this video');
    return digits;
  }

  /** Waits for the decision and looks at its screen. */
  async expectOutcome(heading: string): Promise<void> {
    await expectScreen(this.page, 'We are checking');
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText('We are checking', {
      timeout: DECISION_LIMIT_MS,
    });
    await expectScreen(this.page, heading);
  }
}

/** What the page shows to the eye, digit by digit. */
async function readDigits(page: Page): Promise<string> {
  const shown = await page.locator('.digit').allTextContents();
  const digits = shown.join('').replace(/\D/g, '');
  expect(digits).toMatch(/^\d{6}$/);
  return digits;
}

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from '../support/desk';

const EXAMPLE = new URL('../../packages/web-sdk/example/', import.meta.url);
const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };

/** Serves the example page under the strictest policy that the element needs. */
function serveExample(verification: string): Promise<Server> {
  const policy = `default-src 'none'; script-src 'self' ${verification}; style-src 'self'; frame-src ${verification}`;
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    if (!/^(index\.html|example\.(css|js))$/.test(name)) return response.writeHead(404).end();
    const text = readFileSync(new URL(name, EXAMPLE), 'utf8').replaceAll(
      'https://verify.example.org',
      verification,
    );
    response.writeHead(200, {
      'Content-Type': TYPES[name.split('.')[1] ?? ''] ?? 'text/plain',
      'Content-Security-Policy': policy,
    });
    return response.end(text);
  });
  return new Promise((done) => server.listen(0, () => done(server)));
}

test('the element shows a verification inside a page that is named, and in no other', async ({
  desk,
  browser,
}) => {
  // By the name that the server gives itself: the links that it makes lead there.
  const verification = `http://localhost:${desk.port}`;
  const example = await serveExample(verification);
  const { port } = example.address() as AddressInfo;
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const made = await page.request.post(`${verification}/v1/demo/sessions`, {
    headers: { 'Idempotency-Key': `embed-${port}` },
  });
  const { url } = await made.json();
  const told = (name: string) =>
    page.evaluate(
      (wanted) =>
        (globalThis as unknown as { said: { name: string }[] }).said.filter((event) => event.name === wanted),
      name,
    );

  await page.goto(`http://localhost:${port}/#${encodeURIComponent(url)}`);
  const inside = page.frameLocator('countersign-verify iframe');
  await expect(inside.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => told('ready')).toHaveLength(1);
  await test.step('it is dressed by the page’s variables', async () => {
    await expect
      .poll(() =>
        inside.locator('html').evaluate((root) => getComputedStyle(root).getPropertyValue('--accent').trim()),
      )
      .toBe('#7a1fa2');
  });
  await test.step('what is done inside is told outside, and nothing of it', async () => {
    await inside.getByRole('button', { name: 'I am ready' }).click();
    await inside.getByRole('checkbox').check();
    await inside.getByRole('button', { name: 'I agree, continue' }).click();
    await expect
      .poll(async () => (await told('progress')).at(-1))
      .toEqual({ name: 'progress', status: 'capturing', step: 'details' });
  });
  await test.step('the page of levels stands in another element, and tells what is granted', async () => {
    const levels = await page.request.post(`${verification}/v1/demo/levels`, {
      headers: { 'Idempotency-Key': `levels-${port}` },
    });
    const address = (await levels.json()).url as string;
    await page.evaluate((url) => {
      const element = document.createElement('countersign-levels');
      element.addEventListener('countersign-levels', (event) => {
        (globalThis as unknown as { granted: unknown }).granted = (event as CustomEvent).detail;
      });
      element.setAttribute('levels-url', url);
      document.body.append(element);
    }, address);
    const shown = page.frameLocator('countersign-levels iframe');
    await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Identity verification');
    const told = () => page.evaluate(() => (globalThis as unknown as { granted: unknown }).granted);
    await expect.poll(told).toEqual({ granted: 0 });
    await shown.getByRole('button', { name: 'Begin Level 1' }).click();
    await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Before you start');
  });
  expect(faults).toEqual([]);

  await test.step('a page that is not named shows nothing, and is told', async () => {
    await page.goto(`http://127.0.0.1:${port}/#${encodeURIComponent(url)}`);
    await expect.poll(() => faults.some((fault) => fault.includes('frame-ancestors'))).toBe(true);
    await expect(inside.getByRole('heading', { level: 1 })).toHaveCount(0);
    await page.goto('about:blank');
    await page.goto(`http://localhost:${port}/#${encodeURIComponent('javascript:alert(1)')}`);
    await expect.poll(() => told('error')).toEqual([{ name: 'error', reason: 'address' }]);
  });
  example.close();
});

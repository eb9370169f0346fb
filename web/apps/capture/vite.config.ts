import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { makeTranslate } from '../../packages/ui/src/translate.ts';

const LOCALE = fileURLToPath(new URL('../../../locales/en/capture.ftl', import.meta.url));

/** The page's shell takes its words from the same source as the program: `%text:id%` in index.html. */
function shellText(): Plugin {
  return {
    name: 'shell-text',
    transformIndexHtml(html) {
      const text = makeTranslate('en', readFileSync(LOCALE, 'utf8'));
      return html.replace(/%text:([\w-]+)%/g, (_, id: string) => {
        const value = text(id);
        if (value === id) throw new Error(`index.html asks for ${id}, which ${LOCALE} does not have`);
        return value;
      });
    },
  };
}

export default defineConfig({
  // The page is served at / and at /verify/<session>, so its assets are named from the root.
  base: '/',
  plugins: [shellText()],
  build: {
    target: 'es2022',
    // Inlined assets would be data: addresses, which the content security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': process.env.COUNTERSIGN_URL ?? 'http://127.0.0.1:8080' } },
});

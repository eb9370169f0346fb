import { defineConfig } from 'vite';

export default defineConfig({
  // Served by the program under /desk, beside the applicant's pages.
  base: '/desk/',
  build: {
    target: 'es2022',
    // Inlined assets would be data: addresses, which the content security policy forbids for scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/desk/api': process.env.COUNTERSIGN_URL ?? 'http://127.0.0.1:8080' } },
});

import { defineConfig } from 'vite';

/** One file for a script tag, served by the program at /sdk/countersign.js, and one for bundlers. */
export default defineConfig({
  build: {
    target: 'es2020',
    lib: {
      entry: 'src/index.ts',
      name: 'Countersign',
      formats: ['iife', 'es'],
      fileName: (format) => (format === 'es' ? 'countersign.mjs' : 'countersign.js'),
    },
  },
});

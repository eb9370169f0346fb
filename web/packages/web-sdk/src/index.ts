import { CountersignLevels, CountersignVerify } from './element';

export { CountersignLevels, CountersignVerify } from './element';
export type { CountersignStatus, DoneDetail, LevelsDetail, ProgressDetail } from './messages';

const ELEMENTS = { 'countersign-verify': CountersignVerify, 'countersign-levels': CountersignLevels };

// Twice on a page, or on a server that renders it: nothing happens.
const registry = globalThis.customElements;
if (registry)
  for (const [name, element] of Object.entries(ELEMENTS))
    if (!registry.get(name)) registry.define(name, element);

declare global {
  interface HTMLElementTagNameMap {
    'countersign-verify': CountersignVerify;
    'countersign-levels': CountersignLevels;
  }
}

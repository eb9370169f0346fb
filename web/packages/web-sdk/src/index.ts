import { CountersignLevels, CountersignVerify } from './element';

export { CountersignLevels, CountersignVerify } from './element';
export type { CountersignStatus, DoneDetail, LevelsDetail, ProgressDetail } from './messages';

if (!customElements.get('countersign-verify')) customElements.define('countersign-verify', CountersignVerify);
if (!customElements.get('countersign-levels')) customElements.define('countersign-levels', CountersignLevels);

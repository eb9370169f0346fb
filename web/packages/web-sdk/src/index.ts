import { CountersignVerify } from './element';

export { CountersignVerify } from './element';
export type { CountersignStatus, DoneDetail, ProgressDetail } from './messages';

if (!customElements.get('countersign-verify')) customElements.define('countersign-verify', CountersignVerify);

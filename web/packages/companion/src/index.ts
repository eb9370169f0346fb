export { PassagePage } from './page';
export { SessionTools } from './tools';

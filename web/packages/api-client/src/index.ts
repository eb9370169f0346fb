export { type ClientOptions, DemoClient, SessionClient } from './client';
export { ApiError, NetworkError } from './errors';
export type { Answer, Request, Transport } from './transport';
export type * from './types';

export { type ClientOptions, DemoClient, SessionClient } from './client';
export { ApiError, NetworkError } from './errors';
export type { Sending } from './pieces';
export type { Answer, Request, Transport } from './transport';
export type * from './types';

import { get, post, sessionPath } from '../call';

export interface Said {
  from: 'applicant' | 'desk';
  text: string;
  at: string;
}

export interface HelpRequest {
  id: string;
  state: 'open' | 'answered' | 'solved';
  topic: string;
  made_at: string;
  messages: Said[];
  files: number;
}

export interface NewRequest {
  topic: string;
  text: string;
  step?: string;
  reason?: string;
  urgent?: string;
  device?: string;
}

export interface Link {
  id: string;
  token: string;
}

const path = (link: Link) => `${sessionPath(link.id)}/tickets`;

export const listRequests = (link: Link) => get<HelpRequest[]>(path(link), { secret: link.token });

export const sendRequest = (link: Link, json: NewRequest) =>
  post<HelpRequest>(path(link), { secret: link.token, json });

export const sayMore = (link: Link, id: string, text: string) =>
  post<HelpRequest>(`${path(link)}/${id}/messages`, { secret: link.token, json: { text } });

export const attachFile = (link: Link, id: string, file: File) =>
  post(`${path(link)}/${id}/files`, { secret: link.token, file });

import type { Problem, Reason } from './types';

/** The server answered, and said no. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get reasons(): Reason[] {
    return this.problem.reasons ?? [];
  }
}

/** No answer came: offline, connection cut, or timed out. The same call may be made again. */
export class NetworkError extends Error {
  constructor(options?: ErrorOptions) {
    super('network', options);
    this.name = 'NetworkError';
  }
}

/** Reads a refusal's body; a proxy's HTML page or an empty body becomes a problem of its own. */
export function parseProblem(status: number, body: string): Problem {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isProblem(parsed)) return { ...parsed, status };
  } catch {
    // Not JSON: fall through to the generic problem.
  }
  return { type: 'about:blank', title: '', status, code: 'unreadable_answer' };
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'title' in value &&
    typeof value.title === 'string'
  );
}

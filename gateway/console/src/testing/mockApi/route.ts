import { problem } from './answers.ts';
import type { MockState } from './state.ts';

/** One request, as the one who answers it needs it. */
export interface Call {
  state: MockState;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
  /** The variable part of the path; empty when there is none. */
  id: string;
  /** Milliseconds until what other services do has arrived in the list; undefined: at once. */
  provisionAfter: number | undefined;
}

export type Answer = (call: Call) => Response;

/** `GET /users/{id}` and the like, each with who answers it. */
export type Routes = Record<string, Answer>;

/** The answer to a method and path; what nobody knows is not found. */
export function answerOf(routes: Routes, method: string, path: string): { answer: Answer; id: string } {
  for (const [when, answer] of Object.entries(routes)) {
    const pattern = new RegExp(`^${when.replace('{id}', '([^/]+)')}$`);
    const match = pattern.exec(`${method} ${path}`);
    if (match !== null) return { answer, id: match[1] ?? '' };
  }
  return { answer: () => problem(404, 'resource.not-found'), id: '' };
}

/** What needs a session says so. */
export function signedInOnly(routes: Routes): Routes {
  const guarded = (answer: Answer): Answer => (call) => (call.state.session === undefined ? problem(401, 'auth.required') : answer(call));
  return Object.fromEntries(Object.entries(routes).map(([when, answer]) => [when, guarded(answer)]));
}

/** Goes on with a version that the caller has seen (RFC 9110, If-Match). */
export function versionProblem({ headers }: Call, version: number): Response | undefined {
  const seen = headers.get('If-Match');
  if (seen === null) return problem(428, 'version.required');
  return seen === '*' || seen === etag(version) ? undefined : problem(412, 'version.mismatch');
}

export function etag(version: number): string {
  return `"${version}"`;
}

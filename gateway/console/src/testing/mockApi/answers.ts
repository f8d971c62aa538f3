/** problem+json as the services answer it. */
export function problem(status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Response {
  const body = { type: `https://switchboard.example/problems/${code}`, title: code, status, detail: code, code, traceId: '4bf92f3577b34da6', ...more };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

/** A problem with one field. */
export function fieldProblem(status: number, code: string, pointer: string): Response {
  return problem(status, code, { errors: [{ pointer, detail: code, code }] });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function noContent(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 204, headers });
}

export function accepted(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 202, headers });
}

let events = 0;

/** The header by which the list shows one's own change at once (B5). */
export function ownWrite(event = `event-${++events}`): Record<string, string> {
  return { 'Consistency-Token': event };
}

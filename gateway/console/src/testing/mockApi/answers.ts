/** problem+json as the services answer it. */
export function problem(status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Response {
  const body = { type: `https://switchboard.example/problems/${code}`, title: code, status, detail: code, code, traceId: '4bf92f3577b34da6', ...more };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

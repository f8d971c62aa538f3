import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { MockApi } from './mockApi/MockApi.ts';

const SLOWNESS_MILLIS = 150;

/** `npm run dev:mock`: the console on the mock API, without any service. Sign in as admin@demo.example / switchboard-demo. */
export function mockApiPlugin(): Plugin {
  const api = new MockApi();
  api.provisionAfter = 4_000;
  return {
    name: 'switchboard-mock-api',
    configureServer: (server) => {
      server.middlewares.use('/api', (request, response, next) => void answer(api, request, response).catch(next));
    },
  };
}

async function answer(api: MockApi, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body: Buffer[] = [];
  for await (const chunk of incoming) body.push(chunk as Buffer);
  const method = incoming.method ?? 'GET';
  const request = new Request(`http://localhost/api${incoming.url ?? ''}`, {
    method,
    headers: sentOn(incoming),
    ...(body.length > 0 && { body: Buffer.concat(body) }),
  });
  await new Promise((resolve) => setTimeout(resolve, SLOWNESS_MILLIS));
  const response = await api.handle(request);
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'Set-Cookie': 'XSRF-TOKEN=mock; Path=/' });
  outgoing.end(await response.text());
}

/** What the API looks at; the rest is between browser and server. */
function sentOn({ headers }: IncomingMessage): Record<string, string> {
  const names = ['if-match', 'idempotency-key', 'consistency-token', 'host'];
  const sent = names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : []));
  return { 'Content-Type': 'application/json', ...Object.fromEntries(sent) as Record<string, string> };
}

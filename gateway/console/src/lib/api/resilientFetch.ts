import { consistencyReached, consistencyToken, rememberConsistency } from './consistency';
import { csrfToken } from './csrf';
import { ApiProblem, retryAfterSeconds } from './problem';

const TIMEOUT_MILLIS = 15_000;
const TRIES = 3;
const LONGEST_PAUSE_MILLIS = 5_000;

/**
 * fetch with the manners of this API: CSRF header, time-out, a few patient retries where a repetition is harmless (GET, or
 * POST with Idempotency-Key), and every refusal thrown as ApiProblem.
 */
export async function resilientFetch(request: Request): Promise<Response> {
  const change = request.method !== 'GET' && request.method !== 'HEAD';
  const repeatable = !change || request.headers.has('Idempotency-Key');
  let csrf: 'untried' | 'renew' | 'renewed' = 'untried';
  for (let attempt = 1; ; attempt++) {
    const last = attempt >= TRIES || !repeatable;
    let response: Response;
    try {
      if (csrf === 'renew') {
        csrf = 'renewed';
        await renewCsrf(request);
      }
      response = await send(request, change);
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      if (last) throw withoutAnswer(cause);
      await pause(backoff(attempt), request.signal);
      continue;
    }
    if (response.ok) {
      rememberConsistency(response);
      return response;
    }
    const problem = await ApiProblem.of(response);
    if (problem.code === 'csrf.missing' && csrf === 'untried') {
      csrf = 'renew';
      continue;
    }
    const wait = (retryAfterSeconds(response) ?? 0) * 1000 || backoff(attempt);
    if (response.status !== 503 || last || wait > LONGEST_PAUSE_MILLIS) throw problem;
    await pause(wait, request.signal);
  }
}

async function send(request: Request, change: boolean): Promise<Response> {
  const attempt = request.clone();
  if (change) {
    if (csrfToken() === undefined) await renewCsrf(request);
    const token = csrfToken();
    if (token !== undefined) attempt.headers.set('X-XSRF-TOKEN', token);
  }
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MILLIS)]);
  const consistency = change ? undefined : consistencyToken();
  if (consistency === undefined || !isUserList(request)) return fetch(attempt, { signal });
  attempt.headers.set('Consistency-Token', consistency);
  const response = await fetch(attempt, { signal });
  if (response.ok && !(await isStale(response.clone()))) consistencyReached(consistency);
  return response;
}

function isUserList(request: Request): boolean {
  return new URL(request.url).pathname.endsWith('/api/v1/users');
}

async function isStale(response: Response): Promise<boolean> {
  const page = (await response.json()) as { stale?: boolean };
  return page.stale === true;
}

/** Each answer of GET /session carries the XSRF-TOKEN cookie, signed in or not. */
async function renewCsrf(request: Request): Promise<void> {
  await fetch(new URL('/api/v1/session', request.url), {
    credentials: 'same-origin',
    signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MILLIS)]),
  });
}

function withoutAnswer(cause: unknown): ApiProblem {
  const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
  return new ApiProblem(0, timedOut ? 'client.timeout' : 'client.offline', '');
}

function backoff(attempt: number): number {
  return 300 * 2 ** (attempt - 1);
}

async function pause(millis: number, signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, millis));
  signal.throwIfAborted();
}

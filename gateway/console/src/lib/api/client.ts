import createClient from 'openapi-fetch';
import { resilientFetch } from './resilientFetch';
import type { paths } from './schema';

/** The typed way to the gateway. Its answers are 2xx: every other one is thrown as ApiProblem. */
export const api = createClient<paths>({
  baseUrl: `${window.location.origin}/api/v1`,
  credentials: 'same-origin',
  fetch: resilientFetch,
});

/** The body of an answer that always has one. */
export async function bodyOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The answer has no body');
  return data;
}

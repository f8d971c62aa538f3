import { beforeEach, describe, expect, it } from 'vitest';
import { json, noContent, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { installApi } from '@/testing/renderApp';
import { api, bodyOf } from './client';
import { ApiProblem, retryAfterSeconds } from './problem';

let mock: MockApi;

beforeEach(() => {
  mock = new MockApi().signedIn();
  installApi(mock);
});

const busy = () => problem(503, 'service.unavailable', {}, { 'Retry-After': '0' });
const invite = { firstName: 'A', lastName: 'B', email: 'a@b.example', plan: 'PLUS' as const, acceptCharges: false };

describe('a part that is down', () => {
  it('a read is tried again', async () => {
    mock.on('GET /plans', busy, 2);
    expect((await bodyOf(api.GET('/plans'))).items).toHaveLength(3);
  });

  it('I15 a change with a key is tried again with the same key', async () => {
    mock.on('POST /users', busy, 1);
    await api.POST('/users', { body: invite, params: { header: { 'Idempotency-Key': 'k1' } } });
    expect(mock.calls('POST /users').map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['k1', 'k1']);
  });

  it('a change without a key is not repeated', async () => {
    mock.on('DELETE /session', busy);
    await expect(api.DELETE('/session')).rejects.toMatchObject({ status: 503 });
    expect(mock.calls('DELETE /session')).toHaveLength(1);
  });

  it('a long Retry-After is told and not waited for', async () => {
    mock.on('GET /plans', () => problem(503, 'service.unavailable', {}, { 'Retry-After': '60' }));
    await expect(api.GET('/plans')).rejects.toMatchObject({ code: 'service.unavailable', retryAfter: 60 });
    expect(mock.calls('GET /plans')).toHaveLength(1);
  });

  it('no answer at all is a problem whose outcome is unknown', async () => {
    mock.on('DELETE /session', () => Promise.reject(new TypeError('Failed to fetch')));
    const failure = await api.DELETE('/session').catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(ApiProblem);
    expect(failure).toMatchObject({ code: 'client.offline', outcomeUnknown: true });
  });
});

describe('CSRF', () => {
  it('a refused token is renewed once and the change repeated', async () => {
    mock.on('DELETE /session', () => problem(403, 'csrf.missing'), 1);
    await api.DELETE('/session');
    expect(mock.asked.map(({ method }) => method)).toEqual(['DELETE', 'GET', 'DELETE']);
  });

  it('a token that stays refused is told', async () => {
    mock.on('DELETE /session', () => problem(403, 'csrf.missing'));
    await expect(api.DELETE('/session')).rejects.toMatchObject({ code: 'csrf.missing' });
    expect(mock.calls('DELETE /session')).toHaveLength(2);
  });
});

describe('own writes', () => {
  const list = (stale: boolean) => () => json(200, { items: [], total: 0, openSlots: [], stale });
  const tokens = () => mock.calls('GET /users').map(({ headers }) => headers.get('Consistency-Token'));

  it('B5 the token goes with each list until one has shown the change', async () => {
    mock.on('DELETE /session', () => new Response(null, { status: 204, headers: { 'Consistency-Token': 'event-1' } }));
    await api.DELETE('/session');
    mock.on('GET /users', list(false)).on('GET /users', list(true), 1);
    for (let call = 0; call < 3; call++) await api.GET('/users');
    expect(tokens()).toEqual(['event-1', 'event-1', null]);
  });

  it('other reads do not carry it', async () => {
    mock.on('DELETE /session', () => noContent());
    await api.DELETE('/session');
    await api.GET('/plans');
    expect(mock.calls('GET /plans')[0]?.headers.get('Consistency-Token')).toBeNull();
  });
});

it('Retry-After may be seconds or a date', () => {
  const after = (value: string) => retryAfterSeconds(new Response(null, { headers: { 'Retry-After': value } }));
  expect(after('20')).toBe(20);
  expect(after(new Date(Date.now() + 30_000).toUTCString())).toBeGreaterThan(25);
  expect(after('soon')).toBeUndefined();
});

import type { AuditEntry } from '../../lib/api/schema.ts';
import { json, problem } from './answers.ts';
import { id } from './ids.ts';
import type { Call, Routes } from './route.ts';

const PAGE = 50;
const HOUR = 3_600_000;

export const auditRoutes: Routes = {
  'GET /audit': (call) => forbidden(call) ?? read(call),
  'GET /audit/export': (call) => forbidden(call) ?? exported(call),
};

function read(call: Call): Response {
  const offset = Number(call.query.get('cursor') ?? 0);
  if (Number.isNaN(offset)) return problem(400, 'cursor.invalid');
  const limit = Number(call.query.get('limit') ?? PAGE);
  const found = matching(call);
  const next = offset + limit < found.length ? String(offset + limit) : null;
  return json(200, { items: found.slice(offset, offset + limit), total: found.length, next });
}

function exported(call: Call): Response {
  const lines = matching(call).map(({ at, actor, action, subject }) => [at, actor.name ?? '', action, subject.name ?? ''].join(','));
  return new Response(['time,actor,action,subject', ...lines, ''].join('\r\n'), {
    headers: { 'Content-Type': 'text/csv;charset=UTF-8', 'Content-Disposition': 'attachment; filename="audit-log.csv"' },
  });
}

function matching({ state, query }: Call): AuditEntry[] {
  const is = (name: string, value: string | null) => !query.has(name) || query.get(name) === value;
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '9';
  return state.audit.filter(
    ({ at, actor, action, subject }) =>
      is('actor', actor.id) && is('subject', subject.id) && is('action', action) && at >= from && at < to,
  );
}

function forbidden({ state }: Call): Response | undefined {
  return state.session?.user.role === 'ADMIN' ? undefined : problem(403, 'auth.forbidden');
}

const grace: AuditEntry['actor'] = { type: 'USER', id: id(1), name: 'Grace Hopper' };
const alan: AuditEntry['actor'] = { type: 'USER', id: id(2), name: 'Alan Turing' };
const hedy = { type: 'USER', id: id(5), name: 'Hedy Lamarr' };
const ada = { type: 'USER', id: id(7), name: 'Ada Lovelace' };
const erased = { type: 'USER', id: id(99), name: null };
const company = { type: 'ACCOUNT', id: id(900), name: null };
const system: AuditEntry['actor'] = { type: 'SYSTEM', id: null, name: null };
const support: AuditEntry['actor'] = { type: 'SUPPORT', id: id(950), name: null };

/** Each kind of act once, and as many sign-ins as make a second page. */
export function demoAuditLog(): AuditEntry[] {
  const acts: Pick<AuditEntry, 'actor' | 'action' | 'subject' | 'details'>[] = [
    { actor: grace, action: 'user.suspended', subject: hedy, details: {} },
    { actor: alan, action: 'user.changed', subject: self(alan), details: { changed: 'mobile, timeZone' } },
    { actor: grace, action: 'line.extension-changed', subject: self(alan), details: { from: '102', to: '140' } },
    { actor: grace, action: 'user.invited', subject: ada, details: { plan: 'PRO' } },
    { actor: grace, action: 'invitation.resent', subject: ada, details: {} },
    { actor: support, action: 'account.admin-changed', subject: self(grace), details: { reason: 'Asked by phone, identity checked', otherAdmins: 'removed' } },
    { actor: system, action: 'session.sign-in-failed', subject: self(alan), details: { reason: 'PASSWORD' } },
    { actor: grace, action: 'password-reset.requested', subject: self(alan), details: {} },
    { actor: { ...alan, type: 'LINK' }, action: 'password.reset', subject: self(alan), details: {} },
    { actor: alan, action: 'voicemail-pin.changed', subject: self(alan), details: {} },
    { actor: alan, action: 'two-step.switched-on', subject: self(alan), details: {} },
    { actor: grace, action: 'account.security-changed', subject: company, details: { twoStepRequiredForAdmins: 'true' } },
    { actor: grace, action: 'user.deleted', subject: erased, details: {} },
    { actor: system, action: 'user.erased', subject: erased, details: {} },
    { actor: grace, action: 'call-forwarding.changed', subject: self(alan), details: { screening: 'on' } },
    ...Array.from({ length: 45 }, () => ({
      actor: grace,
      action: 'session.signed-in',
      subject: self(grace),
      details: { secondStep: 'NOT_NEEDED', newDevice: 'false' },
    })),
  ];
  return acts.map((act, index) => ({
    id: id(2000 + index),
    at: new Date(Date.now() - index * 5 * HOUR).toISOString(),
    ...act,
    ipAddress: act.actor.type === 'SYSTEM' ? null : '203.0.113.42',
    userAgent: act.actor.type === 'SYSTEM' ? null : 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36',
  }));
}

function self({ id: userId, name }: AuditEntry['actor']): AuditEntry['subject'] {
  return { type: 'USER', id: userId ?? '', name };
}

import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '@/lib/api/schema';
import { i18next } from '@/lib/i18n';
import { actionGroups } from './actions';
import { sentenceOf } from './sentence';

const ada = { type: 'USER' as const, id: 'a', name: 'Ada Ngata' };
const jose = { type: 'USER' as const, id: 'j', name: 'José Okafor' };
const system = { type: 'SYSTEM' as const, id: null, name: null };
const support = { type: 'SUPPORT' as const, id: 's', name: null };
const company = { type: 'ACCOUNT', id: 'c', name: null };

function told(action: string, actor: AuditEntry['actor'], subject: AuditEntry['subject'], details: Record<string, string> = {}): string {
  const entry = { id: '1', at: '2026-03-02T10:00:00Z', ipAddress: null, userAgent: null };
  return sentenceOf({ ...entry, action, actor, subject, details }, i18next.t);
}

describe('an act as a person would tell it', () => {
  it.each([
    ['Ada Ngata suspended José Okafor', told('user.suspended', ada, jose)],
    ['Ada Ngata invited José Okafor on Plus', told('user.invited', ada, jose, { plan: 'PLUS' })],
    ['Ada Ngata changed the profile of José Okafor: mobile number and time zone', told('user.changed', ada, jose, { changed: 'mobile, timeZone' })],
    ['José Okafor changed their own profile: language', told('user.changed', jose, jose, { changed: 'language' })],
    ['Ada Ngata changed the extension of José Okafor from 102 to 140', told('line.extension-changed', ada, jose, { from: '102', to: '140' })],
    ['Ada Ngata gave José Okafor the number (212) 555-0143', told('number.assigned', ada, jose, { number: '+12125550143' })],
    ['Ada Ngata made (212) 555-0143 the company main number', told('number.assigned', ada, company, { number: '+12125550143' })],
    ['José Okafor stopped forwarding their own calls', told('line.forwarding-stopped', jose, jose)],
    ['José Okafor joined', told('user.joined', { ...jose, type: 'LINK' }, jose)],
    ['Switchboard support made José Okafor the admin, in place of those before', told('account.admin-changed', support, jose, { otherAdmins: 'removed' })],
    ['Switchboard support took the admin role from Ada Ngata', told('user.role-changed', support, ada, { role: 'USER' })],
    ['Ada Ngata made two-step sign-in a must for admins', told('account.security-changed', ada, company, { twoStepRequiredForAdmins: 'true' })],
    ['Somebody asked for a link to set a new password for José Okafor', told('password-reset.requested', system, jose)],
    ['Ada Ngata sent José Okafor a link to set a new password', told('password-reset.requested', ada, jose)],
    ['Somebody tried to sign in as José Okafor with a wrong password', told('session.sign-in-failed', system, jose, { reason: 'PASSWORD' })],
    ['Ada Ngata signed out', told('session.ended', ada, { type: 'SESSION', id: 'x', name: null })],
  ])('H2 %s', (sentence, actual) => {
    expect(actual).toBe(sentence);
  });

  it('H2 who was erased has no name any more', () => {
    expect(told('user.deleted', ada, { ...jose, name: null })).toBe('Ada Ngata deleted a deleted person');
    expect(told('session.signed-in', { ...jose, name: null }, { ...jose, name: null })).toBe('A deleted person signed in');
  });

  it('H2 what the console has no words for is told by its name', () => {
    expect(told('call-forwarding.changed', ada, jose)).toBe('Ada Ngata: call forwarding changed (José Okafor)');
    expect(told('statement.issued', system, company)).toBe('Switchboard: statement issued');
  });

  it('names are words and never a pattern', () => {
    const odd = { ...jose, name: '{{actor}} $t(menu.signOut) <b>' };
    expect(told('user.suspended', ada, odd)).toBe('Ada Ngata suspended {{actor}} $t(menu.signOut) <b>');
  });

  it('H2 each act of the filter has a sentence from every point of view', () => {
    for (const action of actionGroups.flatMap(({ actions }) => actions)) {
      for (const [actor, subject] of [[ada, jose], [jose, jose], [system, jose], [support, jose]] as const) {
        const sentence = told(action, actor, subject, { from: '1', to: '2' });
        expect(sentence).not.toMatch(/audit\.|\{\{/);
        expect(i18next.exists(`audit.actions.${action.replaceAll('.', '_')}`)).toBe(true);
      }
    }
  });
});

import { api, bodyOf } from '@/lib/api/client';
import type { PlanCode } from '@/lib/api/schema';

/** B6: another plan at once; its quote was shown and agreed to. */
export function changePlan(userId: string, plan: PlanCode) {
  const params = { path: { id: userId }, header: { 'If-Match': '*' } };
  return bodyOf(api.PUT('/users/{id}/plan', { params, body: { plan, acceptCharges: true } }));
}

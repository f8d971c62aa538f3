import type { OwnSession } from '../../lib/api/schema.ts';
import { json, noContent, problem } from './answers.ts';
import { id } from './ids.ts';
import type { Routes } from './route.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const deviceRoutes: Routes = {
  'GET /sessions': ({ state }) => json(200, { items: state.devices, total: state.devices.length, next: null }),
  'DELETE /sessions/{id}': ({ state, id: ended }) => {
    if (!state.devices.some((device) => device.id === ended)) return problem(404, 'resource.not-found');
    state.devices = state.devices.filter((device) => device.id !== ended);
    return noContent();
  },
};

/** Where the person is signed in; the first is the one that asks. */
export function demoDevices(): OwnSession[] {
  return [
    device(1, 'Chrome on Mac', 0, 30 * MINUTE),
    device(2, 'Safari on iPhone', 5 * MINUTE, DAY),
    device(3, 'Firefox on Windows', 2 * DAY, 3 * DAY),
  ];
}

function device(number: number, name: string, lastSeen: number, created: number): OwnSession {
  const at = (ago: number) => new Date(Date.now() - ago).toISOString();
  return {
    id: id(700 + number),
    createdAt: at(created),
    lastSeenAt: at(lastSeen),
    expiresAt: at(created - 7 * DAY),
    userAgent: name,
    device: name,
    current: number === 1,
  };
}

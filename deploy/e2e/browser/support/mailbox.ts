import { setTimeout as pause } from 'node:timers/promises';
import { mailUrl } from './suite.ts';

const longest = 20_000;

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The newest link to a page in the mails to an address, once there is one that is not known yet. */
async function newestLink(page: string, address: string, known?: string): Promise<string> {
  const pattern = new RegExp(`https?://\\S+/${page}#\\S+`);
  const end = Date.now() + longest;
  while (Date.now() < end) {
    const answer = await fetch(`${mailUrl}/api/mails?to=${encodeURIComponent(address)}`);
    const { items } = (await answer.json()) as { items: Mail[] };
    const link = items.flatMap(({ text }) => text.match(pattern)?.[0] ?? []).at(-1);
    if (link !== undefined && link !== known) return link;
    await pause(100);
  }
  throw new Error(`No new link to ${page} has reached ${address}`);
}

/** The link of the newest invitation that reaches this address; another one than the known one. */
export function joinLink(address: string, known?: string): Promise<string> {
  return newestLink('join', address, known);
}

/** The link to set a new password that reaches this address. */
export function resetLink(address: string, known?: string): Promise<string> {
  return newestLink('reset', address, known);
}

import { setTimeout as pause } from 'node:timers/promises';
import { mailUrl } from './suite.ts';

const longest = 20_000;

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The link of the invitation that reaches this address; another one than the link before. */
export function joinLink(address: string, before?: string): Promise<string> {
  return linkIn(address, 'join', before);
}

/** The link for a new password that reaches this address; another one than the link before. */
export function resetLink(address: string, before?: string): Promise<string> {
  return linkIn(address, 'reset', before);
}

async function linkIn(address: string, page: 'join' | 'reset', before: string | undefined): Promise<string> {
  const pattern = new RegExp(`https?://\\S+/${page}#\\S+`);
  return seek(address, `a link to ${page}`, (mails) => {
    const links = mails.flatMap(({ text }) => text.match(pattern)?.[0] ?? []);
    return links.at(-1) === before ? undefined : links.at(-1);
  });
}

/** Waits for a mail that says this. */
export async function mailWith(address: string, words: RegExp): Promise<void> {
  await seek(address, String(words), (mails) => mails.find(({ subject, text }) => words.test(subject) || words.test(text)));
}

async function seek<T>(address: string, what: string, find: (mails: Mail[]) => T | undefined): Promise<T> {
  const end = Date.now() + longest;
  while (Date.now() < end) {
    const answer = await fetch(`${mailUrl}/api/mails?to=${encodeURIComponent(address)}`);
    const { items } = (await answer.json()) as { items: Mail[] };
    const found = find(items);
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`No mail with ${what} has reached ${address}`);
}

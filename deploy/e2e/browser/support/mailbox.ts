import { setTimeout as pause } from 'node:timers/promises';
import { mailUrl } from './suite.ts';

const longest = 20_000;

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The link of the invitation that reaches this address. */
export async function joinLink(address: string): Promise<string> {
  const end = Date.now() + longest;
  while (Date.now() < end) {
    const answer = await fetch(`${mailUrl}/api/mails?to=${encodeURIComponent(address)}`);
    const { items } = (await answer.json()) as { items: Mail[] };
    const link = items.at(-1)?.text.match(/https?:\/\/\S+\/join#\S+/)?.[0];
    if (link !== undefined) return link;
    await pause(100);
  }
  throw new Error(`No invitation has reached ${address}`);
}

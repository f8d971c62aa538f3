import { api } from '@/lib/api/client';

/** D3: a mail with a link, if somebody has this address; the answer is the same for every address. */
export async function askForReset(email: string): Promise<void> {
  await api.POST('/password-resets', { body: { email } });
}

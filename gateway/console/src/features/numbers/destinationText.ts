import type { TFunction } from 'i18next';
import type { Destination, User } from '@/lib/api/schema';
import { formatInternational, fullName } from '@/lib/format';

/** Where calls go, in a few words (F2). Who is deleted has no phones: the greeting answers. */
export function destinationText(destination: Destination | null | undefined, people: Map<string, User>, t: TFunction): string {
  if (!destination) return '';
  const user = people.get(destination.userId ?? '');
  const name = user === undefined ? '' : fullName(user);
  switch (destination.type) {
    case 'USER':
      return user === undefined ? t('numbers.leads.GREETING') : t('numbers.leads.USER', { name });
    case 'VOICEMAIL':
      return destination.userId ? t('numbers.leads.VOICEMAIL', { name }) : t('numbers.leads.companyBox');
    case 'FORWARD':
      return t('numbers.leads.FORWARD', { number: formatInternational(destination.forwardTo ?? '') });
    case 'GREETING':
      return t('numbers.leads.GREETING');
  }
}

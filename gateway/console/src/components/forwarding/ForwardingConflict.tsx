import { useTranslation } from 'react-i18next';
import { formatInternational } from '@/lib/format';
import type { ForwardTo } from '@/lib/user/callForwarding';
import { ConflictView } from '../ConflictView';
import type { Forwarding } from './useForwarding';

/** What somebody else has made of it meanwhile, beside one's own; nothing as long as there is no conflict. */
export function ForwardingConflict({ name, forwarding: { before, conflict, form } }: { name: string; forwarding: Forwarding }) {
  const { t } = useTranslation();
  if (conflict === undefined) return null;
  const words = (forwardTo: ForwardTo) => (forwardTo === null ? t('forwarding.none') : formatInternational(forwardTo));
  const { isOn, number } = form.getValues();
  const mine = isOn === 'no' ? words(null) : number;
  return <ConflictView name={name} lines={[{ label: t('forwarding.number'), before: words(before), now: words(conflict), mine }]} />;
}

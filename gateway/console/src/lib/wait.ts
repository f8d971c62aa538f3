import type { TFunction } from 'i18next';

/** Seconds as a person says them: "20 seconds", "3 minutes", "5 hours"; never less than it is. */
export function waitInWords(seconds: number, t: TFunction): string {
  if (seconds < 90) return t('wait.seconds', { count: Math.max(1, seconds) });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? t('wait.minutes', { count: minutes }) : t('wait.hours', { count: Math.ceil(minutes / 60) });
}

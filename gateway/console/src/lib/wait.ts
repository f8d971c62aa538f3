import type { TFunction } from 'i18next';

/** Seconds as a person says them: "20 seconds", "3 minutes". */
export function waitInWords(seconds: number, t: TFunction): string {
  return seconds < 90 ? t('wait.seconds', { count: Math.max(1, seconds) }) : t('wait.minutes', { count: Math.ceil(seconds / 60) });
}

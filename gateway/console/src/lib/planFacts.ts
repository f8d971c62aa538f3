import type { TFunction } from 'i18next';
import type { Plan } from './api/schema';

/** What a plan holds, in short lines. Features that every plan has, or that we have no word for, are left out. */
export function planFacts(plan: Plan, t: TFunction): string[] {
  const { includedMinutes, includedNumbers = 0, features = [] } = plan;
  const minutes = typeof includedMinutes === 'number' ? t('plans.minutes', { count: includedMinutes }) : t('plans.unlimited');
  const known = features.map((feature) => t(`plans.features.${feature}`, { defaultValue: '' })).filter((text) => text !== '');
  return [minutes, t('plans.numbers', { count: includedNumbers }), ...known];
}

import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NumberChooser } from '@/components/numbers/NumberChooser';
import type { SignUp } from '@/lib/api/schema';
import { Section } from './Section';

/** The company's main number, picked from those that nobody has (A1). */
export function NumberFields() {
  const { t } = useTranslation();
  const { control, formState } = useFormContext<SignUp>();
  const { field } = useController({ control, name: 'mainNumber' });
  return (
    <Section title={t('signUp.number.title')} intro={t('signUp.number.intro')}>
      <NumberChooser value={field.value} onChange={field.onChange} error={formState.errors.mainNumber?.message} firstRef={field.ref} />
    </Section>
  );
}

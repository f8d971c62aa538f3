import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { NewNumberForm } from './NewNumberForm';
import { useNewNumber } from './useNewNumber';

/** F1: a new number for the company's pool. */
export function NewNumberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const number = useNewNumber(undefined, onClose);
  return (
    <Dialog
      title={t('newNumber.title')}
      text={t('newNumber.text')}
      size="medium"
      isBusy={number.isBusy}
      onClose={onClose}
      footer={<DialogButtons submit={t(number.isBusy ? 'newNumber.ordering' : 'newNumber.submit')} form={id} isBusy={number.isBusy} onClose={onClose} />}
    >
      <NewNumberForm id={id} number={number} />
    </Dialog>
  );
}

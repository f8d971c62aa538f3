import { Button } from '@patternfly/react-core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { DialogButtons } from '@/components/DialogButtons';
import { NewNumberForm } from '@/components/numbers/NewNumberForm';
import { useNewNumber } from '@/components/numbers/useNewNumber';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';

/** B7: ordered and given in one go. */
export function GiveNewNumber({ user, onBack, onClose }: { user: User; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const number = useNewNumber(user, onClose);
  return (
    <Dialog
      title={t('giveNumber.newTitle', { name: fullName(user) })}
      size="medium"
      isBusy={number.isBusy}
      onClose={onClose}
      footer={
        <DialogButtons
          submit={t(number.isBusy ? 'newNumber.ordering' : 'giveNumber.order')}
          form={id}
          isBusy={number.isBusy}
          onClose={onClose}
        />
      }
    >
      <Button variant="link" isInline isAriaDisabled={number.isBusy} onClick={onBack}>
        {t('giveNumber.back')}
      </Button>
      <NewNumberForm id={id} number={number} user={user} />
    </Dialog>
  );
}

import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

interface Props {
  submit: string;
  /** The id of the form that is sent; else onSubmit is called. */
  form?: string;
  onSubmit?: () => void;
  isBusy: boolean;
  /** For as long as another try makes no sense. */
  isWaiting?: boolean;
  isDanger?: boolean;
  onClose: () => void;
}

/** What a dialog does, and the way out of it. While an answer is awaited neither can be pressed, but both keep the focus. */
export function DialogButtons({ submit, form, onSubmit, isBusy, isWaiting = false, isDanger = false, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        variant={isDanger ? 'danger' : 'primary'}
        isLoading={isBusy}
        isAriaDisabled={isBusy || isWaiting}
        {...(form === undefined ? { onClick: onSubmit } : { type: 'submit' as const, form })}
      >
        {submit}
      </Button>
      <Button variant="link" isAriaDisabled={isBusy} onClick={onClose}>
        {t('cancel')}
      </Button>
      <span role="status" className="switchboard-hidden">
        {isBusy && t('dialog.working')}
      </span>
    </>
  );
}

import { Bullseye, Button, Spinner } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  title: string;
  /** What came instead of what is to be shown. */
  problem: unknown;
  onRetry: () => void;
  onClose: () => void;
}

/** A dialog whose content is on its way, or did not come. */
export function LoadingDialog({ title, problem, onRetry, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      isBusy={false}
      onClose={onClose}
      footer={
        <Button variant="link" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      {problem === null ? (
        <Bullseye>
          <Spinner size="lg" aria-label={t('loading')} />
        </Bullseye>
      ) : (
        <ProblemAlert title={t('dialog.notLoaded')} problem={problem} onRetry={onRetry} />
      )}
    </Dialog>
  );
}

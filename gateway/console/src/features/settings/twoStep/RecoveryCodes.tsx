import { Button } from '@patternfly/react-core';
import DownloadIcon from '@patternfly/react-icons/dist/esm/icons/download-icon';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/components/CopyButton';
import { useSession } from '@/lib/session';
import styles from './TwoStep.module.css';

/** Shown this once, with the ways to keep them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  const { email } = useSession().user;
  const file = [t('settings.twoStep.codes.file', { email }), '', ...codes, ''].join('\n');
  return (
    <>
      <ol className={styles['codes']} aria-label={t('settings.twoStep.codes.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <CopyButton text={codes.join('\n')}>{t('settings.twoStep.codes.copy')}</CopyButton>
        <Button variant="secondary" icon={<DownloadIcon />} onClick={() => download('switchboard-recovery-codes.txt', file)}>
          {t('settings.twoStep.codes.download')}
        </Button>
      </div>
    </>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

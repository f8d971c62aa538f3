import { useTranslation } from 'react-i18next';
import { waitInWords } from '@/lib/wait';
import styles from './WaitNote.module.css';

/** Counts down below a button until it can be pressed again; the refusal itself was read out. */
export function WaitNote({ left }: { left: number }) {
  const { t } = useTranslation();
  if (left <= 0) return null;
  return (
    <p aria-hidden="true" className={styles['again']}>
      {t('dialog.again', { wait: waitInWords(left, t) })}
    </p>
  );
}

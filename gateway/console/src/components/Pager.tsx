import { Button } from '@patternfly/react-core';
import AngleLeftIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { useTranslation } from 'react-i18next';
import styles from './Pager.module.css';

interface Props {
  label: string;
  page: { items: readonly unknown[]; total: number; next?: string | null };
  number: number;
  pageSize: number;
  /** From here on the total is only "and more". */
  counted?: number;
  onPrevious: () => void;
  onNext: () => void;
  isWaiting: boolean;
}

/** Key-set paging knows only the next and the previous page (B4). */
export function Pager({ label, page, number, pageSize, counted = Number.POSITIVE_INFINITY, onPrevious, onNext, isWaiting }: Props) {
  const { t } = useTranslation();
  const before = (number - 1) * pageSize;
  const format = (count: number) => count.toLocaleString(document.documentElement.lang);
  const range = { first: format(before + 1), last: format(before + page.items.length), total: format(page.total) };
  const hasNext = typeof page.next === 'string' && page.next !== '';
  if (number === 1 && !hasNext) return null;
  return (
    <nav className={styles['pager']} aria-label={label}>
      <span role="status">{t(page.total < counted ? 'pager.range' : 'pager.rangeOfMore', range)}</span>
      <Button
        variant="plain"
        aria-label={t('pager.previous')}
        icon={<AngleLeftIcon />}
        isAriaDisabled={number === 1 || isWaiting}
        onClick={onPrevious}
      />
      <Button
        variant="plain"
        aria-label={t('pager.next')}
        icon={<AngleRightIcon />}
        isAriaDisabled={!hasNext || isWaiting}
        onClick={onNext}
      />
    </nav>
  );
}

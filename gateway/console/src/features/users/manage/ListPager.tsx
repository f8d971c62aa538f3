import { Button } from '@patternfly/react-core';
import AngleLeftIcon from '@patternfly/react-icons/dist/esm/icons/angle-left-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { useTranslation } from 'react-i18next';
import type { UserPage } from '@/lib/api/schema';
import { pageSize } from '../listView';
import styles from './ManageUsers.module.css';

interface Props {
  page: UserPage;
  number: number;
  onPrevious: () => void;
  onNext: () => void;
  isWaiting: boolean;
}

/** Key-set paging knows only the next and the previous page (B4). */
export function ListPager({ page, number, onPrevious, onNext, isWaiting }: Props) {
  const { t } = useTranslation();
  const before = (number - 1) * pageSize;
  const format = (count: number) => count.toLocaleString(document.documentElement.lang);
  const range = { first: format(before + 1), last: format(before + page.items.length), total: format(page.total) };
  const hasNext = typeof page.next === 'string' && page.next !== '';
  if (number === 1 && !hasNext) return null;
  return (
    <nav className={styles['pager']} aria-label={t('users.pager')}>
      <span role="status">{t('users.range', range)}</span>
      <Button
        variant="plain"
        aria-label={t('users.previous')}
        icon={<AngleLeftIcon />}
        isAriaDisabled={number === 1 || isWaiting}
        onClick={onPrevious}
      />
      <Button
        variant="plain"
        aria-label={t('users.next')}
        icon={<AngleRightIcon />}
        isAriaDisabled={!hasNext || isWaiting}
        onClick={onNext}
      />
    </nav>
  );
}

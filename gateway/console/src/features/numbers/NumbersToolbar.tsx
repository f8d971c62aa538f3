import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '@/components/SearchField';
import styles from './Numbers.module.css';
import { shows, type NumbersView } from './numbersView';

/** What is shown of the numbers. */
export function NumbersToolbar({ view, onChange }: { view: NumbersView; onChange: (part: Partial<NumbersView>) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles['toolbar']}>
      <div className={styles['search']}>
        <SearchField label={t('numbers.search')} hint={t('numbers.searchHint')} value={view.search} onChange={(search) => onChange({ search })} />
      </div>
      <div className={styles['shows']}>
        <ToggleGroup aria-label={t('numbers.show')}>
          {shows.map((show) => (
            <ToggleGroupItem
              key={show}
              text={t(`numbers.shows.${show}`)}
              buttonId={`show-${show}`}
              isSelected={view.show === show}
              onChange={() => onChange({ show })}
            />
          ))}
        </ToggleGroup>
      </div>
    </div>
  );
}

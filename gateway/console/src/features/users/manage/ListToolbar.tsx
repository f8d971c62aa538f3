import { Button, Switch, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SearchField } from '@/components/SearchField';
import { paths } from '@/lib/paths';
import { planCodes } from '@/lib/plans';
import { filterStates, isFiltered, type ListView } from '../listView';
import { FilterSelect } from './FilterSelect';
import styles from './ManageUsers.module.css';

interface Props {
  view: ListView;
  onChange: (part: Partial<Omit<ListView, 'cursor' | 'page'>>) => void;
  onClear: () => void;
  total: number | undefined;
  openSlots: number;
}

/** B4: search, filters and how many there are. */
export function ListToolbar({ view, onChange, onClear, total, openSlots }: Props) {
  const { t } = useTranslation();
  return (
    <Toolbar inset={{ default: 'insetNone' }}>
      <ToolbarContent>
        <ToolbarItem className={styles['search'] ?? ''}>
          <SearchField
            label={t('users.toolbar.search')}
            hint={t('users.toolbar.searchHint')}
            value={view.search}
            onChange={(search) => onChange({ search })}
          />
        </ToolbarItem>
        <ToolbarGroup variant="filter-group">
          <ToolbarItem>
            <FilterSelect
              label={t('users.toolbar.plan')}
              name={t('users.toolbar.byPlan')}
              choices={planCodes.map((value) => ({ value, label: t(`plans.${value}`) }))}
              chosen={view.plans}
              onChange={(plans) => onChange({ plans })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FilterSelect
              label={t('users.toolbar.state')}
              name={t('users.toolbar.byState')}
              choices={filterStates.map((value) => ({ value, label: t(`users.toolbar.states.${value}`) }))}
              chosen={view.states}
              onChange={(states) => onChange({ states })}
            />
          </ToolbarItem>
        </ToolbarGroup>
        <ToolbarItem alignSelf="center">
          <Switch
            id="without-number"
            label={t('users.toolbar.withoutNumber')}
            isChecked={view.withoutNumber}
            onChange={(_event, withoutNumber) => onChange({ withoutNumber })}
          />
        </ToolbarItem>
        {isFiltered(view) && (
          <ToolbarItem alignSelf="center">
            <Button variant="link" isInline onClick={onClear}>
              {t('users.toolbar.clear')}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem align={{ default: 'alignEnd' }} alignSelf="center" className={styles['counts'] ?? ''}>
          <span>
            {total !== undefined && (
              <span role="status">{t('users.count', { count: total, formatted: total.toLocaleString(document.documentElement.lang) })}</span>
            )}
            {openSlots > 0 && (
              <>
                {' · '}
                <Link to={paths.addUsers}>{t('users.openSlots', { count: openSlots })}</Link>
              </>
            )}
          </span>
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}

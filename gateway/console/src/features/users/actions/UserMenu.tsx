import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { useSession } from '@/lib/session';
import { actionsOf, type ActionName, type RowAction } from './rowActions';
import { menuMark, useUserDialogs } from './userDialogs';
import styles from './UserMenu.module.css';

/** The three dots at the end of a row (B1, D); what they offer depends on who the row is. */
export function UserMenu({ user }: { user: User }) {
  const { t } = useTranslation();
  const openDialog = useUserDialogs();
  const { user: self } = useSession();
  const [open, setOpen] = useState(false);
  const name = t('userActions.menu', { name: fullName(user) });
  const actions = actionsOf(user, self.id);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_event, action) => {
        setOpen(false);
        openDialog(action as ActionName, user);
      }}
      shouldFocusFirstItemOnOpen
      popperProps={{ position: 'right' }}
      aria-label={name}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label={name}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={<EllipsisVIcon />}
          {...menuMark(user.id)}
        />
      )}
    >
      {open && (
        <DropdownList className={styles['list'] ?? ''}>
          {actions.map((action) => (
            <Item key={action.name} action={action} />
          ))}
        </DropdownList>
      )}
    </Dropdown>
  );
}

/** What cannot be done says why in its place. */
function Item({ action: { name, reason } }: { action: RowAction }) {
  const { t } = useTranslation();
  return (
    <>
      {name === 'delete' && <Divider component="li" />}
      <DropdownItem
        value={name}
        isDanger={name === 'delete' && reason === undefined}
        isAriaDisabled={reason !== undefined}
        {...(reason !== undefined && { description: t(`userActions.reasons.${name}.${reason}`) })}
      >
        {t(`userActions.items.${name}`)}
      </DropdownItem>
    </>
  );
}

import { Alert, AlertGroup, Dropdown, DropdownItem, DropdownList, Divider, MenuToggle } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PersonAvatar } from '@/components/PersonAvatar';
import { fullName } from '@/lib/format';
import { paths } from '@/lib/paths';
import { problemText } from '@/lib/problemText';
import { endSession, useSession } from '@/lib/session';
import { signOut } from '@/lib/signOut';
import styles from './AccountMenu.module.css';

/** Who is signed in, at which company, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { user, account } = useSession();
  const [open, setOpen] = useState(false);
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => endSession(client, 'left') });
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        shouldFocusFirstItemOnOpen
        popperProps={{ position: 'right' }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="plain"
            isExpanded={open}
            onClick={() => setOpen(!open)}
          >
            <span className={styles['toggle']}>
              <PersonAvatar id={user.id} firstName={user.firstName} lastName={user.lastName} />
              <span className="switchboard-hidden">{t('menu.label')}</span>
              <span className={styles['name']}>{fullName(user)}</span>
            </span>
          </MenuToggle>
        )}
      >
        <div className={styles['who']}>
          <div className={styles['person']}>{fullName(user)}</div>
          <div className={styles['detail']}>{user.email}</div>
          <div className={styles['detail']}>{account.companyName}</div>
        </div>
        <Divider />
        <DropdownList>
          <DropdownItem onClick={() => void navigate(paths.settings)}>{t('menu.settings')}</DropdownItem>
          <DropdownItem onClick={() => leave.mutate()}>{t('menu.signOut')}</DropdownItem>
        </DropdownList>
      </Dropdown>
      {leave.isError && (
        <AlertGroup isToast isLiveRegion>
          <Alert variant="danger" title={t('menu.failed')} timeout onTimeout={() => leave.reset()} component="p">
            {problemText(leave.error, t)}
          </Alert>
        </AlertGroup>
      )}
    </>
  );
}

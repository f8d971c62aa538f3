import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanCode, User } from '@/lib/api/schema';
import { fullName } from '@/lib/format';
import { planCodes } from '@/lib/plans';
import { useUserDialogs } from '../actions/userDialogs';

/** B1, B6: the plan of a person; another one is chosen here, and confirmed with its price. */
export function PlanCell({ user, plan }: { user: User; plan: PlanCode }) {
  const { t } = useTranslation();
  const openDialog = useUserDialogs();
  const [open, setOpen] = useState(false);
  return (
    <Select
      isOpen={open}
      selected={plan}
      onOpenChange={setOpen}
      onSelect={(_event, chosen) => {
        setOpen(false);
        if (chosen !== plan) openDialog('plan', user, chosen as PlanCode);
      }}
      shouldFocusToggleOnSelect
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={open}
          aria-label={t('users.planOf', { name: fullName(user), plan: t(`plans.${plan}`) })}
          onClick={() => setOpen(!open)}
        >
          {t(`plans.${plan}`)}
        </MenuToggle>
      )}
    >
      <SelectList>
        {planCodes.map((code) => (
          <SelectOption key={code} value={code} isSelected={code === plan}>
            {t(`plans.${code}`)}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}

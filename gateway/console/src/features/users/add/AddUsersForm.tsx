import { Button, Card, CardBody, Content, Form } from '@patternfly/react-core';
import PlusIcon from '@patternfly/react-icons/dist/esm/icons/plus-icon';
import { useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PriceLines } from '@/components/PriceLines';
import type { OpenSlot, Plan, PlanCode } from '@/lib/api/schema';
import { planCodes } from '@/lib/plans';
import { AddResults } from './AddResults';
import { AddSummary } from './AddSummary';
import { PersonRow } from './PersonRow';
import { useAddForm } from './useAddForm';
import styles from './AddUsers.module.css';

interface Props {
  plans: readonly Plan[];
  openSlots: readonly OpenSlot[];
  firstPlan: PlanCode;
  /** True when the person pressed Invite at a slot: the first field then has the focus. */
  isAsked: boolean;
}

export function AddUsersForm({ plans, openSlots, firstPlan, isAsked }: Props) {
  const { t } = useTranslation();
  const { form, rows, refusals, invited, progress, prices, addRow, removeRow, edited, restored, submit } = useAddForm(plans, openSlots, firstPlan);
  const [focusFirst] = useState(isAsked);
  const failed = rows.filter(({ id }) => refusals.has(id)).length;
  const slotLines = useMemo(
    () =>
      planCodes
        .map((plan) => ({ plan, count: openSlots.filter((slot) => slot.plan === plan).length }))
        .filter(({ count }) => count > 0)
        .map(({ plan, count }) => ({ label: t(`plans.${plan}`), price: String(count) })),
    [openSlots, t],
  );
  return (
    <FormProvider {...form}>
      <Form onSubmit={(event) => void submit(event)} noValidate aria-label={t('addUsers.form')} className={styles['layout'] ?? ''}>
        <div className={styles['main']}>
          <AddResults invited={invited} failed={failed} />
          <Card isLarge>
            <CardBody>
              <Content component="p">{t('addUsers.intro')}</Content>
              <div className={styles['rows']}>
                {rows.map(({ id }, index) => (
                  <PersonRow
                    key={id}
                    index={index}
                    plans={plans}
                    price={prices[index] ?? null}
                    refusal={refusals.get(id)}
                    isBusy={progress !== undefined}
                    hasFocus={focusFirst && index === 0}
                    onEdit={(field) => edited(id, field)}
                    onRestored={() => restored(id, index)}
                    {...(rows.length > 1 && { onRemove: () => removeRow(index) })}
                  />
                ))}
              </div>
              <Button variant="link" icon={<PlusIcon />} onClick={addRow} isDisabled={progress !== undefined}>
                {t('addUsers.addRow')}
              </Button>
            </CardBody>
          </Card>
        </div>
        <aside className={styles['aside']}>
          <AddSummary plans={plans} prices={prices} progress={progress} />
          <Card isLarge>
            <CardBody>
              <h2 className={styles['asideTitle']}>{t('addUsers.openSlots')}</h2>
              {slotLines.length > 0 ? <PriceLines lines={slotLines} /> : <p>{t('addUsers.noOpenSlots')}</p>}
            </CardBody>
          </Card>
        </aside>
      </Form>
    </FormProvider>
  );
}

import { Button, Form } from '@patternfly/react-core';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConflictButtons } from '@/components/ConflictView';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useToasts } from '@/components/toasts/toasts';
import type { ReadUser } from '@/lib/user/userDetails';
import styles from '../Settings.module.css';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { ProfileFields } from './ProfileFields';
import { useProfile } from './useProfile';

export function ProfileForm({ read }: { read: ReadUser }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const profile = useProfile(read, () => toasts.show({ variant: 'success', title: t('settings.profile.saved') }));
  const { form, user, conflict, isBusy, problem } = profile;
  const { isDirty } = form.formState;
  return (
    <>
      {conflict !== undefined && (
        <>
          <ChangedMeanwhile conflict={conflict} />
          <div className={styles['actions']}>
            <ConflictButtons onMine={profile.keepMine} onTheirs={profile.takeTheirs} onClose={profile.undo} />
          </div>
        </>
      )}
      <FormProvider {...form}>
        <Form onSubmit={(event) => void profile.submit(event)} noValidate hidden={conflict !== undefined}>
          {problem !== null && <ProblemAlert title={t('settings.profile.failed')} problem={problem} />}
          <ProfileFields user={user} />
          <div className={styles['actions']}>
            <Button type="submit" isLoading={isBusy} isAriaDisabled={isBusy}>
              {t('save')}
            </Button>
            {isDirty && !isBusy && (
              <Button variant="link" onClick={profile.undo}>
                {t('settings.undo')}
              </Button>
            )}
          </div>
        </Form>
      </FormProvider>
    </>
  );
}

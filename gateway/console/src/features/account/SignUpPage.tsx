import { Form } from '@patternfly/react-core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '@/components/PageHeading';
import { ProblemAlert } from '@/components/ProblemAlert';
import { PublicPage } from '@/components/PublicPage';
import { ApiProblem } from '@/lib/api/problem';
import type { SignUp } from '@/lib/api/schema';
import { showFieldErrors } from '@/lib/fieldErrors';
import { paths } from '@/lib/paths';
import { browserTimeZone } from '@/lib/timeZones';
import { useTitle } from '@/lib/useTitle';
import { AdminFields } from './AdminFields';
import { CompanyFields } from './CompanyFields';
import { NumberFields } from './NumberFields';
import { PlanFields } from './PlanFields';
import { fieldOfCode, signUpFields, signUpSchema } from './signUpSchema';
import { Summary } from './Summary';
import { useSignUp } from './useSignUp';
import styles from './SignUp.module.css';

/** A1: everything an account needs, on one page and in one request. */
export function SignUpPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const schema = useMemo(() => signUpSchema(t), [t]);
  const form = useForm<SignUp>({ resolver: zodResolver(schema), defaultValues: emptySignUp() });
  const { send, isSending, problem } = useSignUp((refusal) => {
    if (refusal instanceof ApiProblem && refusal.code === 'account.main-number-taken') {
      form.setValue('mainNumber', '');
      void client.invalidateQueries({ queryKey: ['available-numbers'] });
    }
    return showFieldErrors(refusal, form, signUpFields, t, fieldOfCode);
  });
  useTitle(t('signUp.pageTitle'));
  const aside = (
    <>
      {t('signUp.haveAccount')} <Link to={paths.signIn}>{t('signUp.signIn')}</Link>
    </>
  );
  const submit = form.handleSubmit((values) => {
    if (!isSending) send(values);
  });
  return (
    <PublicPage aside={aside} width="wide">
      <div className={styles['intro']}>
        <PageHeading size="3xl">{t('signUp.title')}</PageHeading>
        <p>{t('signUp.intro')}</p>
      </div>
      <FormProvider {...form}>
        <Form className={styles['layout'] ?? ''} onSubmit={(event) => void submit(event)} noValidate>
          <div className={styles['sections']}>
            <CompanyFields />
            <AdminFields />
            <PlanFields />
            <NumberFields />
          </div>
          <div className={styles['summary']}>
            <Summary isSending={isSending}>
              {problem !== undefined && (
                <div className={styles['refusal']}>
                  <ProblemAlert title={t('signUp.failed')} problem={problem} />
                  {problem instanceof ApiProblem && problem.outcomeUnknown && <p>{t('signUp.unknown')}</p>}
                </div>
              )}
            </Summary>
          </div>
        </Form>
      </FormProvider>
    </PublicPage>
  );
}

function emptySignUp(): SignUp {
  return {
    companyName: '',
    timeZone: browserTimeZone(),
    mainNumber: '',
    slots: { BASIC: 0, PLUS: 1, PRO: 0 },
    admin: { firstName: '', lastName: '', email: '', password: '', plan: 'PLUS' },
  };
}

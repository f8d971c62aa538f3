import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CredentialsForm, type Credentials } from '@/components/CredentialsForm';
import { PageHeading } from '@/components/PageHeading';
import { ApiProblem } from '@/lib/api/problem';
import type { Session } from '@/lib/api/schema';
import { paths } from '@/lib/paths';
import { beginSession } from '@/lib/session';
import { signIn } from '@/lib/signIn';
import { useTitle } from '@/lib/useTitle';
import { SecondStep } from './SecondStep';
import styles from './SignInForm.module.css';

interface Props {
  email: string;
  /** Above the form: how the person came here. */
  notice: ReactNode;
  onSignedIn: () => void;
}

/** E-mail and password and, where the person has set it up, a code as the second step. */
export function SignInForm({ email, notice, onSignedIn }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What was typed lives here only until the second step is done.
  const [first, setFirst] = useState<Credentials>();
  const [back, setBack] = useState<{ email: string; refusal?: unknown }>({ email });
  useTitle(t(first === undefined ? 'signIn.title' : 'signIn.code.title'));
  const enter = (session: Session) => {
    onSignedIn();
    beginSession(client, session);
  };
  if (first !== undefined) {
    const goBack = (refusal?: unknown) => {
      setBack({ email: first.email, refusal });
      setFirst(undefined);
    };
    return <SecondStep credentials={first} onSignedIn={enter} onBack={goBack} />;
  }
  const askForCode = (problem: unknown, typed: Credentials) => {
    const isAsked = problem instanceof ApiProblem && problem.code === 'auth.code-required';
    if (isAsked) setFirst(typed);
    return isAsked;
  };
  return (
    <div className={styles['steps']}>
      <PageHeading size="2xl">{t('signIn.title')}</PageHeading>
      {notice}
      <CredentialsForm email={back.email} refusal={back.refusal} send={signIn} onSignedIn={enter} onRefused={askForCode}>
        {(typed) => (
          <p className={styles['below']}>
            <Link to={paths.forgotPassword} state={{ email: typed }}>
              {t('signIn.forgot')}
            </Link>
          </p>
        )}
      </CredentialsForm>
    </div>
  );
}

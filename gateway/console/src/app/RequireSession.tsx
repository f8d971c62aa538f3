import { Navigate, Outlet, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CrashPage } from '@/components/CrashPage';
import { PageLoading } from '@/components/PageLoading';
import { paths, signInPath } from '@/lib/paths';
import { problemText } from '@/lib/problemText';
import { SessionContext, useSessionState } from '@/lib/session';

/** Lets only signed-in people in; the others sign in first and come back to where they wanted to go. */
export function RequireSession() {
  const { t } = useTranslation();
  const location = useLocation();
  const { data, error } = useSessionState();
  if (data?.status === 'signed-in') {
    return (
      <SessionContext value={data.session}>
        <Outlet />
      </SessionContext>
    );
  }
  // I1: support cannot act as a user.
  if (data?.status === 'support') return <Navigate to={paths.support} replace />;
  if (data?.status === 'signed-out') {
    if (data.why === 'left') return <Navigate to={paths.signIn} replace />;
    const to = signInPath(location.pathname + location.search);
    return <Navigate to={to} replace state={{ expired: data.why === 'expired' }} />;
  }
  if (error !== null) return <CrashPage title={t('crash.unreachable')} text={problemText(error, t)} />;
  return <PageLoading />;
}

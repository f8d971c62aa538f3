import { Navigate, Outlet, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CrashPage } from '@/components/CrashPage';
import { PageLoading } from '@/components/PageLoading';
import { paths, supportSignInPath } from '@/lib/paths';
import { problemText } from '@/lib/problemText';
import { SupportContext, useSessionState } from '@/lib/session';

/** I1: lets only support in; everybody else, users and admins as well, is asked to sign in as support. */
export function RequireSupport() {
  const { t } = useTranslation();
  const location = useLocation();
  const { data, error } = useSessionState();
  if (data?.status === 'support') {
    return (
      <SupportContext value={data.session}>
        <Outlet />
      </SupportContext>
    );
  }
  if (data?.status === 'signed-out' && data.why === 'left') return <Navigate to={paths.supportSignIn} replace />;
  if (data !== undefined) {
    const expired = data.status === 'signed-out' && data.why === 'expired';
    return <Navigate to={supportSignInPath(location.pathname + location.search)} replace state={{ expired }} />;
  }
  if (error !== null) return <CrashPage title={t('crash.unreachable')} text={problemText(error, t)} />;
  return <PageLoading />;
}

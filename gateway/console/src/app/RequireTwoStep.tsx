import { Navigate, Outlet, useLocation } from 'react-router';
import { paths } from '@/lib/paths';
import { mustSetUpTwoStep, useSession } from '@/lib/session';

/** An admin whose company requires two-step sign-in sets it up first; until then the services would refuse him. */
export function RequireTwoStep() {
  const session = useSession();
  const { pathname, search } = useLocation();
  return mustSetUpTwoStep(session) ? <Navigate to={paths.twoStep} replace state={{ next: pathname + search }} /> : <Outlet />;
}

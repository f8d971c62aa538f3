import { Navigate, Outlet } from 'react-router';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** A6: everybody else lands on his own page, which says why. The services judge again. */
export function RequireAdmin() {
  const { user } = useSession();
  return user.role === 'ADMIN' ? <Outlet /> : <Navigate to={paths.home} replace state={{ adminsOnly: true }} />;
}

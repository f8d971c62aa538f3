import { Navigate } from 'react-router';
import { WelcomePage } from '@/features/home/WelcomePage';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** What `/` shows depends on who asks. */
export function StartPage() {
  const { user } = useSession();
  return user.role === 'ADMIN' ? <Navigate to={paths.users} replace /> : <WelcomePage />;
}

import type { RouteObject } from 'react-router';
import { CrashPage } from '@/components/CrashPage';
import { PageLoading } from '@/components/PageLoading';
import { paths } from '@/lib/paths';
import { AppLayout } from './AppLayout';
import { NotFoundPage } from './NotFoundPage';
import { RequireAdmin } from './RequireAdmin';
import { RequireSession } from './RequireSession';
import { RouteFocus } from './RouteFocus';
import { StartPage } from './StartPage';

/** Every page of the console; each feature is loaded when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <RouteFocus />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <PageLoading />,
    children: [
      { path: paths.signUp, lazy: async () => ({ Component: (await import('@/features/account/SignUpPage')).SignUpPage }) },
      { path: paths.signIn, lazy: async () => ({ Component: (await import('@/features/session/SignInPage')).SignInPage }) },
      { path: paths.join, lazy: async () => ({ Component: (await import('@/features/invitation/JoinPage')).JoinPage }) },
      {
        element: <RequireSession />,
        children: [
          {
            element: <AppLayout />,
            children: [
              { path: paths.home, element: <StartPage /> },
              {
                element: <RequireAdmin />,
                children: [
                  {
                    path: paths.users,
                    lazy: async () => ({ Component: (await import('@/features/users/UsersPage')).UsersPage }),
                    children: [
                      {
                        index: true,
                        lazy: async () => ({ Component: (await import('@/features/users/manage/ManageUsers')).ManageUsers }),
                      },
                      {
                        path: paths.addUsers,
                        lazy: async () => ({ Component: (await import('@/features/users/add/AddUsers')).AddUsers }),
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

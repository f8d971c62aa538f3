import type { RouteObject } from 'react-router';
import { CrashPage } from '@/components/CrashPage';
import { PageLoading } from '@/components/PageLoading';
import { paths } from '@/lib/paths';
import { AppLayout } from './AppLayout';
import { NotFoundPage } from './NotFoundPage';
import { RequireAdmin } from './RequireAdmin';
import { RequireSession } from './RequireSession';
import { RequireSupport } from './RequireSupport';
import { RequireTwoStep } from './RequireTwoStep';
import { RouteFocus } from './RouteFocus';
import { StartPage } from './StartPage';
import { SupportLayout } from './SupportLayout';

const adminPages: RouteObject[] = [
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
  { path: paths.numbers, lazy: async () => ({ Component: (await import('@/features/numbers/NumbersPage')).NumbersPage }) },
  { path: paths.phoneRules, lazy: async () => ({ Component: (await import('@/features/phoneRules/PhoneRulesPage')).PhoneRulesPage }) },
  {
    path: paths.billing,
    lazy: async () => ({ Component: (await import('@/features/billing/BillingTabs')).BillingTabs }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('@/features/billing/BillingPage')).BillingPage }) },
      { path: paths.usage, lazy: async () => ({ Component: (await import('@/features/billing/usage/UsageTab')).UsageTab }) },
    ],
  },
  { path: paths.statement, lazy: async () => ({ Component: (await import('@/features/billing/StatementPage')).StatementPage }) },
  { path: paths.audit, lazy: async () => ({ Component: (await import('@/features/audit/AuditPage')).AuditPage }) },
  {
    path: paths.companySecurity,
    lazy: async () => ({ Component: (await import('@/features/company/CompanySecurityPage')).CompanySecurityPage }),
  },
];

const settingsPages: RouteObject[] = [
  {
    path: paths.settings,
    lazy: async () => ({ Component: (await import('@/features/settings/SettingsPage')).SettingsPage }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('@/features/settings/profile/ProfileTab')).ProfileTab }),
      },
      {
        path: paths.phoneSettings,
        lazy: async () => ({ Component: (await import('@/features/settings/phone/PhoneTab')).PhoneTab }),
      },
      {
        path: paths.incomingCalls,
        lazy: async () => ({ Component: (await import('@/features/settings/incomingCalls/IncomingCallsTab')).IncomingCallsTab }),
      },
      {
        path: paths.signInSettings,
        lazy: async () => ({ Component: (await import('@/features/settings/signIn/SignInTab')).SignInTab }),
      },
    ],
  },
  {
    path: paths.twoStep,
    lazy: async () => ({ Component: (await import('@/features/settings/twoStep/TwoStepPage')).TwoStepPage }),
  },
];

const supportPages: RouteObject[] = [
  { path: paths.support, lazy: async () => ({ Component: (await import('@/features/support/AccountsPage')).AccountsPage }) },
  { path: paths.supportAccount, lazy: async () => ({ Component: (await import('@/features/support/AccountPage')).AccountPage }) },
];

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
        path: paths.forgotPassword,
        lazy: async () => ({ Component: (await import('@/features/passwordReset/ForgotPasswordPage')).ForgotPasswordPage }),
      },
      { path: paths.reset, lazy: async () => ({ Component: (await import('@/features/passwordReset/ResetPage')).ResetPage }) },
      {
        path: paths.supportSignIn,
        lazy: async () => ({ Component: (await import('@/features/support/SupportSignInPage')).SupportSignInPage }),
      },
      {
        element: <RequireSession />,
        children: [
          {
            element: <AppLayout />,
            children: [
              ...settingsPages,
              {
                element: <RequireTwoStep />,
                children: [
                  { path: paths.home, element: <StartPage /> },
                  { path: paths.bridge, lazy: async () => ({ Component: (await import('@/features/bridge/BridgePage')).BridgePage }) },
                  { element: <RequireAdmin />, children: adminPages },
                ],
              },
            ],
          },
        ],
      },
      { element: <RequireSupport />, children: [{ element: <SupportLayout />, children: supportPages }] },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

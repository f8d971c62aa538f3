/** Every address of the console; shared with the browser tests. */
export const paths = {
  home: '/',
  signUp: '/sign-up',
  signIn: '/sign-in',
  users: '/users',
  addUsers: '/users/add',
  numbers: '/numbers',
  phoneRules: '/phone-settings',
  billing: '/billing',
  usage: '/billing/usage',
  statement: '/billing/statements/:id',
  join: '/join',
  forgotPassword: '/forgot-password',
  reset: '/reset',
  bridge: '/users/:id/bridge',
  settings: '/settings',
  phoneSettings: '/settings/phone',
  incomingCalls: '/settings/incoming-calls',
  signInSettings: '/settings/sign-in',
  twoStep: '/settings/two-step',
  companySecurity: '/company/security',
  audit: '/audit',
  support: '/support',
  supportSignIn: '/support/sign-in',
  supportAccount: '/support/accounts/:id',
} as const;

/** Where to sign in, and where to go afterwards. */
export function signInPath(next?: string): string {
  return next === undefined || next === paths.home ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(next)}`;
}

/** Support signs in at its own door (I1). */
export function supportSignInPath(next?: string): string {
  return next === undefined || next === paths.support ? paths.supportSignIn : `${paths.supportSignIn}?next=${encodeURIComponent(next)}`;
}

/** The page of one user's conference bridge (F6). */
export function bridgePath(userId: string): string {
  return paths.bridge.replace(':id', encodeURIComponent(userId));
}

/** The page of one account; the search by which it was found is how it is found again after a reload. */
export function supportAccountPath(id: string, search: string): string {
  return `${paths.supportAccount.replace(':id', encodeURIComponent(id))}?search=${encodeURIComponent(search)}`;
}

/** The return address of a sign-in; anything that is not a path of this console is dropped (open redirects). */
export function returnPath(next: string | null): string {
  if (next === null || !next.startsWith('/') || !URL.canParse(next, window.location.origin)) return paths.home;
  const target = new URL(next, window.location.origin);
  const ours = target.origin === window.location.origin && !target.pathname.startsWith('//');
  return ours ? target.pathname + target.search : paths.home;
}

/** The page of one past statement (E6). */
export function statementPath(id: string): string {
  return paths.statement.replace(':id', encodeURIComponent(id));
}

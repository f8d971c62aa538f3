/** Every address of the console; shared with the browser tests. */
export const paths = {
  home: '/',
  signUp: '/sign-up',
  signIn: '/sign-in',
  users: '/users',
  addUsers: '/users/add',
  join: '/join',
} as const;

/** Where to sign in, and where to go afterwards. */
export function signInPath(next?: string): string {
  return next === undefined || next === paths.home ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(next)}`;
}

/** The return address of a sign-in; anything that is not a path of this console is dropped (open redirects). */
export function returnPath(next: string | null): string {
  if (next === null || !next.startsWith('/') || !URL.canParse(next, window.location.origin)) return paths.home;
  const target = new URL(next, window.location.origin);
  const ours = target.origin === window.location.origin && !target.pathname.startsWith('//');
  return ours ? target.pathname + target.search : paths.home;
}

const COOKIE = 'XSRF-TOKEN';

/** The value of the XSRF-TOKEN cookie, which goes back as X-XSRF-TOKEN with each change. */
export function csrfToken(): string | undefined {
  for (const pair of document.cookie.split('; ')) {
    const [name, ...value] = pair.split('=');
    if (name === COOKIE) return decodeURIComponent(value.join('='));
  }
  return undefined;
}

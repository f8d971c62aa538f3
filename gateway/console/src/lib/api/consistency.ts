const KEPT_MILLIS = 60_000;

let token: { value: string; at: number } | undefined;

/** Remembers the Consistency-Token of the last own change, so that the next list shows it (B5). */
export function rememberConsistency(response: Response): void {
  const value = response.headers.get('Consistency-Token');
  if (value !== null && value !== '') token = { value, at: Date.now() };
}

export function consistencyToken(): string | undefined {
  return token !== undefined && Date.now() - token.at < KEPT_MILLIS ? token.value : undefined;
}

/** The list has shown the change: later lists need not wait for it. */
export function consistencyReached(value: string): void {
  if (token?.value === value) token = undefined;
}

import { ApiProblem } from '../api/problem';

/** A part of a user's line, such as the extension, with the tag of the line's version. */
export interface LinePart<T> {
  value: T;
  etag: string;
}

/** How one part is read and written. */
export interface LineAccess<T> {
  read: () => Promise<LinePart<T>>;
  /** Is refused with version.mismatch when somebody else was faster. */
  write: (value: T, etag: string) => Promise<LinePart<T>>;
}

export type Saved<T> = { saved: LinePart<T> } | { conflict: LinePart<T> };

/** The line has one version for all it holds: when something else of it was changed, this part is saved on that. */
export async function saveLinePart<T>(base: LinePart<T>, value: T, line: LineAccess<T>): Promise<Saved<T>> {
  try {
    return { saved: await line.write(value, base.etag) };
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.code === 'version.mismatch')) throw problem;
  }
  const fresh = await line.read();
  if (fresh.value === value) return { saved: fresh };
  if (fresh.value !== base.value) return { conflict: fresh };
  return { saved: await line.write(value, fresh.etag) };
}

/** What an answer about the line says. */
export function linePart<A extends { version: number }, T>({ data, response }: { data?: A; response: Response }, part: (answer: A) => T): LinePart<T> {
  if (data === undefined) throw new Error('The answer has no body');
  return { value: part(data), etag: response.headers.get('ETag') ?? `"${data.version}"` };
}

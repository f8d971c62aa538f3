import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { Extension } from '@/lib/api/schema';

/** An extension with the tag of the line's version. */
export interface ReadExtension {
  extension: string;
  etag: string;
}

export function extensionQuery(id: string) {
  return queryOptions({
    queryKey: ['extension', id],
    queryFn: ({ signal }) => readExtension(id, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function readExtension(id: string, signal?: AbortSignal): Promise<ReadExtension> {
  return readOf(await api.GET('/users/{id}/extension', { params: { path: { id } }, ...(signal !== undefined && { signal }) }));
}

/** D7: another extension; the old one is free at once. 412 when somebody else was faster. */
async function changeExtension(id: string, extension: string, etag: string): Promise<ReadExtension> {
  return readOf(await api.PUT('/users/{id}/extension', { params: { path: { id }, header: { 'If-Match': etag } }, body: { extension } }));
}

export type Saved = { saved: string } | { conflict: ReadExtension };

/** The line has one version for all it holds: when something else of it was changed, the extension is saved on that. */
export async function saveExtension(id: string, base: ReadExtension, extension: string): Promise<Saved> {
  try {
    return { saved: (await changeExtension(id, extension, base.etag)).extension };
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.code === 'version.mismatch')) throw problem;
  }
  const fresh = await readExtension(id);
  if (fresh.extension === extension) return { saved: extension };
  if (fresh.extension !== base.extension) return { conflict: fresh };
  return { saved: (await changeExtension(id, extension, fresh.etag)).extension };
}

function readOf({ data, response }: { data?: Extension; response: Response }): ReadExtension {
  if (data === undefined) throw new Error('The answer has no body');
  return { extension: data.extension, etag: response.headers.get('ETag') ?? `"${data.version}"` };
}

import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** Cursors of the pages before this one, the first of which has none; kept with the entry of the browser's history. */
interface Trail {
  before?: (string | null)[];
}

/** The page of a list that the address says, and the ways to the others. The number is for people only, the cursor leads. */
export function useCursorPages() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const before = (useLocation().state as Trail | null)?.before ?? [];
  const cursor = search.get('cursor');
  const page = cursor === null ? 1 : Math.max(2, Number.parseInt(search.get('page') ?? '2', 10) || 2);

  const show = (next: string | null, number: number, state: Trail, replace = false) => {
    const address = new URLSearchParams(search);
    address.delete('cursor');
    address.delete('page');
    if (next !== null) {
      address.set('cursor', next);
      address.set('page', String(number));
    }
    void navigate({ search: address.toString() }, { state, replace, preventScrollReset: true });
  };
  return {
    ...(cursor !== null && { cursor }),
    page,
    toStart: () => show(null, 1, {}, true),
    toNext: (next: string) => show(next, page + 1, { before: [...before, cursor] }),
    toPrevious: () => show(before.at(-1) ?? null, page - 1, { before: before.slice(0, -1) }),
  };
}

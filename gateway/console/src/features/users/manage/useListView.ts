import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { readView, writeView, type ListView } from '../listView';

/** Cursors of the pages before this one, the first of which has none; kept with the entry of the browser's history. */
interface Trail {
  before?: (string | null)[];
}

/** The view that the address says, and the ways to others. */
export function useListView() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const view = readView(search);
  const before = (useLocation().state as Trail | null)?.before ?? [];

  const show = (next: ListView, state: Trail, replace: boolean) =>
    void navigate({ search: writeView(next).toString() }, { state, replace, preventScrollReset: true });

  const { cursor, ...firstPage } = { ...view, page: 1 };
  return {
    view,
    /** Another search, filter or sort begins at its first page. */
    change: (part: Partial<Omit<ListView, 'cursor' | 'page'>>) => show({ ...firstPage, ...part }, {}, 'search' in part),
    toStart: () => show(firstPage, {}, true),
    toNext: (next: string) => show({ ...view, cursor: next, page: view.page + 1 }, { before: [...before, cursor ?? null] }, false),
    toPrevious: () => {
      const previous = before.at(-1);
      if (previous === undefined || previous === null) show(firstPage, {}, false);
      else show({ ...view, cursor: previous, page: view.page - 1 }, { before: before.slice(0, -1) }, false);
    },
  };
}

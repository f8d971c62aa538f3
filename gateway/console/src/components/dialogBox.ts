import { createContext, useContext } from 'react';

/** Where lists of a dialog open: within it, since the rest of the page is inert, but not cut off by its edge. */
export const DialogBox = createContext<HTMLElement | undefined>(undefined);

/** For PatternFly's popperProps. */
export function useListPlace(): HTMLElement | 'inline' {
  return useContext(DialogBox) ?? 'inline';
}

import { createContext, useContext } from 'react';

/** Where lists of a dialog open: within it, since all else is inert and not read, but not cut off where its body scrolls. */
export const DialogBox = createContext<HTMLElement | undefined>(undefined);

/** For PatternFly's popperProps. */
export function useListPlace(): HTMLElement | 'inline' {
  return useContext(DialogBox) ?? 'inline';
}

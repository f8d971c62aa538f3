import { createContext, useContext } from 'react';
import type { PlanCode, User } from '@/lib/api/schema';
import type { DialogName } from './rowActions';

/** Opens the dialog of an action; of `plan` with the plan that was chosen. */
export type OpenDialog = (action: DialogName, user: User, plan?: PlanCode) => void;

export const UserDialogsContext = createContext<OpenDialog | undefined>(undefined);

export function useUserDialogs(): OpenDialog {
  const open = useContext(UserDialogsContext);
  if (open === undefined) throw new Error('Actions need UserDialogs');
  return open;
}

/** Marks the menu button of a row, which gets the focus back when a dialog closes. */
export function menuMark(userId: string) {
  return { 'data-user-menu': userId };
}

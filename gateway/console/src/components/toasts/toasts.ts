import { createContext, useContext, type ReactNode } from 'react';

export interface Toast {
  title: string;
  variant: 'success' | 'warning' | 'danger';
  /** Below the title; is given the way to close its toast. */
  body?: (close: () => void) => ReactNode;
  /** Until it is closed; else it goes by itself after a while, as nothing is lost with it. */
  stays?: boolean;
}

export interface Toasts {
  show: (toast: Toast) => void;
}

export const ToastContext = createContext<Toasts | undefined>(undefined);

/** Short messages about what has just been done; read out politely. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === undefined) throw new Error('Toasts need a ToastProvider');
  return toasts;
}

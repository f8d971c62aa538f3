import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextField } from './TextField';

interface Props {
  label: string;
  /** What may be typed; only a code of the app has nothing but digits. */
  kind: 'app' | 'recovery' | 'either';
  field: UseFormRegisterReturn;
  error?: string | undefined;
  hint?: string | undefined;
}

/** The second step of a sign-in: six digits of the authenticator app, or one of the recovery codes. */
export function CodeField({ kind, ...props }: Props) {
  return (
    <TextField
      {...props}
      {...(kind === 'app' ? { autoComplete: 'one-time-code', inputMode: 'numeric' } : { autoComplete: 'off' })}
      maxLength={50}
    />
  );
}

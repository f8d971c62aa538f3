import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Choices } from '@/components/Choices';
import { FormField, helpId } from '@/components/FormField';
import { UserPicker } from '@/components/UserPicker';
import type { User } from '@/lib/api/schema';
import { formatPhone } from '@/lib/format';
import type { DeletionForm } from './deletion';
import styles from './DeleteUser.module.css';

/** What becomes of voice, text and fax messages. */
export function MessagesField({ user }: { user: User }) {
  const { t } = useTranslation();
  const { control } = useFormContext<DeletionForm>();
  const { field } = useController({ control, name: 'messages' });
  return (
    <Choices
      legend={t('deleteUser.messages.legend')}
      value={field.value}
      onChange={field.onChange}
      choices={[
        { value: 'company', label: t('deleteUser.messages.company') },
        { value: 'user', label: t('deleteUser.messages.user') },
      ]}
    >
      {field.value === 'user' && <ReceiverField name="messagesTo" label={t('deleteUser.messages.receiver')} user={user} />}
    </Choices>
  );
}

/** What becomes of the direct numbers. */
export function NumbersField({ user }: { user: User }) {
  const { t } = useTranslation();
  const { control } = useFormContext<DeletionForm>();
  const { field } = useController({ control, name: 'numbers' });
  const numbers = user.directNumbers ?? [];
  return (
    <Choices
      legend={t('deleteUser.numbers.legend', { count: numbers.length, numbers: numbers.map(formatPhone).join(', ') })}
      value={field.value}
      onChange={field.onChange}
      choices={[
        { value: 'unassigned', label: t('deleteUser.numbers.unassigned'), description: t('deleteUser.numbers.unassignedHint', { count: numbers.length }) },
        { value: 'user', label: t('deleteUser.numbers.user') },
      ]}
    >
      {field.value === 'user' && <ReceiverField name="numbersTo" label={t('deleteUser.numbers.receiver', { count: numbers.length })} user={user} />}
    </Choices>
  );
}

function ReceiverField({ name, label, user }: { name: 'messagesTo' | 'numbersTo'; label: string; user: User }) {
  const id = useId();
  const { control } = useFormContext<DeletionForm>();
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <FormField id={id} label={label} error={error} className={styles['receiver'] ?? ''}>
      <UserPicker
        id={id}
        label={label}
        except={user.id}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        isInvalid={error !== undefined}
        describedBy={error === undefined ? undefined : helpId(id)}
      />
    </FormField>
  );
}

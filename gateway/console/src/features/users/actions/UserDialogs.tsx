import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { PlanCode, User } from '@/lib/api/schema';
import { isListed } from '../userCache';
import { DeleteUserDialog } from './delete/DeleteUserDialog';
import { EditUserDialog } from './edit/EditUserDialog';
import { ExtensionDialog } from './extension/ExtensionDialog';
import { ForwardingDialog } from './forwarding/ForwardingDialog';
import { GiveNumberDialog } from './number/GiveNumberDialog';
import { ChangePlanDialog } from './plan/ChangePlanDialog';
import { ReactivateDialog } from './ReactivateDialog';
import { ResendInviteDialog } from './ResendInviteDialog';
import { ResetPasswordDialog } from './ResetPasswordDialog';
import type { DialogName } from './rowActions';
import { SuspendDialog } from './SuspendDialog';
import { UserDialogsContext } from './userDialogs';

const dialogs = {
  edit: EditUserDialog,
  forwarding: ForwardingDialog,
  extension: ExtensionDialog,
  resetPassword: ResetPasswordDialog,
  resendInvite: ResendInviteDialog,
  suspend: SuspendDialog,
  reactivate: ReactivateDialog,
  delete: DeleteUserDialog,
  number: GiveNumberDialog,
  plan: ChangePlanDialog,
} satisfies Record<DialogName, unknown>;

/**
 * Holds the one open dialog above the table: a row may be drawn anew, move or vanish meanwhile. Afterwards the focus is on the
 * menu button it came from, or on the one that stands in its place.
 */
export function UserDialogs({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<{ action: DialogName; user: User; plan: PlanCode | undefined }>();
  const rows = useRef<string[]>([]);
  const [left, setLeft] = useState<string>();
  const show = useCallback((action: DialogName, user: User, plan?: PlanCode) => {
    rows.current = menus().map(({ dataset }) => dataset['userMenu'] ?? '');
    setLeft(undefined);
    setOpen({ action, user, plan });
  }, []);
  useEffect(() => {
    if (left !== undefined) focusMenu(left, rows.current, (id) => isListed(client, id));
  }, [left, client]);
  const Dialog = open === undefined ? undefined : dialogs[open.action];
  return (
    <UserDialogsContext value={show}>
      {children}
      {open !== undefined && Dialog !== undefined && (
        <Dialog
          key={`${open.action}-${open.user.id}`}
          user={open.user}
          plan={open.plan}
          onClose={() => {
            setOpen(undefined);
            setLeft(open.user.id);
          }}
        />
      )}
    </UserDialogsContext>
  );
}

function menus(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-user-menu]')];
}

/** The row's own button, else that of the row below, else above; an empty list leaves only the heading. */
function focusMenu(userId: string, before: readonly string[], isThere: (userId: string) => boolean): void {
  const there = new Map(menus().map((menu) => [menu.dataset['userMenu'] ?? '', menu]));
  const place = before.indexOf(userId);
  const nearest = [userId, ...before.slice(place + 1), ...before.slice(0, Math.max(0, place)).toReversed()].find((id) => there.has(id) && isThere(id));
  const target = nearest === undefined ? document.querySelector<HTMLElement>('[data-page-heading]') : there.get(nearest);
  target?.focus();
}

import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { noContent, problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { quoteOf } from '@/testing/mockApi/plans';
import { demoState, id } from '@/testing/mockApi/state';
import { choose, later, menuOf, openUsers } from '@/testing/userMenu';

const remove = `DELETE /users/${id(2)}`;
const restore = `POST /users/${id(2)}/restore`;
const undo = () => screen.findByRole('button', { name: 'Undo: bring Alan Turing back' });

async function deleteAlan(user: UserEvent) {
  const dialog = await choose(user, 'Alan Turing', 'Delete user');
  await user.click(dialog.getByRole('button', { name: 'Delete user' }));
  await screen.findByText('Alan Turing was deleted');
}

describe('the dialog', () => {
  it('D6 asks what becomes of messages, numbers and plan, and says what that means', async () => {
    const { user } = await openUsers();
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/disappears from the list, .* you can undo this for 72 hours/);
    const messages = within(dialog.getByRole('group', { name: 'Voice, text and fax messages' }));
    expect(messages.getByRole('radio', { name: 'Move to the company inbox' })).toBeChecked();
    expect(messages.getByRole('radio', { name: 'Move to the company inbox' })).toHaveFocus();
    const numbers = within(dialog.getByRole('group', { name: 'Direct numbers (212) 555-0143, +44 20 7946 0018' }));
    expect(numbers.getByRole('radio', { name: 'Keep as unassigned' })).toBeChecked();
    const plan = within(dialog.getByRole('group', { name: 'Plus plan' }));
    expect(plan.getByText('Its $19.99 a month is no longer charged.')).toBeInTheDocument();
    expect(plan.getByText('It stays on your bill with $19.99 a month.')).toBeInTheDocument();
  });

  it('D6 without a number nothing is asked about one', async () => {
    const { user } = await openUsers();
    const dialog = await choose(user, 'Ada Lovelace', 'Delete user');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/the invite stops working/);
    expect(dialog.getAllByRole('group')).toHaveLength(2);
  });

  it('D6 the usual answers: company inbox, unassigned, slot removed; the row is gone at once', async () => {
    const { user, api } = await openUsers();
    await deleteAlan(user);
    expect(screen.queryByText('alan.turing@demo.example')).not.toBeInTheDocument();
    expect(screen.getByText('9 users')).toBeInTheDocument();
    expect(Object.fromEntries(api.calls(remove)[0]?.query ?? [])).toEqual({ messagesTo: 'company', numbersTo: 'unassigned', keepSlot: 'false' });
    expect(menuOf('Dorothy Vaughan')).toHaveFocus();
  });

  it('D6 messages and numbers go to users who are found by typing, and the slot is kept', async () => {
    const { user, api } = await openUsers();
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    for (const radio of dialog.getAllByRole('radio', { name: 'Give to another user' })) await user.click(radio);
    const messages = dialog.getByRole('combobox', { name: 'Who gets the messages' });
    await user.type(messages, 'katherine');
    await user.click(await dialog.findByRole('option', { name: /Katherine Johnson/ }));
    expect(messages).toHaveValue('Katherine Johnson');
    const numbers = dialog.getByRole('combobox', { name: 'Who gets the numbers' });
    await user.type(numbers, 'hedy');
    expect(await dialog.findByRole('option', { name: /Hedy Lamarr.*Suspended/ })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(numbers).toHaveValue('Hedy Lamarr');
    await user.click(dialog.getByRole('radio', { name: /Keep the slot open/ }));
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    await screen.findByText('Alan Turing was deleted');
    expect(Object.fromEntries(api.calls(remove)[0]?.query ?? [])).toEqual({ messagesTo: id(3), numbersTo: id(5), keepSlot: 'true' });
  });

  it('D6 the one who is deleted cannot be chosen, and somebody must be', async () => {
    const { user, api } = await openUsers();
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    await user.click(dialog.getAllByRole('radio', { name: 'Give to another user' })[0] as HTMLElement);
    const messages = dialog.getByRole('combobox', { name: 'Who gets the messages' });
    await user.type(messages, 'turing');
    expect(await dialog.findByText('Nothing matches “turing”')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    await waitFor(() => expect(messages).toHaveAccessibleDescription(/Choose a user from the list/));
    expect(messages).toHaveFocus();
    expect(api.calls(remove)).toHaveLength(0);
  });

  it('D6 a receiver who is gone by now is told at his field', async () => {
    const errors = [{ pointer: '/messagesTo', detail: 'Choose another user of the company.', code: 'request.invalid' }];
    const api = new MockApi().signedIn().on(remove, () => problem(422, 'request.invalid', { errors }));
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    await user.click(dialog.getAllByRole('radio', { name: 'Give to another user' })[0] as HTMLElement);
    const messages = dialog.getByRole('combobox', { name: 'Who gets the messages' });
    await user.type(messages, 'katherine');
    await user.click(await dialog.findByRole('option', { name: /Katherine Johnson/ }));
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    await waitFor(() => expect(messages).toHaveAccessibleDescription(/not accepted/));
  });

  it('A7 refused: says why, and nothing is gone', async () => {
    const api = new MockApi().signedIn().on(`DELETE /users/${id(6)}`, () => problem(409, 'user.last-admin'));
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Dorothy Vaughan', 'Delete user');
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/Dorothy is an admin and will no longer manage your company\.$/);
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This is the only active admin of your company.');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(menuOf('Dorothy Vaughan')).toHaveFocus();
  });

  it('D6 a try whose answer was lost had taken effect: the second one offers Undo', async () => {
    const state = demoState();
    const api = new MockApi(state).signedIn();
    const { user } = await openUsers(api);
    api.on(remove, () => problem(404, 'resource.not-found'), 1).on(remove, () => problem(500, 'internal.error'), 1);
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    await dialog.findByRole('alert');
    await user.click(dialog.getByRole('button', { name: 'Delete user' }));
    expect(await undo()).toBeInTheDocument();
  });

  it('slow: progress is shown, and a second click asks for nothing', async () => {
    const answer = later(() => noContent());
    const api = new MockApi().signedIn().on(remove, answer.handler);
    const { user } = await openUsers(api);
    const dialog = await choose(user, 'Alan Turing', 'Delete user');
    await user.dblClick(dialog.getByRole('button', { name: /Delete user/ }));
    await waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent('One moment, please'));
    expect(api.calls(remove)).toHaveLength(1);
    answer.come();
    expect(await undo()).toBeInTheDocument();
  });
});

describe('undo', () => {
  it('D6 is announced politely, stays, and brings the person back as he was', async () => {
    const { user, api } = await openUsers();
    await deleteAlan(user);
    const button = await undo();
    expect(button.closest('[aria-live="polite"]')).toHaveAccessibleName('Messages');
    await user.click(button);
    expect(await screen.findByText('Alan Turing is back')).toBeInTheDocument();
    expect(screen.queryByText('Alan Turing was deleted')).not.toBeInTheDocument();
    expect(await screen.findByText('alan.turing@demo.example')).toBeInTheDocument();
    expect(api.calls(restore).map(({ body }) => body)).toEqual([{ acceptCharges: false }]);
    expect(menuOf('Dorothy Vaughan')).toHaveFocus();
  });

  it('D6 is there on other pages, too, and goes when it is closed', async () => {
    const { user } = await openUsers();
    await deleteAlan(user);
    await user.click(screen.getByRole('tab', { name: 'Add Users' }));
    await screen.findByRole('group', { name: 'Person 1' });
    expect(await undo()).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close: Alan Turing was deleted' }));
    expect(screen.queryByText('Alan Turing was deleted')).not.toBeInTheDocument();
  });

  it('D6 the slot that was kept is somebody else’s: nothing is bought without consent to the price', async () => {
    const quote = quoteOf('PLUS');
    const api = new MockApi().signedIn().on(restore, () => problem(402, 'user.charge-not-accepted', { quote }), 2);
    const { user } = await openUsers(api);
    await deleteAlan(user);
    await user.click(await undo());
    expect(await screen.findByRole('dialog', { name: 'Bring Alan Turing back for $19.99 a month?' })).toHaveAccessibleDescription(/gone to somebody else/);
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await undo()).toHaveFocus());
    expect(api.calls(restore)).toHaveLength(1);
    await user.click(await undo());
    await user.click(await screen.findByRole('button', { name: 'Bring back and pay $19.99/month' }));
    expect(await screen.findByText('Alan Turing is back')).toBeInTheDocument();
    expect(api.calls(restore).map(({ body }) => body)).toEqual([{ acceptCharges: false }, { acceptCharges: false }, { acceptCharges: true }]);
  });

  it('D6 consent that is refused is told in the dialog', async () => {
    const api = new MockApi().signedIn();
    api.on(restore, () => problem(409, 'account.past-due')).on(restore, () => problem(402, 'user.charge-not-accepted', { quote: quoteOf('PLUS') }), 1);
    const { user } = await openUsers(api);
    await deleteAlan(user);
    await user.click(await undo());
    await user.click(await screen.findByRole('button', { name: 'Bring back and pay $19.99/month' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(/A statement is unpaid/);
  });

  it('D6 too late: says so and offers to invite anew', async () => {
    const api = new MockApi().signedIn().on(restore, () => problem(410, 'user.restore-expired'));
    const { user, path } = await openUsers(api);
    await deleteAlan(user);
    await user.click(await undo());
    expect(await screen.findByText('Alan Turing can no longer be brought back')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Invite anew' }));
    expect(path()).toBe('/users/add');
  });

  it('D6 somebody else was faster: he is back', async () => {
    const api = new MockApi().signedIn().on(restore, () => problem(409, 'user.state-conflict'));
    const { user } = await openUsers(api);
    await deleteAlan(user);
    await user.click(await undo());
    expect(await screen.findByText('Alan Turing is back')).toBeInTheDocument();
  });

  it('D6 a failure is told, and Undo can be tried again', async () => {
    const api = new MockApi().signedIn().on(restore, () => problem(500, 'internal.error'), 1);
    const { user } = await openUsers(api);
    await deleteAlan(user);
    await user.click(await undo());
    expect(await screen.findByText(/Not undone: Something went wrong on our side/)).toBeInTheDocument();
    await user.click(await undo());
    expect(await screen.findByText('Alan Turing is back')).toBeInTheDocument();
  });

  it('D6 an address of a deleted person can be brought back where it is invited again', async () => {
    const { user } = await openUsers();
    await deleteAlan(user);
    await user.click(screen.getByRole('tab', { name: 'Add Users' }));
    const person = within(await screen.findByRole('group', { name: 'Person 1' }));
    await user.type(person.getByRole('textbox', { name: 'First name' }), 'Alan');
    await user.type(person.getByRole('textbox', { name: 'Last name' }), 'Turing');
    await user.type(person.getByRole('textbox', { name: 'Email' }), 'alan.turing@demo.example');
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    await user.click(await person.findByRole('button', { name: 'Bring back' }));
    expect(await screen.findByText('alan.turing@demo.example is back')).toBeInTheDocument();
    expect(within(screen.getByRole('group', { name: 'Person 1' })).getByRole('textbox', { name: 'Email' })).toHaveValue('');
  });
});

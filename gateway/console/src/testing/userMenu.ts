import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { MockApi } from './mockApi/MockApi';
import { renderApp } from './renderApp';

/** Manage Users on a mock API, once the people are there. */
export async function openUsers(api = new MockApi().signedIn()) {
  const app = renderApp('/users', api);
  await screen.findByRole('button', { name: 'Actions for Alan Turing' });
  return app;
}

export function menuOf(name: string): HTMLElement {
  return screen.getByRole('button', { name: `Actions for ${name}` });
}

/** Chooses an action from the menu of a row and waits for its dialog. */
export async function choose(user: UserEvent, name: string, action: string) {
  await user.click(menuOf(name));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return within(await screen.findByRole('dialog'));
}

/** An answer that comes when the test says so. */
export function later(answer: () => Response): { handler: () => Promise<Response>; come: () => void } {
  let come: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((resolve) => {
    come = resolve;
  });
  return { handler: () => promise, come: () => come(answer()) };
}

import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, type InitialEntry } from 'react-router';
import { App } from '@/app/App';
import { createQueryClient } from '@/app/queryClient';
import { routes } from '@/app/routes';
import { MockApi } from './mockApi/MockApi';

/** The whole console at an address, on a mock API. */
export function renderApp(entry: InitialEntry, api = new MockApi()) {
  installApi(api);
  const router = createMemoryRouter(routes, { initialEntries: [entry] });
  const client = createQueryClient();
  const view = render(<App client={client} router={router} />);
  return { api, client, router, user: userEvent.setup(), ...view, path: () => router.state.location.pathname + router.state.location.search };
}

/** From now on every fetch of the page is answered by this API. */
export function installApi(api: MockApi): void {
  globalThis.fetch = (input, init) => api.handle(new Request(input, init));
}

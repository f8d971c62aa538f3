import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problem } from '@/testing/mockApi/answers';
import { MockApi } from '@/testing/mockApi/MockApi';
import { demoSession, demoUser, id } from '@/testing/mockApi/state';
import { renderApp } from '@/testing/renderApp';

const url = `/users/${id(2)}/bridge`;

describe('the conference bridge', () => {
  it('F6 an admin opens the bridge of a person: video, audio with number and id, and the dashboard', async () => {
    renderApp(url, new MockApi().signedIn());
    expect(await screen.findByRole('heading', { name: 'Conference bridge of Alan Turing' })).toBeInTheDocument();
    const video = await screen.findByRole('link', { name: /Start video call/ });
    expect(video).toHaveAttribute('href', 'https://video.example/switchboard-4217147062');
    expect(video).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link', { name: '+1 800 555 0199' })).toHaveAttribute('href', 'tel:+18005550199');
    expect(screen.getByText('421 714 7062')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to your Meetings dashboard' })).toHaveAttribute('href', 'https://video.example/');
  });

  it('F6 number and id are copied in one', async () => {
    const { user } = renderApp(url, new MockApi().signedIn());
    await user.click(await screen.findByRole('button', { name: 'Copy number and ID' }));
    expect(await navigator.clipboard.readText()).toBe('Dial +1 800 555 0199, then 421 714 7062#');
  });

  it('F6 the HIPAA mark stands by plan', async () => {
    const api = new MockApi().signedIn();
    api.state.users = api.state.users.map((user) => ({ ...user, plan: user.id === id(2) ? ('PRO' as const) : ('BASIC' as const) }));
    const { unmount } = renderApp(url, api);
    expect(await screen.findByText('HIPAA-compliant video')).toBeInTheDocument();
    unmount();
    renderApp(`/users/${id(1)}/bridge`, api);
    await screen.findByRole('link', { name: /Start video call/ });
    expect(screen.queryByText('HIPAA-compliant video')).not.toBeInTheDocument();
  });

  it('F6 a user has his own', async () => {
    const session = { ...demoSession, user: { ...demoSession.user, id: demoUser.id, role: 'USER' as const } };
    renderApp(url, new MockApi().signedIn(session));
    expect(await screen.findByRole('heading', { name: 'Your conference bridge' })).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /Start video call/ })).toBeInTheDocument();
  });

  it('what cannot be loaded says so, with a way to try again', async () => {
    const api = new MockApi().signedIn().on(`GET ${url}`, () => problem(404, 'resource.not-found'), 1);
    const { user } = renderApp(url, api);
    expect(await screen.findByText('The conference bridge could not be loaded')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /Start video call/ })).toBeInTheDocument();
  });

  it('B1 the id in the list opens it in a tab of its own', async () => {
    renderApp('/users', new MockApi().signedIn());
    const link = await screen.findByRole('link', { name: /Conference bridge of Alan Turing/ });
    expect(link).toHaveAttribute('href', url);
    expect(link).toHaveAttribute('target', '_blank');
  });
});

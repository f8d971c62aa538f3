import '@testing-library/jest-dom/vitest';
import '@/lib/i18n';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// What a browser has and jsdom does not; none of it is looked at by a test.
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=from-cookie';
  document.documentElement.lang = 'en';
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

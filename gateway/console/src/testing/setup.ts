import '@testing-library/jest-dom/vitest';
import '@/lib/i18n';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// A busy machine may be slow: a test fails for what is wrong and not for what is late.
configure({ asyncUtilTimeout: 8_000 });

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
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

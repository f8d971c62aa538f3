import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useForAWhile } from './useForAWhile';

it('E7 what is awaited is asked for every 2 seconds for 30 seconds, which can begin anew', () => {
  vi.useFakeTimers();
  const { result } = renderHook(() => useForAWhile());
  expect(result.current).toMatchObject({ isOn: false, everyMillis: false });
  act(() => result.current.begin());
  expect(result.current).toMatchObject({ isOn: true, everyMillis: 2_000 });
  act(() => vi.advanceTimersByTime(20_000));
  act(() => result.current.begin());
  act(() => vi.advanceTimersByTime(29_999));
  expect(result.current.isOn).toBe(true);
  act(() => vi.advanceTimersByTime(1));
  expect(result.current).toMatchObject({ isOn: false, everyMillis: false });
});

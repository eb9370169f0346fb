import { describe, expect, it, vi } from 'vitest';
import { onReturn } from './return';

function page() {
  const target = new EventTarget();
  let clock = 0;
  const state = { visibilityState: 'visible' as DocumentVisibilityState };
  const listen = {
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  const back = vi.fn();
  const stop = onReturn(back, {
    page: Object.assign(listen, {
      get visibilityState() {
        return state.visibilityState;
      },
    }) as never,
    window: listen as never,
    now: () => clock,
  });
  Object.defineProperty(listen, 'visibilityState', { get: () => state.visibilityState });
  const turn = (to: DocumentVisibilityState, after: number) => {
    clock += after;
    state.visibilityState = to;
    target.dispatchEvent(new Event('visibilitychange'));
  };
  return { target, back, stop, turn };
}

describe('coming back to the page', () => {
  it('asks again after a while in the background, and not after a glance elsewhere', () => {
    const { back, turn } = page();
    turn('hidden', 0);
    turn('visible', 5_000);
    expect(back).not.toHaveBeenCalled();
    turn('hidden', 0);
    turn('visible', 31_000);
    expect(back).toHaveBeenCalledOnce();
  });

  it('asks again when the browser wakes a frozen page or takes it from its store', () => {
    const { target, back, stop } = page();
    target.dispatchEvent(new Event('resume'));
    target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(back).toHaveBeenCalledTimes(2);
    stop();
    target.dispatchEvent(new Event('resume'));
    expect(back).toHaveBeenCalledTimes(2);
  });
});

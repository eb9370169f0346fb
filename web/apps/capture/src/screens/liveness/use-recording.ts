import {
  CLIP_MINIMUM_MS,
  clipLengthMs,
  digitAt,
  type Pace,
  type Recording,
  record,
} from '@countersign/capture-sdk';
import { useEffect, useRef, useState } from 'preact/hooks';

export type RecordingState =
  | { phase: 'ready' }
  | { phase: 'counting'; seconds: number }
  | { phase: 'running'; digit: number; share: number; stoppable: boolean }
  | { phase: 'failed' };

/** Three seconds to look up from the button to the lens. */
const COUNT_FROM = 3;
/** How often the pointed-out digit and the bar follow the clock, in ms. */
const TICK_MS = 50;

/** Counts down, records for the pace's length, and hands over the clip. Leaving the screen drops what is recorded. */
export function useRecording(
  stream: MediaStream | null,
  count: number,
  pace: Pace,
  onClip: (clip: Blob) => void,
) {
  const [state, setState] = useState<RecordingState>({ phase: 'ready' });
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  const running = useRef<Recording | null>(null);

  const drop = () => {
    clearInterval(timer.current);
    running.current?.cancel();
    running.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a camera that goes takes its recording with it
  useEffect(() => {
    setState({ phase: 'ready' });
    return drop;
  }, [stream]);

  const run = (live: MediaStream) => {
    const length = clipLengthMs(pace);
    try {
      const recording = record(live, length);
      running.current = recording;
      const began = performance.now();
      const follow = () => {
        const elapsed = performance.now() - began;
        setState({
          phase: 'running',
          digit: digitAt(pace, elapsed, count),
          share: Math.min(1, elapsed / length),
          stoppable: elapsed >= CLIP_MINIMUM_MS,
        });
      };
      follow();
      timer.current = setInterval(follow, TICK_MS);
      recording.clip.then(
        (clip) => {
          // A dropped recording ends too; only the one still wanted is handed over.
          if (running.current !== recording) return;
          clearInterval(timer.current);
          onClip(clip);
        },
        () => fail(recording),
      );
    } catch {
      setState({ phase: 'failed' });
    }
  };

  const fail = (recording: Recording) => {
    if (running.current !== recording) return;
    clearInterval(timer.current);
    running.current = null;
    setState({ phase: 'failed' });
  };

  const start = () => {
    if (!stream || state.phase === 'counting' || state.phase === 'running') return;
    let seconds = COUNT_FROM;
    setState({ phase: 'counting', seconds });
    timer.current = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) return setState({ phase: 'counting', seconds });
      clearInterval(timer.current);
      run(stream);
    }, 1000);
  };

  return { state, start, stop: () => void running.current?.stop() };
}

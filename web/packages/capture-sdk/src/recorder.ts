/** VP8 before VP9: phones encode it in real time without dropping frames. Safari records MP4 only. */
const FORMATS = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
/** Bits a second: enough at 720p for skin texture to survive, 5 s stay under 2 MB. */
const VIDEO_BITS = 2_500_000;
const AUDIO_BITS = 96_000;

export interface Recording {
  /** Ends the clip; the same promise as `clip`. */
  stop: () => Promise<Blob>;
  /** Drops what was recorded. */
  cancel: () => void;
  clip: Promise<Blob>;
}

export const canRecord = (): boolean => recordingFormat() !== null;

function recordingFormat(): string | null {
  if (typeof MediaRecorder === 'undefined') return null;
  return FORMATS.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}

/** Records `stream` until stopped or until `limitMs` has passed. The clip's type is the bare container's. */
export function record(stream: MediaStream, limitMs: number): Recording {
  const format = recordingFormat();
  if (format === null) throw new Error('this browser cannot record');
  const recorder = new MediaRecorder(stream, {
    mimeType: format,
    videoBitsPerSecond: VIDEO_BITS,
    audioBitsPerSecond: AUDIO_BITS,
  });
  const parts: Blob[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the end was wanted. A camera that is unplugged ends a recording as well, and what it leaves is no clip. */
  let wanted = false;
  const clip = new Promise<Blob>((resolve, reject) => {
    recorder.ondataavailable = (event) => {
      if (event.data.size > 0) parts.push(event.data);
    };
    recorder.onerror = () => reject(new Error('recording failed'));
    recorder.onstop = () => {
      clearTimeout(timer);
      if (!wanted) reject(new Error('the camera went away'));
      else if (parts.length === 0) reject(new Error('nothing was recorded'));
      else resolve(new Blob(parts, { type: format.split(';')[0] ?? format }));
    };
  });
  const end = () => {
    wanted = true;
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start();
  timer = setTimeout(end, limitMs);
  return {
    clip,
    stop: () => {
      end();
      return clip;
    },
    cancel: () => {
      clip.catch(() => undefined);
      end();
    },
  };
}

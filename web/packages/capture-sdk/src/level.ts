/** How often the level is reported, in ms. */
const INTERVAL_MS = 100;
/** RMS at which the meter is full: close speech on a phone peaks near here (samples −1 to 1). */
const FULL_RMS = 0.2;

/** Reports the microphone's loudness, 0 to 1, until the returned function is called. */
export function watchLevel(stream: MediaStream, report: (level: number) => void): () => void {
  if (stream.getAudioTracks().length === 0 || typeof AudioContext === 'undefined') return () => undefined;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  const source = context.createMediaStreamSource(stream);
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    report(loudness(samples));
  }, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    source.disconnect();
    void context.close();
  };
}

/** Root mean square on a square-root scale, so that quiet speech already moves the meter. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
  return Math.min(1, Math.sqrt(rms / FULL_RMS));
}

import { Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Breakdown, type Case, type Evidence, type Film, get, objectUrl } from '../../api';
import { language } from '../../language';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { Moments } from './moments';
import { OriginList } from './origin';

interface Loaded {
  film: Film;
  sheet: ImageBitmap;
  sound: string | null;
}

function useFilm(id: string, file: Evidence) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let sound: string | null = null;
    let gone = false;
    const load = async () => {
      const film = await get<Film>(`/cases/${id}/evidence/${file.id}/film`);
      const bytes = Uint8Array.from(atob(film.sheet), (letter) => letter.charCodeAt(0));
      const sheet = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      if (gone) return;
      sound = film.wav ? objectUrl(film.wav, 'audio/wav') : null;
      setLoaded({ film, sheet, sound });
    };
    load().catch(setError);
    return () => {
      gone = true;
      if (sound) URL.revokeObjectURL(sound);
    };
  }, [id, file.id]);
  return { loaded, error };
}

interface FilmProps {
  id: string;
  file: Evidence;
  /** Another way that the applicant chose. */
  way: Case['way'];
  compared: Breakdown | undefined;
}

/** The video as the server saw it: its decoded frames and sound, on one timeline. */
export function FilmPanel({ id, file, way, compared }: FilmProps) {
  const t = useText();
  const { loaded, error } = useFilm(id, file);
  return (
    <section class="panel" aria-labelledby="film">
      <h2 id="film">{t('evidence-liveness_video')}</h2>
      {file.asked && <Asked asked={file.asked} way={way} />}
      <Fault error={error} />
      {!loaded && !error && <div class="picture picture-empty" role="status" aria-label={t('loading')} />}
      {loaded && <Player {...loaded} id={id} file={file} way={way} compared={compared} />}
    </section>
  );
}

/** The digits that were asked for, and how: whoever looks has to know what to look for. */
function Asked({ asked, way }: { asked: NonNullable<Evidence['asked']>; way: Case['way'] }) {
  const t = useText();
  const spoken = new Intl.DisplayNames([language], { type: 'language' }).of(asked.language) ?? asked.language;
  return (
    <p class="asked">
      <b class="asked-digits">{[...asked.digits].join(' ')}</b>{' '}
      {way === 'without_speech' ? t('film-asked-signed') : t('film-asked', { language: spoken })}
    </p>
  );
}

function Player({ film, sheet, sound, id, file, compared }: Loaded & FilmProps) {
  const t = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [plays, setPlays] = useState(false);
  const last = film.frames - 1;
  // Playing starts where the film stands at that moment, and does not start again with every frame.
  const stands = useRef(at);
  stands.current = at;

  useEffect(() => {
    const column = at % film.columns;
    const row = Math.floor(at / film.columns);
    const area = [film.width, film.height] as const;
    canvas.current
      ?.getContext('2d')
      ?.drawImage(sheet, column * film.width, row * film.height, ...area, 0, 0, ...area);
  }, [at, film, sheet]);

  useEffect(() => {
    if (!plays) return;
    const from = { frame: stands.current >= last ? 0 : stands.current, time: performance.now() };
    if (audio.current) {
      audio.current.currentTime = from.frame / film.frame_rate;
      audio.current.play().catch(() => undefined);
    }
    let request = 0;
    const step = () => {
      const frame = from.frame + Math.floor(((performance.now() - from.time) / 1000) * film.frame_rate);
      setAt(Math.min(frame, last));
      if (frame >= last) setPlays(false);
      else request = requestAnimationFrame(step);
    };
    request = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(request);
      audio.current?.pause();
    };
  }, [plays, film, last]);

  const toggle = useCallback(() => setPlays((now) => !now), []);
  const show = (frame: number) => {
    setPlays(false);
    setAt(Math.min(last, Math.max(0, frame)));
  };
  useKeys({ ' ': toggle, ArrowLeft: () => show(at - 1), ArrowRight: () => show(at + 1) });
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div class="film">
      <canvas
        ref={canvas}
        width={film.width}
        height={film.height}
        aria-label={t('film-picture')}
        role="img"
      />
      {/* biome-ignore lint/a11y/useMediaCaption: the sound is six digits, which stand in the breakdown */}
      {sound && <audio ref={audio} src={sound} preload="auto" />}
      <div class="film-controls">
        <button type="button" class="button button-secondary" onClick={toggle} aria-pressed={plays}>
          <Icon name={plays ? 'cross' : 'play'} size={18} />
          <span>{t(plays ? 'film-stop' : 'film-play')}</span>
        </button>
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={t('film-timeline')}
          aria-valuetext={t('film-second', { second: seconds.format(at / film.frame_rate) })}
          onInput={(event) => show(event.currentTarget.valueAsNumber)}
        />
        <output>
          {seconds.format(at / film.frame_rate)} / {seconds.format(film.duration_s)} s
        </output>
      </div>
      <Moments
        id={id}
        file={file}
        compared={compared}
        at={at / film.frame_rate}
        onSeek={(second) => show(Math.round(second * film.frame_rate))}
      />
      <OriginList origin={film.origin} />
    </div>
  );
}

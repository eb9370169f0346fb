import { useText } from '@countersign/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Evidence, get, objectUrl, type Photo } from '../../api';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { MarkBar, MarkLayer, useMarks } from './marks';
import { OriginList } from './origin';

/** How much larger the picture is under the pointer. */
const ZOOM = 2.6;

export function Documents({ id, files }: { id: string; files: Evidence[] }) {
  return (
    <>
      {files.map((file, index) => (
        <DocumentPanel key={file.id} id={id} file={file} first={index === 0} />
      ))}
    </>
  );
}

function usePhoto(id: string, file: Evidence) {
  const [photo, setPhoto] = useState<(Photo & { url: string }) | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let url = '';
    let gone = false;
    get<Photo>(`/cases/${id}/evidence/${file.id}/photo`)
      .then((found) => {
        if (gone) return;
        url = objectUrl(found.jpeg, 'image/jpeg');
        setPhoto({ ...found, url });
      })
      .catch(setError);
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, file.id]);
  return { photo, error };
}

function DocumentPanel({ id, file, first }: { id: string; file: Evidence; first: boolean }) {
  const t = useText();
  const { photo, error } = usePhoto(id, file);
  const [zoomed, setZoomed] = useState(false);
  const picture = useRef<HTMLSpanElement>(null);
  const toggle = () => setZoomed((now) => !now);
  const found = useMarks(id, file);
  useKeys(first ? { z: toggle, m: found.toggle } : {});
  const follow = (event: PointerEvent) => {
    if (!zoomed || !picture.current) return;
    const frame = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * 100;
    const y = ((event.clientY - frame.top) / frame.height) * 100;
    picture.current.style.transformOrigin = `${x}% ${y}%`;
  };
  useEffect(() => {
    if (picture.current) picture.current.style.transform = zoomed ? `scale(${ZOOM})` : '';
  }, [zoomed]);
  return (
    <section class="panel" aria-labelledby={`file-${file.id}`}>
      <h2 id={`file-${file.id}`}>{t(`evidence-${file.kind}`)}</h2>
      <Fault error={error} />
      {!photo && !error && <div class="picture picture-empty" role="status" aria-label={t('loading')} />}
      {photo && (
        <>
          <button
            type="button"
            class={zoomed ? 'picture picture-zoomed' : 'picture'}
            aria-pressed={zoomed}
            aria-label={t('picture-zoom')}
            onClick={toggle}
            onPointerMove={follow}
          >
            <span ref={picture} class="picture-frame">
              <img
                src={photo.url}
                alt={t(`evidence-${file.kind}`)}
                width={photo.width}
                height={photo.height}
              />
              {found.marks && <MarkLayer marks={found.marks} />}
            </span>
          </button>
          <MarkBar
            marks={found.marks}
            shown={found.shown}
            busy={found.busy}
            error={found.error}
            onToggle={found.toggle}
          />
          <OriginList
            origin={[
              ['size', `${photo.width} × ${photo.height}`],
              ['type', file.media_type],
              ...photo.origin,
            ]}
          />
        </>
      )}
    </section>
  );
}

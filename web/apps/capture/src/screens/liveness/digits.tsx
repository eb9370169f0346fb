import { Button, ScreenHeading, Status, useLanguage, useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../../parts/failure-notice';
import { useTitle } from '../../parts/use-title';
import type { Failure } from '../../session/use-action';

/** Written below the digits where they are to be said in English on a page in another language. */
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** All digits, always; `current` is the one to say now (−1: none yet). */
interface DigitsProps {
  digits: string;
  /** In which they are to be said (BCP 47); `null`: they are shown with the hands. */
  language: string | null;
  current?: number | null;
}

export function Digits({ digits, language, current = null }: DigitsProps) {
  const t = useText();
  const { tag } = useLanguage();
  const foreign = language === 'en' && tag !== 'en';
  const look = (index: number) =>
    current === null ? '' : index === current ? 'now' : index < current ? 'said' : 'next';
  return (
    <p class="digits">
      <span class="visually-hidden">{t('digits-label', { digits: [...digits].join(' ') })}</span>
      {[...digits].map((digit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place, and may occur twice
        <span key={index} class={`digit ${look(index)}`} aria-hidden="true">
          {digit}
          {foreign && <small lang="en">{ENGLISH[Number(digit)]}</small>}
        </span>
      ))}
    </p>
  );
}

interface Props {
  digits: string;
  language: string;
  renewed: boolean;
  /** The digits are shown with the hands instead of spoken. */
  signed: boolean;
  busy: boolean;
  failure: Failure | null;
  /** Asks for digits to be said in English, which is heard best. */
  onEnglish: () => void;
  onOpen: () => void;
}

export function DigitsScreen({ digits, language, renewed, signed, busy, failure, onEnglish, onOpen }: Props) {
  const t = useText();
  const { tag } = useLanguage();
  const nameOf = (spoken: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(spoken) ?? spoken;
  useTitle(t('digits-title'));
  return (
    <>
      <ScreenHeading lead={t('digits-lead')}>{t('digits-title')}</ScreenHeading>
      <Status>{renewed ? t('digits-renewed') : ''}</Status>
      <Digits digits={digits} language={signed ? null : language} />
      {!signed && <p class="hint digits-language">{t('digits-language', { language: nameOf(language) })}</p>}
      <ReadAloud digits={digits} />
      {!signed && language !== 'en' && (
        <Button look="quiet" busy={busy} onClick={onEnglish}>
          {t('digits-english')}
        </Button>
      )}
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button icon="camera" onClick={onOpen}>
          {t('digits-open')}
        </Button>
      </div>
    </>
  );
}

/** Speaks the digits with a voice of this device. A voice that another machine makes is never used: it would hear the digits. */
function ReadAloud({ digits }: { digits: string }) {
  const t = useText();
  const { tag } = useLanguage();
  const voice = useLocalVoice(tag);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!voice) return null;
  const speak = () => {
    const words = new SpeechSynthesisUtterance([...digits].join(', '));
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.8;
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  };
  return (
    <Button look="quiet" icon="play" onClick={speak}>
      {t('digits-aloud')}
    </Button>
  );
}

function useLocalVoice(tag: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const voices = globalThis.speechSynthesis;
    if (!voices) return;
    const base = tag.split('-')[0] ?? tag;
    const find = () =>
      setVoice(
        voices.getVoices().find(({ localService, lang }) => localService && lang.startsWith(base)) ?? null,
      );
    find();
    voices.addEventListener?.('voiceschanged', find);
    return () => voices.removeEventListener?.('voiceschanged', find);
  }, [tag]);
  return voice;
}

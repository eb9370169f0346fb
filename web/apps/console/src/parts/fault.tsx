import { useText } from '@countersign/ui';
import { DeskError } from '../api';

const KNOWN = [
  'network',
  'forbidden',
  'not_found',
  'case_held',
  'state_conflict',
  'bad_request',
  'unavailable',
  'sign_in_refused',
  'too_many_tries',
  'passkey',
];

/** What went wrong, in words, announced. */
export function Fault({ error }: { error: unknown }) {
  const t = useText();
  if (!error) return null;
  const code = error instanceof DeskError && KNOWN.includes(error.code) ? error.code : 'internal';
  const detail = error instanceof DeskError ? error.detail : '';
  return (
    <p class="fault" role="alert">
      {t(`fault-${code}`, { detail })}
    </p>
  );
}

import { Icon, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { HandoffDialog } from './handoff/dialog';
import { keepFollow } from './passage';
import { PartTexts } from './texts';
import './tools.css';

interface ToolsProps {
  link: { id: string; token: string };
  /** Whether the session still takes something. */
  open: boolean;
}

/** A device that points and has room: the photos and the video are easier with a phone. */
const isDesktop = () => matchMedia('(hover: hover) and (pointer: fine) and (min-width: 48rem)').matches;

/** What stands below every screen of a session: the way to another device. */
export function SessionTools({ link, open }: ToolsProps) {
  const [passing, setPassing] = useState(false);
  const [desktop] = useState(isDesktop);
  if (!open || !desktop) return null;
  return (
    <div class="session-tools">
      <PartTexts part="handoff">
        <PassButton onClick={() => setPassing(true)} />
      </PartTexts>
      {passing && (
        <HandoffDialog
          link={link}
          onClose={() => setPassing(false)}
          onPassed={(secret) => {
            keepFollow(link.id, secret);
            location.reload();
          }}
        />
      )}
    </div>
  );
}

function PassButton({ onClick }: { onClick: () => void }) {
  const t = useText();
  return (
    <button type="button" class="session-tool" onClick={onClick}>
      <Icon name="camera" size={18} />
      {t('handoff-open')}
    </button>
  );
}

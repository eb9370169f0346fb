import { Icon, type IconName, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { HandoffDialog } from './handoff/dialog';
import { HelpDialog } from './help/dialog';
import { keepFollow } from './passage';
import { PartTexts } from './texts';
import './tools.css';

interface ToolsProps {
  link: { id: string; token: string };
  /** Whether the session still takes something. */
  open: boolean;
  /** The step on the screen. */
  step?: string;
  /** Codes of the reasons that the screen tells. */
  reasons: string[];
}

/** A device that points and has room: the photos and the video are easier with a phone. */
const isDesktop = () => matchMedia('(hover: hover) and (pointer: fine) and (min-width: 48rem)').matches;
/** Reasons of a comparison that went against the person. */
const FACE = ['face_differs', 'portrait_unclear', 'portrait_not_found', 'portrait_too_small'];

/** What stands below every screen of a session: the way to another device, and to people. */
export function SessionTools({ link, open, step, reasons }: ToolsProps) {
  const [shown, setShown] = useState<'handoff' | 'help' | 'face' | null>(null);
  const [desktop] = useState(isDesktop);
  const face = reasons.find((code) => FACE.includes(code));
  const passed = (secret: string) => {
    keepFollow(link.id, secret);
    location.reload();
  };
  const reason = face ?? reasons[0];
  return (
    <div class="session-tools">
      {open && desktop && (
        <PartTexts part="handoff">
          <Tool icon="camera" text="handoff-open" onClick={() => setShown('handoff')} />
        </PartTexts>
      )}
      <PartTexts part="help">
        {face && <Tool icon="person" text="help-open-face" onClick={() => setShown('face')} />}
        <Tool icon="info" text="help-open" onClick={() => setShown('help')} />
      </PartTexts>
      {shown === 'handoff' && <HandoffDialog link={link} onClose={() => setShown(null)} onPassed={passed} />}
      {(shown === 'help' || shown === 'face') && (
        <HelpDialog
          link={link}
          {...(step ? { step } : {})}
          {...(reason ? { reason } : {})}
          face={shown === 'face'}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

function Tool({ icon, text, onClick }: { icon: IconName; text: string; onClick: () => void }) {
  const t = useText();
  return (
    <button type="button" class="session-tool" onClick={onClick}>
      <Icon name={icon} size={18} />
      {t(text)}
    </button>
  );
}

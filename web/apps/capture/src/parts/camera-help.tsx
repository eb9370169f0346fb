import {
  APP_NAMES,
  BROWSER_NAMES,
  type Device,
  guidanceFor,
  homeBrowser,
  leaveAppSteps,
  OS_NAMES,
  thisDevice,
} from '@countersign/capture-sdk';
import { Button, Notice, Status, type Translate, useText } from '@countersign/ui';
import { useMemo, useState } from 'preact/hooks';
import { useSessionHandle } from '../session/use-session';
import type { CameraProblem } from './use-camera';

interface Props {
  problem: CameraProblem;
  /** Whether a file may be sent instead. */
  alternative: boolean;
}

/** What went wrong and, step by step, the way out on this very device and browser. */
export function CameraHelp({ problem, alternative }: Props) {
  const t = useText();
  const device = useMemo(thisDevice, []);
  const inApp = device.inApp && problem.fault !== 'busy' && problem.fault !== 'lost';
  const words = useHelpWords(device, problem.equipment);
  const named = inApp ? 'inapp' : problem.fault;
  return (
    <Notice look="problem" title={t(`camera-${named}-title`, words)}>
      <p>{t(`camera-${named}`, words)}</p>
      <ol class="help-steps">
        {guidanceFor(problem.fault, device).map((step) => (
          <li key={step}>{t(step, words)}</li>
        ))}
      </ol>
      {inApp && <CopyLink />}
      {device.browser !== 'other' && !inApp && <p class="hint">{t('help-for', words)}</p>}
      {alternative && problem.fault !== 'no-device' && <p>{t('camera-alternative')}</p>}
    </Notice>
  );
}

/** Said before anything fails: inside another app the camera often stays closed. */
export function InAppNotice() {
  const t = useText();
  const device = useMemo(thisDevice, []);
  const words = useHelpWords(device, 'both');
  if (!device.inApp) return null;
  return (
    <Notice look="info" title={t('inapp-title', words)}>
      <p>{t('inapp-text', words)}</p>
      <ol class="help-steps">
        {leaveAppSteps(device.inApp).map((step) => (
          <li key={step}>{t(step, words)}</li>
        ))}
      </ol>
      <CopyLink />
    </Notice>
  );
}

const useHelpWords = (device: Device, equipment: CameraProblem['equipment']) =>
  helpWords(useText(), device, equipment);

/** What the texts of advice are put together with on a device. */
export function helpWords(t: Translate, device: Device, equipment: CameraProblem['equipment']) {
  const home = BROWSER_NAMES[homeBrowser(device.os)];
  return {
    device: t(`device-${equipment}`),
    browser: BROWSER_NAMES[device.browser] || t('help-this-browser'),
    os: OS_NAMES[device.os],
    app: (device.inApp && APP_NAMES[device.inApp]) || t('help-this-app'),
    home,
  };
}

/** The person's own link, token and all, to be opened in another browser. It is given out only when they ask. */
function CopyLink() {
  const t = useText();
  const { link } = useSessionHandle();
  const [copied, setCopied] = useState<'no' | 'yes' | 'shown'>('no');
  const address = `${location.origin}/verify/${link.id}#${link.token}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('yes');
    } catch {
      setCopied('shown');
    }
  };
  return (
    <div class="copy-link">
      <Button look="secondary" icon="link" onClick={copy}>
        {copied === 'yes' ? t('link-copied') : t('link-copy')}
      </Button>
      {copied === 'shown' && <input readOnly aria-label={t('link-yours')} value={address} />}
      <Status>{copied === 'yes' ? t('link-copied') : ''}</Status>
    </div>
  );
}

import type { Reason } from '@countersign/api-client';
import { Notice, useText } from '@countersign/ui';
import type { Failure } from '../session/use-action';

/** Why the last attempt failed. What the server says is shown as it says it. */
export function FailureNotice({ failure }: { failure: Failure | null }) {
  const t = useText();
  if (!failure) return null;
  if (failure.kind === 'refused') {
    const { reasons = [], title, detail } = failure.problem;
    if (reasons.length > 0) return <ReasonNotices reasons={reasons} announce />;
    return (
      <Notice look="problem" title={title}>
        {detail && <p>{detail}</p>}
      </Notice>
    );
  }
  return (
    <Notice look="problem" title={t(`${failure.kind}-title`)}>
      <p>{t(`${failure.kind}-text`)}</p>
    </Notice>
  );
}

interface ReasonsProps {
  reasons: Reason[];
  announce?: boolean;
  level?: 2 | 3;
}

export function ReasonNotices({ reasons, announce = false, level = 2 }: ReasonsProps) {
  return (
    <>
      {reasons.map((reason) => (
        <Notice key={reason.code} look="problem" title={reason.title} announce={announce} level={level}>
          <p>{reason.text}</p>
        </Notice>
      ))}
    </>
  );
}

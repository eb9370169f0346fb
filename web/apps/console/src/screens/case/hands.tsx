import { useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';
import { type Case, get, type Me, type Named, post } from '../../api';
import { Fault } from '../../parts/fault';
import { Urgency } from '../../parts/urgency';

interface Colleague extends Named {
  may_decide: boolean;
}

interface HandsProps {
  found: Case;
  me: Me;
  onChanged: () => void;
}

/** Whose case it is, and whether it comes first. */
export function Hands({ found, me, onChanged }: HandsProps) {
  const t = useText();
  const [colleagues, setColleagues] = useState<Colleague[]>([]);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    get<Colleague[]>('/people')
      .then((all) => setColleagues(all.filter((one) => one.may_decide)))
      .catch(setError);
  }, []);
  const assign = async (person: string) => {
    setError(null);
    try {
      await post(`/cases/${found.id}/assign`, person ? { person } : {});
      onChanged();
    } catch (failure) {
      setError(failure);
    }
  };
  // Whoever has it now stands in the list, also when they have left meanwhile.
  const known = found.assignee && !colleagues.some((one) => one.id === found.assignee?.id);
  const listed = known && found.assignee ? [...colleagues, found.assignee] : colleagues;
  return (
    <section class="panel hands" aria-label={t('hands-title')}>
      {me.may_decide && (
        <label class="choice-line">
          {t('hands-assign')}
          <select value={found.assignee?.id ?? ''} onChange={(event) => assign(event.currentTarget.value)}>
            <option value="">{t('hands-anyone')}</option>
            {listed.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id === me.id ? t('hands-me', { name: one.name }) : one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Urgency path={`/cases/${found.id}`} urgent={found.urgent} onChanged={onChanged} />
      <Fault error={error} />
    </section>
  );
}

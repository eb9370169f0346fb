import { get, type Me, post, type Queue } from '../../api';
import { go } from '../../route';

/** Lets go of this case and opens the next one that nobody else has in hand; the queue when there is none. */
export async function nextCase(id: string, me: Me): Promise<void> {
  await post(`/cases/${id}/leave`).catch(() => undefined);
  const queue = await get<Queue>('/queue').catch(() => null);
  const at = queue?.cases.findIndex((entry) => entry.id === id) ?? -1;
  const order = queue ? [...queue.cases.slice(at + 1), ...queue.cases.slice(0, Math.max(0, at))] : [];
  const next = order.find((entry) => entry.id !== id && (!entry.holder || entry.holder.id === me.id));
  go(next ? `/desk/cases/${next.id}` : '/desk');
}

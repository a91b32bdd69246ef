import type { Transaction } from '@samenbeeld/money';

const week = 7 * 86_400_000;

/** Fan-in by plain TypeScript on objects in memory: the same definition as `findFans`, written apart from it. */
export function peerFanIn(payments: readonly Transaction[]): ReadonlySet<string> {
  const used = payments.filter(
    ({ sender, receiver, cents }) =>
      sender !== null && receiver !== null && sender !== receiver && cents >= 50_000,
  );
  const times = used.map(({ at }) => Date.parse(at));
  const payers = new Map<string, Set<string>>();
  for (const { sender, receiver } of payments) {
    if (sender === null || receiver === null || sender === receiver) continue;
    const set = payers.get(receiver);
    if (set) set.add(sender);
    else payers.set(receiver, new Set([sender]));
  }
  const ends = new Map<string, [number, number]>();
  const everyPair = payments.map(({ sender, receiver }) => `${sender} ${receiver}`);
  for (const [at, { cents }] of payments.entries()) {
    if (cents < 50_000) continue;
    const time = Date.parse((payments[at] as Transaction).at);
    const end = ends.get(everyPair[at] as string);
    if (end) end[1] = time;
    else ends.set(everyPair[at] as string, [time, time]);
  }
  const byAccount = new Map<string, number[]>();
  for (const [at, { sender, receiver }] of used.entries()) {
    const [first, last] = ends.get(`${sender} ${receiver}`) as [number, number];
    const count = payers.get(receiver as string)?.size ?? 0;
    if (last - first > week || count > 200) continue;
    const list = byAccount.get(receiver as string);
    if (list) list.push(at);
    else byAccount.set(receiver as string, [at]);
  }
  const found = new Set<string>();
  for (const [account, list] of byAccount) {
    const open = new Map<string, number>();
    let start = 0;
    for (const at of list) {
      const sender = used[at]?.sender as string;
      open.set(sender, (open.get(sender) ?? 0) + 1);
      while ((times[list[start] as number] as number) < (times[at] as number) - week) {
        const gone = used[list[start] as number]?.sender as string;
        const left = (open.get(gone) as number) - 1;
        if (left === 0) open.delete(gone);
        else open.set(gone, left);
        start += 1;
      }
      if (open.size >= 5) {
        found.add(account);
        break;
      }
    }
  }
  return found;
}

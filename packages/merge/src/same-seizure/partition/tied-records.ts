import { type LinkedRecord, type RecordPair, recordsOf } from './record-pair.ts';

/** Records with every pair among them. */
export interface TiedRecords {
  /** In the order of their ids. */
  readonly records: readonly LinkedRecord[];
  readonly pairs: readonly RecordPair[];
}

const byId = (a: LinkedRecord, b: LinkedRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function isTie({ odds, decided }: RecordPair): boolean {
  // What a person called different still ties: it says something about the others that are tied to both.
  return decided === 'same' || odds > 0;
}

/**
 * Records sorted into components: two are in one where a chain of pairs that may be the same leads from one to the
 * other. A record without such a pair is a component of its own. Pairs of which a record is not among those given are
 * left out.
 */
export function tiedRecords(
  records: readonly LinkedRecord[],
  pairs: readonly RecordPair[],
): readonly TiedRecords[] {
  const parent = new Map(records.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    parent.set(id, at);
    return at;
  };
  const sides = ({ a, b }: RecordPair): readonly string[] => [...recordsOf(a), ...recordsOf(b)];
  const known = pairs.filter((pair) => sides(pair).every((id) => parent.has(id)));
  for (const pair of known) {
    if (!isTie(pair)) continue;
    const [first, ...rest] = sides(pair).map(root);
    for (const other of rest) if (first !== undefined) parent.set(root(other), root(first));
  }
  const found = new Map<string, { records: LinkedRecord[]; pairs: RecordPair[] }>();
  for (const record of [...records].sort(byId)) {
    const tied = found.get(root(record.id));
    if (tied) tied.records.push(record);
    else found.set(root(record.id), { records: [record], pairs: [] });
  }
  for (const pair of known) {
    const roots = new Set(sides(pair).map(root));
    const [only] = roots;
    if (roots.size === 1 && only !== undefined) found.get(only)?.pairs.push(pair);
  }
  return [...found.values()];
}

import type { Stake } from '@samenbeeld/schema';
import { candidateFrom } from '../partition/credible.ts';
import { type Component, type RecordPair, recordsOf } from '../partition/record-pair.ts';
import { type CountedComponent, meansByPartition } from './component-total.ts';
import type { InCell } from './counted-find.ts';

/** A pair as stakes need it: with the key under which a person decides it. */
export type StakedPair = Pick<RecordPair, 'a' | 'b'> & { readonly key: string };

/** Pairs that are listed: more are not worth a person's time. */
const mostPairs = 20;

interface Open {
  readonly key: string;
  readonly component: number;
  /** For each partition of the component, whether it joins the pair. */
  readonly joins: Uint8Array;
}

/** Partitions sorted into classes by the pairs that are decided. */
interface Classes {
  readonly of: Int32Array;
  readonly count: number;
}

/** Variance of the mean once it is known in which class the partition is, and besides whether it joins one pair more. */
function explained(
  probabilities: Float64Array,
  means: Float64Array,
  { of, count }: Classes,
  joins?: Uint8Array,
): number {
  const [p, sums] = [new Float64Array(2 * count), new Float64Array(2 * count)];
  let mean = 0;
  for (let at = 0; at < probabilities.length; at += 1) {
    const probability = probabilities[at] ?? 0;
    const slot = 2 * (of[at] ?? 0) + (joins?.[at] ?? 0);
    const part = probability * (means[at] ?? 0);
    p[slot] = (p[slot] ?? 0) + probability;
    sums[slot] = (sums[slot] ?? 0) + part;
    mean += part;
  }
  return p.reduce(
    (sum, share, slot) => (share > 0 ? sum + share * ((sums[slot] ?? 0) / share - mean) ** 2 : sum),
    0,
  );
}

const none = new Float64Array();

/** For each partition of a component, whether it has a seizure that holds some records. */
function joinsIn({ partitions }: Component): (ids: readonly string[]) => Uint8Array {
  const holding = new Map<string, Set<readonly string[]>>();
  const madeIn = new Map<readonly string[], number[]>();
  for (const [at, { groups }] of partitions.entries())
    for (const group of groups) {
      const places = madeIn.get(group);
      if (places) places.push(at);
      else {
        madeIn.set(group, [at]);
        for (const id of group) holding.set(id, (holding.get(id) ?? new Set()).add(group));
      }
    }
  return (ids) => {
    const joins = new Uint8Array(partitions.length);
    for (const group of holding.get(ids[0] ?? '') ?? [])
      if (ids.every((id) => group.includes(id)))
        for (const at of madeIn.get(group) ?? []) joins[at] = 1;
    return joins;
  };
}

/** Classes parted further by one pair, empty ones left out. */
function refine({ of }: Classes, joins: Uint8Array): Classes {
  const places = new Map<number, number>();
  const next = of.map((one, at) => {
    const slot = 2 * one + (joins[at] ?? 0);
    const place = places.get(slot) ?? places.size;
    places.set(slot, place);
    return place;
  });
  return { of: next, count: places.size };
}

/**
 * What deciding each pair is worth: the variance of the total that goes away once it is known whether the two are one
 * seizure, by the law of total variance (joint total, rule 12). Pairs come in the order in which it pays to decide them:
 * each next one removes most of what those before it leave. `together` is the share that it and those before it remove.
 * A pair that is as good as certain, either way, is at no stake. One that gives a find its only weight is listed too,
 * last: it closes the upper end and removes no variance.
 */
export function stakesOf(
  components: readonly CountedComponent[],
  pairs: readonly StakedPair[],
  inCell: InCell,
  variance: number,
): readonly Stake[] {
  const touched = components.map(({ distinct }) => distinct.some(inCell));
  const of = components.map(({ component }, at) =>
    Float64Array.from(touched[at] ? component.partitions : [], (one) => one.probability),
  );
  const means = components.map((counted, at) =>
    Float64Array.from(touched[at] ? meansByPartition(counted, inCell) : []),
  );
  const classes = components.map(
    ({ component }): Classes => ({ of: new Int32Array(component.partitions.length), count: 1 }),
  );
  const place = new Map(
    components.flatMap(({ component }, at) => component.records.map((id) => [id, at] as const)),
  );
  const joining = components.map(({ component }, at) => (touched[at] ? joinsIn(component) : null));
  const open = pairs.flatMap(({ key, a, b }): readonly Open[] => {
    const ids = [...recordsOf(a), ...recordsOf(b)];
    const component = place.get(ids[0] ?? '');
    const partitions = component === undefined ? [] : components[component]?.component.partitions;
    if (component === undefined || !partitions || partitions.length < 2) return [];
    if (!touched[component]) return [];
    const joins = joining[component]?.(ids) ?? new Uint8Array(partitions.length);
    const same = joins.reduce((sum, is, at) => sum + is * (partitions[at]?.probability ?? 0), 0);
    const isOpen = same >= candidateFrom && same <= 1 - candidateFrom;
    return isOpen ? [{ key, component, joins }] : [];
  });
  const told = (component: number, joins?: Uint8Array): number => {
    const [p, m] = [of[component] ?? none, means[component] ?? none];
    return explained(p, m, classes[component] ?? { of: new Int32Array(p.length), count: 1 }, joins);
  };
  /** What the pairs that are decided explain of each component, until one more is. */
  const explains = new Map<number, number>();
  const gain = ({ component, joins }: Open): number => {
    const before = explains.get(component) ?? told(component);
    explains.set(component, before);
    return told(component, joins) - before;
  };
  /** Whether knowing the pair makes it likelier that every find has a weight. */
  const closes = ({ component, joins }: Open): boolean => {
    const counted = components[component];
    const lacks = new Set(
      counted?.distinct.filter((find) => inCell(find) && find.weight.high === null),
    );
    if (lacks.size === 0) return false;
    const lacking = (counted?.finds ?? []).map((finds) => finds.some((find) => lacks.has(find)));
    const chance = (is: 0 | 1): number => {
      let [all, open] = [0, 0];
      for (const [at, join] of joins.entries()) {
        if (join !== is) continue;
        all += of[component]?.[at] ?? 0;
        if (lacking[at]) open += of[component]?.[at] ?? 0;
      }
      return all > 0 ? open / all : 0;
    };
    return Math.abs(chance(1) - chance(0)) > 0.5;
  };
  const alone = new Map(open.map((one) => [one.key, gain(one)]));
  const stakes: Stake[] = [];
  let removed = 0;
  let rest = open.map((one) => ({ one, worth: alone.get(one.key) ?? 0 }));
  while (rest.length > 0 && stakes.length < mostPairs) {
    const [best] = rest.sort((x, y) => y.worth - x.worth || (x.one.key < y.one.key ? -1 : 1));
    if (!best || best.worth <= Math.max(0, 1e-6 * variance)) break;
    removed += best.worth;
    const parted = classes[best.one.component];
    if (parted) classes[best.one.component] = refine(parted, best.one.joins);
    explains.delete(best.one.component);
    const own = alone.get(best.one.key) ?? 0;
    stakes.push({
      pair: best.one.key,
      variance: own,
      share: Math.min(1, own / variance),
      together: Math.min(1, removed / variance),
      closes: closes(best.one),
    });
    rest = rest
      .filter(({ one }) => one !== best.one)
      .map(({ one, worth }) =>
        one.component === best.one.component ? { one, worth: gain(one) } : { one, worth },
      );
  }
  const listed = new Set(stakes.map(({ pair }) => pair));
  const closing = open.filter((one) => !listed.has(one.key) && closes(one));
  return [
    ...stakes,
    ...closing
      .sort((x, y) => (x.key < y.key ? -1 : 1))
      .slice(0, mostPairs - stakes.length)
      .map(
        ({ key }): Stake => ({
          pair: key,
          variance: 0,
          share: 0,
          together: variance > 0 ? Math.min(1, removed / variance) : 0,
          closes: true,
        }),
      ),
  ];
}

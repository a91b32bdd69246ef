import type { ExplainedPair } from '@samenbeeld/linkage';
import { type Decision, inFour, RefusalError, type Seizure, type Text } from '@samenbeeld/schema';
import { candidateFrom, sameFrom } from './partition/credible.ts';
import { partitionComponent } from './partition/partition-component.ts';
import { type Component, type RecordPair, recordsOf } from './partition/record-pair.ts';
import { tiedRecords } from './partition/tied-records.ts';

/** What to do about records that repeat one another. */
export const repetitionRemedy: Text = inFour(
  'Kijk of een bestand zijn rijen herhaalt, of aan alle één dag, plaats of gewicht geeft (een standaarddatum, "onbekend"); geef ze zoals ze zijn, of bouw een beeld van een kortere tijd.',
  'Vérifiez si un fichier répète ses lignes, ou donne à toutes un seul jour, lieu ou poids (une date par défaut, « inconnu ») ; donnez-les telles quelles, ou construisez un tableau sur un temps plus court.',
  'Prüfen Sie, ob eine Datei ihre Zeilen wiederholt oder allen einen Tag, einen Ort oder ein Gewicht gibt (ein Standarddatum, „unbekannt“); geben Sie sie, wie sie sind, oder bauen Sie ein Lagebild über kürzere Zeit.',
  'Look whether a file repeats its rows, or gives one day, place or weight to all of them (a default date, "unknown"); give them as they are, or build a picture for a shorter time.',
);

/** Probability from which a pair counts as one seizure whose weights contradict each other, or are not equal while no day says anything. */
export const sameUnexplainedFrom = 0.99;

/** A pair as partitions take it, with what comparing gave. */
export interface ScoredPair extends RecordPair {
  readonly key: string;
  readonly weight: number;
  readonly prior: number;
  readonly decision: string | null;
}

/** Sides in order, and what a person said. */
export function scoredPair(
  sides: readonly [string, string],
  { weight, prior: before }: Pick<ExplainedPair, 'weight' | 'prior'>,
  decisions: ReadonlyMap<string, Decision>,
): ScoredPair {
  const [a, b] = [...sides].sort() as [string, string];
  const key = `same ${a} ${b}`;
  const decision = decisions.get(key);
  const decided =
    decision?.verdict === 'same' || decision?.verdict === 'different' ? decision.verdict : null;
  return {
    key,
    a,
    b,
    odds: 2 ** weight,
    weight,
    prior: before,
    decided,
    decision: decided && decision ? decision.id : null,
  };
}

/** Pairs that a person decided although blocking does not bring them together: nothing else is known of them. */
export function decidedOnly(
  seizures: readonly Seizure[],
  compared: readonly ScoredPair[],
  decisions: ReadonlyMap<string, Decision>,
): readonly ScoredPair[] {
  const ids = new Set(seizures.map(({ id }) => id));
  const known = new Set(compared.map(({ key }) => key));
  return [...decisions.values()].flatMap(({ kind, subject }): readonly ScoredPair[] => {
    const [verb, a, b, ...more] = subject.split(' ');
    if (kind !== 'same-seizure' || verb !== 'same' || !a || !b || more.length > 0) return [];
    if (known.has(subject) || ![...recordsOf(a), ...recordsOf(b)].every((id) => ids.has(id)))
      return [];
    const pair = scoredPair([a, b], { weight: 0, prior: 0 }, decisions);
    return pair.key === subject && pair.decided ? [pair] : [];
  });
}

/** A pair with its probability, everything that is tied to it weighed. */
export interface WeighedPair<P extends ScoredPair = ScoredPair> {
  readonly pair: P;
  readonly probability: number;
  /** Whether the probability can be relied on; where it cannot, nothing is held to be the same. */
  readonly settled: boolean;
}

/** How likely each seizure of a component is. */
function likelihoods({ partitions }: Component): ReadonlyMap<readonly string[], number> {
  const found = new Map<readonly string[], number>();
  for (const { groups, probability } of partitions)
    for (const group of groups) found.set(group, (found.get(group) ?? 0) + probability);
  return found;
}

/** Probability that the sides of a pair, as they stand, are one seizure: no further batch of their files with them. */
function unitedIn(
  seizures: ReadonlyMap<readonly string[], number>,
  { a, b, decided }: RecordPair,
  source: ReadonlyMap<string, string>,
): number {
  const isWhole = (side: string, group: readonly string[]): boolean => {
    const ids = recordsOf(side);
    const file = source.get(ids[0] ?? '');
    const own = group.filter((id) => source.get(id) === file);
    // What a person called the same is so, also as one of several batches.
    return (decided === 'same' || own.length === ids.length) && ids.every((id) => own.includes(id));
  };
  return [...seizures]
    .filter(([group]) => isWhole(a, group) && isWhole(b, group))
    .reduce((sum, [, probability]) => sum + probability, 0);
}

/** From so many pairs on, and so many a record, weighing every way to part them takes hours and tells nothing. */
const many = { pairs: 1000, perRecord: 10 };

function refuseRepetition(
  records: readonly { readonly id: string }[],
  pairs: readonly RecordPair[],
): void {
  if (pairs.length <= many.pairs || pairs.length <= many.perRecord * records.length) return;
  const [first, second] = records;
  throw new RefusalError(
    inFour(
      '{n} records van verschillende bestanden lijken zo op elkaar ({first}, {second}, …) dat elk elk van de andere kan zijn: {pairs} paren die aan elkaar vastzitten.',
      '{n} enregistrements de fichiers différents se ressemblent tant ({first}, {second}, …) que chacun pourrait être n’importe quel autre : {pairs} paires liées entre elles.',
      '{n} Datensätze verschiedener Dateien sind einander so ähnlich ({first}, {second}, …), dass jeder jeder der anderen sein könnte: {pairs} miteinander verbundene Paare.',
      '{n} records of different files are so alike ({first}, {second}, …) that each could be any of the others: {pairs} pairs tied to one another.',
      { n: records.length, first: first?.id ?? '', second: second?.id ?? '', pairs: pairs.length },
    ),
    { dimension: 'records', remedy: repetitionRemedy },
  );
}

/** Pairs with their probabilities: candidates, pairs decided, and what else lies between records so tied. */
export function weighPairs<P extends ScoredPair>(
  seizures: readonly Seizure[],
  pairs: readonly P[],
  seed: number,
): readonly WeighedPair<P>[] {
  const isCandidate = ({ odds, decided }: ScoredPair): boolean =>
    decided !== null || odds / (1 + odds) >= candidateFrom;
  const tied = tiedRecords(seizures, pairs.filter(isCandidate));
  const componentOf = new Map(
    tied.flatMap(({ records }, at) => records.map(({ id }) => [id, at] as const)),
  );
  const sides = ({ a, b }: ScoredPair): readonly string[] => [...recordsOf(a), ...recordsOf(b)];
  const source = new Map(seizures.map((seizure) => [seizure.id, seizure.source]));
  const within = new Map<number, P[]>();
  const across: WeighedPair<P>[] = [];
  for (const pair of pairs) {
    const [only, ...others] = new Set(sides(pair).map((id) => componentOf.get(id)));
    if (only !== undefined && others.length === 0) {
      const inside = within.get(only);
      if (inside) inside.push(pair);
      else within.set(only, [pair]);
    } else if (pair.decided) across.push({ pair, probability: 0, settled: true });
  }
  const inside = [...within].flatMap(([at, some]): readonly WeighedPair<P>[] => {
    const records = tied[at]?.records ?? [];
    refuseRepetition(records, some);
    const component = partitionComponent({ records, pairs: some }, { seed });
    const { settled } = component;
    const likely = likelihoods(component);
    return some.map((pair) => ({ pair, probability: unitedIn(likely, pair, source), settled }));
  });
  return [...inside, ...across];
}

/**
 * What is held of a pair. Weights that nothing explains, and no container that is the same, must be surer to count as one.
 *
 * @param levelOf the level of a comparison
 */
export function verdictOf(
  { pair, probability, settled }: WeighedPair,
  levelOf: (comparison: string) => string | undefined,
): 'same' | 'candidate' | 'different' {
  if (pair.decided) return pair.decided;
  const isDated = levelOf('date') !== 'null';
  const isUnexplained =
    levelOf('container') !== 'equal' &&
    (levelOf('quantity') === 'else' || (!isDated && levelOf('quantity') !== 'equal'));
  if (settled && probability >= (isUnexplained ? sameUnexplainedFrom : sameFrom)) return 'same';
  return probability >= candidateFrom ? 'candidate' : 'different';
}

/** A probability as a report states it: to six digits. */
export function statedProbability({ probability }: WeighedPair): number {
  return Math.round(probability * 1e6) / 1e6;
}

import {
  type Closure,
  closeJudgements,
  type Implied,
  pairName,
  type SettledPair,
  settleJudgements,
} from '@samenbeeld/linkage';
import {
  type Decision,
  type Definition,
  inEach,
  inSigns,
  joinWith,
  ownValue,
  type Seizure,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { findBatches } from '../same-seizure/find-batches.ts';
import { recordsOf } from '../same-seizure/partition/record-pair.ts';
import { say, sayInFour } from '../words.ts';
import { pairSubject, parsePairSubject } from './pair-subject.ts';
import { replayDecisions, sideRef } from './replay-decisions.ts';
import type { JudgedPair, JudgementConflict, SeizureJudgements } from './seizure-judgement.ts';

/** A pair of records by name, and what is said of it. */
interface NamedLink {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'same' | 'different';
}

const link: Readonly<Record<NamedLink['verdict'], Text>> = {
  same: inSigns('{a} = {b}'),
  different: inSigns('{a} ≠ {b}'),
};

function linksText(links: readonly NamedLink[]): Text {
  return joinWith(
    links.map(({ a, b, verdict }) => say(link[verdict], { a, b })),
    ', ',
  );
}

const idsOf = (decisions: readonly Decision[]): string =>
  [...new Set(decisions.map(({ id }) => id))].join(', ');

/** A chain of "the same" that meets a "different". */
function chainText(links: readonly NamedLink[], decisions: readonly Decision[]): Text {
  return sayInFour(
    'Dit gaat niet samen: {links} (beslissingen {ids}). Geen ervan die "dezelfde" zegt wordt gevolgd, tot iemand er een vervangt.',
    'Incompatible : {links} (décisions {ids}). Aucune de celles qui disent « la même » n’est suivie, tant que personne n’en remplace une.',
    'Dies passt nicht zusammen: {links} (Entscheidungen {ids}). Keiner, die „derselbe“ sagt, wird gefolgt, bis jemand eine ersetzt.',
    'These cannot all hold: {links} (decisions {ids}). None of them that says "same" is followed, until someone supersedes one.',
    { links: linksText(links), ids: idsOf(decisions) },
  );
}

/** A chain of "the same" that makes one find of two rows of a file. */
function oneFileText(
  links: readonly NamedLink[],
  rows: readonly [string, string],
  decisions: readonly Decision[],
): Text {
  return sayInFour(
    'Eén vangst zou het worden van {a} en {b}, twee rijen van één bestand: {links} (beslissingen {ids}). Geen ervan wordt gevolgd, tot iemand er een vervangt.',
    'Une seule saisie serait faite de {a} et {b}, deux lignes d’un même fichier : {links} (décisions {ids}). Aucune n’est suivie, tant que personne n’en remplace une.',
    'Aus {a} und {b}, zwei Zeilen einer Datei, würde ein Fund: {links} (Entscheidungen {ids}). Keiner wird gefolgt, bis jemand eine ersetzt.',
    'One seizure would be made of {a} and {b}, two rows of one file: {links} (decisions {ids}). None of them is followed, until someone supersedes one.',
    { links: linksText(links), a: rows[0], b: rows[1], ids: idsOf(decisions) },
  );
}

/** What follows for a pair, from which decisions. */
function followsText(links: readonly NamedLink[], decisions: readonly Decision[]): Text {
  return sayInFour(
    'volgt uit {links} (beslissingen {ids})',
    'découle de {links} (décisions {ids})',
    'folgt aus {links} (Entscheidungen {ids})',
    'follows from {links} (decisions {ids})',
    { links: linksText(links), ids: idsOf(decisions) },
  );
}

/** The verdicts on two records, as a person gives them, and what else is decided in a word. */
const verdicts: Readonly<Record<string, Text>> = {
  same: { nl: 'dezelfde', fr: 'la même', de: 'derselbe', en: 'the same' },
  different: { nl: 'verschillend', fr: 'différentes', de: 'verschieden', en: 'different' },
  unsure: { nl: 'niet te zeggen', fr: 'indécidable', de: 'nicht zu sagen', en: 'cannot be told' },
  add: { nl: 'optellen', fr: 'additionner', de: 'zusammenzählen', en: 'add' },
  accept: { nl: 'aanvaarden', fr: 'accepter', de: 'annehmen', en: 'accept' },
  reopen: { nl: 'heropenen', fr: 'rouvrir', de: 'wieder öffnen', en: 'reopen' },
};

/**
 * A verdict as a reader is told it; one that holds words of a file, such as what a label means, as it stands.
 *
 * @param nameOf how a claim is called that is kept; by its id where nothing is said
 * @example
 * ```ts
 * import { verdictText } from '@samenbeeld/merge';
 * verdictText('keep 69522757bf2a0984', () => 'C086').fr // => 'retenir C086'
 * verdictText('accept until 2027-01-31').nl // => 'aanvaarden tot en met 31 januari 2027'
 * verdictText('exact COC').de // => 'exact COC'
 * ```
 */
export function verdictText(
  verdict: string,
  nameOf: (claim: string) => string | Text = (claim) => claim,
): Text {
  const { kept, day } =
    /^(?:keep (?<kept>.+)|accept until (?<day>\d{4}-\d\d-\d\d))$/u.exec(verdict)?.groups ?? {};
  if (kept !== undefined)
    return sayInFour(
      '{claim} aanhouden',
      'retenir {claim}',
      '{claim} beibehalten',
      'keep {claim}',
      { claim: nameOf(kept) },
    );
  if (day !== undefined)
    return sayInFour(
      'aanvaarden tot en met {day}',
      'accepter jusqu’au {day}',
      'annehmen bis {day}',
      'accept until {day}',
      { day: { date: day } },
    );
  return ownValue(verdicts, verdict) ?? inSigns('{verdict}', { verdict });
}

const sentences: Readonly<Record<SettledPair['because'] | 'contradicted', Text>> = {
  agreed: inSigns('{said}'),
  'said unsure': inSigns('{said}'),
  awaiting: {
    nl: '{said}; telt pas als {n} rollen hetzelfde zeggen',
    fr: '{said} ; ne compte que si {n} rôles disent de même',
    de: '{said}; zählt erst, wenn {n} Rollen dasselbe sagen',
    en: '{said}; counts once {n} roles say the same',
  },
  disagreed: {
    nl: '{said}; zij spreken elkaar tegen, dus het telt niet',
    fr: '{said} ; ils se contredisent, donc rien ne compte',
    de: '{said}; sie widersprechen sich, also zählt es nicht',
    en: '{said}; they contradict each other, so it does not count',
  },
  contradicted: {
    nl: '{said}; andere beslissingen spreken dit tegen, dus het telt niet',
    fr: '{said} ; d’autres décisions le contredisent, donc cela ne compte pas',
    de: '{said}; andere Entscheidungen widersprechen dem, also zählt es nicht',
    en: '{said}; other decisions contradict it, so it does not count',
  },
};

/** Who said what of a pair, and whether it counts. */
function judgedText(
  by: readonly Decision[],
  because: JudgedPair['because'],
  agreeing: number,
): Text {
  const said = joinWith(
    by.map(({ verdict, role, id }) => {
      const words = verdictText(verdict);
      return inEach((language) => `${words[language]} (${role}, ${id})`);
    }),
    semicolon,
  );
  return say(sentences[because], { said, n: agreeing });
}

/** Judged pairs that lead from one record to another, with what stands against it. */
interface BrokenChain {
  readonly kind: 'chain' | 'one file';
  readonly records: readonly [string, string];
  /** Pairs of the chain, and the one that parts its ends where there is one. */
  readonly pairs: readonly SettledPair[];
}

/** All that follows from judged pairs, batches taken apart into their rows. */
interface ClosedPairs {
  readonly broken: readonly BrokenChain[];
  /** Pairs judged the same that cannot be relied on. */
  readonly unreliable: ReadonlySet<SettledPair>;
  /** What follows for two sides, from pairs as they were judged; null where nothing does. */
  implied(a: string, b: string): Implied | null;
}

/** A judged pair of batches as pairs of rows: all rows of both sides are one find. */
function rowPairs(pair: SettledPair): readonly SettledPair[] {
  const [first = '', ...rest] = recordsOf(pair.a.id);
  return [
    ...recordsOf(pair.b.id).map((row) => ({ ...pair, a: sideRef(first), b: sideRef(row) })),
    ...rest.map((row) => ({ ...pair, a: sideRef(row), b: sideRef(recordsOf(pair.b.id)[0] ?? '') })),
  ];
}

const isSingle = ({ a, b }: SettledPair): boolean =>
  recordsOf(a.id).length === 1 && recordsOf(b.id).length === 1;

/** Two rows of one file that no batch holds, among records that are said to be one find. */
function rowsOfOneFile(
  records: readonly string[],
  isBatch: (a: string, b: string) => boolean,
  byId: ReadonlyMap<string, Seizure>,
): readonly [string, string] | null {
  for (const [at, a] of records.entries())
    for (const b of records.slice(at + 1))
      if (byId.get(a)?.source === byId.get(b)?.source && !isBatch(a, b)) return [a, b];
  return null;
}

/** What follows from judged pairs, and which of them cannot hold together; `batched` are rows that may be one find. */
function closeJudged(
  judged: readonly SettledPair[],
  byId: ReadonlyMap<string, Seizure>,
  batched: readonly (readonly Seizure[])[] = [],
): ClosedPairs {
  const whole = new Map<SettledPair, SettledPair>();
  const apart = judged.filter(({ verdict }) => verdict === 'negative');
  const rows = [
    ...judged
      .filter(({ verdict }) => verdict === 'positive')
      .flatMap((pair) => rowPairs(pair).map((row) => ({ row, pair }))),
    ...apart.filter(isSingle).map((pair) => ({ row: pair, pair })),
  ];
  for (const { row, pair } of rows) whole.set(row, pair);
  const closure: Closure = closeJudgements(rows.map(({ row }) => row));
  const wholes = (pairs: readonly SettledPair[]): readonly SettledPair[] => [
    ...new Set(pairs.map((pair) => whole.get(pair) ?? pair)),
  ];
  const joined = (a: string, b: string): readonly SettledPair[] | null => {
    const implied = closure.implied(sideRef(a), sideRef(b));
    const isJoined =
      implied?.verdict === 'positive' ||
      (implied?.verdict === 'contradiction' &&
        implied.chain.every(({ verdict }) => verdict === 'positive'));
    return implied && isJoined ? wholes(implied.chain) : null;
  };

  const broken: BrokenChain[] = closure.contradictions.map(({ negative, chain }) => ({
    kind: 'chain',
    records: [negative.a.id, negative.b.id],
    pairs: [...wholes(chain), negative],
  }));
  // Batches that are not one with another find: contradicted where every row of both is joined to the others.
  for (const pair of apart.filter((one) => !isSingle(one))) {
    const [first = '', ...rest] = [...recordsOf(pair.a.id), ...recordsOf(pair.b.id)];
    const chains = rest.map((row) => joined(first, row));
    if (chains.every((chain) => chain !== null))
      broken.push({
        kind: 'chain',
        records: [pair.a.id, pair.b.id],
        pairs: [...new Set(chains.flat()), pair],
      });
  }
  const positives = judged.filter(({ verdict }) => verdict === 'positive');
  const together = [
    ...positives.flatMap(({ a, b }) => [recordsOf(a.id), recordsOf(b.id)]),
    ...batched.map((rows) => rows.map(({ id }) => id)),
  ];
  const batches = new Set(
    together.flatMap((rows) =>
      rows.flatMap((x) => rows.map((y) => pairName(sideRef(x), sideRef(y)))),
    ),
  );
  const components: string[][] = [];
  for (const id of new Set(
    positives.flatMap(({ a, b }) => [...recordsOf(a.id), ...recordsOf(b.id)]),
  )) {
    const known = components.find(([first]) => first !== undefined && joined(first, id) !== null);
    if (known) known.push(id);
    else components.push([id]);
  }
  for (const component of components) {
    const records = component.toSorted();
    const rowsTwice = rowsOfOneFile(
      records,
      (a, b) => batches.has(pairName(sideRef(a), sideRef(b))),
      byId,
    );
    const chain = rowsTwice && joined(...rowsTwice);
    if (rowsTwice && chain) broken.push({ kind: 'one file', records: rowsTwice, pairs: chain });
  }
  const spoilt = broken.map(({ records: [first] }) => recordsOf(first)[0] ?? '');
  const isSpoilt = (id: string): boolean =>
    spoilt.some((one) => one === id || joined(one, id) !== null);
  return {
    broken,
    unreliable: new Set(positives.filter(({ a }) => isSpoilt(recordsOf(a.id)[0] ?? ''))),
    implied(a, b) {
      const said = judged.find((pair) => pair.a.id === a && pair.b.id === b);
      if (said) return null;
      const all = recordsOf(a).flatMap((x) =>
        recordsOf(b).map((y) => closure.implied(sideRef(x), sideRef(y))),
      );
      const found = all.filter((one) => one !== null);
      if (found.length === 0) return null;
      const chain = wholes(found.flatMap((one) => one.chain));
      const doubtful =
        found.some(({ verdict }) => verdict === 'contradiction') ||
        chain.some(({ a: end }) => isSpoilt(recordsOf(end.id)[0] ?? ''));
      if (doubtful) return { verdict: 'contradiction', chain };
      if (found.some(({ verdict }) => verdict === 'negative'))
        return { verdict: 'negative', chain };
      return found.length === all.length ? { verdict: 'positive', chain } : null;
    },
  };
}

/** How judgements are taken. */
export interface JudgeOptions {
  /** How many roles must say the same before it counts: 1, or 2 for the two-person rule. Default 1. */
  readonly agreeing?: number;
  /** What the sources count, so that rows that may be batches of one find are known as such. */
  readonly definitions?: readonly Definition[];
}

const saidOf = { positive: 'same', negative: 'different', unsure: 'unsure' } as const;

/** Where a record was read: the name by which a reader finds it. */
export function recordName(id: string, byId: ReadonlyMap<string, Seizure>): string {
  return id
    .split('+')
    .map((one) => {
      const origin = byId.get(one)?.origin;
      return origin ? `${origin.file}:${origin.line}` : one;
    })
    .join(' + ');
}

/**
 * What persons said of records that may be one seizure, as far as it holds for these records: decisions of kind
 * `same-seizure`, settled by role, with what follows from them (A = B and B = C make A = C; A ≠ B and B = C make A ≠ C), those
 * that contradict each other, and those that no longer apply because a record is gone or says something else now.
 *
 * A "same" counts only where nothing contradicts it; a "different" always counts. Roles that differ decide nothing.
 *
 * @throws RangeError for `agreeing` that is no whole number from 1 on
 * @example
 * ```ts
 * import { judgeSeizures } from '@samenbeeld/merge';
 * judgeSeizures([], []).inForce.size // => 0
 * ```
 */
export function judgeSeizures(
  decisions: readonly Decision[],
  seizures: readonly Seizure[],
  { agreeing = 1, definitions = [] }: JudgeOptions = {},
): SeizureJudgements {
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const nameOf = (id: string): string => recordName(id, byId);
  const decisionOf = new Map(decisions.map((decision) => [decision.id, decision]));
  const { applies, lapsed } = replayDecisions(decisions, byId, nameOf);
  const settled = settleJudgements(applies, { agreeing });
  const closed: ClosedPairs = closeJudged(settled, byId, findBatches(seizures, definitions));

  const behind = (pairs: readonly SettledPair[]): readonly Decision[] =>
    pairs.flatMap(({ by }) => by.flatMap(({ id }) => decisionOf.get(id) ?? []));
  const links = (pairs: readonly SettledPair[]): readonly NamedLink[] =>
    pairs.map(({ a, b, verdict }) => ({
      a: nameOf(a.id),
      b: nameOf(b.id),
      verdict: verdict === 'positive' ? 'same' : 'different',
    }));
  const judged = settled.map((pair): JudgedPair => {
    const because = closed.unreliable.has(pair) ? 'contradicted' : pair.because;
    const by = behind([pair]);
    return {
      subject: pairSubject(pair.a.id, pair.b.id),
      verdict: saidOf[pair.verdict],
      because,
      by,
      says: judgedText(by, because, agreeing),
    };
  });
  return {
    agreeing,
    judged,
    lapsed,
    inForce: new Map(
      judged.flatMap(({ subject, because, by }): [string, Decision][] => {
        const last = by.at(-1);
        return last && because === 'agreed' ? [[subject, { ...last, subject }]] : [];
      }),
    ),
    conflicts: closed.broken.map(({ kind, records, pairs }): JudgementConflict => {
      const said = behind(pairs);
      return {
        kind,
        records,
        decisions: said,
        says:
          kind === 'chain'
            ? chainText(links(pairs), said)
            : oneFileText(links(pairs), [nameOf(records[0]), nameOf(records[1])], said),
      };
    }),
    follows(subject) {
      const pair = parsePairSubject(subject);
      const implied = pair && closed.implied(pair.a, pair.b);
      if (!implied) return null;
      const said = behind(implied.chain);
      return {
        verdict: implied.verdict === 'contradiction' ? 'contradiction' : saidOf[implied.verdict],
        decisions: said,
        says: followsText(links(implied.chain), said),
      };
    },
  };
}

import {
  type Interval,
  inSigns,
  joinWith,
  type Observation,
  substances,
  type Text,
  type Wording,
} from '@samenbeeld/schema';
import { say, sayInFour } from './words.ts';

/**
 * One claim: the rows that say the same thing in the same publication, with the interval its wording allows
 * (joint total, rules 1 and 10). Values are in the unit of the cell.
 */
export interface Claim {
  /** Id of the leading row. */
  readonly id: string;
  readonly rows: readonly Observation[];
  readonly value: number;
  readonly interval: Interval;
  /** What the printed digits allow, whatever the words say: half a unit of the last non-zero digit. */
  readonly asPrinted: Interval;
  readonly wording: Wording;
  readonly wordingPrinted: string | null;
  readonly unit: string;
  readonly metric: string;
  readonly place: string;
  /** Ports the place code stands for; an open area stands for itself. */
  readonly places: readonly string[];
  readonly basis: string;
  readonly containsOwn: boolean | null;
  readonly agencies: readonly string[];
  readonly substance: string;
  readonly extent: Observation['extent'];
  readonly status: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly publication: string | null;
  readonly publishedOn: string | null;
  readonly confidence: Observation['confidence'];
  readonly note: string | null;
}

/** Whether a claim was published before its period was settled: it says "at least so far" (joint total, rules 1 and 3). */
export function isProvisional(claim: Claim): boolean {
  return claim.status.includes('P');
}

/** Whether it is of finds, one or some, rather than of all there were. */
export function isOfFinds({ extent }: Pick<Claim, 'extent'>): boolean {
  return extent === 'one_find' || extent === 'some_finds';
}

/** Whether the transcriber derived the figure from another one, so that no source prints it. */
export function isDerived(claim: Claim): boolean {
  return claim.status.includes('E');
}

/** Whether its own row doubts it: derived, or of low confidence. Nobody is advised to keep such a figure. */
export function isDoubted(claim: Claim): boolean {
  return isDerived(claim) || claim.confidence === 'low';
}

/**
 * The figures, as published, of which a claim is a sum that was made here: of the parts of a family, of the months of a year, of
 * finds. None where somebody published it.
 */
export function addendsOf({ id, rows }: Claim): readonly Observation[] {
  return rows.some((row) => row.id === id) ? [] : rows;
}

/** So many figures of a sum are named; of more, how many there are. */
const mostNamed = 4;

/** Of what a claim that nobody published is the sum: "37.5 kg (herbal cannabis) + 10.1 kg (cannabis resin)", "12 figures"; null where it is published. */
export function addendsText(claim: Claim): Text | null {
  const rows = addendsOf(claim);
  if (rows.length === 0) return null;
  if (rows.length > mostNamed)
    return sayInFour('{n} cijfers', '{n} chiffres', '{n} Zahlen', '{n} figures', {
      n: rows.length,
    });
  const parts = rows.map((row) => {
    const q = { quantity: row.value ?? 0, unit: row.unit };
    const { substance } = row;
    return substance === null || substance === claim.substance || !substances.has(substance)
      ? say(inSigns('{q}'), { q })
      : say(inSigns('{q} ({what})'), { q, what: { substance } });
  });
  return joinWith(parts, ' + ');
}

/** Which part of what is counted a claim is of, in its source's words: "letter post", "Ecuador"; null where no row says. */
export function partOf({ rows, extent: own }: Claim): string | null {
  const said = rows.find(({ extent, placeNote }) => extent === 'part' && placeNote !== null);
  return said?.placeNote ?? (own === 'part' ? (rows[0]?.nationalCode ?? null) : null);
}

/** Whether an id names a claim: its own, or that of any row that is the claim. */
export function isNamedBy(claim: Claim, id: string): boolean {
  return claim.id === id || claim.rows.some((row) => row.id === id);
}

/** Order by id, which no order of rows or files changes. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order by what claims say, and by id only where they say the same: other ids give the same figures. */
export function byContent(a: Claim, b: Claim): number {
  return (
    compare(a.agencies.join(), b.agencies.join()) ||
    compare(a.publishedOn ?? '', b.publishedOn ?? '') ||
    a.value - b.value ||
    compare(a.wording, b.wording) ||
    compare(a.place, b.place) ||
    byId(a, b)
  );
}

const prepared = new WeakMap<readonly Claim[], Map<string, unknown>>();

/**
 * What is taken from a list of claims, made once: of thousands of claims each asks for the same.
 *
 * @param key names what is taken, and all else that it depends on
 */
export function preparedOnce<Value>(
  claims: readonly Claim[],
  key: string,
  prepare: () => Value,
): Value {
  const known = prepared.get(claims) ?? new Map<string, unknown>();
  prepared.set(claims, known);
  if (!known.has(key)) known.set(key, prepare());
  return known.get(key) as Value;
}

/** The claims with these ids, in their order. */
export function claimsNamed(claims: readonly Claim[], ids: readonly string[]): readonly Claim[] {
  return ids.flatMap((id) => claims.find((claim) => isNamedBy(claim, id)) ?? []);
}

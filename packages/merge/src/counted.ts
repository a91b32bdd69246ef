import {
  bases,
  type CodeEntry,
  type CodeList,
  countUnits,
  inEach,
  isMass,
  isMoney,
  joinWith,
  type Language,
  marketLevels,
  metrics,
  offences,
  placeLabel,
  places,
  stats,
  substances,
  type Text,
  unitName,
  units,
} from '@samenbeeld/schema';
import { kindOf } from './settle.ts';
import { drugOf } from './to-claims.ts';
import type { Kind, Records, TotalQuestion } from './total-question.ts';

/** What a record counts, by the dimensions that a question names. */
export interface Counted extends Readonly<Record<Kind, string | null>> {
  readonly place: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** Codes that tables set figures of a drug apart by, which are all of the one cell: "Ecuador", "Haschisch". */
  readonly parts?: readonly string[];
}

/** What a question may name of what is counted. */
export type CountedDimension = Exclude<keyof Counted, 'parts'>;

/** Codes of a national statistic are in no list. */
export const countedLists: Readonly<Record<CountedDimension, CodeList<CodeEntry> | null>> = {
  place: places,
  substance: substances,
  offence: offences,
  code: null,
  level: marketLevels,
  countUnit: countUnits,
  basis: bases,
  metric: metrics,
  unit: units,
};

/** What the records of a picture count; weights in kilograms. Finds are also counted, where no published number of seizures is. */
export function countsHeld({
  observations,
  seizures = [],
}: Pick<Records, 'observations' | 'seizures'>): readonly Counted[] {
  const inKilograms = (metric: string, unit: string): string =>
    metric === 'quantity' && isMass(unit) ? 'kg' : unit;
  const isCounted = observations.some(({ metric }) => metric === 'seizures');
  const each = [
    ...observations
      .filter(({ stat, value }) => value !== null && (stat === 'sum' || stat === 'count'))
      .map((row) => ({
        ...{ place: row.place, substance: drugOf(row), basis: row.basis, metric: row.metric },
        ...kindOf(row),
        unit: inKilograms(row.metric, row.unit),
        part: row.substance !== null && kindOf(row).code === null ? row.nationalCode : null,
      })),
    ...seizures.flatMap(({ place, substance, basis, unit }) =>
      [
        { metric: 'quantity', unit: inKilograms('quantity', unit) },
        ...(isCounted ? [] : [{ metric: 'seizures', unit: 'seizure' }]),
      ].map((measured) => ({
        ...{ place, substance, basis, ...measured },
        ...{ offence: null, code: null, level: null, countUnit: null, part: null },
      })),
    ),
  ];
  const cells = new Map<string, { readonly scope: Counted; readonly parts: Set<string> }>();
  for (const { part, ...scope } of each) {
    const key = JSON.stringify(scope);
    const cell = cells.get(key) ?? { scope, parts: new Set<string>() };
    if (part !== null) cell.parts.add(part);
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ scope, parts }) =>
    parts.size > 0 ? { ...scope, parts: [...parts].sort() } : scope,
  );
}

/** A code in words; a code that no list knows as it is. */
export function codeShown(
  code: string | null,
  list: CodeList<CodeEntry> | null,
  language: Language,
): string {
  if (code === null) return '–';
  if (list === places) return placeLabel(code, language);
  return list?.has(code) ? list.label(code, language) : code;
}

/** The unit in which a metric counts what its own name says: "number of seizures" are seizures. */
export const countedUnits: Readonly<Record<string, string>> = {
  ...{ seizures: 'seizure', offences: 'offence', suspects: 'suspect', arrests: 'arrest' },
  ...{ persons_checked: 'person', persons_with_drugs: 'person', weapons: 'weapon' },
  ...{ vehicles_checked: 'vehicle', vehicles_seized: 'vehicle', trains_checked: 'train' },
  ...{ buses_checked: 'bus', reports: 'report', str_reports: 'report', controls: 'control' },
  ...{ str_transactions: 'transaction', unusual_transactions: 'transaction', fiu_files: 'file' },
  ...{ listings: 'listing', vendors: 'vendor', scans: 'scan', port_calls: 'port_call' },
  ...{ teu: 'teu', dwellings: 'dwelling', population: 'person' },
};

/** What a series or figure counts, by what narrows it. */
export type CountedAs = Pick<TotalQuestion, 'metric' | 'substance' | Exclude<Kind, 'countUnit'>>;

/** What is counted, in words: the offence, which says that offences are counted, else the metric; and what narrows it. */
function narrowed(counted: CountedAs): readonly Text[] {
  const kind = counted.metric === 'offences' && counted.offence ? [] : [counted.metric];
  const metric = kind.map((code) =>
    inEach((language) =>
      code === 'seizures' ? unitName('seizure', language) : codeShown(code, metrics, language),
    ),
  );
  const within = (['offence', 'substance', 'code', 'level'] as const).flatMap((dimension) => {
    const code = counted[dimension] ?? null;
    // Figures of a total that no drug is named for have an empty one.
    return code === null || code === ''
      ? []
      : [inEach((language) => codeShown(code, countedLists[dimension], language))];
  });
  return [...metric, ...within];
}

const withBehind = (thing: Text, within: readonly Text[]): Text =>
  within.length === 0
    ? thing
    : inEach((language) => `${thing[language]} (${joinWith(within, ', ')[language]})`);

/** What is counted, as narrow as the figures: "offences (cocaine)". */
export function countedText(counted: CountedAs): Text {
  const [thing, ...within] = narrowed(counted) as readonly [Text, ...Text[]];
  return withBehind(thing, within);
}

/** The same as it stands behind a number: "offences (cocaine)", "cases (unlawful acts …)"; of an amount its unit alone. */
export function countedBehindNumber(question: CountedAs & Pick<TotalQuestion, 'unit'>): Text {
  const { metric, unit } = question;
  // A sign of money stands before its number in some languages; its name behind it in all.
  const isAmount = isMoney(unit);
  const named = inEach((language) =>
    isAmount ? units.get(unit).plural[language] : unitName(unit, language),
  );
  if (metric === 'quantity' || metric === '') return named;
  const [thing, ...within] = narrowed(question) as readonly [Text, ...Text[]];
  if (countedUnits[metric] !== unit) return withBehind(named, [thing, ...within]);
  return withBehind(metric === 'teu' ? named : thing, within);
}

/** Whether a code of a national statistic stands for all that is counted: "------", "0.0.0". */
export function isOfAll(code: string): boolean {
  return /^[-.0]+$|^total$/iu.test(code);
}

/** Whether a basis counts only some of what is told of a country: what came by post, through a port or from an action. */
export function isNarrowBasis(basis: string): boolean {
  return !['recorded', 'not_applicable', 'seized_in_territory'].includes(basis);
}

/** What a figure is of, as it stands behind its number: an amount of money or a rate by what it is of, with which statistic of it. */
export function whatIsCounted(
  asked: CountedAs & Pick<TotalQuestion, 'unit' | 'basis'> & { readonly stat: string | null },
): Text {
  const { unit, stat, basis, code = null } = asked;
  const of = { ...asked, code: code !== null && isOfAll(code) ? null : code };
  const isThing = units.has(unit) && units.get(unit).dimension === 'count';
  const named = isThing ? [countedBehindNumber(of)] : narrowed(of);
  const isSum = stat === null || stat === 'sum' || stat === 'count';
  const stated = isSum ? [] : [inEach((language) => codeShown(stat, stats, language))];
  const footing = isNarrowBasis(basis) ? [bases.get(basis).label] : [];
  return joinWith([...named, ...footing, ...stated], ', ');
}

import { sumExact, wrongUse } from '@samenbeeld/schema';
import { yearOf } from './calendar.ts';
import type { Draft } from './draft.ts';
import type { OfficeLayout } from './office.ts';
import { beCustoms } from './offices/be-customs.ts';
import { france } from './offices/fr.ts';
import { luCustoms } from './offices/lu-customs.ts';
import { luPolice } from './offices/lu-police.ts';
import { nlHarc } from './offices/nl-harc.ts';
import { nrw } from './offices/nrw.ts';
import { asOf, plantDefects } from './plant-defects.ts';
import { plantLookAlikes } from './plant-look-alikes.ts';
import { isBelowThreshold, reportFinds } from './report-finds.ts';
import { type Find, seize } from './seize.ts';
import {
  type Defect,
  type ExerciseFile,
  type ExerciseWorld,
  notice,
  type Report,
  type TrueDouble,
  type TrueLookAlike,
  type TrueSeizure,
  type TrueTotal,
} from './world.ts';

const ports = ['BEGNE', 'NLTNZ', 'NLVLI'];

const isReadable = ({ rejected, registeredOn }: Report): boolean =>
  rejected === null && registeredOn <= asOf;

/** A row that gives the quantity as it was. */
const isTrue = ({ quantity, told }: Report): boolean => quantity !== null && told === 'same';

function totalOf(seizures: readonly TrueSeizure[], place: string, year: number): TrueTotal {
  const here = seizures.filter(
    (seizure) =>
      seizure.place === place &&
      seizure.basis === 'seized_in_port' &&
      seizure.substance === 'COC' &&
      yearOf(seizure.date) === year,
  );
  const kg = (some: readonly TrueSeizure[]): number =>
    sumExact(some.map((seizure) => seizure.kg ?? 0));
  const below = here.filter(({ belowThreshold }) => belowThreshold);
  const isAfter = ({ reports }: TrueSeizure): boolean =>
    reports.length > 0 && reports.every(({ registeredOn }) => registeredOn > asOf);
  const after = here.filter(isAfter);
  const known = here.filter((seizure) => !seizure.belowThreshold && !isAfter(seizure));
  const readable = known.map(({ reports }) => reports.filter(isReadable));
  return {
    place,
    year,
    seizures: here.length,
    kg: kg(here),
    asOfKg: kg(known),
    belowThresholdKg: kg(below),
    afterAsOfKg: kg(after),
    missing: readable.filter((reports) => reports.every(({ quantity }) => quantity === null))
      .length,
    slips: readable.filter(
      (reports) => reports.some(({ quantity }) => quantity !== null) && !reports.some(isTrue),
    ).length,
  };
}

/** True totals of cocaine seized in the three ports, a line a port and year. */
function trueTotals(
  seizures: readonly TrueSeizure[],
  [first, last]: readonly [number, number],
): readonly TrueTotal[] {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return ports.flatMap((place) => years.map((year) => totalOf(seizures, place, year)));
}

const offices: readonly OfficeLayout[] = [beCustoms, nlHarc, luPolice, luCustoms, france, nrw];

/** What to generate. */
export interface ExerciseOptions {
  /** A whole number; the same seed gives the same world. */
  readonly seed: number;
  /** First and last year, 2018 to 2025 where not given. */
  readonly years?: readonly [number, number];
}

/** The rule by which a row is rejected: personal data before anything else. */
function rejectionOf({ defects }: Draft): string | null {
  const rules = defects.flatMap(({ rule }) => rule ?? []);
  return rules.find((rule) => rule.startsWith('personal-data.')) ?? rules[0] ?? null;
}

interface Written {
  readonly file: ExerciseFile;
  readonly reports: readonly (readonly [string, Report])[];
  readonly defects: readonly Defect[];
}

function byDay(a: Draft, b: Draft): number {
  const key = ({ date, find, batch }: Draft): string => `${date} ${find.id} ${batch ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}

function writeOffice(layout: OfficeLayout, drafts: readonly Draft[], years: string): Written {
  const { name, title, prefix, cells, columns, ...rest } = layout;
  const file = name(years);
  const own = drafts.filter(({ office }) => office === layout.office).sort(byDay);
  const lines = title(years);
  const first = lines.length + layout.header.length + 1;
  const reference = ({ registeredOn }: Draft, at: number): string =>
    `${prefix}-${yearOf(registeredOn)}-${String(at + 1).padStart(4, '0')}`;
  return {
    file: {
      ...rest,
      name: file,
      title: lines,
      rows: own.map((draft, at) => cells(draft, reference(draft, at))),
    },
    reports: own.map((draft, at) => [
      draft.find.id,
      {
        office: draft.office,
        file,
        line: first + at,
        date: draft.date,
        registeredOn: draft.registeredOn,
        quantity: draft.unreadable === null ? draft.quantity : null,
        unit: draft.unit,
        told: draft.told,
        batch: draft.batch,
        rejected: rejectionOf(draft),
      },
    ]),
    defects: own.flatMap(({ defects }, at) =>
      defects.map(({ part, ...defect }) => ({
        ...defect,
        file,
        line: first + at,
        column: columns[part],
      })),
    ),
  };
}

const placeOf = ({ file, line }: Report): TrueDouble['a'] => ({ file, line });

function doubleOf({ id, reports }: TrueSeizure): readonly TrueDouble[] {
  const [a, b] = reports;
  if (!a || !b || a.file === b.file) return [];
  return [
    {
      seizure: id,
      a: placeOf(a),
      b: placeOf(b),
      differs: a.told === 'same' ? b.told : a.told,
      readable: a.rejected === null && b.rejected === null,
    },
  ];
}

function lookAlikeOf(
  pair: readonly [string, string],
  seizures: readonly TrueSeizure[],
): readonly TrueLookAlike[] {
  const [a, b] = pair.map((id) => seizures.find((one) => one.id === id)?.reports[0]);
  return a && b ? [{ seizures: pair, a: placeOf(a), b: placeOf(b) }] : [];
}

function rejectionsOf(written: readonly Written[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    written.map(({ file, reports }) => {
      const counts: Record<string, number> = {};
      for (const [, { rejected }] of reports)
        if (rejected !== null) counts[rejected] = (counts[rejected] ?? 0) + 1;
      return [
        file.name,
        Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))),
      ];
    }),
  );
}

/** What is true of each find, with all its reports. */
function seizuresOf(finds: readonly Find[], written: readonly Written[]): readonly TrueSeizure[] {
  const reports = new Map<string, Report[]>();
  for (const [id, report] of written.flatMap(({ reports: some }) => some)) {
    const known = reports.get(id);
    if (known) known.push(report);
    else reports.set(id, [report]);
  }
  return finds.map((find) => ({
    ...find,
    belowThreshold: isBelowThreshold(find),
    reports: reports.get(find.id) ?? [],
  }));
}

/**
 * A made-up world: what was seized, and what six offices of five countries write about it, with double reports, look-alikes,
 * slips, missing quantities, late rows and personal data planted in it. Everything planted stands in `truth`.
 *
 * Sizes are log-normal, numbers of finds Poisson; both change over the years (more finds, smaller ones). Synthetic
 * throughout, and never to share a picture with published figures (joint total, rule 8). Throws UsageError for a seed
 * that is no whole number and for years outside 2018 to 2025.
 *
 * @example
 * ```ts
 * import { generateExercise } from '@samenbeeld/exercise';
 * const { truth, files } = generateExercise({ seed: 1 });
 * files.map((file) => file.name)[1] // => 'nl-harc-2018-2025.csv'
 * truth.seizures.every(({ belowThreshold, reports }) => belowThreshold === (reports.length === 0)) // => true
 * ```
 */
export function generateExercise({ seed, years = [2018, 2025] }: ExerciseOptions): ExerciseWorld {
  const [first, last] = years;
  if (!Number.isSafeInteger(seed))
    throw wrongUse(
      'seed is een geheel getal; gevonden: {seed}',
      'seed est un nombre entier ; trouvé : {seed}',
      'seed ist eine ganze Zahl; gefunden: {seed}',
      'seed must be a whole number, found {seed}',
      { seed: String(seed) },
    );
  if (![first, last].every(Number.isInteger) || first < 2018 || last > 2025 || first > last)
    throw wrongUse(
      'jaren liggen op volgorde van 2018 tot 2025; gevonden: {first} tot {last}',
      'les années vont dans l’ordre de 2018 à 2025 ; trouvé : {first} à {last}',
      'Jahre liegen der Reihe nach von 2018 bis 2025; gefunden: {first} bis {last}',
      'years must lie in 2018 to 2025 in order, found {first} to {last}',
      { first: String(first), last: String(last) },
    );
  const seized = seize(seed, years);
  const { drafts, finds, pairs } = plantLookAlikes(
    plantDefects(reportFinds(seized, seed), seed),
    seized,
    seed,
  );
  const written = offices.map((layout) => writeOffice(layout, drafts, `${first}-${last}`));
  const seizures = seizuresOf(finds, written);
  return {
    truth: {
      notice,
      seed,
      years,
      asOf,
      seizures,
      doubles: seizures.flatMap(doubleOf),
      lookAlikes: pairs.flatMap((pair) => lookAlikeOf(pair, seizures)),
      defects: written.flatMap(({ defects }) => defects),
      rejections: rejectionsOf(written),
      totals: trueTotals(seizures, years),
    },
    files: written.map(({ file }) => file),
  };
}

import type { Asked } from '@samenbeeld/merge';
import {
  assertComparable,
  type Comparable,
  inFour,
  isMass,
  parsePeriod,
  placeContains,
  RefusalError,
  substanceContains,
  wrongUse,
} from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import type { AnyCriteria } from './match-row.ts';
import type { Selection } from './opened-picture.ts';
import { emptyBecause } from './selection.ts';

/** The years that criteria allow. */
interface YearsAsked {
  /** Named one by one, or by both ends; null where an end is open. */
  readonly named: readonly number[] | null;
  allows(year: number): boolean;
}

function wholeYear(when: number | string, end: 'start' | 'end'): number {
  const day = parsePeriod(String(when))[end];
  if (!day.endsWith(end === 'start' ? '-01-01' : '-12-31'))
    throw wrongUse(
      'Totalen gaan over hele jaren, en "{when}" ligt binnen een jaar. Schrijf het jaar: {year}.',
      'Les totaux portent sur des années entières, et « {when} » se trouve dans une année. Écrivez l’année : {year}.',
      'Summen gelten ganzen Jahren, und „{when}“ liegt innerhalb eines Jahres. Schreiben Sie das Jahr: {year}.',
      'Totals are by whole years, and "{when}" lies within one. Write the year: {year}.',
      { when: String(when), year: day.slice(0, 4) },
    );
  return Number(day.slice(0, 4));
}

/** The years that all steps allow. Throws a UsageError for an end within a year. */
function yearsAsked(steps: readonly AnyCriteria[]): YearsAsked {
  const lists = steps.flatMap(({ year }) => (year === undefined ? [] : [[year].flat()]));
  const froms = steps.flatMap(({ from }) => (from === undefined ? [] : [wholeYear(from, 'start')]));
  const tos = steps.flatMap(({ to }) => (to === undefined ? [] : [wholeYear(to, 'end')]));
  const first = Math.max(...froms, Number.NEGATIVE_INFINITY);
  const last = Math.min(...tos, Number.POSITIVE_INFINITY);
  const allows = (year: number): boolean =>
    year >= first && year <= last && lists.every((years) => years.includes(year));
  const closed = Number.isFinite(first) && Number.isFinite(last);
  const between = closed
    ? Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    : null;
  const candidates = lists[0] ?? between;
  return {
    named: candidates ? [...new Set(candidates)].filter(allows).sort((a, b) => a - b) : null,
    allows,
  };
}

/** The dimensions of a cell by which totals may be shown apart. */
export type Apart = 'basis' | 'substance' | 'metric';

/** Whether totals are shown apart by what a name says, and not by a period. */
export function isApart(name: string): name is Apart {
  return name === 'basis' || name === 'substance' || name === 'metric';
}

/** What is asked of a selection: the cells of one row of totals. */
export interface CellScope {
  readonly place: string;
  readonly substance: string;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  readonly years: YearsAsked;
  readonly agencies: readonly string[] | null;
}

/** Criteria that name a cell; the others say which rows are believed. */
const ofCell: ReadonlySet<string> = new Set([
  'place',
  'substance',
  'basis',
  'metric',
  'agencies',
  'year',
  'from',
  'to',
]);

/** The steps without the criteria that name a cell. */
export function otherCriteria(steps: readonly AnyCriteria[]): readonly AnyCriteria[] {
  return steps.flatMap((step) => {
    const left = Object.entries(step).filter(([field]) => !ofCell.has(field));
    return left.length > 0 ? [Object.fromEntries(left) as AnyCriteria] : [];
  });
}

/** The innermost of the codes that were asked for; a UsageError where nothing lies in all of them. */
function innermost(
  codes: readonly string[],
  field: string,
  contains: (whole: string, part: string) => boolean,
): string | null {
  return codes.reduce<string | null>((inner, code) => {
    if (inner === null || contains(inner, code)) return code;
    if (contains(code, inner)) return inner;
    throw wrongUse(
      'Niets ligt zowel in {field} {inner} als in {field} {code}.',
      'Rien ne se trouve à la fois dans {field} {inner} et dans {field} {code}.',
      'Nichts liegt sowohl in {field} {inner} als auch in {field} {code}.',
      'Nothing lies in both {field} {inner} and {field} {code}.',
      { field, inner, code },
    );
  }, null);
}

/** What criteria ask of, as far as one place, drug, basis and measure are named. */
export function askedBy(steps: readonly AnyCriteria[]): Asked {
  const asked = (field: 'place' | 'substance'): readonly string[] =>
    steps.flatMap((step) => step[field] ?? []);
  const place = innermost(asked('place'), 'place', placeContains);
  if (place === null)
    throw wrongUse(
      "Wat over een selectie spreekt, blijkt uit haar plaats. Noem die, bijvoorbeeld `.where({ place: 'NSP' })`, of lees de rijen met `await ….async.rows()`.",
      "Ce qui parle d’une sélection se voit à son lieu. Nommez-le, par exemple `.where({ place: 'NSP' })`, ou lisez ses lignes avec `await ….async.rows()`.",
      "Was über eine Auswahl spricht, zeigt ihr Ort. Nennen Sie ihn, etwa `.where({ place: 'NSP' })`, oder lesen Sie die Zeilen mit `await ….async.rows()`.",
      "What may speak about a selection is told by its place. Name it, for example `.where({ place: 'NSP' })`, or read its rows with `await ….async.rows()`.",
    );
  const substance = innermost(asked('substance'), 'substance', substanceContains);
  const only = (field: 'basis' | 'metric'): string | undefined => {
    const last = steps.flatMap((step) => (step[field] === undefined ? [] : [[step[field]].flat()]));
    const [one, ...more] = last.at(-1) ?? [];
    return more.length === 0 ? one : undefined;
  };
  const [basis, metric] = [only('basis'), only('metric')];
  return {
    place,
    ...(substance !== null && { substance }),
    ...(basis !== undefined && { basis }),
    ...(metric !== undefined && { metric }),
  };
}

function fieldOf(row: Row, field: Apart | 'unit'): string {
  if (field === 'metric') return row.kind === 'seizure' ? 'quantity' : row.metric;
  return row[field] ?? '';
}

function valuesOf(rows: readonly Row[], field: Apart | 'unit'): readonly string[] {
  return [...new Set(rows.map((row) => fieldOf(row, field)))].sort();
}

/** Lets the comparability guard refuse rows that differ in a field, in its own words. */
function refuseSeveral(rows: readonly Row[], field: Apart | 'unit'): void {
  const [first] = rows;
  if (!first) return;
  const alike = rows.map((row) => ({ ...first, [field]: fieldOf(row, field) }) as Comparable);
  assertComparable(alike, { for: 'sum' });
}

/** The values of a field in the rows, or what the criteria name where there are no rows. */
function chosen(
  rows: readonly Row[],
  selection: Selection,
  field: Apart,
  steps: readonly AnyCriteria[],
  apart: readonly Apart[],
): readonly string[] {
  const values = valuesOf(rows, field);
  if (values.length > 1 && !apart.includes(field)) refuseSeveral(rows, field);
  if (values.length > 0) return values;
  const named = steps.flatMap((step) => (step[field] ?? []) as string | readonly string[]);
  if (named.length > 0) return named.slice(-1);
  if (field === 'metric') return ['quantity'];
  throw new RefusalError(emptyBecause(selection), {
    dimension: 'rows',
    remedy: inFour(
      'Vraag wat het beeld bevat: `picture.observations` en `picture.seizures` tonen het.',
      'Demandez ce que le tableau contient : `picture.observations` et `picture.seizures` le montrent.',
      'Fragen Sie nach dem, was das Lagebild enthält: `picture.observations` und `picture.seizures` zeigen es.',
      'Ask for what the picture holds: `picture.observations` and `picture.seizures` show it.',
    ),
  });
}

function unitOf(rows: readonly Row[]): string {
  const found = valuesOf(rows, 'unit');
  if (found.every(isMass)) return 'kg';
  if (found.length > 1) refuseSeveral(rows, 'unit');
  return found[0] as string;
}

/** Kilograms where both kilograms and numbers are there, unless the measure was named or is shown apart. */
function measured(
  rows: readonly Row[],
  steps: readonly AnyCriteria[],
  apart: readonly Apart[],
): readonly Row[] {
  const named = apart.includes('metric') || steps.some(({ metric }) => metric !== undefined);
  if (named || !valuesOf(rows, 'metric').includes('quantity')) return rows;
  return rows.filter((row) => fieldOf(row, 'metric') === 'quantity');
}

/**
 * The rows of totals that a selection asks for: one, or one for each value of the dimensions shown apart. The criteria
 * name the place and the drug; basis and measure are those of the rows, and several of them are refused.
 */
export function cellScopes(selection: Selection, apart: readonly Apart[]): readonly CellScope[] {
  const steps = selection.steps as readonly AnyCriteria[];
  const asked = (field: 'place' | 'substance'): readonly string[] =>
    steps.flatMap((step) => step[field] ?? []);
  const place = innermost(asked('place'), 'place', placeContains);
  if (place === null)
    throw wrongUse(
      "Een gezamenlijk totaal is van een plaats. Noem die, bijvoorbeeld `.where({ place: 'NSP' })`.",
      "Un total commun est celui d’un lieu. Nommez-le, par exemple `.where({ place: 'NSP' })`.",
      "Eine gemeinsame Summe gilt einem Ort. Nennen Sie ihn, etwa `.where({ place: 'NSP' })`.",
      "A joint total is of a place. Name it, for example `.where({ place: 'NSP' })`.",
    );
  const drug = innermost(asked('substance'), 'substance', substanceContains);
  const rows = measured(selection.rows, steps, apart);
  const drugs =
    drug !== null && !apart.includes('substance')
      ? [drug]
      : chosen(rows, selection, 'substance', steps, apart);
  const bases = chosen(rows, selection, 'basis', steps, apart);
  const metrics = chosen(rows, selection, 'metric', steps, apart);
  const agencies =
    steps
      .flatMap((step) => step.agencies ?? [])
      .at(-1)
      ?.split('+') ?? null;
  const years = yearsAsked(steps);
  return metrics.flatMap((metric) =>
    drugs.flatMap((substance) =>
      bases.map((basis): CellScope => {
        const own = rows.filter(
          (row) => fieldOf(row, 'metric') === metric && fieldOf(row, 'basis') === basis,
        );
        return { place, substance, basis, metric, unit: unitOf(own), years, agencies };
      }),
    ),
  );
}

import {
  inFour,
  isDay,
  latestVintage,
  type Observation,
  placeLabel,
  substances,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type { CriteriaOf, Row } from './criteria.ts';
import { frameOf, tableOf } from './frames.ts';
import { awaited, plainly, shown } from './kernel.ts';
import { labelOf } from './labels.ts';
import { type AnyCriteria, resolveCriteria, testsOf } from './match-row.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { rowsTable } from './rows-table.ts';

function valueIn(field: string, value: unknown): string {
  if (field === 'place') return placeLabel(value as string, 'en');
  if (field === 'substance') return labelOf(substances, value as string, 'en');
  return [value].flat().join(' or ');
}

/**
 * Why no row is left: the first criterion that leaves none of the rows which those before it had kept. Tests of your own come
 * last.
 */
function whyEmpty(all: readonly Row[], steps: readonly AnyCriteria[]): Text {
  if (all.length === 0)
    return inFour(
      'Het beeld bevat geen rijen van deze soort.',
      'Le tableau ne contient pas de lignes de ce genre.',
      'Das Lagebild enthält keine Zeilen dieser Art.',
      'The picture holds no rows of this kind.',
    );
  const before: string[] = [];
  let left = all;
  const fulfilled = (rest: Text): Text =>
    inFour(
      '{n} {n:rij voldoet|rijen voldoen} aan {before}; {rest}.',
      '{n} {n:ligne remplit|lignes remplissent} {before} ; {rest}.',
      '{n} {n:Zeile erfüllt|Zeilen erfüllen} {before}; {rest}.',
      '{n} {n:row fulfils|rows fulfil} {before}; {rest}.',
      { n: left.length, before: before.join(', '), rest },
    );
  for (const [field, value] of steps.flatMap((step) => Object.entries(step))) {
    if (value === undefined) continue;
    const tests = testsOf({ [field]: value } as AnyCriteria, all);
    const kept = left.filter((row) => tests.every((test) => test(row)));
    const criterion = `\`${field}: ${valueIn(field, value)}\``;
    if (kept.length === 0)
      return before.length === 0
        ? inFour(
            'Geen rij voldoet aan {criterion}.',
            'Aucune ligne ne remplit {criterion}.',
            'Keine Zeile erfüllt {criterion}.',
            'No row fulfils {criterion}.',
            { criterion },
          )
        : fulfilled(
            inFour(
              'geen daarvan voldoet aan {criterion}',
              'aucune d’elles ne remplit {criterion}',
              'keine davon erfüllt {criterion}',
              'none of these fulfils {criterion}',
              { criterion },
            ),
          );
    before.push(criterion);
    left = kept;
  }
  const last = inFour(
    'een eigen toets, of de dag van `asOf`, laat er geen over',
    'un test à vous, ou le jour de `asOf`, n’en laisse aucune',
    'eine eigene Prüfung, oder der Tag von `asOf`, lässt keine übrig',
    'a test of your own, or the day of `asOf`, leaves none',
  );
  return before.length === 0
    ? inFour(
        'Er blijft geen rij over: {last}.',
        'Il ne reste aucune ligne : {last}.',
        'Es bleibt keine Zeile: {last}.',
        'No row is left: {last}.',
        { last },
      )
    : fulfilled(last);
}

/** A selection as the steps that lead to it. */
export interface Steps<R extends Row> {
  readonly picture: Picture;
  readonly all: readonly R[];
  readonly steps: readonly CriteriaOf<R>[];
  readonly tests: readonly ((row: R) => boolean)[];
}

/** The day at which something was known, or a UsageError. */
export function checkAsOf(day: string): void {
  if (!isDay(day))
    throw wrongUse(
      '`{name}` is een dag, zoals "2023-06-30", niet "{day}".',
      '`{name}` est un jour, par exemple « 2023-06-30 », et non « {day} ».',
      '`{name}` ist ein Tag, etwa „2023-06-30“, nicht „{day}“.',
      '`{name}` takes a day, such as "2023-06-30", not "{day}".',
      { name: 'asOf', day },
    );
}

function knownOn<R extends Row>(day: string, rows: readonly R[]): ReadonlySet<Row> {
  checkAsOf(day);
  const observations = rows.filter((row): row is R & Observation => row.kind === 'observation');
  return new Set<Row>([
    ...latestVintage(observations, day),
    ...rows.filter((row) => row.kind === 'seizure' && (row.registeredOn ?? row.date) <= day),
  ]);
}

const emptied = new WeakMap<object, () => Text>();

/** Why a selection holds no row, in words. */
export function emptyBecause(selection: Selection): Text {
  return (
    emptied.get(selection)?.() ??
    inFour(
      'Geen rij voldoet hieraan.',
      'Aucune ligne ne remplit ces critères.',
      'Keine Zeile erfüllt das.',
      'No row fulfils these criteria.',
    )
  );
}

/** The rows of a picture that fulfil every step. */
export function selectionOf<R extends Row>({ picture, all, steps, tests }: Steps<R>): Selection<R> {
  let chosen: readonly R[] | null = null;
  const rows = (): readonly R[] => {
    if (chosen === null) {
      const every = steps.flatMap((step) => testsOf(step as AnyCriteria, all));
      chosen = all.filter(
        (row) => every.every((test) => test(row)) && tests.every((test) => test(row)),
      );
    }
    return chosen;
  };
  const selection: Selection<R> = {
    picture,
    steps,
    passes: (row) => tests.every((test) => test(row)),
    get rows() {
      return rows();
    },
    get size() {
      return rows().length;
    },
    async: {
      rows: async () => rows(),
      size: async () => rows().length,
      arquero: async () => tableOf(rows()),
    },
    load: async () => selection,
    where(criteria) {
      try {
        const step = resolveCriteria(criteria as AnyCriteria, all) as CriteriaOf<R>;
        testsOf(step as AnyCriteria, all);
        return selectionOf({ picture, all, steps: [...steps, step], tests });
      } catch (error) {
        throw plainly(error, picture.language);
      }
    },
    at: (place) => selection.where({ place } as CriteriaOf<R>),
    asOf(day) {
      try {
        const known = knownOn(day, all);
        return selectionOf({ picture, all, steps, tests: [...tests, (row) => known.has(row)] });
      } catch (error) {
        throw plainly(error, picture.language);
      }
    },
    filter: (test) => selectionOf({ picture, all, steps, tests: [...tests, test] }),
    table: (options) => rowsTable(picture, rows(), options),
    arquero: () => tableOf(rows()),
    danfo: () => awaited('….danfo()', frameOf(rows())),
  };
  emptied.set(selection, () => whyEmpty(all, steps as readonly AnyCriteria[]));
  return shown(selection, () => rowsTable(picture, rows()).outputs());
}

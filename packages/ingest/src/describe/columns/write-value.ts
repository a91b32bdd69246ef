import { flagsOf } from './flags.ts';
import { measureOf } from './measures.ts';
import { numberHabit, together } from './number-habit.ts';
import type { ColumnProfile } from './profile-column.ts';
import { everyOneHasUnit, holdsQuantities } from './quantity-shape.ts';
import type { TableView } from './table-view.ts';
import type { WrittenGuess } from './written-guess.ts';

/** Metrics whose figures are whole numbers of things. */
export const counting: ReadonlySet<string> = new Set([
  'offences',
  'suspects',
  'arrests',
  'seizures',
  'population',
  'dwellings',
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
]);

/** How the figures of one or more columns are read: marks, whole numbers, flags. */
export function writeFigures(
  profiles: readonly ColumnProfile[],
  view: TableView,
  metric: string | undefined,
): {
  readonly written: Readonly<Record<string, unknown>>;
  readonly decide: readonly string[];
  readonly factor: number;
} {
  const counts = metric === undefined ? view.counts : counting.has(metric);
  const one = together(profiles);
  const habits = one && one.said > 0 ? [numberHabit(one, view.habit, counts, view.language)] : [];
  const decimal = habits.find(({ decimalChar }) => decimalChar !== null)?.decimalChar ?? null;
  const group = habits.find(({ groupChar }) => groupChar !== null)?.groupChar ?? null;
  const whole = decimal === null && profiles.every(({ numbers }) => numbers.exponents === 0);
  const seen = new Set(profiles.flatMap(({ numbers }) => [...numbers.flags.keys()]));
  const { flags, unknown } = flagsOf(seen);
  const questions = [...new Set(habits.flatMap(({ question }) => question ?? []))];
  const percents = profiles.some(({ numbers }) => numbers.percents > 0);
  const words = profiles.reduce((sum, { words: cells }) => sum + cells, 0);
  const example = profiles.flatMap(({ values, marks }) =>
    [...values.keys()].filter((text) => /\p{L}{2}/u.test(text) && !marks.has(text)),
  )[0];
  const decide = [
    ...questions,
    ...(decimal !== null && decimal === group
      ? ['The decimal mark and the group mark seem to be the same: which is it?']
      : []),
    ...(unknown.length > 0
      ? [`What do ${unknown.map((flag) => `"${flag}"`).join(', ')} behind the figures mean?`]
      : []),
    ...(percents ? ['Some cells are percentages: are these figures counts?'] : []),
    ...(words > 0
      ? [
          `${words} cells hold words${example ? ` ("${example}")` : ''}: a bare figure is wanted; correct them, or they are rejected.`,
        ]
      : []),
  ];
  return {
    written: {
      as: one && holdsQuantities(one, view.language) ? 'quantity' : whole ? 'integer' : 'number',
      ...(decimal !== null && { decimalChar: decimal }),
      ...(group !== null && { groupChar: group }),
      ...(Object.keys(flags).length > 0 && { flags }),
    },
    decide,
    factor:
      (words > 0 ? 0.95 : 1) *
      Math.min(1, ...habits.map(({ confidence }) => Math.max(0.5, confidence + 0.03))),
  };
}

function marksOf({
  decimalChar,
  groupChar,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...(decimalChar !== undefined && { decimalChar }),
    ...(groupChar !== undefined && { groupChar }),
  };
}

/** A column of figures: the value of its rows, with what its heading says it measures; or left out as derived. */
export function writeValue(profile: ColumnProfile, view: TableView): WrittenGuess {
  const measure = measureOf(profile.heading);
  const to = view.record === 'seizure' ? 'quantity' : 'value';
  if (measure?.ignore && view.record === 'observation')
    return {
      to: null,
      written: { ignore: measure.ignore, screen: false },
      crosswalks: [],
      decide: [],
      factor: 1,
      why: null,
    };
  if (holdsQuantities(profile, view.language))
    return {
      to,
      written: {
        to,
        as: 'quantity',
        ...marksOf(writeFigures([profile], view, measure?.set['metric']).written),
      },
      crosswalks: [],
      decide: everyOneHasUnit(profile, view.language)
        ? []
        : [
            'Some figures stand with words or a unit ("ruim 300", "386 kg"): the wording is kept; what is the unit where none is written?',
          ],
      factor: everyOneHasUnit(profile, view.language) ? 0.98 : 0.9,
      why: 'figures with words or a unit',
    };
  const figures = writeFigures([profile], view, measure?.set['metric']);
  const set = view.record === 'seizure' ? {} : (measure?.set ?? {});
  const { unit } = measure?.set ?? {};
  const own =
    view.record === 'seizure' && unit && measure?.set['metric'] === 'quantity' ? { unit } : set;
  const written = { to, ...figures.written, ...(Object.keys(own).length > 0 && { set: own }) };
  return {
    to,
    written,
    crosswalks: [],
    decide: figures.decide,
    factor: figures.factor,
    why: measure && measure.name !== 'quantity' ? `it measures ${measure.name}` : null,
  };
}

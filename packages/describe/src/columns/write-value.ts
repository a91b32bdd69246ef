import { unitsOfMetric } from '@samenbeeld/schema';
import { flagsOf } from './flags.ts';
import { measureOf, saysPerMany } from './measures.ts';
import { numberHabit, together } from './number-habit.ts';
import type { ColumnProfile } from './profile-column.ts';
import {
  everyOneHasUnit,
  holdsQuantities,
  quantityLabels,
  wordedFigure,
} from './profile-column.ts';
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
  const group = habits.find(({ groupChar }) => groupChar !== null)?.groupChar ?? null;
  const fractions = profiles.some(({ numbers }) => numbers.points > 0);
  const decimal =
    habits.find(({ decimalChar }) => decimalChar !== null)?.decimalChar ??
    (fractions && group !== null ? (group === '.' ? ',' : '.') : null);
  const whole = decimal === null && profiles.every(({ numbers }) => numbers.exponents === 0);
  const seen = new Set(profiles.flatMap(({ numbers }) => [...numbers.flags.keys()]));
  const labels =
    one === null || !holdsQuantities(one, view.language)
      ? []
      : quantityLabels(one, view.language).units;
  const { flags, unknown: all } = flagsOf(seen, view.legend);
  // A unit behind its figure is read with it, and is no mark.
  const unknown = all.filter((flag) => !labels.some((label) => label.endsWith(flag)));
  const said = (flag: string): string => {
    const text = view.legend.get(flag)?.text;
    return text === undefined ? '' : ` ("${text}", as the file says)`;
  };
  const questions = [...new Set(habits.flatMap(({ question }) => question ?? []))];
  const percents = profiles.some(({ numbers }) => numbers.percents > 0);
  const words = profiles.reduce((sum, { words: cells, worded }) => sum + cells - worded, 0);
  const example = profiles.flatMap(({ values, marks }) =>
    [...values.keys()].filter(
      (text) =>
        /\p{L}{2}/u.test(text) && !marks.has(text) && wordedFigure(text, view.language) === null,
    ),
  )[0];
  const decide = [
    ...questions,
    ...(decimal !== null && decimal === group
      ? ['The decimal mark and the group mark seem to be the same: which is it?']
      : []),
    ...(unknown.length > 0
      ? [
          `What do ${unknown.map((flag) => `"${flag}"${said(flag)}`).join(', ')} behind the figures mean?`,
        ]
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
      ...(group !== null && group !== decimal && { groupChar: group }),
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
  flags,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...(decimalChar !== undefined && { decimalChar }),
    ...(groupChar !== undefined && { groupChar }),
    ...(flags !== undefined && { flags }),
  };
}

/** What a heading says of figures that are given in thousands or more. */
const scaled =
  /(?<![\p{L}\p{N}])(?:millions?|miljoen(?:en)?|mln\.?|mio\.?|millionen|milliards?|miljard|mrd\.?|billions?|bn|duizend(?:en)?|milliers|tausend|thousands?|(?:x|×|in)\s*1[ .,]?000)(?![\p{L}\p{N}])/iu;

/** Units of amounts, which nothing else is counted in. */
const ofAmounts: ReadonlySet<string> = new Set(
  unitsOfMetric('quantity').filter((unit) => !unitsOfMetric('offences').includes(unit)),
);

/** What figures measure by the units behind them: amounts, or reports; null where they may be several things. */
function toldByUnits(
  figures: readonly string[],
  language: TableView['language'],
): {
  readonly set: Readonly<Record<string, string>>;
  readonly decide: readonly string[];
} | null {
  const codes = figures.map((text) => wordedFigure(text, language)?.unit ?? '');
  if (codes.every((code) => ofAmounts.has(code)))
    return { set: { metric: 'quantity' }, decide: [] };
  return codes.every((code) => code === 'report')
    ? {
        set: { metric: 'str_reports', countUnit: 'report' },
        decide: [
          `Are these ("${figures[0]}") reports to a financial intelligence unit (metric str_reports), or others?`,
        ],
      }
    : null;
}

/** A column of figures with words or a unit. */
function writeQuantity(profile: ColumnProfile, view: TableView, to: string): WrittenGuess {
  const measure = measureOf(profile.heading);
  const figures = writeFigures([profile], view, measure?.set['metric']);
  const { units: behind, worded } = quantityLabels(profile, view.language);
  const [example] = worded;
  const everyUnit = everyOneHasUnit(profile, view.language);
  const { unit } = measure?.set ?? {};
  const set =
    view.record === 'observation'
      ? (measure?.set ?? {})
      : measure?.set['metric'] === 'quantity' && unit
        ? { unit }
        : {};
  const isMeasured = view.record === 'observation' && behind.length > 0;
  const told = isMeasured ? toldByUnits(behind, view.language) : null;
  const { unit: _, ...named } = isMeasured ? (measure?.set ?? {}) : {};
  const own = behind.length > 0 ? { ...told?.set, ...named } : set;
  return {
    to,
    written: {
      to,
      as: 'quantity',
      ...marksOf(figures.written),
      ...(Object.keys(own).length > 0 && { set: own }),
    },
    crosswalks: [],
    decide: [
      ...figures.decide,
      ...(named['metric'] === undefined ? (told?.decide ?? []) : []),
      ...(everyUnit || behind.length === 0
        ? []
        : [
            'Some figures stand with a unit ("386 kg") and some without: what is the unit where none is written?',
          ]),
      ...(example !== undefined && view.record === 'seizure'
        ? [
            `Some figures are worded ("${example}"): the seizure is kept as estimated, with the words in its note. Is the figure to be counted so?`,
          ]
        : []),
    ],
    factor:
      (everyUnit ? 0.98 : behind.length === 0 ? 0.95 : 0.9) *
      (figures.decide.length > 0 ? figures.factor : 1),
    why:
      example === undefined
        ? 'figures with words or a unit'
        : `${worded.length} of its labels are figures with words, such as "${example}", which are kept as their wording`,
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
  const metric = measure?.set['metric'];
  if (view.record === 'seizure' && metric !== undefined && metric !== 'quantity')
    return {
      to: null,
      written: { ignore: `${measure?.name}, which no field of a seizure holds`, screen: false },
      crosswalks: [],
      decide: [],
      factor: 1,
      why: null,
    };
  if (holdsQuantities(profile, view.language)) return writeQuantity(profile, view, to);
  const figures = writeFigures([profile], view, measure?.set['metric']);
  const set = view.record === 'seizure' ? {} : (measure?.set ?? {});
  const { unit } = measure?.set ?? {};
  const own =
    view.record === 'seizure' && unit && measure?.set['metric'] === 'quantity' ? { unit } : set;
  const [scale] = (saysPerMany(profile.heading) ? null : scaled.exec(profile.heading)) ?? [];
  const written = { to, ...figures.written, ...(Object.keys(own).length > 0 && { set: own }) };
  return {
    to,
    written,
    crosswalks: [],
    decide: scale
      ? [
          ...figures.decide,
          `"${profile.heading}" says "${scale.trim()}": the figures are in thousands or millions, which no unit holds. Multiply them in a copy, or ask the source for whole ones.`,
        ]
      : figures.decide,
    factor: figures.factor * (scale ? 0.85 : 1),
    why: measure && measure.name !== 'quantity' ? `it measures ${measure.name}` : null,
  };
}

import { type Column, dialect, type Engine } from '@samenbeeld/engine';
import {
  type Comparison,
  type ExplainedPair,
  type LinkageModel,
  linkRecords,
} from '@samenbeeld/linkage';
import { inFour, RefusalError } from '@samenbeeld/schema';
import { delayedBy, delays, type Later } from '../find-time.ts';
import { repetitionRemedy } from '../weigh-pairs.ts';
import { packing } from '../weight/habits.ts';
import type { ComparableRecord } from './comparable-record.ts';

/** Records of one block are compared where their dates lie at most so many days apart. */
const window = 7;

/** Further days at most, where something rare is shared, or one of the two days is that of a registration or of the end of a case. */
const farthest: Readonly<Record<'container' | 'weight' | 'registered' | 'closed', number>> = {
  container: 120,
  weight: 90,
  registered: 60,
  closed: delays.closed.latest,
};

/** Days that lie between two records at least: between two days, or from the end of a week to a day. */
const gap = 'greatest(l.day - r.last, r.day - l.last, 0)';
/** Whether one of two days is of what came after the other. */
const after = (what: 'registered' | 'closed'): string =>
  `((l.${what} and l.day >= r.day) or (r.${what} and r.day >= l.day))`;

/**
 * Probability that two records compared are the same, before anything is compared: odds of a half, which the level "same
 * place" makes even, as how seldom finds are is counted by place.
 */
export const prior = 0.34;

/**
 * Who names whom. Stated: a find that a file declares to share is missing in the other file once in ten times, one that
 * another country's service made once in five, one that is credited to the other once in three; a pair of which neither
 * names the other is seldom one.
 */
const tie: Comparison = {
  name: 'named',
  columns: ['country', 'seized_by', 'credits', 'service', 'services', 'declared', 'excluded'],
  levels: [
    {
      name: 'left out by declaration',
      holds: `l.excluded like '%|' || r.source || '|%' or r.excluded like '%|' || l.source || '|%'`,
      m: 0.004,
      u: 0.355,
    },
    {
      name: 'declared',
      holds: `l.declared like '%|' || r.source || '|%' or r.declared like '%|' || l.source || '|%'`,
      m: 0.405,
      u: 0.045,
    },
    {
      name: 'the other country’s find',
      holds:
        'l.country <> r.country and (l.seized_by = r.country or r.seized_by = l.country) and l.seized_by = r.seized_by and l.own <> r.own',
      m: 0.325,
      u: 0.08,
    },
    {
      name: 'credited',
      holds: `(l.country <> r.country and (l.credits like '%|' || r.country || '|%' or r.credits like '%|' || l.country || '|%'))
        or (l.country = r.country and l.service <> r.service and (l.services like '%|' || r.service || '|%' or r.services like '%|' || l.service || '|%'))`,
      m: 0.24,
      u: 0.12,
    },
  ],
  otherwise: { m: 0.026, u: 0.4 },
};

/**
 * How seldom such finds are, in the fuller of the two files: among few finds, a neighbour in time is no coincidence. Each
 * level weighs the mean number of days between finds over the fifteen days in which a partner is sought.
 */
const seldom: Comparison = {
  name: 'seldom',
  columns: ['every', 'day', 'last'],
  // Of a month more finds may be the partner than of a day.
  measure: 'least(l.every, r.every) * 15 / (15 + greatest(l.last - l.day, r.last - r.day))',
  levels: (
    [
      [360, 0.2, 0.00625],
      [180, 0.1, 0.00625],
      [90, 0.1, 0.0125],
      [45, 0.1, 0.025],
      [22, 0.1, 0.05],
      [11, 0.15, 0.15],
    ] as const
  ).map(([days, m, u]) => ({ name: `every ${days} days`, holds: `measure >= ${days}`, m, u })),
  otherwise: { m: 0.25, u: 0.75 },
};

const far = 13 / 30;

/** Days in which a partner is sought: the window either way, and the day itself. */
const sought = 2 * window + 1;

/** How much likelier a day some days after a find is of what came after it than a day of the window of another find. */
function delayed(later: Later, from: number, to: number): number {
  return ((delayedBy(from, later) - delayedBy(to + 1, later)) / (to + 1 - from)) * sought;
}

/**
 * Days between the dates beyond the window. A day of a find is seldom so far off (stated); how late a registration, or the end of a
 * case, is tells the stated delay. A level weighs what that leaves to a day of it against the fifteen days of the window.
 */
const beyond = (
  [
    ['registered 8-14 days apart', 8, 14, 'registered', delayed('registered', 8, 14)],
    ['registered 15-30 days apart', 15, 30, 'registered', delayed('registered', 15, 30)],
    ['registered 31-60 days apart', 31, 60, 'registered', delayed('registered', 31, 60)],
    ['registered longer apart', 61, null, 'registered', delayed('registered', 61, 120)],
    ['closed 8-120 days apart', 8, 120, 'closed', delayed('closed', 8, 120)],
    ['closed 121-730 days apart', 121, 730, 'closed', delayed('closed', 121, 730)],
    ['closed longer apart', 731, null, 'closed', delayed('closed', 731, farthest.closed)],
    ['8-30 days apart', 8, 30, null, 0.0136],
    ['longer apart', 31, null, null, 0.0017],
  ] as const
).map(([name, from, to, later, odds]) => ({
  name,
  holds: `${gap} ${to === null ? `>= ${from}` : `between ${from} and ${to}`}${later === null ? '' : ` and ${after(later)}`}`,
  m: odds * far,
  u: far,
}));

/** Days between the dates; an office that was told lists a find on the day or after. */
const date: Comparison = {
  name: 'date',
  columns: ['day', 'last', 'dated', 'registered', 'closed', 'own'],
  // A rougher date, or the day of a judgment, says only what it excludes.
  isNull: `${gap} <= ${window} and (not (l.dated and r.dated) or l.closed or r.closed)`,
  measure:
    'case when l.own and not r.own then r.day - l.day when r.own and not l.own then l.day - r.day else abs(l.day - r.day) end',
  levels: [
    { name: 'same day', holds: 'measure = 0', m: 0.5, u: 1 / 15 },
    { name: 'next day', holds: 'measure = 1 and l.own <> r.own', m: 0.2, u: 1 / 15 },
    {
      name: '2-3 days later',
      holds: 'measure between 2 and 3 and l.own <> r.own',
      m: 0.08,
      u: 1 / 15,
    },
    {
      name: '4-7 days later',
      holds: 'measure between 4 and 7 and l.own <> r.own',
      m: 0.06,
      u: 2 / 15,
    },
    { name: 'one day apart', holds: 'measure = 1', m: 0.06, u: 1 / 30 },
    { name: '2-3 days apart', holds: 'measure between 2 and 3', m: 0.04, u: 1 / 15 },
    { name: '4-7 days apart', holds: 'measure between 4 and 7', m: 0.03, u: 2 / 15 },
    ...beyond,
  ],
  otherwise: { m: 0.03, u: 13 / 30 },
};

const nearTo = (share: number): string => `abs(l.kg - r.kg) <= ${share} * greatest(l.kg, r.kg)`;
const times = (factor: number): string =>
  `(abs(l.kg - ${factor} * r.kg) <= 0.002 * l.kg or abs(r.kg - ${factor} * l.kg) <= 0.002 * r.kg)`;
const packed = (heavy: string, light: string): string =>
  `(${heavy}.packed and ${heavy}.kg > ${light}.kg and ${light}.kg >= ${1 - packing} * ${heavy}.kg)`;

/** Weights that are nearly the same say less where many are: by the share of weights within a tenth of the lighter. */
const crowds = [
  { name: 'rare', below: 0.04, share: 0.15, crowd: 0.02 },
  { name: 'usual', below: 0.1, share: 0.5, crowd: 0.06 },
  { name: 'common', below: 0.25, share: 0.25, crowd: 0.16 },
  { name: 'crowded', below: 2, share: 0.1, crowd: 0.35 },
] as const;

/** A level without the crowd in which it is weighed. */
export function levelAsCompared(level: string): string {
  return level.replace(/, (?:rare|usual|common|crowded|round)$/, '');
}

/** A level for each crowd. `window` is the share of the weights within a tenth either way that a chance would hit. */
function byCrowd(name: string, holds: string, m: number, window: number) {
  return crowds.map(({ name: among, below, share, crowd }) => ({
    name: `${name}, ${among}`,
    holds: `(${holds}) and greatest(l.crowd, r.crowd) < ${below}`,
    m: m * share,
    u: share * crowd * window,
  }));
}

/** 500 is not told from 50 by its digits: a slip is of a figure that has two at least. */
const digits = '(l.digits >= 2 or r.digits >= 2)';

/** Weights: equal, one with its packing, rounded, near, or equal but for a slip of the pen. */
const quantity: Comparison = {
  name: 'quantity',
  columns: ['kg', 'weighs', 'step', 'packed', 'swaps', 'crowd', 'digits'],
  levels: [
    { name: 'equal', holds: 'l.weighs = r.weighs', m: 0.58, u: 0.0015, termFrequency: 'weighs' },
    ...byCrowd('gross and net', `${packed('l', 'r')} or ${packed('r', 'l')}`, 0.17, 0.5),
    ...byCrowd(
      'rounded',
      `abs(l.kg - r.kg) <= 0.5000001 * greatest(l.step, r.step) and ${nearTo(0.1)}`,
      0.06,
      0.25,
    ),
    ...byCrowd('within 1 %', nearTo(0.01), 0.03, 0.1),
    {
      name: 'swapped digits',
      holds: `l.swaps like '%|' || r.weighs || '|%' and ${digits}`,
      m: 0.04,
      u: 0.001,
    },
    ...byCrowd('within 5 %', nearTo(0.05), 0.03, 0.4),
    { name: 'ten times', holds: `${times(10)} and ${digits}`, m: 0.035, u: 0.001 },
    { name: 'a thousand times', holds: `${times(1000)} and ${digits}`, m: 0.025, u: 0.0004 },
    { name: 'ten times, round', holds: times(10), m: 0.005, u: 0.02 },
    { name: 'a thousand times, round', holds: times(1000), m: 0.005, u: 0.005 },
  ],
  otherwise: { m: 0.02, u: 0.9671 },
};

const container: Comparison = {
  name: 'container',
  columns: ['container', 'salt'],
  // Under two salts one container has two hashes.
  isNull:
    "(l.container is null or r.container is null or (l.salt <> r.salt and l.salt <> '' and r.salt <> ''))",
  levels: [{ name: 'equal', holds: 'l.container = r.container', m: 0.97, u: 0.001 }],
  otherwise: { m: 0.03, u: 0.999 },
};

const place: Comparison = {
  name: 'place',
  columns: ['place'],
  levels: [{ name: 'equal', holds: 'l.place = r.place', m: 0.96, u: 0.5 }],
  otherwise: { m: 0.04, u: 0.5 },
};

/** Cover load and country of departure tell one story: bananas come from Ecuador, so only the finer of the two counts. */
const load: Comparison = {
  name: 'load',
  columns: ['departure', 'cover'],
  isNull: '(l.departure is null or r.departure is null) and (l.cover is null or r.cover is null)',
  levels: [
    {
      name: 'same cover load',
      holds: 'l.cover = r.cover',
      m: 0.72,
      u: 0.1,
      termFrequency: 'cover',
    },
    {
      name: 'same departure, another cover load',
      holds: 'l.departure = r.departure and l.cover <> r.cover',
      m: 0.04,
      u: 0.15,
    },
    {
      name: 'same departure',
      holds: 'l.departure = r.departure',
      m: 0.16,
      u: 0.046,
      termFrequency: 'departure',
    },
  ],
  otherwise: { m: 0.08, u: 0.704 },
};

const alike = (name: string, m: number, u: number): Comparison => ({
  name,
  columns: [name],
  levels: [{ name: 'equal', holds: `l.${name} = r.${name}`, m, u }],
  otherwise: { m: 1 - m, u: 1 - u },
});

/**
 * What two records of a find are compared by. The probabilities are stated, from how offices write: an office compares
 * fifty or five hundred records, too few to learn them all from. Each can be read in docs/methods/double-counts.md.
 */
export const seizureComparisons: readonly Comparison[] = [
  tie,
  seldom,
  date,
  quantity,
  container,
  place,
  load,
  alike('hidden', 0.9, 0.35),
  alike('transport', 0.95, 0.65),
];

const columns: readonly (Column & { readonly name: keyof ComparableRecord })[] = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'block', type: 'VARCHAR' },
  { name: 'source', type: 'VARCHAR' },
  { name: 'place', type: 'VARCHAR' },
  { name: 'day', type: 'INTEGER' },
  { name: 'last', type: 'INTEGER' },
  { name: 'dated', type: 'BOOLEAN' },
  { name: 'registered', type: 'BOOLEAN' },
  { name: 'closed', type: 'BOOLEAN' },
  { name: 'kg', type: 'DOUBLE' },
  { name: 'weighs', type: 'VARCHAR' },
  { name: 'step', type: 'DOUBLE' },
  { name: 'packed', type: 'BOOLEAN' },
  { name: 'digits', type: 'INTEGER' },
  { name: 'magnitude', type: 'DOUBLE' },
  { name: 'crowd', type: 'DOUBLE' },
  { name: 'swaps', type: 'VARCHAR' },
  { name: 'own', type: 'BOOLEAN' },
  { name: 'country', type: 'VARCHAR' },
  { name: 'seized_by', type: 'VARCHAR' },
  { name: 'credits', type: 'VARCHAR' },
  { name: 'service', type: 'VARCHAR' },
  { name: 'services', type: 'VARCHAR' },
  { name: 'declared', type: 'VARCHAR' },
  { name: 'excluded', type: 'VARCHAR' },
  { name: 'every', type: 'DOUBLE' },
  { name: 'container', type: 'VARCHAR' },
  { name: 'salt', type: 'VARCHAR' },
  { name: 'departure', type: 'VARCHAR' },
  { name: 'cover', type: 'VARCHAR' },
  { name: 'hidden', type: 'VARCHAR' },
  { name: 'transport', type: 'VARCHAR' },
];

/** So small that every pair that is compared is kept: how unlike two records are counts too. */
const keepFrom = 1e-12;

const prefix = 'same seizure';

/** A tenth off, in logarithms. */
const tenthOff = -Math.log(0.9);

/** Two weights that differ by a tenth at most. */
const weighAlike = 'abs(l.kg - r.kg) <= 0.1 * greatest(l.kg, r.kg)';

/** The longer of the two spans of days that dates stand for, less one. */
const span = 'greatest(l.last - l.day, r.last - r.day)';

const month = 30;

/** What brings two records together: days that are near, and beyond them what is rare. */
function rulesFor(records: readonly ComparableRecord[]) {
  const longest = records.reduce((most, { day, last }) => Math.max(most, last - day), 0);
  const near = (days: number, spans = longest) => ({
    bucket: 'day',
    width: days + spans,
    neighbours: true,
  });
  const magnitude = { bucket: 'magnitude', width: tenthOff, neighbours: true };
  const rare = { sql: 'case when digits >= 3 then weighs end' };
  const has = (what: 'registered' | 'closed'): boolean => records.some((record) => record[what]);
  const beyond = (days: number): string => `${gap} > ${window} and ${gap} <= ${days}`;
  return [
    {
      keys: ['block', near(window, Math.min(longest, month))],
      where: `${gap} <= ${window} and ${span} <= ${month}`,
    },
    // Of a quarter or a year too many are near: a weight or a container is shared as well.
    ...(longest > month
      ? [magnitude, 'container'].map((shared) => ({
          keys: ['block', shared, near(window)],
          where: `${gap} <= ${window} and ${span} > ${month}${shared === magnitude ? ` and ${weighAlike}` : ''}`,
        }))
      : []),
    { keys: ['block', 'container', near(farthest.container)], where: beyond(farthest.container) },
    { keys: ['block', rare, near(farthest.weight)], where: beyond(farthest.weight) },
    ...(has('registered')
      ? [
          {
            keys: ['block', magnitude, near(farthest.registered)],
            where: `${beyond(farthest.registered)} and ${after('registered')} and ${weighAlike}`,
          },
        ]
      : []),
    ...(has('closed')
      ? ['container', rare].map((shared) => ({
          keys: ['block', shared, near(farthest.closed)],
          where: `${beyond(farthest.closed)} and ${after('closed')}`,
        }))
      : []),
  ];
}

/** More pairs than persons could ever judge, and about what a machine of an office holds with their reasons. */
const mostPairs = 250_000;

/** Records that repeat one another a thousandfold are no reports of finds: which of them are the same cannot be told. */
function tooAlike(error: unknown): never {
  if (!(error instanceof RangeError) || !error.message.startsWith('blocking brings together'))
    throw error;
  const [, pairs = ''] = /^blocking brings together ([\d,]+) pairs/.exec(error.message) ?? [];
  throw new RefusalError(
    inFour(
      '{pairs} paren records van verschillende bestanden, op één plaats, met één grondslag en van één stof, liggen hoogstens {window} dagen uit elkaar of delen een gewicht of een container; hoogstens {most} kunnen vergeleken worden.',
      '{pairs} paires d’enregistrements de fichiers différents, en un lieu, sur une base et d’une substance, se trouvent à {window} jours au plus l’un de l’autre ou partagent un poids ou un conteneur ; au plus {most} peuvent être comparées.',
      '{pairs} Paare von Datensätzen verschiedener Dateien, an einem Ort, mit einer Grundlage und von einem Stoff, liegen höchstens {window} Tage auseinander oder teilen ein Gewicht oder einen Container; höchstens {most} lassen sich vergleichen.',
      '{pairs} pairs of records of different files, at one place, with one basis and of one substance, lie within {window} days of each other or share a weight or a container; at most {most} can be compared.',
      { pairs: Number(pairs.replaceAll(',', '')), window, most: mostPairs },
    ),
    {
      dimension: 'records',
      remedy: repetitionRemedy,
    },
  );
}

/**
 * Compares the records of different files by a model, and returns every pair that blocking brings together, with its
 * reasons, in the order of the ids. The tables it makes in the engine are dropped again.
 */
export async function linkSeizures(
  engine: Engine,
  records: readonly ComparableRecord[],
  model: LinkageModel,
): Promise<readonly ExplainedPair[]> {
  const sources = [...new Set(records.map(({ source }) => source))].sort();
  if (sources.length < 2) return [];
  const tables = sources.map((source) => ({
    source,
    table: `${prefix} of ${source}`,
    id: 'id',
    name: source,
  }));
  const drop = async (): Promise<void> => {
    for (const { table } of tables)
      await engine.run(`drop table if exists ${dialect.identifier(table)}`);
  };
  await drop();
  try {
    for (const { table, source } of tables)
      await engine.insert(
        table,
        columns,
        records
          .filter((record) => record.source === source)
          .map((record) => columns.map(({ name }) => record[name])),
      );
    const links = await linkRecords(engine, {
      tables: tables.map(({ table, id, name }) => ({ table, id, name })),
      blocking: rulesFor(records),
      maxPairs: mostPairs,
      // A find stands in four files at most.
      leastShare: 1 / 4,
      comparisons: seizureComparisons,
      model,
      threshold: keepFrom,
      name: prefix,
    }).catch(tooAlike);
    try {
      const explained = await links.explainAll(await links.pairs());
      const key = ({ a, b }: ExplainedPair): string => `${a} ${b}`;
      return [...explained].sort((x, y) => (key(x) < key(y) ? -1 : 1));
    } finally {
      await links.drop();
    }
  } finally {
    await drop();
  }
}

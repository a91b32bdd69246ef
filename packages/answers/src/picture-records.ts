import { dialect, type WaitOptions } from '@samenbeeld/engine';
import {
  type Asked,
  changedRules,
  coverageAsRead,
  type DoubleReport,
  type DoubleReportOptions,
  filesIn,
  findDoubleReports,
  judgeSeizures,
  parsePairSubject,
  type Reached,
  type Records,
  reachOf,
  recordsOfPair,
  reweighReports,
  type SeizureJudgements,
} from '@samenbeeld/merge';
import {
  type Break,
  type Coverage,
  type Decision,
  type Definition,
  type DoubleCount,
  englishQuoted,
  inFour,
  isPublishedBy,
  type Observation,
  observationFromRow,
  RefusalError,
  type Seizure,
  seizureFromRow,
  sheetKinds,
  type TableRow,
  type Text,
  unknownPlace,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import {
  currentDecisions,
  mayDecide,
  type Picture,
  pictureDecisions,
  readDecisions,
} from '@samenbeeld/store';
import { catalogueSource } from './find-source.ts';
import type { SourceHeld } from './held.ts';

/** What a source declares: breaks that a trend may not cross, what its files cover in full, and what it counts. */
interface Declared {
  /** Pictures of earlier versions hold those of an analyst's own sources, without their ids. */
  readonly id?: string;
  readonly breaks: readonly Break[];
  readonly coverage: readonly Coverage[];
  readonly doubleCounts: readonly DoubleCount[];
  readonly definitions: readonly Definition[];
  readonly saltMark?: string | undefined;
  readonly open?: readonly string[];
}

/** What descriptions declare, as a picture keeps it. */
export function declarationsOf(descriptions: readonly SourceHeld[]): readonly Declared[] {
  return descriptions.map(
    ({ id, breaks, coverage, definitions, doubleCounts = [], saltMark, open = [] }) => ({
      ...{ id, breaks, coverage, definitions, doubleCounts },
      ...(saltMark !== undefined && { saltMark }),
      ...(open.length > 0 && { open: open.map(({ en }) => en) }),
    }),
  );
}

/**
 * The sources of a stored picture with what they declare: as the picture keeps it, else as the catalogue does. Of any other
 * nothing is known.
 */
export function sourcesHeld({ metadata }: Pick<Picture, 'metadata'>): readonly SourceHeld[] {
  const kept = (metadata.details?.['declared'] ?? []) as readonly Declared[];
  const known = new Set(catalogue());
  const byId = new Map(kept.map((one) => [one.id, one]));
  const unnamed = kept.filter(({ id }) => id === undefined);
  const nothing = { breaks: [], coverage: [], definitions: [], doubleCounts: [] };
  const ofFigures = metadata.sources.filter(({ kind }) => !Object.hasOwn(sheetKinds, kind));
  return ofFigures.map((source): SourceHeld => {
    const { id } = source;
    const declared: Omit<Declared, 'id' | 'doubleCounts'> & Pick<SourceHeld, 'doubleCounts'> =
      byId.get(id) ??
      (known.has(id) ? { ...catalogueSource(id), open: [] } : (unnamed.shift() ?? nothing));
    const { breaks, coverage, definitions, doubleCounts = [], saltMark, open = [] } = declared;
    return {
      ...{ id, source, breaks, coverage, definitions, doubleCounts, saltMark },
      open: open.map(englishQuoted),
    };
  });
}

/** By source, what tells its salt from those of others, where it is kept. */
export function saltMarksOf(sources: readonly SourceHeld[]): ReadonlyMap<string, string> {
  return new Map(sources.flatMap(({ id, saltMark }) => (saltMark ? [[id, saltMark]] : [])));
}

/** Which records of a stored picture are read. */
export interface PictureRecordsOptions extends WaitOptions {
  /** A decisions.jsonl whose lines come after those in the picture. */
  readonly later?: string | undefined;
  /** The questions that the records are to answer; every record where they are left out. */
  readonly about?: readonly Asked[] | undefined;
  /** Kinds of which nothing is read, but for what persons judged. */
  readonly unread?: readonly RecordKind[] | undefined;
  /** A RefusalError where more of one kind would be read. */
  readonly atMost?: number | undefined;
}

/** The two kinds of records of a picture. */
export type RecordKind = 'observations' | 'seizures';

/** The records of a stored picture that were known by its date, with what its sources declare and what was decided. */
export interface PictureRecords extends Required<Omit<Records, 'pairs'>> {
  /** Every decision in the order it was taken. */
  readonly taken: readonly Decision[];
  /** The roles, and codes of services, that may decide; every role where none is named. */
  readonly deciding: readonly string[];
  /** What persons said of records that may be one seizure, as far as it holds. */
  readonly judged: SeizureJudgements;
  /**
   * Pairs of seizures that may be one, as the build weighed them, with what was decided since. A picture that was written
   * without them has them compared; where that is refused, asking for them throws that RefusalError.
   */
  pairs(): Promise<readonly DoubleReport[]>;
}

interface StoredPair extends Omit<DoubleReport, 'reasons' | 'prior'> {
  readonly reasons: string;
  readonly prior?: number;
}

/** The pairs as the build weighed them, those of some records or all; null where a picture was written without. */
async function storedPairs(
  stored: Picture,
  ids: ReadonlySet<string> | null,
): Promise<readonly DoubleReport[] | null> {
  if (!stored.has('double_report')) return null;
  const sides = ids && (await pairSides(stored));
  const keys = sides?.filter((pair) => recordsOfPair(pair).every((id) => ids?.has(id)));
  if (keys?.length === 0) return [];
  const rows = await stored.rows<StoredPair>(
    'double_report',
    keys ? { where: oneOf('key', new Set(keys.map(({ key }) => key))) } : {},
  );
  return rows.map(({ reasons: text, prior, ...pair }): DoubleReport => {
    const reasons = JSON.parse(text) as DoubleReport['reasons'];
    // Pictures of earlier versions hold the weight with the odds before it.
    const before = pair.weight - reasons.reduce((sum, { weight }) => sum + weight, 0);
    return { ...pair, prior: prior ?? before, reasons };
  });
}

type PairSides = Pick<StoredPair, 'key' | 'a' | 'b'>;

/** What each listed pair is of. */
async function pairSides(stored: Picture): Promise<readonly PairSides[]> {
  return stored.has('double_report')
    ? await stored.engine.rows<PairSides>('select key, a, b from double_report')
    : [];
}

async function weighedPairs(
  stored: Picture,
  seizures: readonly Seizure[],
  isPart: boolean,
  options: DoubleReportOptions & { readonly decisions: ReadonlyMap<string, Decision> },
): Promise<readonly DoubleReport[]> {
  const found = await storedPairs(stored, isPart ? new Set(seizures.map(({ id }) => id)) : null);
  return found
    ? reweighReports(seizures, found, options)
    : findDoubleReports(stored.engine, seizures, options);
}

/** A condition in SQL: a column, or other SQL, has one of some values. */
function oneOf(column: string, values: ReadonlySet<string | null>): string {
  const texts = [...values].flatMap((value) => (value === null ? [] : [dialect.literal(value)]));
  const some = texts.length > 0 ? [`${column} in (${texts.join(', ')})`] : [];
  const none = values.has(null) ? [`${column} is null`] : [];
  return [...some, ...none].join(' or ') || 'false';
}

/** `drugOf` in SQL. */
const drugColumn =
  "coalesce(substance, case when metric in ('quantity', 'seizures') and offence is null then national_code end)";

/** The records that are reached, as a condition in SQL. */
function reachedWhere(parts: readonly Reached[], drug: string): string {
  const conditions = parts.map(({ places, drugs, basis, metric }) =>
    [
      ...(places ? [oneOf('place', new Set(places))] : []),
      ...(drugs ? [oneOf(drug, new Set(drugs))] : []),
      ...(basis === null ? [] : [oneOf('basis', new Set([basis]))]),
      ...(metric === null ? [] : [oneOf('metric', new Set([metric]))]),
    ]
      .map((condition) => `(${condition})`)
      .join(' and '),
  );
  return conditions.map((condition) => `(${condition || 'true'})`).join(' or ') || 'false';
}

async function distinct(stored: Picture, column: string): Promise<readonly (string | null)[]> {
  const rows = await stored.engine.rows<{ readonly value: string | null }>(
    `select distinct ${column} as value from observation order by 1`,
  );
  return rows.map(({ value }) => value);
}

/** Conditions for the records that may speak about some questions; null stands for every one. */
async function whereOf(
  stored: Picture,
  { about, unread = [] }: PictureRecordsOptions,
): Promise<Readonly<Record<RecordKind, string | null>>> {
  const of = (kind: RecordKind, where: string | null) => (unread.includes(kind) ? 'false' : where);
  if (about === undefined)
    return { observations: of('observations', null), seizures: of('seizures', null) };
  const named = stored.has('observation')
    ? {
        places: (await distinct(stored, 'place')).filter((place) => place !== null),
        drugs: await distinct(stored, drugColumn),
      }
    : { places: [], drugs: [] };
  const reaches = about.map((asked) => reachOf(asked, named));
  return {
    observations: reachedWhere(
      reaches.flatMap(({ observations }) => observations),
      drugColumn,
    ),
    seizures: reachedWhere(
      reaches.flatMap(({ seizures }) => seizures),
      'substance',
    ),
  };
}

const tableOf = { observations: 'observation', seizures: 'seizure' } as const;

const kindWords: Readonly<Record<RecordKind, Text>> = {
  observations: inFour('waarnemingen', 'observations', 'Beobachtungen', 'observations'),
  seizures: inFour('vangsten', 'saisies', 'Sicherstellungen', 'seizures'),
};

/** Refuses to read more records of a kind than may be. */
async function refuseMany(
  stored: Picture,
  wheres: Readonly<Record<RecordKind, string | null>>,
  atMost: number,
  waiting: WaitOptions,
): Promise<void> {
  for (const kind of ['observations', 'seizures'] as const) {
    const where = wheres[kind];
    const n = await stored.count(tableOf[kind], { ...(where !== null && { where }), ...waiting });
    if (n > atMost)
      throw new RefusalError(
        inFour(
          '{n} {kind} kunnen hierover gaan, en er worden er hooguit {most} tegelijk gelezen.',
          '{n} {kind} peuvent porter là-dessus, et au plus {most} sont lues à la fois.',
          '{n} {kind} können davon handeln, und höchstens {most} werden auf einmal gelesen.',
          '{n} {kind} may speak about this, and at most {most} are read at once.',
          { n, most: atMost, kind: kindWords[kind] },
        ),
        {
          dimension: 'rows',
          remedy: inFour(
            'Noem de plaats, de drug, de grondslag en wat is gemeten.',
            'Nommez le lieu, la drogue, la base et la mesure.',
            'Nennen Sie Ort, Droge, Grundlage und Messgröße.',
            'Name the place, the drug, the basis and the measure.',
          ),
        },
      );
  }
}

/** The records of a kind that were known by the day of a picture, as a condition in SQL. */
export async function knownWhere(stored: Picture, kind: RecordKind): Promise<string> {
  const { asOf } = stored.metadata;
  if (asOf === undefined || !stored.has(tableOf[kind])) return 'true';
  if (kind === 'seizures') return `coalesce(registered_on, date) <= ${dialect.literal(asOf)}`;
  const days = await distinct(stored, 'published_on');
  return oneOf('published_on', new Set(days.filter((day) => isPublishedBy(day, asOf))));
}

/** How many records there are of a source, and from which day to which. */
export interface SourceExtent {
  readonly source: string;
  readonly rows: number;
  readonly first: string;
  readonly last: string;
}

/** What a stored picture holds of each source, of the records that were known by its day. */
export async function pictureExtent(
  stored: Picture,
): Promise<Readonly<Record<RecordKind, readonly SourceExtent[]>>> {
  const extent = async (kind: RecordKind, first: string, last: string) =>
    stored.has(tableOf[kind])
      ? await stored.engine.rows<SourceExtent>(
          `select source, count(*) as "rows", min(${first}) as "first", max(${last}) as "last" from ${tableOf[kind]} where ${await knownWhere(stored, kind)} group by source order by source`,
        )
      : [];
  return {
    observations: await extent('observations', 'period_start', 'period_end'),
    seizures: await extent('seizures', 'date', 'date'),
  };
}

/**
 * What drafts of earlier versions kept as the place of all their records, where the question which place it is stood open: no place
 * at all, so that answers are given of the place not known.
 */
export const placeholder = 'XX';

/** A record of such a draft, of the place not known. */
export const unplaced = <R extends Observation | Seizure>(record: R): R =>
  record.place === placeholder ? { ...record, place: unknownPlace } : record;

/** What tells scopes apart, by the columns of the two tables. */
const scopeColumns: Readonly<Record<RecordKind, string>> = {
  observations:
    'place, substance, offence, national_code, level, count_unit, basis, metric, unit, stat, freq',
  seizures: 'place, substance, basis, unit',
};

/**
 * One record of each scope of which a stored picture holds a figure or a find: what may be asked of it, without its millions
 * of rows.
 */
export async function pictureScopes(
  stored: Picture,
): Promise<Pick<PictureRecords, 'observations' | 'seizures'>> {
  const one = async (kind: RecordKind, amount: string) => {
    if (!stored.has(tableOf[kind])) return [];
    const columns = scopeColumns[kind];
    return stored.engine.rows<TableRow>(
      `select ${columns}, min(${amount}) as ${amount} from ${tableOf[kind]} where ${await knownWhere(stored, kind)} group by ${columns} order by ${columns}`,
    );
  };
  const [observations, seizures] = [
    (await one('observations', 'value')).map(observationFromRow),
    (await one('seizures', 'quantity')).map(seizureFromRow),
  ];
  const isUnplaced =
    stored.metadata.draft === true &&
    [...observations, ...seizures].every(({ place }) => place === placeholder);
  return {
    observations: isUnplaced ? observations.map(unplaced) : observations,
    seizures: isUnplaced ? seizures.map(unplaced) : seizures,
  };
}

/** So many records of a picture without pairs are compared as a whole, whatever part of them is asked. */
const comparedWhole = 100_000;

/**
 * The seizures that may speak about some questions, with those that a listed pair ties to them, and those that persons judged:
 * what was said of one moves the others that a chain of pairs leads to.
 */
async function seizuresOf(
  stored: Picture,
  where: string | null,
  judged: readonly Decision[],
  waiting: WaitOptions,
): Promise<readonly Seizure[]> {
  if (where === null) return stored.seizures(waiting);
  if (!stored.has('double_report') && (await stored.count('seizure')) <= comparedWhole)
    return stored.seizures(waiting);
  const reached = await stored.seizures({ where, ...waiting });
  const ids = new Set(reached.map(({ id }) => id));
  const named = judged.flatMap(({ subject }) => {
    const pair = parsePairSubject(subject);
    return pair ? recordsOfPair(pair) : [];
  });
  const tied = (await pairSides(stored))
    .map(recordsOfPair)
    .filter((sides) => named.length > 0 || sides.some((id) => ids.has(id)))
    .flat();
  const further = new Set([...named, ...tied].filter((id) => !ids.has(id)));
  if (further.size === 0) return reached;
  return [...reached, ...(await stored.seizures({ where: oneOf('id', further), ...waiting }))];
}

/**
 * What a stored picture holds that may speak about a question, for `settle`: records known by its date, what their sources
 * declare, and the decisions in force. Of a picture of millions of rows only those are read that may speak about the questions.
 */
export async function pictureRecords(
  stored: Picture,
  options: PictureRecordsOptions = {},
): Promise<PictureRecords> {
  const { later, atMost, signal } = options;
  const { all: built, deciding } = await pictureDecisions(stored);
  const known = new Set(built.map(({ id }) => id));
  const added = later === undefined ? [] : await readDecisions(later);
  const taken: readonly Decision[] = [...built, ...added.filter(({ id }) => !known.has(id))];
  const { asOf, details } = stored.metadata;
  const where = await whereOf(stored, options);
  const waiting = signal === undefined ? {} : { signal };
  if (atMost !== undefined) await refuseMany(stored, where, atMost, waiting);
  const ofClaims = where.observations === null ? {} : { where: where.observations };
  const observations: readonly Observation[] = (
    await stored.observations({ ...ofClaims, ...waiting })
  ).filter(({ publishedOn }) => asOf === undefined || isPublishedBy(publishedOn, asOf));
  const allowed = taken.filter((one) => mayDecide(deciding, one));
  const onPairs = allowed.filter(({ kind }) => kind === 'same-seizure');
  const seizures: readonly Seizure[] = (
    await seizuresOf(stored, where.seizures, onPairs, waiting)
  ).filter(({ registeredOn, date }) => !asOf || (registeredOn ?? date) <= asOf);
  const sources = sourcesHeld(stored);
  const breaks = sources.flatMap((source) => source.breaks);
  const files = filesIn(stored.metadata);
  const coverage = coverageAsRead(
    sources.flatMap((source) => source.coverage),
    files,
  );
  const definitions = sources.flatMap((source) => source.definitions);
  const doubleCounts = sources.flatMap((source) => source.doubleCounts ?? []);
  const judged = judgeSeizures(allowed, seizures, {
    definitions,
    agreeing: details?.['twoPersons'] === true ? 2 : 1,
  });
  const decisions: ReadonlyMap<string, Decision> = new Map([
    ...[...currentDecisions(allowed.filter(({ kind }) => kind !== 'same-seizure'))].filter(
      ([, decision]) => changedRules(decision, { breaks, definitions }) === null,
    ),
    ...judged.inForce,
  ]);
  const { seed: given } = details ?? {};
  const seed = typeof given === 'number' ? given : 1;
  const weighing = {
    decisions: judged.inForce,
    definitions,
    declared: doubleCounts,
    saltMarks: saltMarksOf(sources),
    seed,
  };
  let weighed: Promise<readonly DoubleReport[]> | null = null;
  return {
    observations,
    seizures,
    taken,
    deciding,
    decisions,
    judged,
    breaks,
    coverage,
    files,
    definitions,
    seed,
    pairs: () => {
      weighed ??= weighedPairs(stored, seizures, where.seizures !== null, weighing);
      return weighed;
    },
  };
}

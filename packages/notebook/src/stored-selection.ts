import type { RecordKind } from '@samenbeeld/answers';
import { dialect, type WaitOptions } from '@samenbeeld/engine';
import {
  formatNumber,
  inEach,
  inFour,
  observationTable,
  parsePeriod,
  RefusalError,
  seizureTable,
  type TableColumn,
  type Text,
} from '@samenbeeld/schema';
import type { CriteriaOf, Row } from './criteria.ts';
import { frameOf, tableOf } from './frames.ts';
import { awaited, plainly, shown } from './kernel.ts';
import { type AnyCriteria, inOrder, resolveCriteria, testsOf } from './match-row.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { refused } from './refused.ts';

/** So many rows of a kind are at hand without waiting. */
export const atHand = 100_000;

/** Rows of a kind that lie in the files of a picture. */
export interface StoredRows<R extends Row> {
  readonly picture: Picture;
  readonly kind: RecordKind;
  /** Of each place, drug, basis and so on that the rows name one row, by which criteria are understood. */
  readonly examples: readonly R[];
  /** The rows that fulfil a condition in SQL and were known by the day of the picture. */
  read(where: string, options: WaitOptions): Promise<readonly R[]>;
  count(where: string, options: WaitOptions): Promise<number>;
  /** The picture of what may speak about the place, drug, basis and measure that criteria name. */
  part(steps: readonly AnyCriteria[], options: WaitOptions): Promise<Picture>;
}

/** Criteria as a condition in SQL, and whether it says all that they say. */
interface Condition {
  readonly where: string;
  readonly isWhole: boolean;
}

const whole = (where: string): Condition => ({ where, isWhole: true });
const none: Condition = { where: 'true', isWhole: false };

function oneOf(column: string, values: readonly unknown[]): Condition {
  const texts = values.filter((value) => typeof value === 'string').map(dialect.literal);
  const conditions = [
    ...(texts.length > 0 ? [`${column} in (${texts.join(', ')})`] : []),
    ...(values.includes(null) ? [`${column} is null`] : []),
  ];
  return whole(conditions.length > 0 ? `(${conditions.join(' or ')})` : 'false');
}

const columnsOf: Readonly<Record<RecordKind, readonly TableColumn[]>> = {
  observations: observationTable,
  seizures: seizureTable,
};

const listed = (agency: string): string =>
  `position(${dialect.literal(`+${agency}+`)} in '+' || agencies || '+') > 0`;

/** One criterion in SQL; what cannot be said in it is tested on the rows. */
function conditionOf<R extends Row>(
  field: string,
  wanted: unknown,
  { kind, examples }: StoredRows<R>,
): Condition {
  const [start, end] = kind === 'seizures' ? ['date', 'date'] : ['period_start', 'period_end'];
  const within = (from: string, to: string): string =>
    `(${start} >= ${dialect.literal(from)} and ${end} <= ${dialect.literal(to)})`;
  switch (field) {
    case 'place':
    case 'substance': {
      const tests = testsOf({ [field]: wanted } as AnyCriteria, examples);
      const fulfil = examples.filter((row) => tests.every((test) => test(row)));
      return oneOf(field, [...new Set(fulfil.map((row) => row[field]))]);
    }
    case 'agencies': {
      const all = (wanted as string).split('+');
      const length = `length(agencies) = ${all.join('+').length}`;
      return whole([length, ...all.map(listed)].join(' and '));
    }
    case 'agency':
      return whole(listed(wanted as string));
    case 'year': {
      const spans = [wanted].flat().map((year) => parsePeriod(String(year)));
      return whole(
        `(${spans.map((span) => within(span.start, span.end)).join(' or ') || 'false'})`,
      );
    }
    case 'from':
      return whole(`${start} >= ${dialect.literal(parsePeriod(String(wanted)).start)}`);
    case 'to':
      return whole(`${end} <= ${dialect.literal(parsePeriod(String(wanted)).end)}`);
    default: {
      const column = columnsOf[kind].find((one) => one.field === field);
      return column?.type === 'VARCHAR' ? oneOf(column.name, [wanted].flat()) : none;
    }
  }
}

function conditionsOf<R extends Row>(
  steps: readonly AnyCriteria[],
  rows: StoredRows<R>,
): Condition {
  const conditions = steps
    .flatMap((step) => Object.entries(step))
    .filter(([, wanted]) => wanted !== undefined)
    .map(([field, wanted]) => conditionOf(field, wanted, rows));
  return {
    where: conditions.map(({ where }) => where).join(' and ') || 'true',
    isWhole: conditions.every(({ isWhole }) => isWhole),
  };
}

const tooMany: Readonly<Record<RecordKind, Text>> = {
  observations: {
    nl: 'Dit beeld heeft {n} cijfers; zonder wachten zijn er hooguit {most} bij de hand.',
    fr: 'Ce tableau contient {n} chiffres ; sans attendre, {most} au plus sont disponibles.',
    de: 'Dieses Lagebild enthält {n} Zahlen; ohne Warten stehen höchstens {most} bereit.',
    en: 'This picture holds {n} figures; without waiting at most {most} are at hand.',
  },
  seizures: {
    nl: 'Dit beeld heeft {n} vangsten; zonder wachten zijn er hooguit {most} bij de hand.',
    fr: 'Ce tableau contient {n} saisies ; sans attendre, {most} au plus sont disponibles.',
    de: 'Dieses Lagebild enthält {n} Funde; ohne Warten stehen höchstens {most} bereit.',
    en: 'This picture holds {n} seizures; without waiting at most {most} are at hand.',
  },
};

/** What is said of rows that are not at hand, with the call that waits for them. */
export function notAtHand(size: number, kind: RecordKind, call: string): RefusalError {
  const says = inEach((language) =>
    tooMany[kind][language]
      .replace('{n}', formatNumber(size, language))
      .replace('{most}', formatNumber(atHand, language)),
  );
  return new RefusalError(says, {
    dimension: 'rows',
    remedy: inFour(
      'Schrijf `{call}`; voor tabellen, totalen en trends `const part = await ….load()`.',
      'Écrivez `{call}` ; pour les tableaux, totaux et tendances, `const part = await ….load()`.',
      'Schreiben Sie `{call}`; für Tabellen, Summen und Trends `const part = await ….load()`.',
      'Write `{call}`; for tables, totals and trends, `const part = await ….load()`.',
      { call },
    ),
  });
}

/** The rows of a large picture that fulfil every step: each is read when it is awaited. */
export function storedSelectionOf<R extends Row>(
  stored: StoredRows<R>,
  steps: readonly CriteriaOf<R>[] = [],
  tests: readonly ((row: R) => boolean)[] = [],
): Selection<R> {
  const { picture, kind, examples } = stored;
  const refuse = (call: string): never => {
    throw plainly(notAtHand(picture.extent[kind].size, kind, call), picture.language);
  };
  const every = (row: R): boolean => tests.every((test) => test(row));
  const rows = async (options: WaitOptions = {}): Promise<readonly R[]> => {
    const { where, isWhole } = conditionsOf(steps as readonly AnyCriteria[], stored);
    const read = await stored.read(where, options);
    const tested = isWhole ? [] : steps.flatMap((step) => testsOf(step as AnyCriteria, examples));
    return inOrder(read.filter((row) => tested.every((test) => test(row)) && every(row)));
  };
  const size = async (options: WaitOptions = {}): Promise<number> => {
    const { where, isWhole } = conditionsOf(steps as readonly AnyCriteria[], stored);
    return isWhole && tests.length === 0
      ? stored.count(where, options)
      : (await rows(options)).length;
  };
  const plain = async <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((error: unknown) => {
      throw plainly(error, picture.language);
    });
  const selection: Selection<R> = {
    picture,
    steps,
    passes: every,
    get rows() {
      return refuse('await ….async.rows()');
    },
    get size() {
      return refuse('await ….async.size()');
    },
    async: {
      rows: (options) => awaited('….async.rows()', plain(rows(options))),
      size: (options) => awaited('….async.size()', plain(size(options))),
      arquero: (options) => awaited('….async.arquero()', plain(rows(options).then(tableOf))),
    },
    load: (options = {}) =>
      awaited(
        '….load()',
        plain(
          stored.part(steps as readonly AnyCriteria[], options).then((part) => {
            const all: Selection = part[kind];
            const chosen = steps.reduce((some, step) => some.where(step as AnyCriteria), all);
            return tests.reduce(
              (some, test) => some.filter(test as (row: Row) => boolean),
              chosen,
            ) as Selection<R>;
          }),
        ),
      ),
    where(criteria) {
      try {
        const step = resolveCriteria(criteria as AnyCriteria, examples) as CriteriaOf<R>;
        testsOf(step as AnyCriteria, examples);
        return storedSelectionOf(stored, [...steps, step], tests);
      } catch (error) {
        throw plainly(error, picture.language);
      }
    },
    at: (place) => selection.where({ place } as CriteriaOf<R>),
    asOf: () => refuse('(await ….load()).asOf(day)'),
    filter: (test) => storedSelectionOf(stored, steps, [...tests, test]),
    table: () => refuse('(await ….load()).table()'),
    arquero: () => refuse('await ….async.arquero()'),
    danfo: () => awaited('….danfo()', plain(rows().then(frameOf))),
  };
  return shown(selection, () =>
    refused(picture, notAtHand(picture.extent[kind].size, kind, 'await ….async.rows()')).outputs(),
  );
}

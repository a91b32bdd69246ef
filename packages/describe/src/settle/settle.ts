import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { countries, type Language } from '@samenbeeld/schema';
import {
  type Column,
  type ColumnGuess,
  columnOf,
  conclusionOf,
  gain,
  type Look,
  reading,
  type TableRecord,
} from '../column.ts';
import { measureOf, unfit } from '../columns/measures.ts';
import { codesOf, labelsUnder, mappingsOf } from '../mapped-codes.ts';
import { type Persons, withoutPersons } from '../persons/persons.ts';
import type { Relation } from '../relations/relation.ts';
import { fillsDown, type StatedOnce } from '../stated-once.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  fieldsOf,
  groupsIn,
  isFigureField,
  isOne,
  setIn,
  type WrittenPart,
  withCells,
} from '../written.ts';
import { filledOnce, intoSets, partlySet, setOf } from './set-once.ts';

/** What tells the figures of one column from those of another in the same row. */
const telling = ['metric', 'unit', 'stat', 'definition', 'level', 'basis'];

interface Figures {
  readonly guess: ColumnGuess;
  readonly set: WrittenPart;
  /** The fields that its headings give, and how: a month is never a year. */
  readonly groups: string;
  readonly name: string;
  /** What it measures where no metric says so, or null. */
  readonly unfit: string | null;
}

/** A heading without its years and marks. */
const bare = (heading: string): string =>
  heading
    .replace(/ #\d+$/u, '')
    .replace(/[\d*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function figuresOf(guess: ColumnGuess): Figures | null {
  const { written } = guess;
  if (guess.to !== 'value' || written === null || !isOne(written)) return null;
  const groups = Object.values(groupsIn(written));
  const name = bare(guess.headings[0] ?? '');
  const measure = measureOf(name)?.name ?? '';
  return {
    guess,
    set: setIn(cellsOf(written)),
    groups: groups
      .map((group) => `${fieldIn(group)} ${group['as'] ?? ''}`)
      .sort()
      .join(' '),
    name,
    unfit: unfit.get(measure) ?? null,
  };
}

function alike(one: Figures, other: Figures): boolean {
  if (one.groups !== other.groups || one.name.toLowerCase() === other.name.toLowerCase())
    return false;
  if (one.unfit !== null || other.unfit !== null) {
    const metric = (one.unfit === null ? one : other).set['metric'] ?? 'offences';
    return metric === 'offences';
  }
  return telling.every((field) => one.set[field] === other.set[field]);
}

/** Left out until a person says what it measures, each of its columns by name. */
function leftOut(column: Column, { guess, unfit: what }: Figures, question: string): Column[] {
  const single = guess.kind === 'column';
  const entry = reading({
    written: { ignore: `${what}, which no metric holds`, screen: false },
    confidence: 0.5,
    reason: `the heading says ${what}`,
    alternatives:
      single && guess.written
        ? [
            {
              value: { to: guess.to, written: guess.written },
              confidence: 0.4,
              reason: 'figures all the same',
            },
          ]
        : [],
    decide: [question],
    samples: single ? guess.samples : [],
  });
  return column.evidence.map((each) => columnOf('column', [each], ...column.entries, entry));
}

/**
 * Columns of figures that would make records which nothing tells apart, with a question on each; of two, the one that
 * measures what no metric holds is proposed to be left out.
 */
function toldApart(columns: readonly Column[], sums: readonly Relation[]): readonly Column[] {
  // The parts of a verified sum are left out beside it, so that they are nobody's twins.
  const parts = new Set(sums.flatMap(({ from }) => from));
  const figures = columns.map((column) =>
    column.kind === 'column' && parts.has(column.headings[0] ?? '')
      ? null
      : figuresOf(conclusionOf(column)),
  );
  const all = figures.filter((each): each is Figures => each !== null);
  return columns.flatMap((column, at): readonly Column[] => {
    const own = figures[at];
    const twins = own ? all.filter((other) => other !== own && alike(own, other)) : [];
    if (!own || (twins.length === 0 && own.unfit === null)) return [column];
    const asked = (reason: string, question: string): readonly Column[] => [
      {
        ...column,
        entries: [
          ...column.entries,
          { entry: 'finding', reason, atMost: thresholds.untold, decide: [question] },
        ],
      },
    ];
    if (twins.length === 0)
      return asked(
        `no metric holds ${own.unfit}`,
        `"${own.name}" are ${own.unfit}, which no metric holds: are they to count as offences, under a definition of their own?`,
      );
    // What is asked of one is asked of all that are alike.
    const asksForAll =
      figures.findIndex((each) => each === own || (each !== null && twins.includes(each))) === at;
    const shown = twins
      .slice(0, 3)
      .map(({ name }) => `"${name}"`)
      .join(', ');
    const question = `"${own.name}" and ${shown} would make records that nothing tells apart${own.set['metric'] ? ` (metric ${own.set['metric']}${own.set['unit'] ? `, unit ${own.set['unit']}` : ''})` : ''}: leave out all but one, or set a metric or a definition of its own on each.`;
    if (own.unfit !== null && twins.some((other) => other.unfit === null))
      return leftOut(column, own, question);
    const reason = `nothing tells its records from those of ${shown}`;
    if (asksForAll) return asked(reason, question);
    return [
      {
        ...column,
        entries: [
          ...column.entries,
          { entry: 'finding', reason, atMost: thresholds.untold, askedBeside: true },
        ],
      },
    ];
  });
}

function countryOf(code: string | null | undefined): string | null {
  const country = code?.slice(0, 2) ?? '';
  return countries.has(country) ? country : null;
}

/**
 * Where a file of seizures has places in several countries and does not say who seized, the country of the place is
 * proposed as the one that seized, and asked.
 */
function seizedByCountryOfPlace(table: ReadTable, language: Language): Look {
  return (columns) => {
    const filled = columns.some((column) =>
      mappingsOf(column).some(({ to }) => to === 'seizingCountry'),
    );
    const place = columns.find(({ kind, to }) => kind === 'column' && to === 'place');
    const labels = filled || !place ? null : labelsUnder(table, place.headings[0]);
    if (!place || !labels || labels.length > thresholds.listedPlaces) return () => null;
    const codes: Record<string, string> = Object.create(null);
    for (const [label, code] of codesOf(labels, place, 'seizure', language)) {
      const country = countryOf(code);
      if (country !== null) codes[label] = country;
    }
    if (new Set(Object.values(codes)).size < 2) return () => null;
    return (column) =>
      column === place
        ? {
            entry: 'finding',
            reason: 'the places lie in several countries, and no column says who seized',
            written: [...mappingsOf(place), { to: 'seizingCountry', codes }],
            decide: ['did the country of the place seize? No column says who did'],
          }
        : null;
  };
}

const counts =
  /(?<![\p{L}\p{M}])(?:aantal(?:len)?|anzahl(?:en)?|nombres?|numbers?|counts?|nb|nbre|anz)(?![\p{L}\p{M}])/iu;
const seized =
  /inbeslag|onderschep|vangst|saisie|intercept|sicherstell|beschlagnahm|aufgriff|seiz/iu;

/** Whether a heading says that things are counted, and not which. */
function countsSomething(heading: string): boolean {
  const bare = heading.replace(/ #\d+$/u, '').replace(/[\d*]+/gu, ' ');
  const measure = measureOf(bare.trim());
  return measure === null ? counts.test(bare) : measure.name === 'cases';
}

/**
 * Figures headed only "Anzahl", "Aantal" or "Nombre" beside amounts of drugs count the seizures, and are no amounts
 * themselves; that it is seizures that are counted, and not packages or persons, is asked.
 */
function countsBesideAmounts(around: string): Look {
  return (columns) => {
    const amount = columns.find((column) => setOf(column)?.['metric'] === 'quantity');
    const drugs = columns.some(({ to }) => to === 'substance');
    if (!amount || !(drugs || seized.test(around))) return () => null;
    const beside = amount.headings[0] ?? '';
    return (column) => {
      const set = setOf(column);
      const { written } = column;
      const [heading = ''] = column.headings;
      if (!set || written === null || !isOne(written) || !countsSomething(heading)) return null;
      if (set['metric'] !== undefined && set['metric'] !== 'offences') return null;
      const counted = { metric: 'seizures', unit: 'seizure', countUnit: 'seizure' };
      return {
        entry: 'finding',
        reason: `a count beside the amounts of "${beside}"`,
        written: withCells(written, (cells) => ({ ...cells, set: { ...set, ...counted } })),
        atMost: thresholds.countBesideAmounts,
        decide: [
          `Does "${heading}" count seizures (metric seizures, unit seizure)? It stands beside "${beside}", and does not say what is counted: where it is packages or persons, set that unit`,
        ],
      };
    };
  };
}

/**
 * Figures under words that name nothing known, beside amounts that say what they are: no amounts of the same drug, so that
 * nothing is proposed for them.
 */
const unnamedBesideAmounts: Look = (columns) => {
  const amount = columns.find((column) =>
    ['quantity', 'price'].includes(String(setOf(column)?.['metric'] ?? '')),
  );
  if (!amount) return () => null;
  return (column) => {
    const [heading = ''] = column.headings;
    const set = column.kind === 'column' ? setOf(column) : null;
    const isNamed = set === null || set['metric'] !== undefined || measureOf(heading) !== null;
    if (isNamed || column.confidence >= thresholds.countsNothing) return null;
    return reading({
      ...column,
      to: null,
      written: {
        ignore: `what it counts beside "${amount.headings[0]}" is not known`,
        screen: false,
      },
      confidence: 0.4,
      reason: `figures under words that name no measure, beside "${amount.headings[0]}"`,
      alternatives:
        column.written === null
          ? column.alternatives
          : [
              {
                value: { to: column.to, written: column.written },
                confidence: 0.3,
                reason: 'figures all the same',
              },
              ...column.alternatives,
            ],
      decide: [`What does "${heading}" count? Map it with a metric of its own, or leave it out.`],
    });
  };
};

/** Labels of a finer place for each of the wider, from which on the figures are those of the finer. */
const finerPlaces = 2;

/** A country beside a finer place that is kept as a note: whether the figures are of the country is asked. */
const finerBeside: Look = (columns) => {
  const finer = columns.find(({ to, kind }) => to === 'placeNote' && kind === 'column');
  const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
  const several = new Set(finer?.samples).size >= finerPlaces;
  const wide = place?.samples.every(
    (cell) => countries.has(cell) || countries.lookup(cell).kind === 'exact',
  );
  if (!finer || !place || !several || !wide) return () => null;
  return (column) =>
    column === place
      ? {
          entry: 'finding',
          reason: `"${finer.headings[0]}" is finer`,
          atMost: thresholds.asked,
          decide: [
            `Are the figures those of "${finer.headings[0]}", a part of "${place.headings[0]}"? Then that is the place, and the country is left out.`,
          ],
        }
      : null;
};

/** What a code of a place of one's own may be called; digits, letters, blanks and dashes. */
const ownName = /^\p{L}[\p{L}\p{N}'’ .-]+$/u;

/**
 * A country beside finer places that alone tell its rows apart: the figures are those of the finer places, each under its country. Asked
 * all the same, since a list of theirs may be at hand.
 */
function placesOfRows(table: ReadTable): Look {
  return (columns) => {
    const place = columns.find(({ to, kind }) => to === 'place' && kind === 'column');
    const finer = columns.find(({ to, kind }) => to === 'placeNote' && kind === 'column');
    const at = new Map([...headingsOf(table)].map(([{ index }, name]) => [name, index]));
    const [wide, fine] = [place, finer].map((one) => at.get(one?.headings[0] ?? '') ?? -1);
    if (!place || !finer || wide === undefined || fine === undefined || fine < 0) return () => null;
    const others = columns.flatMap(({ kind, to, headings: [name = ''] }) =>
      kind === 'column' && to !== null && !isFigureField(to) && to !== 'placeNote'
        ? (at.get(name) ?? [])
        : [],
    );
    const keys = (indexes: readonly number[]): number =>
      new Set(
        table.rows.map(({ cells }) => indexes.map((each) => cells[each] ?? '').join('\u0000')),
      ).size;
    const without = keys(others);
    if (keys([...others, fine]) < table.rows.length || without * 2 > table.rows.length)
      return () => null;
    const kind = [...at.keys()].some((name) => /(?<!\p{L})sites?(?!\p{L})/iu.test(name))
      ? 'SITE'
      : 'PLACE';
    const codes: Record<string, string> = Object.create(null);
    for (const { cells } of table.rows) {
      const label = cells[fine]?.trim() ?? '';
      const country = countryOf(cells[wide]?.trim());
      const name = label.replace(/[()]/gu, '').replace(/\s+/gu, ' ').trim();
      if (country === null || !ownName.test(name)) return () => null;
      codes[label] = `${country}.${kind}.${name}`;
    }
    if (Object.keys(codes).length > thresholds.listedPlaces) return () => null;
    const [heading, whole] = [finer.headings[0] ?? '', place.headings[0] ?? ''];
    return (column) => {
      if (column === place)
        return reading({
          ...place,
          to: null,
          written: { ignore: `the country of "${heading}"` },
          confidence: 0.85,
          reason: `"${heading}" is finer, and alone tells its rows apart`,
          decide: [],
        });
      return column === finer
        ? reading({
            ...finer,
            to: 'place',
            written: { to: 'place', codes },
            confidence: thresholds.asked,
            reason: `alone tells the rows of one "${whole}" apart; each is kept under its country`,
            decide: [
              `Are the figures those of "${heading}", a part of "${whole}"? Without it ${table.rows.length} rows are ${without}; where a list of codes is at hand, use those.`,
            ],
          })
        : null;
    };
  };
}

/** Where even the kind of record is doubtful, no column is certain. */
const doubted: Look = (columns) => {
  const isSilent = ({ confidence, decide }: ColumnGuess): boolean =>
    confidence > thresholds.asked && decide.length === 0;
  const first = columns.find(isSilent);
  return (column) => ({
    entry: 'finding',
    reason: 'the kind of record is doubtful',
    atMost: thresholds.asked,
    decide: column === first ? ['Is this a table of crime figures or seizures at all?'] : [],
  });
};

/**
 * Settles what the columns of a table say against each other once each is read by itself: what is counted beside an
 * amount, which fields figures set by themselves, and figures that nothing tells apart. `constantsOf` says what the file
 * implies of fields that no column fills; those that only some figures lack are left out of it. `sums` are those that the rows verify.
 */
export function settleTable(
  columns: readonly Column[],
  record: TableRecord['record'],
  around: string,
  constantsOf: (columns: readonly ColumnGuess[]) => TableRecord['constants'],
  sums: readonly Relation[] = [],
): Pick<TableRecord, 'columns' | 'constants'> {
  const claims = record.value === 'observation';
  const counted = claims
    ? gain(gain(columns, countsBesideAmounts(around)), unnamedBesideAmounts)
    : columns;
  const once = gain(claims ? gain(counted, finerBeside) : counted, filledOnce);
  const concluded = once.map(conclusionOf);
  const constants = constantsOf(concluded);
  const partial = partlySet(concluded, constants);
  const complete = partial.length > 0 ? gain(once, intoSets(partial, constants)) : once;
  const apart = claims ? toldApart(complete, sums) : complete;
  return {
    columns: record.confidence < thresholds.recordKnown ? gain(apart, doubted) : apart,
    constants: Object.fromEntries(
      Object.entries(constants).filter(([field]) => !partial.includes(field)),
    ),
  };
}

/**
 * Settles what the rows of a file say besides: labels that are stated once, seizures in several countries, data of
 * persons. A constant gives way to a column that now fills its field.
 */
export function settleRows(
  looked: TableRecord,
  table: ReadTable,
  once: readonly StatedOnce[],
  persons: Persons,
): TableRecord {
  const seizure = looked.record.value === 'seizure';
  const looks = [
    fillsDown(once),
    withoutPersons(persons),
    ...(seizure ? [seizedByCountryOfPlace(table, looked.language.value)] : [placesOfRows(table)]),
  ];
  const columns = looks.reduce(gain, looked.columns);
  const { seizingCountry: _, ...others } = looked.constants;
  const filled = columns.some((column) =>
    fieldsOf(conclusionOf(column).written).includes('seizingCountry'),
  );
  return { ...looked, columns, constants: filled ? others : looked.constants };
}

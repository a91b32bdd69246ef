import type { Legend } from '@samenbeeld/ingest';
import type { Language, Text } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import type { TableSums } from '../relations/table-sums.ts';
import { saysMeasure } from './measures.ts';
import type { TableHabit } from './number-habit.ts';
import { dataSets, labelsOf } from './profile-column.ts';

/** The country whose office seems to have made a file. */
export interface CountryGuess {
  readonly country: string;
  readonly confidence: number;
  readonly word: string;
  /** It rests on cells only: on who acted, or on words of labels. Where the figures are from is then asked. */
  readonly byCells?: boolean;
}

/** What all columns of a table share. */
export interface TableView {
  readonly record: 'observation' | 'seizure';
  readonly language: Language;
  readonly country: CountryGuess | null;
  readonly habit: TableHabit;
  /** Years in the name of the file. */
  readonly years: readonly number[];
  /** What lines around the table say of its marks. */
  readonly legend: Legend;
  /** Marks by which the office that made the table says that a figure is final. */
  readonly finals: ReadonlySet<string>;
  /** Columns that are the sum of others. */
  readonly sums: TableSums;
  /** Title lines say that things are counted (cases, suspects, reports), so that figures are whole. */
  readonly counts: boolean;
  /** Title, file name, headings or labels speak of ports or of what was seized. */
  readonly ofFinds: boolean;
  /** They speak of drugs or other goods. */
  readonly ofGoods: boolean;
  /** A lone mark, in a title line or over all columns, says that the figures are percentages. */
  readonly percents: boolean;
  /** Title, sheet or file name speak of prices, and of their currency where it says so; else null. */
  readonly priced: { readonly currency: string | null } | null;
  /** Currencies that title lines or the name of the file name. */
  readonly currencies: readonly string[];
  /** Title, file name or headings say that persons are split by nationality, so that countries are no places. */
  readonly nationalities: boolean;
  /** Title or file name say that what is counted is no event (prisoners, staff), and in which words; else null. */
  readonly subject: string | null;
  /** Title or file name say that victims are counted. */
  readonly victims: boolean;
  /** Some column holds figures that are no percentages and follow from no others. */
  readonly hasFigures: boolean;
  /** Most figures are no whole numbers, though nothing says that they are shares or rates. */
  readonly broken: {
    readonly columns: number;
    readonly of: number;
    readonly example: string;
  } | null;
  /** The unit that the title gives amounts in, and the words that say so; null where it gives none. */
  readonly titled: { readonly unit: string; readonly reason: Text } | null;
  readonly columns: readonly Evidence[];
}

/** What columns of measures say is measured: the labels of each that says anything. */
export function metricLabels({ columns }: TableView): readonly (readonly string[])[] {
  return columns
    .filter(({ meanings: [top] }) => top?.concept === 'metric')
    .map(({ profile }) => labelsOf(profile))
    .filter((labels) => labels.length > 0);
}

/** Persons by their stand in the proceedings, as Eurostat codes it: suspected, prosecuted, convicted, victims. */
const personCode = /^PER_(?:SUSP|PROS|CONV|VICT?|CNV|[A-Z]{3,6})$/u;

/** The codes of persons by which the rows of a data set are split; none where it counts something else. */
export function personCodes({ columns }: TableView): readonly string[] {
  return columns
    .map(({ profile }) => labelsOf(profile))
    .filter((labels) => labels.length > 0 && labels.every((label) => personCode.test(label)))
    .flat();
}

/** What a column of measures says of all rows ("Recorded crime incidents"); their code beside it ("RCD08C01") says no more. */
export function measureOfAll(view: TableView): readonly string[] {
  const said = metricLabels(view).flatMap((labels) => (labels.length === 1 ? labels : []));
  const worded = said.filter((label) => /\p{Ll}/u.test(label));
  return worded.length > 0 ? worded : said;
}

/** What every row says alike, of each column that does. */
export function saidOfAll({ columns }: TableView): readonly string[] {
  return columns.flatMap(({ profile }) => {
    const labels = labelsOf(profile);
    return labels.length === 1 && profile.said === profile.rows ? labels : [];
  });
}

/** What the name of a data set says that it counts, before what it is split by ("Prisoners by offence category"), where no metric is called so. */
export function unnamedCount(view: TableView): string | null {
  const counts = dataSets(view.columns.map(({ profile }) => profile)).flatMap((name) => {
    const [first = ''] = name.split(/\s(?:by|par|nach|naar|per)\s/iu);
    const isCode = !/\p{Ll}{2}.*\s/u.test(name);
    return isCode || saysMeasure(first) ? [] : [first];
  });
  return counts[0] ?? null;
}

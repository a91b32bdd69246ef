import { publicationKey } from '@samenbeeld/merge';
import { className } from '@samenbeeld/money';
import type { Figure, TableBlock } from '@samenbeeld/page';
import {
  inEach,
  metrics,
  missingReasons,
  type Observation,
  ownValue,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { rowEvidence } from '../money/money-evidence.ts';
import { millions, remark } from '../money/sample-blocks.ts';
import {
  capitalised,
  column,
  dated,
  joined,
  labelled,
  placeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { means } from '../unanswered.ts';
import { sourceColumn, sourceFigure, sourceText, toldApart } from './claim-text.ts';
import { remarkFigure } from './remarks.ts';

/** What large amounts of money are told in. */
const inMillionsOf: Readonly<Record<string, Text>> = {
  EUR: millions,
  USD: text('miljoen dollar', 'millions de dollars', 'Millionen Dollar', 'million dollars'),
};

const inMillions = ({ unit, value }: Observation): boolean =>
  ownValue(inMillionsOf, unit) !== undefined && (value ?? 0) >= 1e6;

/** The number of a claim in its words, in millions of money where it is that large, a mean to six digits; or why it is not given. */
const shownValue = (row: Observation): Text =>
  row.value === null && row.missing !== null
    ? labelled(missingReasons, row.missing)
    : worded(
        inMillions(row) || means.has(row.metric)
          ? Number(((row.value ?? 0) / (inMillions(row) ? 1e6 : 1)).toPrecision(6))
          : (row.value ?? 0),
        row.wording,
      );

const shownUnit = (row: Observation): Text =>
  (inMillions(row) ? ownValue(inMillionsOf, row.unit) : undefined) ?? unitText(row.unit);
/** "over 109 million euro". */
export const amountText = (row: Observation): Text =>
  joined([shownValue(row), shownUnit(row)], ' ');

/** A day, or the first and last of a period in words. */
export const periodText = ({ periodStart, periodEnd }: Observation): Text =>
  dated(periodStart === periodEnd ? periodEnd : `${periodStart}/${periodEnd}`);

/** Which part of its place and metric a figure is of. */
export function partText({ place, nationalCode, substance }: Observation): Text {
  if (nationalCode === null) return text('geheel', 'ensemble', 'insgesamt', 'whole');
  const named = className(place, nationalCode);
  // A source's own word for a drug is told as the drug.
  return named.en === nationalCode && substance !== null ? labelled(substances, substance) : named;
}

/** "seized assets (in cash)". */
export function whatText({ metric, place, nationalCode }: Observation): Text {
  const what = labelled(metrics, metric);
  if (nationalCode === null) return what;
  const part = className(place, nationalCode);
  return inEach((language) => `${what[language]} (${part[language]})`);
}

/** Rows that are one figure of one publication, entered more than once. */
function onceEach(rows: readonly Observation[]): readonly (readonly Observation[])[] {
  const figures = new Map<string, Observation[]>();
  for (const row of rows) {
    const { publication, value, wording, unit, metric, stat, place, placeNote, nationalCode } = row;
    const page = publication === null ? row.id : publicationKey(publication);
    const { substance, basis, definition, periodStart, periodEnd, agencies, note } = row;
    const key = JSON.stringify([
      ...[page, value, wording, unit, metric, stat, place, placeNote, nationalCode],
      ...[substance, basis, definition, periodStart, periodEnd, agencies, note],
    ]);
    figures.set(key, [...(figures.get(key) ?? []), row]);
  }
  return [...figures.values()];
}

interface FigureTableLook {
  readonly analysis: Analysis;
  readonly caption: Text;
  readonly notes?: readonly Text[];
  /** Whether each figure has its source beside it. */
  readonly sourced?: boolean;
}

/**
 * Figures as they were published, each by itself, in its own words and unit, with its cell. Rows that would look the same say what
 * tells them apart: who published them, which sector, which rule.
 */
export function figureTable(
  entered: readonly Observation[],
  { analysis, caption, notes = [], sourced = false }: FigureTableLook,
): TableBlock {
  const figures = onceEach(entered);
  const rows = figures.map(([row]) => row as Observation);
  const named = rows.map((row) => sourceText(row.agencies, row.publishedOn));
  const drugs = new Set(rows.flatMap(({ substance }) => substance ?? []));
  const isOfParts = rows.some(({ nationalCode }) => nationalCode !== null);
  const what = rows.map((row) => {
    const part = partText(row);
    if (row.substance === null || (isOfParts && drugs.size < 2)) return part;
    const drug = labelled(substances, row.substance);
    return row.nationalCode === null || part.en === drug.en ? drug : joined([drug, part], ', ');
  });
  const looks = rows.map((row, at) =>
    [
      ...[placeText(row.place), what[at] as Text, periodText(row), shownUnit(row)],
      ...(sourced ? [named[at] as Text] : []),
    ]
      .map(({ en }) => en)
      .join(' | '),
  );
  const apart = toldApart(rows, looks, analysis);
  const isSeveral = new Set(rows.map(({ place }) => place)).size > 1;
  const where = { label: text('waar', 'où', 'wo', 'where'), kind: 'label' as const };
  return {
    kind: 'table',
    caption,
    columns: [
      ...(isSeveral ? [where] : []),
      { label: text('wat', 'objet', 'was', 'what'), kind: isSeveral ? 'words' : 'label' },
      column('words', 'wanneer', 'quand', 'wann', 'when'),
      column('number', 'cijfer', 'chiffre', 'Zahl', 'figure'),
      column('words', 'in', 'en', 'in', 'in'),
      { label: remark, kind: 'words' },
      ...(sourced ? [sourceColumn] : []),
    ],
    rows: rows.map((row, at): readonly Figure[] => [
      ...(isSeveral ? [{ shown: placeText(row.place) }] : []),
      { shown: joined([what[at] as Text, ...(apart[at] ?? [])], ', ') },
      { shown: periodText(row) },
      {
        shown: shownValue(row),
        value: inMillions(row) ? (row.value ?? 0) / 1e6 : row.value,
        why: {
          key: `figure ${row.reference ?? row.id}`,
          title: joined([placeText(row.place), whatText(row), periodText(row)], ', '),
          says: [],
          evidence: (figures[at] ?? []).map((one) => rowEvidence(one, 'governing')),
        },
        ...(row.status.includes('P') && { mark: 'provisional' as const }),
      },
      { shown: shownUnit(row) },
      remarkFigure(row.note, analysis),
      ...(sourced ? [sourceFigure(row.publication, named[at] as Text)] : []),
    ]),
    notes,
  };
}

/** Figures of some metrics, each metric by itself, the newest first: nothing is added, and no two are compared. */
export function figureTables(
  rows: readonly Observation[],
  analysis: Analysis,
): readonly TableBlock[] {
  const order = ({ periodEnd, nationalCode, place, reference, id }: Observation): string =>
    [10_000 - Number(periodEnd.slice(0, 4)), nationalCode, place, reference ?? id].join(' ');
  return [...new Set(rows.map(({ metric }) => metric))].sort().map((metric) => {
    const own = rows.filter((row) => row.metric === metric);
    const [drug, ...more] = [...new Set(own.flatMap(({ substance }) => substance ?? []))];
    const what = capitalised(labelled(metrics, metric));
    return figureTable(
      own.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
      {
        ...{ analysis, sourced: true },
        caption:
          drug === undefined || more.length > 0
            ? what
            : joined([what, labelled(substances, drug)], ', '),
      },
    );
  });
}

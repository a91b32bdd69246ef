import type { PercentRange, ReportingIndex, ReportingPoint } from '@samenbeeld/money';
import type { Figure, TableBlock, Why } from '@samenbeeld/page';
import { figure, fromTo, inEach, type Language, percent, type Text } from '@samenbeeld/schema';
import { column, joined, none, plain, text } from '../text.ts';
import { rowEvidence } from './money-evidence.ts';

/** Rounded to a decimal, and to whole numbers from `whole` on; a bound is rounded so that it still holds. */
function rounded(value: number, whole: number, rounding: (value: number) => number): number {
  const power = Math.abs(value) >= whole ? 1 : 10;
  return rounding(Number((value * power).toPrecision(12))) / power;
}

/** An index as a cell shows it: a number, a range, or one end. */
export function indexText({ low, high }: PercentRange): Text {
  return inEach((language) => {
    if (high === null)
      return low > 0 ? `≥\u00a0${figure(rounded(low, 100, Math.floor), language)}` : '–';
    if (low === 0) return `≤\u00a0${figure(rounded(high, 100, Math.ceil), language)}`;
    const [one, other] = [low, high].map((value) =>
      figure(rounded(value, 100, Math.round), language),
    ) as [string, string];
    return one === other ? one : fromTo(one, other, language);
  });
}

/** "+47% (2022)", "≤ +59% (2021)": a change with what its wording leaves open, and since when. */
export function changeText(point: Pick<ReportingPoint, 'change'> | undefined): Text {
  const change = point?.change;
  if (!change) return none;
  const { low, high, since } = change;
  const sign = (value: number, language: Language): string =>
    `${value < 0 ? '\u2212' : '+'}${percent(Math.abs(value) / 100, language)}`;
  const words = (language: Language): string | null => {
    if (high === null)
      return low > 0 ? `≥\u00a0${sign(rounded(low, 10, Math.floor), language)}` : null;
    if (low <= -100) return `≤\u00a0${sign(rounded(high, 10, Math.ceil), language)}`;
    const [one, other] = [sign(low, language), sign(high, language)];
    return one === other ? one : fromTo(one, other, language);
  };
  return inEach((language) => {
    const said = words(language);
    return said === null ? '–' : `${said} (${since})`;
  });
}

function whyIndex(index: ReportingIndex): Why {
  return {
    key: `index ${index.subject}`,
    title: joined(
      [index.label, text('index', 'indice', 'Index', 'index'), plain(`${index.base} = 100`)],
      ', ',
    ),
    says: [
      index.says,
      ...(index.countingRule
        ? [
            text(
              'Telregel: {rule}',
              'Règle de comptage : {rule}',
              'Zählregel: {rule}',
              'Counting rule: {rule}',
              { rule: index.countingRule },
            ),
          ]
        : []),
      ...index.points.map((point) =>
        text(
          '{year}: index {index}',
          '{year} : indice {index}',
          '{year}: Index {index}',
          '{year}: index {index}',
          { year: point.period, index: indexText(point.range) },
        ),
      ),
    ],
    evidence: index.points.flatMap(({ claims }) => claims.map((row) => rowEvidence(row))),
  };
}

/** Every series with its years, its last index and the change to it; `alone` have one year and no index. */
export function indexTable(series: readonly ReportingIndex[], alone: number): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Index van wat werd gemeld: één land, één telregel per rij',
      'Indice de ce qui a été déclaré : un pays, une règle par ligne',
      'Index dessen, was gemeldet wurde: ein Land, eine Zählregel je Zeile',
      'Index of what was reported: one country, one counting rule a row',
    ),
    columns: [
      column('label', 'reeks', 'série', 'Reihe', 'series'),
      column('words', 'jaren', 'années', 'Jahre', 'years'),
      column('words', 'laatste index', 'dernier indice', 'letzter Index', 'last index'),
      column(
        'words',
        'verandering (sinds)',
        'évolution (depuis)',
        'Veränderung (seit)',
        'change (since)',
      ),
    ],
    rows: series.map((index): readonly Figure[] => {
      const last = index.points.at(-1) as ReportingPoint;
      const notes = index.crosses.map(({ note }) => note);
      return [
        { shown: index.label, ...(notes.length > 0 && { note: joined(notes, ' ') }) },
        { shown: plain(index.points.map(({ period }) => period).join(', ')) },
        {
          shown: joined([indexText(last.range), plain(`(${index.base}\u00a0=\u00a0100)`)], ' '),
          why: whyIndex(index),
        },
        { shown: changeText(last) },
      ];
    }),
    notes: [
      text(
        'Elke rij staat op haar eigen eerste jaar.',
        'Chaque ligne part de sa propre première année.',
        'Jede Zeile beginnt bei ihrem eigenen ersten Jahr.',
        'Each row stands on its own first year.',
      ),
      text(
        '“≥” en “≤” volgen uit de woorden van de bron (“ruim”, “bijna”) of uit afronding.',
        '« ≥ » et « ≤ » suivent les mots de la source (« plus de », « près de ») ou l’arrondi.',
        '„≥“ und „≤“ folgen aus den Worten der Quelle („mehr als“, „knapp“) oder aus Rundung.',
        '“≥” and “≤” follow from the words of the source (“over”, “almost”) or from rounding.',
      ),
      ...(alone > 0
        ? [
            text(
              'Zonder index, want met één jaar onder hun telregel: {n:# reeks|# reeksen}.',
              'Sans indice, faute de plus d’une année selon leur règle : {n:# série|# séries}.',
              'Ohne Index, da nur ein Jahr nach ihrer Zählregel: {n:# Reihe|# Reihen}.',
              'Without an index, since there is one year under their rule: {n} series.',
              { n: alone },
            ),
          ]
        : []),
    ],
  };
}

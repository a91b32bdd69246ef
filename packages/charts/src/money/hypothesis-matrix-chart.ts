import { figure, InputError, inFour, type Language, ownValue, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import type { Layers } from '../drawing/marks.ts';
import { field, mark, when } from '../drawing/marks.ts';
import { marginWords } from '../drawing/plot.ts';
import { chart, isNarrow, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';

const matrixTitle: Text = {
  nl: 'Wat voor en tegen elke verklaring spreekt',
  fr: 'Ce qui parle pour et contre chaque explication',
  de: 'Was für und gegen jede Erklärung spricht',
  en: 'What speaks for and against each explanation',
};

const matrixWords = {
  evidence: { nl: 'Aanwijzing', fr: 'Indice', de: 'Hinweis', en: 'Evidence' },
  grade: { nl: 'Gradering', fr: 'Cotation', de: 'Bewertung', en: 'Grade' },
  inconsistency: {
    nl: 'Spreekt ertegen, gewogen',
    fr: 'Parle contre, pondéré',
    de: 'Spricht dagegen, gewichtet',
    en: 'Speaks against, weighted',
  },
} satisfies Readonly<Record<string, Text>>;

const matrixCaptions = {
  letters: {
    nl: 'CC: past zeer goed; C: past; N: geen van beide; I: past niet; II: past helemaal niet; NA: niet van toepassing.',
    fr: 'CC\u00a0: très cohérent\u00a0; C\u00a0: cohérent\u00a0; N\u00a0: ni l’un ni l’autre\u00a0; I\u00a0: incohérent\u00a0; II\u00a0: très incohérent\u00a0; NA\u00a0: sans objet.',
    de: 'CC: passt sehr gut; C: passt; N: weder noch; I: passt nicht; II: passt gar nicht; NA: nicht anwendbar.',
    en: 'CC: very consistent; C: consistent; N: neither; I: inconsistent; II: very inconsistent; NA: does not apply.',
  },
  useless: {
    nl: 'Grijs: past bij alle verklaringen even goed en zegt dus niets.',
    fr: 'En gris\u00a0: s’accorde également avec toutes les explications et ne dit donc rien.',
    de: 'Grau: passt zu allen Erklärungen gleich gut und sagt daher nichts.',
    en: 'Grey: agrees with all explanations alike and so tells nothing.',
  },
  order: {
    nl: 'De volgorde is die van de minste tegenspraak, geen oordeel.',
    fr: 'L’ordre est celui de la moindre incohérence, pas un verdict.',
    de: 'Die Reihenfolge ist die des geringsten Widerspruchs, kein Urteil.',
    en: 'The order is that of least inconsistency, not a verdict.',
  },
} satisfies Readonly<Record<string, Text>>;

const lineHeight = 14;
const cellHeight = 26;

/** Rows of evidence below each other; on a narrow page the words stand above their cells. */
function matrixRows(evidence: readonly MatrixEvidence[], options: ChartOptions, room: number) {
  const narrow = isNarrow(options);
  let top = 0;
  return evidence.map(({ id, label, grade, ratings, diagnosticity }) => {
    const words = `${id}\u00a0 ${label[options.language]}${grade ? ` (${grade})` : ''}`;
    const lines = [...breakLines(words, room, 12)];
    const tall = lines.length * lineHeight;
    const height = narrow ? tall + cellHeight + 8 : Math.max(cellHeight, tall + 8);
    const middle = top + height / 2 - ((lines.length - 1) * lineHeight) / 2;
    const [from, to] = narrow ? [tall + 4, tall + cellHeight + 2] : [1, height - 1];
    const [y, y2, labelY] = [top + from, top + to, narrow ? top + 10 : middle];
    top += height;
    // What agrees with all explanations alike is useless.
    return { ratings, lines, labelY, y, y2, bottom: top, useless: diagnosticity === 0 };
  });
}

/** Headings are bold 12, which is as wide in the widest of usual letters (Verdana, DejaVu Sans) as plain words of this size. */
const boldSize = 15;

/** Names above the columns, or letters with a key below where columns are thin. */
function headings(hypotheses: readonly MatrixHypothesis[], across: number, language: Language) {
  const isIn = (line: string): boolean => widthOf(line, boldSize) <= across - 6;
  const named = hypotheses.map(({ label }) => breakLines(label[language], across - 8, boldSize));
  if (named.every((lines) => lines.length <= 7 && lines.every(isIn)))
    return { lines: named, key: [] };
  const signs = hypotheses.map(({ id }) => id);
  const short = signs.every(isIn) ? signs : signs.map((_, at) => String(at + 1));
  return {
    lines: short.map((sign) => [sign]),
    key: hypotheses.map(({ label }, at) => ({ sign: short[at] ?? '', words: label[language] })),
  };
}

const tints: Readonly<Record<MatrixRating, string>> = {
  CC: '#6fb0d8',
  C: '#cbe2f0',
  N: '#f1efea',
  I: '#f8d6b8',
  II: '#eb9a62',
  NA: palette.paper,
};

function matrixSheet(
  hypotheses: readonly MatrixHypothesis[],
  evidence: readonly MatrixEvidence[],
  options: ChartOptions,
): Sheet {
  const { language } = options;
  const narrow = isNarrow(options);
  const whole = widthFor(options);
  const left = narrow ? 0 : Math.min(300, whole * 0.44);
  const width = whole - left - (narrow ? 0 : 4);
  const across = width / Math.max(hypotheses.length, 1);
  const rows = matrixRows(evidence, options, narrow ? whole - 12 : left - 16);
  const height = rows.at(-1)?.bottom ?? 0;
  const { lines, key } = headings(hypotheses, across, language);
  const headTall = Math.max(1, ...lines.map((one) => one.length)) * lineHeight;
  const cells = rows.flatMap(({ ratings, y, y2, useless }) =>
    hypotheses.map(({ id }, at) => {
      const rating = ownValue(ratings, id) ?? 'NA';
      const x = at * across;
      return {
        ...{ rating, x: x + 1, x2: x + across - 1, middle: x + across / 2 },
        ...{ y, y2, centre: (y + y2) / 2 },
        colour: useless && rating !== 'NA' ? tints.N : tints[rating],
        ink: useless ? palette.grey : palette.ink,
      };
    }),
  );
  const print = (score: number | undefined): string =>
    score === undefined ? '' : `(${figure(Number(score.toPrecision(3)), language)})`;
  const ranked = hypotheses.some(({ rank }) => rank !== undefined);
  const scores = hypotheses.map(({ rank, inconsistency }, at) => ({
    x: (at + 0.5) * across,
    lines: [rank === undefined ? '' : `${rank}.`, print(inconsistency)],
  }));
  const summed = ranked ? matrixWords.inconsistency[language] : '';
  const scoreTop = height + (narrow ? 34 : 20);
  const below = ranked ? (narrow ? 60 : 46) : 6;
  const heads = lines.map((one, at) => ({
    ...{ lines: [...one], x: (at + 0.5) * across, y: -8 - (one.length - 1) * lineHeight },
  }));
  const names = rows.map(({ lines, labelY, useless }) => ({ lines, y: labelY, grey: useless }));
  const bold = { x: 'x', text: 'lines', lineHeight, fontWeight: 'bold' } as const;
  const layer: Layers = [
    mark('rect', cells, {
      ...{ x: 'x', x2: 'x2', y: 'y', y2: 'y2', fill: field('colour') },
      stroke: { expr: `datum.rating === "NA" ? "${palette.rule}" : datum.colour` },
    }),
    mark('text', cells, {
      ...{ x: 'middle', y: 'centre', text: 'rating', color: field('ink') },
      fontWeight: { expr: 'datum.rating === "II" || datum.rating === "CC" ? "bold" : "normal"' },
    }),
    mark('text', names, {
      ...{ x: 0 - left, y: 'y', text: 'lines', align: 'left', lineHeight },
      color: when('grey', palette.grey, palette.ink),
    }),
    mark('text', heads, { ...bold, y: 'y' }),
    mark('text', ranked ? scores : [], { ...bold, y: scoreTop }),
    ...marginWords(summed, 0 - left, narrow ? height + 16 : scoreTop, 'left'),
  ];
  const [right, top] = [narrow ? 0 : 4, headTall + 16];
  return { layer, height, left, right, top, bottom: below, key };
}

/** How well a piece of evidence agrees: very consistent, consistent, neither, inconsistent, very inconsistent, does not apply. */
export type MatrixRating = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA';

export interface MatrixHypothesis {
  readonly id: string;
  readonly label: Text;
  /** Place in the order of least inconsistency, and the weighted sum of what speaks against it. */
  readonly rank?: number | undefined;
  readonly inconsistency?: number | undefined;
}

/** One piece of evidence with how it agrees with each explanation. */
export interface MatrixEvidence {
  readonly id: string;
  readonly label: Text;
  /** Source and information grade ("B2"). */
  readonly grade?: string | undefined;
  readonly ratings: Readonly<Record<string, MatrixRating>>;
  /** 0 where it agrees with all alike: it tells nothing. */
  readonly diagnosticity?: number | undefined;
}

/**
 * Evidence against rival explanations as a matrix of letters and colours, each of which tells the same. Where ranks are
 * given they stand in the last row: an order of least inconsistency, not a verdict.
 *
 * @throws InputError for evidence that is not rated against each explanation
 * @example
 * ```ts
 * import { hypothesisMatrixChart } from '@samenbeeld/charts';
 * const same = (en) => ({ nl: en, fr: en, de: en, en });
 * const evidence = [{ id: 'E1', label: same('more cash finds'), grade: 'A1', ratings: { H: 'C', A: 'II' } }];
 * hypothesisMatrixChart([{ id: 'H', label: same('laundering') }, { id: 'A', label: same('more checks') }], evidence, { language: 'en' }).table.rows // => [['E1', 'more cash finds', 'A1', 'C', 'II']]
 * ```
 */
export function hypothesisMatrixChart(
  hypotheses: readonly MatrixHypothesis[],
  evidence: readonly MatrixEvidence[],
  options: ChartOptions,
): Chart {
  const { language } = options;
  for (const { id, ratings } of evidence) {
    const missing = hypotheses.find((hypothesis) => ownValue(ratings, hypothesis.id) === undefined);
    if (missing)
      throw new InputError(
        inFour(
          '{id} is niet beoordeeld tegen {id2}',
          '{id} n’est pas évalué face à {id2}',
          '{id} ist nicht an {id2} gemessen',
          '{id} is not rated against {id2}',
          { id, id2: missing.id },
        ),
        inFour(
          'beoordeel elke aanwijzing tegen elke verklaring; NA waar het niet van toepassing is',
          'évaluez chaque indice face à chaque explication ; NA là où cela ne s’applique pas',
          'jedes Indiz an jeder Erklärung messen; NA, wo es nicht zutrifft',
          'rate every piece of evidence against every explanation; NA where it does not apply',
        ),
      );
  }
  const ranked = hypotheses.some(({ rank }) => rank !== undefined);
  return chart(options, {
    title: matrixTitle,
    says: [
      matrixCaptions.letters,
      evidence.some(({ diagnosticity }) => diagnosticity === 0) && matrixCaptions.useless,
      ranked && matrixCaptions.order,
    ],
    table: {
      columns: [
        'Id',
        matrixWords.evidence[language],
        matrixWords.grade[language],
        ...hypotheses.map(({ label }) => label[language]),
      ],
      rows: [
        ...evidence.map(({ id, label, grade, ratings }) => [
          ...[id, label[language], grade ?? ''],
          ...hypotheses.map((hypothesis) => ownValue(ratings, hypothesis.id) ?? ''),
        ]),
        ...(ranked
          ? [
              [
                ...['', matrixWords.inconsistency[language], ''],
                ...hypotheses.map(({ inconsistency }) => inconsistency ?? null),
              ],
            ]
          : []),
      ],
    },
    ...matrixSheet(hypotheses, evidence, options),
  });
}

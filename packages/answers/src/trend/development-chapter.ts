import { segmentChart, trendChart } from '@samenbeeld/charts';
import { settle } from '@samenbeeld/merge';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  type Finding,
  hasFigure,
  inEach,
  type JointTotal,
  pAtLeast,
  pAtMost,
  pValue,
  RefusalError,
  type Text,
} from '@samenbeeld/schema';
import { type Joinpoint, spanText, type TrendAdvice } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { perStep } from '../questions.ts';
import {
  column,
  isYear,
  joined,
  none,
  numeral,
  patterned,
  placeHeading,
  placeText,
  text,
  unitText,
} from '../text.ts';
import { memberTable } from '../totals/total-blocks.ts';
import type { NeighbourPort } from './neighbour-port.ts';
import { directionWords, outsideSeries, type TrendAnswer, trendRefusal } from './port-trend.ts';
import { trendPoints } from './trend-points.ts';

/** Which methods were considered for a series, what each says, or why it does not apply. */
function methodTable(advice: TrendAdvice, name: Text): TableBlock {
  const rows = advice.methods.map(({ label, why, finding }): readonly Figure[] => [
    { shown: label },
    { shown: why },
    {
      shown:
        finding === null
          ? text('niet toegepast', 'non appliqué', 'nicht angewandt', 'not applied')
          : sentenceOf(finding.says),
    },
  ]);
  return {
    kind: 'table',
    caption: text(
      '{name}: welke methoden, en wat zij zeggen',
      '{name} : quelles méthodes, et ce qu’elles disent',
      '{name}: welche Verfahren, und was sie sagen',
      '{name}: which methods, and what they say',
      { name },
    ),
    columns: [
      column('label', 'methode', 'méthode', 'Verfahren', 'method'),
      column('words', 'waarom', 'pourquoi', 'warum', 'why'),
      column('words', 'uitspraak', 'conclusion', 'Aussage', 'says'),
    ],
    rows,
  };
}

/** A finding's words without the last sentence on controls, which the verdict above the table says already. */
function sentenceOf(says: Text): Text {
  const marks: Text = {
    nl: ' Er zijn geen gegevens over controles',
    fr: ' Il n’y a pas de données sur les contrôles',
    de: ' Angaben zu Kontrollen fehlen',
    en: ' There are no data on controls',
  };
  const cut = (language: keyof Text): string => says[language].split(marks[language])[0] ?? '';
  return { nl: cut('nl'), fr: cut('fr'), de: cut('de'), en: cut('en') };
}

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/** 5. Development: a verdict for each port, and why there is none for the row. */
export function developmentBlocks(
  analysis: Analysis,
  ports: readonly { readonly place: string; readonly answer: TrendAnswer }[],
  joint: TrendAnswer,
  others: readonly Finding[],
  beside: readonly {
    readonly port: NeighbourPort;
    readonly answer: TrendAnswer;
    readonly whole: TrendAnswer | null;
  }[] = [],
): readonly Block[] {
  const rows = [
    ...ports.map(({ place, answer }) => ({
      label: placeText(place),
      answer,
      apart: outsideSeries(analysis, place),
    })),
    // Of one place the row is that place's.
    ...(ports.length > 1
      ? [{ label: placeText(analysis.question.place), answer: joint, apart: [] }]
      : []),
    ...beside.map(({ port, answer, whole }) => ({
      label: comparedWith(port.place),
      answer,
      apart: otherwise(answer, whole),
    })),
  ].map(({ label, answer, apart }): readonly Figure[] => [
    { shown: label },
    { shown: answer.advice ? numeral(answer.advice.n) : none, value: answer.advice?.n ?? null },
    probability(answer),
    {
      shown: joined(
        [answer.refusal ? trendRefusal(answer.refusal) : answer.advice.says, ...apart],
        ' ',
      ),
    },
  ]);
  return [
    {
      kind: 'table',
      caption: text(
        'Is er een trend?',
        'Y a-t-il une tendance ?',
        'Gibt es einen Trend?',
        'Is there a trend?',
      ),
      columns: [
        { label: placeHeading(ports), kind: 'label' },
        {
          label: analysis.totals.every(isYear)
            ? text('jaren', 'années', 'Jahre', 'years')
            : text('perioden', 'périodes', 'Zeiträume', 'periods'),
          kind: 'number',
        },
        column('number', 'p (exact)', 'p (exact)', 'p (exakt)', 'p (exact)'),
        column('words', 'uitspraak', 'conclusion', 'Aussage', 'verdict'),
      ],
      rows,
    },
    ...ports.flatMap(({ place, answer }) =>
      answer.advice !== null && answer.advice.n > 3
        ? [periodsDrawn(analysis.totals, place, answer.advice, analysis)]
        : [],
    ),
    ...beside.flatMap(({ port, answer }) =>
      answer.advice ? [periodsDrawn(port.totals, port.place, answer.advice, analysis)] : [],
    ),
    ...[...ports, ...beside.map(({ port, answer }) => ({ place: port.place, answer }))].flatMap(
      ({ place, answer }) =>
        answer.advice !== null && answer.advice.n > 3
          ? [methodTable(answer.advice, placeText(place))]
          : [],
    ),
    ...others
      .filter(({ says }, at) => others.findIndex((one) => one.says.en === says.en) === at)
      .map((finding): Block => paragraph(finding.says)),
  ];
}

/** What is said of a neighbour over all its years, where that is another thing than of its last ten. */
function otherwise(answer: TrendAnswer, whole: TrendAnswer | null): readonly Text[] {
  const verdict = whole?.advice?.details.verdict ?? '';
  const { first, last } = whole?.advice?.examined ?? {};
  const says = whole && directionWords(whole);
  if (!says || !first || !last || verdict === answer.advice?.details.verdict) return [];
  return [
    text(
      'Vergeleken zijn de laatste tien jaar. Over {years}: {says}; het oordeel hangt af van waar de reeks begint.',
      'La comparaison porte sur les dix dernières années. Sur {years} : {says} ; la conclusion dépend du début de la série.',
      'Verglichen sind die letzten zehn Jahre. Über {years}: {says}; die Aussage hängt davon ab, wo die Reihe beginnt.',
      'Compared are the last ten years. Over {years}: {says}; what is said depends on where the series begins.',
      { years: inEach((language) => spanText(first, last, language)), says },
    ),
  ];
}

function comparedWith(place: string): Text {
  return text(
    '{place} (ter vergelijking, niet in de som)',
    '{place} (pour comparaison, hors somme)',
    '{place} (zum Vergleich, nicht in der Summe)',
    '{place} (for comparison, not in the sum)',
    { place: placeText(place) },
  );
}

/** The periods of one port: with the joined lines of a turn where one is found, else Sen's line where a direction is shown. */
function periodsDrawn(
  totals: readonly JointTotal[],
  place: string,
  advice: TrendAdvice,
  { question, picture: { asOf } }: Analysis,
): Block {
  const per = perStep(question);
  const title = patterned('{place}: {unit} {per}', {
    place: placeText(place),
    unit: unitText(totals[0]?.unit ?? ''),
    per,
  });
  const points = trendPoints(totals, place, asOf);
  const turning = advice.methods.find(({ method }) => method === 'joinpoint')?.finding as
    | Joinpoint
    | null
    | undefined;
  if (!turning || turning.joinpoints.length === 0)
    return {
      kind: 'chart',
      draw: (options) => trendChart(points, { ...options, slope: advice.trend, title }),
    };
  return {
    kind: 'chart',
    draw: (options) =>
      segmentChart(
        points.map(({ period, value, low, high, provisional }) => ({
          period,
          value,
          low: low ?? null,
          high: high ?? null,
          provisional,
        })),
        {
          ...options,
          title,
          unit: totals[0]?.unit ?? '',
          fit: 'log_linear',
          tentative: !['rising', 'falling'].includes(advice.details.verdict),
          segments: turning.segments,
          suggested: turning.joinpoints,
        },
      ),
  };
}

/** The exact p; where ranges leave it open, the bound that the verdict rests on. */
function probability({ advice }: TrendAnswer): Figure {
  const trend = advice?.trend;
  if (!trend || trend.details.verdict === 'no_conclusion') return { shown: none, value: null };
  const { p: exact, details } = trend;
  if (exact !== null) return { shown: p(exact), value: exact };
  // As the sentence beside it: a direction holds at the largest p, none is shown at the smallest.
  const isShown = details.verdict === 'rising' || details.verdict === 'falling';
  const bound = isShown ? details.pHigh : details.pLow;
  const say = isShown ? pAtMost : pAtLeast;
  return { shown: inEach((language) => say(bound, language).replace('p ', '')), value: bound };
}

function p(value: number): Text {
  return inEach((language) => pValue(value, language).replace(/^p = |^p /, ''));
}

/**
 * Half-years that were published, beside the years and in no series with them. One of which only single finds are known is no figure
 * of a half-year.
 */
export function halfYearBlocks({ records, question }: Analysis): readonly Block[] {
  try {
    const settled = settle(records, { ...question, by: 'half-year' });
    const totals = settled.totals.filter(({ members }) => members.some(hasFigure));
    return totals.length === 0
      ? []
      : [{ ...memberTable({ ...settled, totals }), notes: [halfYearsApart] }];
  } catch (error) {
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

const halfYearsApart: Text = text(
  'Halve jaren staan naast de jaren en vormen er geen reeks mee. Een jaar min zijn eerste helft is geen tweede helft: dienst en peildatum kunnen verschillen.',
  'Les semestres figurent à côté des années et ne forment pas de série avec elles. Une année moins son premier semestre n’est pas un second semestre : le service et la fin du décompte peuvent différer.',
  'Halbjahre stehen neben den Jahren und bilden mit ihnen keine Reihe. Ein Jahr ohne seine erste Hälfte ist keine zweite Hälfte: Behörde und Stichtag können verschieden sein.',
  'Half-years stand beside the years and form no series with them. A year less its first half is no second half: agency and cut-off date may differ.',
);

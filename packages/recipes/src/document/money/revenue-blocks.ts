import { revenueFanChart, tornadoChart } from '@samenbeeld/charts';
import type { Distribution, Revenue } from '@samenbeeld/money';
import type { Block, Figure, TableBlock } from '@samenbeeld/report';
import { figure, formatNumber, fromTo, InputError, inEach, type Text } from '@samenbeeld/schema';
import type { MoneyAnswer } from '../../money/money-analysis.ts';
import type { ResolvedQuestion } from '../../money/resolve-question.ts';
import { coloned, none, plain, text } from '../text.ts';
import { headingBlock, paragraphBlock } from './blocks.ts';
import { euroRange } from './euro-range.ts';
import { whyAnswer } from './why-money.ts';

/** "5%": an assumed rate has no decimals of its own. */
function rateText(rate: number): Text {
  const sign = { nl: '%', fr: '\u00a0%', de: '\u00a0%', en: '%' };
  return inEach(
    (language) => figure(Number((rate * 100).toPrecision(3)), language) + sign[language],
  );
}

/** Kilograms that would have got through beside what was seized, before loss: what consumption would have to bear out. */
function passedFigure({ quantity }: ResolvedQuestion, rate: number): Figure {
  const times = (1 - rate) / rate;
  const [low, high] = endsOf(quantity.assumed.distribution).map((end) => end * times) as [
    number,
    number,
  ];
  const inTonnes = high >= 10_000;
  return {
    shown: inEach((language) => {
      const [one, other] = [low, high].map((value) =>
        figure(Number((inTonnes ? value / 1000 : value).toPrecision(3)), language),
      ) as [string, string];
      return `${one === other ? one : fromTo(one, other, language)}\u00a0${inTonnes ? 't' : 'kg'}`;
    }),
    value: (low + high) / 2,
  };
}

function endsOf(one: Distribution): readonly [number, number] {
  if (one.kind === 'fixed') return [one.value, one.value];
  if ('low' in one) return [one.low, one.high];
  throw new InputError(`a quantity spread as ${one.kind} has no ends`, {
    repair: 'give kilograms as fixed, uniform, triangular or pert',
  });
}

function revenueTable(one: MoneyAnswer): TableBlock {
  const { answer, question } = one;
  const at = (revenue: Revenue | null, rate: number, kind: 'revenue' | 'retail'): Figure => {
    const spread = revenue?.byRate.find((point) => point.rate === rate)?.spread;
    return spread
      ? euroRange({ low: spread.p5, high: spread.p95 }, whyAnswer(one, kind))
      : { shown: none };
  };
  return {
    kind: 'table',
    caption: coloned(
      question.label,
      text(
        'omzet van wat doorkwam, als functie van het onderschepte deel',
        'chiffre d’affaires de ce qui est passé, selon la part interceptée',
        'Umsatz mit dem, was durchkam, je nach abgefangenem Anteil',
        'revenue from what got through, as a function of the share intercepted',
      ),
    ),
    columns: [
      {
        label: text(
          'onderschept deel',
          'part interceptée',
          'abgefangener Anteil',
          'share intercepted',
        ),
        kind: 'label',
      },
      {
        label: text('dan kwam door', 'serait passé', 'dann kam durch', 'then got through'),
        kind: 'words',
      },
      {
        label: text('groothandelsprijzen', 'prix de gros', 'Großhandelspreise', 'wholesale prices'),
        kind: 'words',
      },
      {
        label: text('straatprijzen', 'prix de détail', 'Straßenpreise', 'retail prices'),
        kind: 'words',
      },
    ],
    rows: answer.revenue.byRate.map(({ rate }) => [
      { shown: rateText(rate) },
      passedFigure(question, rate),
      at(answer.revenue, rate, 'revenue'),
      at(answer.retail, rate, 'retail'),
    ]),
    notes: question.floor ? [question.floor] : [],
  };
}

/** What the spread comes from: the share over the assumed ones, and the widest of the other numbers. */
function dominantBlocks(shown: Revenue): readonly Block[] {
  const { rateFactor, widestInput, widestFactor } = shown.details;
  const [lowest, highest] = [shown.byRate[0], shown.byRate.at(-1)];
  const input = shown.inputs.find(({ id }) => id === widestInput);
  if (!rateFactor || !lowest || !highest || !input) return [];
  const shortly = (value: unknown): Text =>
    inEach((language) => formatNumber(Number(Number(value).toPrecision(2)), language));
  return [
    paragraphBlock(
      text(
        'Wat bepaalt de onzekerheid? Tussen {low} en {high} onderschept verschilt de omzet een factor {rate}. Het getal dat verder het meest uitmaakt, {name}, geeft een factor {other}.',
        'D’où vient l’incertitude ? Entre {low} et {high} interceptés, le chiffre d’affaires varie d’un facteur {rate}. Le nombre qui compte ensuite le plus, {name}, donne un facteur {other}.',
        'Was bestimmt die Unsicherheit? Zwischen {low} und {high} abgefangenem Anteil unterscheidet sich der Umsatz um den Faktor {rate}. Die Zahl, die sonst am meisten ausmacht, {name}, gibt einen Faktor {other}.',
        'What dominates the uncertainty? Between {low} and {high} intercepted, revenue differs by a factor of {rate}. The number that matters most after that, {name}, makes a factor of {other}.',
        {
          low: rateText(lowest.rate),
          high: rateText(highest.rate),
          rate: shortly(rateFactor),
          name: input.label,
          other: shortly(widestFactor),
        },
      ),
    ),
  ];
}

/** Revenue at each assumed share, as a table and a fan, and what it depends on. */
export function revenueBlocks(one: MoneyAnswer): readonly Block[] {
  const { question, answer } = one;
  const shown = answer.retail ?? answer.revenue;
  const names = new Map(shown.inputs.map((input) => [input.id, input.label]));
  return [
    headingBlock(question.label),
    revenueTable(one),
    ...dominantBlocks(shown),
    {
      kind: 'chart',
      size: 'half',
      draw: (options) =>
        revenueFanChart(shown.byRate, {
          ...options,
          title: coloned(
            question.label,
            answer.retail
              ? text(
                  'omzet op straat',
                  'chiffre d’affaires au détail',
                  'Umsatz im Straßenhandel',
                  'retail revenue',
                )
              : text(
                  'omzet in de groothandel',
                  'chiffre d’affaires de gros',
                  'Umsatz im Großhandel',
                  'wholesale revenue',
                ),
          ),
        }),
    },
    {
      kind: 'chart',
      size: 'half',
      draw: (options) =>
        tornadoChart(
          shown.influences.map(({ id, atLow, atHigh }) => ({
            id,
            label: names.get(id) ?? plain(id),
            atLow,
            atHigh,
          })),
          {
            ...options,
            middle: shown.middle,
            title: coloned(
              question.label,
              text(
                'wat verder uitmaakt, bij een onderschept deel van 50%',
                'ce qui compte en outre, si 50 % sont interceptés',
                'was bei 50 % abgefangenem Anteil sonst den Ausschlag gibt',
                'what else matters, if 50% is intercepted',
              ),
            ),
          },
        ),
    },
  ];
}

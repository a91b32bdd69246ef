import { revenueFanChart, tornadoChart } from '@samenbeeld/charts';
import type { Revenue } from '@samenbeeld/money';
import type { Block, Figure, TableBlock } from '@samenbeeld/report';
import { figure, inEach, type Text } from '@samenbeeld/schema';
import type { MoneyAnswer } from '../../money/money-analysis.ts';
import { none, plain, text } from '../text.ts';
import { headingBlock } from './blocks.ts';
import { coloned } from './coloned.ts';
import { euroRange } from './euro-range.ts';
import { whyAnswer } from './why-money.ts';

/** "5%": an assumed rate has no decimals of its own. */
function rateText(rate: number): Text {
  const sign = { nl: '%', fr: '\u00a0%', de: '\u00a0%', en: '%' };
  return inEach(
    (language) => figure(Number((rate * 100).toPrecision(3)), language) + sign[language],
  );
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
      at(answer.revenue, rate, 'revenue'),
      at(answer.retail, rate, 'retail'),
    ]),
    notes: question.floor ? [question.floor] : [],
  };
}

/** Revenue at each assumed share, as a table and a fan, and what it depends on. */
export function revenueBlocks(one: MoneyAnswer): readonly Block[] {
  const { question, answer } = one;
  const shown = answer.retail ?? answer.revenue;
  const names = new Map(shown.inputs.map((input) => [input.id, input.label]));
  return [
    headingBlock(question.label),
    revenueTable(one),
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
                'wat uitmaakt bij een onderschept deel van 50%',
                'ce qui compte si 50 % sont interceptés',
                'was bei 50 % abgefangenem Anteil ausmacht',
                'what matters if 50% is intercepted',
              ),
            ),
          },
        ),
    },
  ];
}

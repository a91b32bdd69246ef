import { trendChart } from '@samenbeeld/charts';
import type { Block, Figure, Section } from '@samenbeeld/report';
import type { Finding } from '@samenbeeld/schema';
import { formatNumber, places, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import type { TrendAnswer } from './port-trend.ts';
import { labelled, none, numeral, text } from './text.ts';
import { trendPoints } from './trend-points.ts';

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/** 5. Development: a verdict for each port, and why there is none for the row. */
export function developmentChapter(
  analysis: Analysis,
  ports: readonly { readonly place: string; readonly answer: TrendAnswer }[],
  joint: TrendAnswer,
  others: readonly Finding[],
): Section {
  const rows = [
    ...ports.map(({ place, answer }) => ({ label: labelled(places, place), answer })),
    { label: labelled(places, analysis.totals[0]?.complex ?? 'PC_NSP'), answer: joint },
  ].map(({ label, answer }): readonly Figure[] => [
    { shown: label },
    { shown: answer.trend ? numeral(answer.trend.n) : none, value: answer.trend?.n ?? null },
    probability(answer),
    { shown: answer.trend?.says ?? refusalText() },
  ]);
  return {
    id: 'development',
    title: text('Ontwikkeling', 'Évolution', 'Entwicklung', 'Development'),
    blocks: [
      {
        kind: 'table',
        caption: text(
          'Is er een trend?',
          'Y a-t-il une tendance ?',
          'Gibt es einen Trend?',
          'Is there a trend?',
        ),
        columns: [
          { label: text('haven', 'port', 'Hafen', 'port'), kind: 'label' },
          { label: text('jaren', 'années', 'Jahre', 'years'), kind: 'number' },
          { label: text('p (exact)', 'p (exact)', 'p (exakt)', 'p (exact)'), kind: 'number' },
          { label: text('uitspraak', 'conclusion', 'Aussage', 'verdict'), kind: 'words' },
        ],
        rows,
      },
      ...ports
        .filter(({ answer }) => answer.trend !== null && answer.trend.n > 3)
        .map(
          ({ place }): Block => ({
            kind: 'chart',
            draw: (options) =>
              trendChart(trendPoints(analysis.totals, place), {
                ...options,
                title: text(
                  '{place}: kg per jaar',
                  '{place} : kg par an',
                  '{place}: kg pro Jahr',
                  '{place}: kg a year',
                  { place: labelled(places, place) },
                ),
              }),
          }),
        ),
      ...others.map((finding): Block => paragraph(finding.says)),
    ],
  };
}

/** The exact p; where ranges leave it open, the smallest that they allow. */
function probability({ trend }: TrendAnswer): Figure {
  if (!trend || trend.details.verdict === 'no_conclusion') return { shown: none, value: null };
  const { p: exact, details } = trend;
  if (exact !== null) return { shown: p(exact), value: exact };
  return {
    shown: text('≥ {p}', '≥ {p}', '≥ {p}', '≥ {p}', { p: p(details.pLow) }),
    value: details.pLow,
  };
}

function p(value: number): Text {
  return Object.fromEntries(
    (['nl', 'fr', 'de', 'en'] as const).map((language) => [
      language,
      formatNumber(value, language, 3),
    ]),
  ) as unknown as Text;
}

function refusalText(): Text {
  return text(
    'Geweigerd: de havens in de som wisselen van jaar tot jaar. Vraag één haven.',
    'Refusé : les ports de la somme changent d’une année à l’autre. Demandez un seul port.',
    'Verweigert: Die Häfen in der Summe wechseln von Jahr zu Jahr. Fragen Sie nach einem Hafen.',
    'Refused: the ports in the sum change from year to year. Ask for one port.',
  );
}

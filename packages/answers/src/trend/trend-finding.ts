import { type ChartOptions, trendChart } from '@samenbeeld/charts';
import { type CountedAs, countedText } from '@samenbeeld/merge';
import type { FindingBlock } from '@samenbeeld/page';
import { inEach, substances, type Text } from '@samenbeeld/schema';
import { spanText } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { perStep } from '../questions.ts';
import {
  countedIn,
  isYear,
  joined,
  labelled,
  patterned,
  phrased,
  placeText,
  text,
  unitText,
} from '../text.ts';
import {
  directionWords,
  outsideSeries,
  type TrendAnswer,
  trendRefusal,
  unlikeRules,
} from './port-trend.ts';
import { trendPoints } from './trend-points.ts';

/** The direction, and where the series may break or turn: a rise with a fall behind it is not only a rise. */
function trendTitle(answer: TrendAnswer, place: string, counted: CountedAs): Text {
  const direction = directionTitle(answer, place, counted);
  const { changes, turns } = answer.advice?.details ?? {};
  const at = changes || turns;
  if (!at) return direction;
  const when = phrased(changes ? 'from' : 'on', at.split(' '));
  return changes
    ? text(
        '{direction}, met een mogelijke breuk {when}',
        '{direction}, avec une rupture possible {when}',
        '{direction}, mit einem möglichen Bruch {when}',
        '{direction}, with a possible break {when}',
        { direction, when },
      )
    : text(
        '{direction}, met een mogelijk keerpunt {when}',
        '{direction}, avec un possible changement de pente {when}',
        '{direction}, mit einem möglichen Wendepunkt {when}',
        '{direction}, with a possible turn {when}',
        { direction, when },
      );
}

function directionTitle(answer: TrendAnswer, place: string, counted: CountedAs): Text {
  const { first, last } = answer.advice?.examined ?? {};
  // Of other years the direction may be another.
  const years =
    first && last && first !== last ? [inEach((language) => spanText(first, last, language))] : [];
  return text('{place}: {says}', '{place} : {says}', '{place}: {says}', '{place}: {says}', {
    // What an amount is of, the sentence below says; a count without what is counted names a wider thing.
    place: joined(
      [
        placeText(place),
        ...(counted.metric === 'quantity' || counted.metric === '' ? [] : [countedText(counted)]),
        ...years,
      ],
      ', ',
    ),
    says: directionWords(answer) ?? nothingSaid,
  });
}

export const nothingSaid: Text = text(
  'geen uitspraak mogelijk',
  'aucune conclusion possible',
  'keine Aussage möglich',
  'no conclusion possible',
);

/** How many periods a place has a figure for. */
export interface PlaceFigures {
  readonly place: string;
  readonly figures: number;
}

/** Which places the trend of one says nothing of, and why that one is told. */
function leftOut(main: string, figures: readonly PlaceFigures[]): readonly Text[] {
  const shown = figures.find(({ place }) => place === main);
  const others = figures.filter(({ place }) => place !== main);
  if (!shown || others.length === 0) return [];
  const counted = (one: PlaceFigures): Text =>
    patterned('{place} ({n})', { place: placeText(one.place), n: one.figures });
  const words = { main: counted(shown), others: joined(others.map(counted), ', ') };
  return others.every((one) => one.figures < shown.figures)
    ? [
        text(
          'Getoond is de plaats met de meeste cijfers: {main}. Niet getoond: {others}.',
          'Le lieu montré est celui qui a le plus de chiffres : {main}. Non montré : {others}.',
          'Gezeigt wird der Ort mit den meisten Zahlen: {main}. Nicht gezeigt: {others}.',
          'The place with the most figures is shown: {main}. Not shown: {others}.',
          words,
        ),
      ]
    : [
        text(
          'Getoond is één plaats van die met de meeste cijfers: {main}. Niet getoond: {others}.',
          'Un seul des lieux qui ont le plus de chiffres est montré : {main}. Non montré : {others}.',
          'Gezeigt wird einer der Orte mit den meisten Zahlen: {main}. Nicht gezeigt: {others}.',
          'One of the places with the most figures is shown: {main}. Not shown: {others}.',
          words,
        ),
      ];
}

/** What the trend of one port says, why the joint row has none, and what has no place in the series. */
export function trendFinding(
  analysis: Analysis,
  place: string,
  port: TrendAnswer,
  { joint, figures }: { readonly joint: TrendAnswer; readonly figures: readonly PlaceFigures[] },
): FindingBlock {
  const says = port.refusal ? trendRefusal(port.refusal) : port.advice.says;
  const apart = [...unlikeRules(analysis, place), ...outsideSeries(analysis, place)];
  const isSum = (analysis.totals[0]?.members.length ?? 0) > 1;
  const refused =
    joint.refusal === null || (joint.refusal.dimension === 'members' && !isSum)
      ? null
      : joint.refusal.dimension !== 'members'
        ? trendRefusal(joint.refusal)
        : text(
            'Voor de haven als geheel wordt geen trend berekend: de havens in de som wisselen van {period} tot {period}.',
            'Aucune tendance n’est calculée pour l’ensemble du port : les ports de la somme changent d’{period} à l’autre.',
            'Für den Hafen insgesamt wird kein Trend berechnet: Die Häfen in der Summe wechseln von {period} zu {period}.',
            'No trend is computed for the port as a whole: the ports in the sum change from {period} to {period}.',
            {
              period: analysis.totals.every(isYear)
                ? text('jaar', 'une année', 'Jahr', 'year')
                : text('periode', 'une période', 'Zeitraum', 'period'),
            },
          );
  const points = trendPoints(analysis.totals, place, analysis.picture.asOf);
  return {
    kind: 'finding',
    title: trendTitle(port, place, analysis.question),
    // Of one place the row says what the place says.
    text: joined(
      [
        says,
        ...(refused && refused.en !== says.en ? [refused] : []),
        ...leftOut(place, figures),
        ...apart,
      ],
      ' ',
    ),
    confidence: port.advice?.confidence ?? 'low',
    ...(points.some(({ value, high }) => value !== null || high !== null) && {
      draw: (options: ChartOptions) =>
        trendChart(points, {
          ...options,
          unit: analysis.question.unit,
          title: text(
            '{what}, {unit} {per}',
            '{what}, {unit} {per}',
            '{what}, {unit} {per}',
            '{what}, {unit} {per}',
            {
              per: perStep(analysis.question),
              what: countedIn(
                analysis.question,
                place,
                analysis.question.substance === null
                  ? countedText(analysis.question)
                  : labelled(substances, analysis.question.substance),
              ),
              unit: unitText(analysis.question.unit),
            },
          ),
        }),
    }),
  };
}

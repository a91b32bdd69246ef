import { type ChartOptions, trendChart } from '@samenbeeld/charts';
import type { FindingBlock } from '@samenbeeld/page';
import { inEach, metrics, substances, type Text } from '@samenbeeld/schema';
import { spanText, type TrendSeries, trendOf } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { perStep } from '../questions.ts';
import {
  capitalised,
  dated,
  isYear,
  joined,
  labelled,
  phrased,
  placeText,
  text,
  unitText,
} from '../text.ts';
import {
  outsideSeries,
  portSeries,
  type TrendAnswer,
  trendRefusal,
  unlikeRules,
} from './port-trend.ts';
import { trendPoints } from './trend-points.ts';

/** The direction, and where the series may break or turn: a rise with a fall behind it is not only a rise. */
function trendTitle(answer: TrendAnswer, place: string): Text {
  const direction = directionTitle(answer, place);
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

function directionTitle(answer: TrendAnswer, place: string): Text {
  const { first, last } = answer.advice?.examined ?? {};
  // Of other years the direction may be another.
  const years =
    first && last && first !== last ? [inEach((language) => spanText(first, last, language))] : [];
  const where = { place: joined([placeText(place), ...years], ', ') };
  switch (answer.advice?.details.verdict) {
    case 'rising':
      return text(
        '{place}: stijgend',
        '{place} : en hausse',
        '{place}: steigend',
        '{place}: rising',
        where,
      );
    case 'falling':
      return text(
        '{place}: dalend',
        '{place} : en baisse',
        '{place}: fallend',
        '{place}: falling',
        where,
      );
    case 'not_shown':
      return text(
        '{place}: geen trend aan te tonen',
        '{place} : aucune tendance démontrable',
        '{place}: kein Trend nachweisbar',
        '{place}: no trend can be shown',
        where,
      );
    default:
      return text(
        '{place}: geen uitspraak mogelijk',
        '{place} : aucune conclusion possible',
        '{place}: keine Aussage möglich',
        '{place}: no conclusion possible',
        where,
      );
  }
}

/** A later first period leaves at least so many figures: of fewer a trend is seldom shown, whatever it is. */
const leastLeft = 8;

const laterWords: Readonly<Record<'rising' | 'falling' | 'not_shown', Text>> = {
  rising: text(
    'stijgen de cijfers',
    'les chiffres augmentent',
    'steigen die Zahlen',
    'the figures rise',
  ),
  falling: text(
    'dalen de cijfers',
    'les chiffres baissent',
    'sinken die Zahlen',
    'the figures fall',
  ),
  not_shown: text(
    'is geen trend aan te tonen',
    'aucune tendance n’est démontrable',
    'ist kein Trend nachweisbar',
    'no trend can be shown',
  ),
};

/** From which later first period on the figures say something else, where there is one. */
function laterStart({ advice }: TrendAnswer, series: TrendSeries): readonly Text[] {
  const { verdict } = advice?.details ?? {};
  // Where a test that allows for dependence has the last word, a shorter series tells by another test.
  if (verdict === undefined || verdict !== advice?.trend.details.verdict) return [];
  const starts = series.points.slice(1, Math.max(1, series.points.length - leastLeft + 1));
  for (const [at, { period }] of starts.entries()) {
    const rest = trendOf({ ...series, points: series.points.slice(at + 1) });
    const later = rest.details.verdict;
    if (later === verdict || later === 'no_conclusion') continue;
    return [
      text(
        'Van {period} af gerekend {what}: de uitspraak hangt af van waar de reeks begint.',
        'À partir de {period}, {what} : la conclusion dépend du début de la série.',
        'Ab {period} gerechnet {what}: Die Aussage hängt davon ab, wo die Reihe beginnt.',
        'Counted from {period} on {what}: what is said depends on where the series begins.',
        { period: dated(period), what: laterWords[later] },
      ),
    ];
  }
  return [];
}

/** What the trend of one port says, why the joint row has none, and what has no place in the series. */
export function trendFinding(
  analysis: Analysis,
  place: string,
  port: TrendAnswer,
  joint: TrendAnswer,
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
    title: trendTitle(port, place),
    // Of one place the row says what the place says.
    text: joined(
      [
        says,
        ...laterStart(port, portSeries(analysis.totals, place, analysis.picture.asOf)),
        ...(refused && refused.en !== says.en ? [refused] : []),
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
            '{what} in {place}, {unit} {per}',
            '{what}, {place}, {unit} {per}',
            '{what} in {place}, {unit} {per}',
            '{what} in {place}, {unit} {per}',
            {
              per: perStep(analysis.question),
              what: capitalised(
                analysis.question.substance === null
                  ? labelled(metrics, analysis.question.metric)
                  : labelled(substances, analysis.question.substance),
              ),
              place: placeText(place),
              unit: unitText(analysis.question.unit),
            },
          ),
        }),
    }),
  };
}

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

/**
 * From which later first period on a rise or a fall is shown no more, where there is one. Not the other way round: who tries one
 * start after another finds a trend by chance.
 */
function laterStart({ advice }: TrendAnswer, series: TrendSeries): readonly Text[] {
  const { verdict } = advice?.details ?? {};
  if (verdict !== 'rising' && verdict !== 'falling') return [];
  const starts = series.points.slice(1, Math.max(1, series.points.length - leastLeft + 1));
  const at = starts.findIndex((_, index) => {
    const rest = trendOf({ ...series, points: series.points.slice(index + 1) });
    return rest.details.verdict !== verdict;
  });
  const start = starts[at];
  if (start === undefined) return [];
  const period = dated(start.period);
  return [
    verdict === 'rising'
      ? text(
          'Van {period} af gerekend is geen stijging aan te tonen: de uitspraak hangt af van waar de reeks begint.',
          'À partir de {period}, aucune hausse n’est démontrable : la conclusion dépend du début de la série.',
          'Ab {period} gerechnet ist kein Anstieg nachweisbar: Die Aussage hängt davon ab, wo die Reihe beginnt.',
          'Counted from {period} on no rise can be shown: what is said depends on where the series begins.',
          { period },
        )
      : text(
          'Van {period} af gerekend is geen daling aan te tonen: de uitspraak hangt af van waar de reeks begint.',
          'À partir de {period}, aucune baisse n’est démontrable : la conclusion dépend du début de la série.',
          'Ab {period} gerechnet ist kein Rückgang nachweisbar: Die Aussage hängt davon ab, wo die Reihe beginnt.',
          'Counted from {period} on no fall can be shown: what is said depends on where the series begins.',
          { period },
        ),
  ];
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

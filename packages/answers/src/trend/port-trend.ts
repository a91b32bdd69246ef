import {
  type Break,
  type Comparable,
  type Decision,
  type JointTotal,
  metrics,
  RefusalError,
  refusalText,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { adviseTrend, type TrendAdvice, type TrendSeries } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { recordsBehind, settledBy } from '../finds/records-together.ts';
import { anew, type Once } from '../held.ts';
import { capitalised, joined, labelled, ofDrug, placeText, text } from '../text.ts';

function labelOf(totals: readonly JointTotal[], place: string) {
  const substance = totals[0]?.substance ?? '';
  const metric = totals[0]?.metric ?? '';
  // What is no amount of a drug was not seized.
  if (metric !== 'quantity' && metric !== 'seizures')
    return text('{what} in {place}', '{what}, {place}', '{what} in {place}', '{what} in {place}', {
      what: capitalised(labelled(metrics, metric)),
      place: placeText(place),
    });
  return text(
    '{what} in beslag genomen in {place}',
    'Saisies {drug} à {place}',
    '{what}, sichergestellt in {place}',
    '{what} seized in {place}',
    {
      what: capitalised(labelled(substances, substance)),
      drug: ofDrug(substance),
      place: placeText(place),
    },
  );
}

/** The series of one port: a value or a range a year; years without a figure are missing, never zero. */
export function portSeries(totals: readonly JointTotal[], place: string): TrendSeries {
  const points = totals.flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.lowest === null || member.state === 'finds_only') return [];
    const isPoint = member.highest === member.lowest;
    return [
      {
        period: total.period,
        value: typeof member.likely === 'number' ? member.likely : null,
        interval: { low: member.lowest, high: member.highest, closed: isPoint },
        members: [place],
      },
    ];
  });
  const [first] = totals;
  return {
    subject: `${place} ${first?.substance ?? ''} ${first?.basis ?? ''} ${first?.unit ?? ''}`,
    label: labelOf(totals, place),
    unit: first?.unit ?? '',
    points,
    scope: {
      place,
      substance: first?.substance ?? '',
      basis: first?.basis ?? '',
      metric: first?.metric ?? '',
    },
  };
}

/** The series of the joint row, whose members change from year to year; a trend over it is refused. */
export function jointSeries(totals: readonly JointTotal[]): TrendSeries {
  const [first] = totals;
  return {
    subject: first?.key ?? '',
    label: labelOf(totals, first?.complex ?? ''),
    unit: first?.unit ?? '',
    points: totals.flatMap(({ period, members, reported: { lowest, likely, highest } }) =>
      lowest === null
        ? []
        : [
            {
              period,
              value: typeof likely === 'number' ? likely : null,
              interval: { low: lowest, high: highest, closed: lowest === highest },
              members: members
                .filter(({ state }) => state === 'reported' || state === 'undecided')
                .map(({ place }) => place),
            },
          ],
    ),
    scope: {
      place: first?.complex ?? '',
      substance: first?.substance ?? '',
      basis: first?.basis ?? '',
      metric: first?.metric ?? '',
    },
  };
}

/** What may be said of a trend with every method that was considered, or the reason why nothing may. */
export type TrendAnswer =
  | { readonly advice: TrendAdvice; readonly refusal: null }
  | { readonly advice: null; readonly refusal: RefusalError };

/** The breaks of the sources whose records stand behind the totals. */
export function breaksOf(analysis: Analysis): readonly Break[] {
  const used = new Set(recordsBehind(analysis, analysis.totals).map((record) => record.source));
  return analysis.breaks.filter((entry) => used.has(entry.source));
}

/** A series with the records behind it, so that the comparability guard sees what is fitted. */
export function guardedSeries(
  analysis: Analysis,
  series: TrendSeries,
  place?: string,
): TrendSeries {
  const records: readonly Comparable[] = recordsBehind(analysis, analysis.totals, place);
  const { breaks: _, overrides: __, ...comparison } = settledBy(analysis);
  return { ...series, records, comparison };
}

/** Asks for a trend and keeps a refusal as an answer. */
export function askTrend(
  series: TrendSeries,
  breaks: readonly Break[],
  overrides: readonly Decision[],
  once: Once = anew,
): TrendAnswer {
  const advise = (): TrendAdvice => adviseTrend(series, { breaks, overrides });
  try {
    return { advice: once('trend', [series, breaks, overrides], advise), refusal: null };
  } catch (error) {
    if (error instanceof RefusalError) return { advice: null, refusal: error };
    throw error;
  }
}

/** Why there is no trend, as the report says it. */
export function trendRefusal(refusal: RefusalError): Text {
  const says = refusal.says ?? refusalText(refusal, 'trend');
  if (refusal.dimension !== 'members') return says;
  return joined(
    [
      says,
      text(
        'Kies één haven.',
        'Choisissez un seul port.',
        'Wählen Sie einen Hafen.',
        'Choose one port.',
      ),
    ],
    ' ',
  );
}

import { jointSeries, portSeries } from '@samenbeeld/recipes';
import { inEach, type Observation, offences, periodCode } from '@samenbeeld/schema';
import type { SeriesPoint, TrendSeries } from '@samenbeeld/trends';
import type { Row } from './criteria.ts';
import { jointOf } from './joint.ts';
import { labelOf, placeName } from './labels.ts';
import type { Selection } from './selection.ts';

const totalled: ReadonlySet<string> = new Set(['quantity', 'seizures']);

function isTotalled(row: Row | undefined): boolean {
  return row === undefined || row.kind === 'seizure' || totalled.has(row.metric);
}

/** The series of a statistic as published: one row a period. */
function publishedSeries(rows: readonly Observation[]): TrendSeries {
  const ordered = [...rows].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const [first] = ordered as [Observation];
  const { place, metric, basis, substance, offence, nationalCode, unit, source } = first;
  return {
    subject: [place, substance ?? offence ?? nationalCode, metric].filter(Boolean).join(' '),
    label: inEach((language) => {
      const what = offence === null ? '' : `, ${labelOf(offences, offence, language)}`;
      return placeName(place, language) + what;
    }),
    unit,
    points: ordered.map(
      (row): SeriesPoint => ({
        period: periodCode({ start: row.periodStart, end: row.periodEnd }),
        value: row.value,
        provisional: row.status.includes('P'),
      }),
    ),
    scope: {
      source,
      place,
      metric,
      basis,
      ...(substance !== null && { substance }),
      ...(offence !== null && { offence }),
    },
    records: ordered,
  };
}

/** What a selection amounts to over time: joint totals where it is of quantities, the rows themselves otherwise. */
export function seriesOf(selection: Selection): TrendSeries {
  const [first] = selection.rows;
  if (!isTotalled(first)) return publishedSeries(selection.rows as readonly Observation[]);
  const { totals } = jointOf(selection, 'year');
  const members = totals[0]?.members ?? [];
  const [only] = members;
  return members.length === 1 && only ? portSeries(totals, only.place) : jointSeries(totals);
}

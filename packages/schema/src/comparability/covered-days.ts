import { RefusalError } from '../errors.ts';
import { addDays } from '../period.ts';
import type { OverrideLedger } from './override-ledger.ts';
import { overrideSubject, rowDimensions } from './override-subject.ts';
import { refusalText } from './refusal-text.ts';
import { groupBy, type Scope } from './scope.ts';

/** The days that rows cover together, spans that touch joined: "2022-01-01..2023-12-31". */
function coveredBy(rows: readonly Scope[]): string {
  const spans: { start: string; end: string }[] = [];
  for (const { span } of [...rows].sort((a, b) => (a.span.start < b.span.start ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && span.start <= addDays(last.end, 1)) {
      if (span.end > last.end) last.end = span.end;
    } else spans.push({ ...span });
  }
  return spans.map(({ start, end }) => `${start}..${end}`).join(' and ');
}

/** Refuses a sum whose places, drugs or offences cover other days: a year of one port and half a year of another. */
export function refuseUnlikeCover(claims: readonly Scope[], ledger: OverrideLedger): void {
  const series = groupBy(claims, ({ place, substance, offence, nationalCode }) =>
    JSON.stringify([place, substance, offence, nationalCode]),
  );
  const covers = [...series.values()].map(
    (rows) => [rows[0]?.place ?? '', coveredBy(rows)] as const,
  );
  const days = covers.map(([, cover]) => cover);
  if (new Set(days).size < 2 || ledger.allows(rowDimensions.period, days)) return;
  const subject = overrideSubject(ledger.purpose, rowDimensions.period.plural, days);
  const [first] = covers;
  const other = covers.find(([, cover]) => cover !== first?.[1]);
  throw new RefusalError(
    `The rows do not cover the same days: ${first?.[0]} ${first?.[1]}, ${other?.[0]} ${other?.[1]}. A part of a period is no figure of the period.`,
    {
      dimension: 'period',
      remedy: `Take days that each of them covers: \`.where({ from, to })\`, or record an override of \`${subject}\`.`,
      subject,
      says: refusalText({ dimension: 'period', subject }, ledger.purpose),
    },
  );
}

import { RefusalError, refusalText } from '@samenbeeld/schema';
import type { TrendSeries } from '@samenbeeld/trends';

/** A refusal of the guard in a notebook's words: which ports report when, and which call answers instead. */
export function inCalls(error: unknown, series: TrendSeries): unknown {
  if (!(error instanceof RefusalError)) return error;
  if (error.dimension === 'members') return namePorts(error, series);
  return error.dimension === 'break' ? nameSegments(error) : error;
}

function namePorts(error: RefusalError, { points }: TrendSeries): RefusalError {
  const reporting = points.map(
    ({ period, members = [] }) => [period, [...members].sort()] as const,
  );
  const ports = [...new Set(reporting.flatMap(([, members]) => members))].sort();
  const years = reporting.map(([period, members]) => `${period} ${members.join('+') || 'none'}`);
  return new RefusalError(
    `The ports in the sum change (${years.join(', ')}). A port that begins to report would look like a rise.`,
    {
      dimension: error.dimension,
      remedy: `Ask for the trend of one port: ${ports.map((port) => `\`.at('${port}')\``).join(' or ')}.`,
      says: refusalText(error, 'trend'),
    },
  );
}

function nameSegments({ reason, dimension, subject }: RefusalError): RefusalError {
  return new RefusalError(reason, {
    dimension,
    remedy:
      'Ask for the trend of each side: `trend(…, { bySegment: true })` (`methods.trendBySegment` for your own arrays). Or record an override of this break with a reason.',
    subject,
    says: refusalText({ dimension, subject }, 'trend'),
  });
}

import type { Observation } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';

const metrics: ReadonlySet<string> = new Set([
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
  'fiu_value',
]);

/**
 * Figures of financial intelligence units, one source a country: its own where the picture has it, since that one says how it
 * counts; else what was transcribed from press.
 */
export function intelligenceFigures({ gathered }: Analysis): readonly Observation[] {
  const rows = gathered.observations.filter(
    ({ metric, extent }) => metrics.has(metric) && extent === 'whole',
  );
  const own = new Map(
    gathered.sources.map(({ id, source }) => [
      id,
      source.kind === 'claim_sheet' ? null : source.country,
    ]),
  );
  const covered = new Set(
    rows.filter((row) => own.get(row.source) === row.place).map(({ place }) => place),
  );
  return rows.filter((row) => !covered.has(row.place) || own.get(row.source) === row.place);
}

/** What was transcribed of them, with the predicate offences and reporters that national sheets leave out. */
export function transcribedFigures({ gathered }: Analysis): readonly Observation[] {
  const sheets = new Set(
    gathered.sources.filter(({ source }) => source.kind === 'claim_sheet').map(({ id }) => id),
  );
  return gathered.observations.filter(
    ({ metric, extent, source }) => metrics.has(metric) && extent === 'whole' && sheets.has(source),
  );
}

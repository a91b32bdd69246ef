import type { CoverageCell } from '@samenbeeld/charts';
import { places } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { labelled } from './text.ts';

/** The coverage matrix as the chart takes it. */
export function coverageCells(analysis: Analysis): readonly CoverageCell[] {
  return analysis.coverage.map((cell) => ({
    row: labelled(places, cell.place),
    period: cell.period,
    state: cell.state,
  }));
}

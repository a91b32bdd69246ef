import type { CoverageCell } from '@samenbeeld/charts';
import type { Analysis } from '../analysis.ts';
import { placeText } from '../text.ts';

/** The coverage matrix as the chart takes it. */
export function coverageCells(analysis: Analysis): readonly CoverageCell[] {
  return analysis.coverage.map((cell) => ({
    row: placeText(cell.place),
    period: cell.period,
    state: cell.state,
  }));
}

import type { CoverageCell } from '@samenbeeld/charts';
import { hasFigure, type MemberTotal } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { placeText } from '../text.ts';

type Known = Pick<MemberTotal, 'state' | 'likely' | 'highest'>;

/** What is known of a place and period: of a full file with a find that nobody weighed only a lower limit is. */
export function stateKnown({ state, likely, highest }: Known): MemberTotal['state'] {
  return state === 'reported' && likely === null && highest === null ? 'finds_only' : state;
}

/** Whether a place has a figure for a period, rather than a lower limit or nothing. */
export function hasOwnFigure(member: Known): boolean {
  return hasFigure({ state: stateKnown(member) });
}

/** The coverage matrix as the chart takes it. */
export function coverageCells(analysis: Analysis): readonly CoverageCell[] {
  return analysis.coverage.map((cell) => {
    const total = analysis.totals.find(({ period }) => period === cell.period);
    const member = total?.members.find(({ place }) => place === cell.place);
    return {
      row: placeText(cell.place),
      period: cell.period,
      state: member?.state === cell.state ? stateKnown(member) : cell.state,
    };
  });
}

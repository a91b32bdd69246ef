import type { Language } from '@samenbeeld/schema';
import type { DataValidation } from 'exceljs';
import type { ClaimColumn, ClaimListName } from './claim-columns.ts';
import { claimRefusals } from './claim-instructions.ts';

/** These may hold several codes joined by +, so the list helps but does not refuse. */
const joined: readonly (ClaimListName | null)[] = ['place', 'agency'];

/** What a cell of the column accepts while it is filled in; `first` is its topmost cell ("S3"). Null accepts anything. */
export function claimValidation(
  column: ClaimColumn,
  first: string,
  language: Language,
  ranges: ReadonlyMap<ClaimListName, string>,
): DataValidation | null {
  const stop = { allowBlank: true, showErrorMessage: true, errorTitle: column.name } as const;
  if (column.list) {
    return {
      ...stop,
      type: 'list',
      formulae: [ranges.get(column.list)],
      errorStyle: joined.includes(column.list) ? 'warning' : 'stop',
      error: claimRefusals.list[language],
    };
  }
  if (column.kind === 'date') {
    const formulae = [new Date(Date.UTC(1980, 0, 1)), new Date(Date.UTC(2099, 11, 31))];
    const error = claimRefusals.date[language];
    return { ...stop, type: 'date', operator: 'between', formulae, error };
  }
  if (column.kind === 'partial-date') {
    const formulae = [`OR(LEN(${first})=4,LEN(${first})=7,LEN(${first})=10)`];
    return { ...stop, type: 'custom', formulae, error: claimRefusals.partialDate[language] };
  }
  return null;
}

import type { Issue } from '@samenbeeld/schema';

/** A fault of one row. */
export interface ClaimFault {
  readonly line: number;
  readonly column: string;
  readonly value: string | null;
  readonly rule: string;
  readonly severity: Issue['severity'];
  readonly message: string;
  readonly repair: string;
}

/** Cells of a row by header, empty ones as '', and what is wrong with them. */
export type ClaimRule = (
  cells: Readonly<Record<string, string>>,
) => Omit<ClaimFault, 'line' | 'value'> | false;

/** What a row of the claim sheet may not lack or contradict, beyond codes, figures and periods. */
export const claimRules: readonly ClaimRule[] = [
  ({ claim }) =>
    !claim && {
      column: 'claim',
      rule: 'claim.no-number',
      severity: 'rejection',
      message: 'the claim has no number',
      repair: 'give it a short number that no other row of the sheet has',
    },
  ({ contains_own: own, basis }) =>
    Boolean(own) &&
    basis !== 'entered_via_port' && {
      column: 'contains_own',
      rule: 'claim.own-without-via',
      severity: 'warning',
      message: 'only a figure "entered via the port" can contain the port’s own seizures',
      repair: 'empty the cell, or correct the basis',
    },
  ({ published_on: published = '', period_from: from = '' }) =>
    published !== '' &&
    from !== '' &&
    published < from.slice(0, published.length) && {
      column: 'published_on',
      rule: 'claim.published-before',
      severity: 'warning',
      message: `published before its period begins (${from})`,
      repair: 'correct the date or the period',
    },
];

import { groupBy, oneOf, shape, takes, UsageError, wrongArgument } from '@samenbeeld/schema';
import { fromCents } from '../amount/cents.ts';
import {
  checkRecovery,
  dayNumber,
  type RecoveryEvent,
  recoveryEventShape,
} from './recovery-event.ts';
import { cohortsOf } from './recovery-flows.ts';
import { type RecoveryStage, recoveryStages } from './stages.ts';

/** What cases of a cohort had brought up to the end of a calendar year. */
export interface RecoveryCell {
  /** Year of the cohort. */
  readonly period: string;
  /** Calendar years after the cohort's. */
  readonly age: number;
  /** Euro, cumulative, to the cent. */
  readonly value: number;
}

export interface RecoveryTriangleOptions {
  readonly stage: RecoveryStage;
  /** ISO day; the last year that has ended by it is the last diagonal. */
  readonly asOf: string;
}

export interface RecoveryTriangle {
  readonly country: string;
  readonly stage: RecoveryStage;
  readonly cells: readonly RecoveryCell[];
}

/**
 * How amounts at a stage grew after the cohort's year: the vintage triangle that a nowcast needs.
 *
 * One row a cohort (year of the first freezing or seizure), one column a calendar year after it, cumulative amounts to the cent.
 * Only years that have ended by `asOf` are in it: half a year would look like a fall. A cell without a case is a zero that was
 * observed.
 *
 * @throws InputError as `recoveryFlows`
 * @throws UsageError for an unknown stage
 * @example
 * ```ts
 * import { recoveryTriangle } from '@samenbeeld/money';
 * const of = (stage, amount, date) => ({ caseRef: 'a', country: 'XX', route: 'conviction', currency: 'EUR', valueBasis: 'realised', stage, amount, date });
 * const events = [of('seized', 100, '2020-05-01'), of('executed', 30, '2021-05-01'), of('executed', 20, '2022-05-01')];
 * const [{ cells }] = recoveryTriangle(events, { stage: 'executed', asOf: '2022-12-31' });
 * cells.map(({ age, value }) => [age, value]) // => [[0, 0], [1, 30], [2, 50]]
 * ```
 */
export function recoveryTriangle(
  events: readonly RecoveryEvent[],
  options: RecoveryTriangleOptions,
): readonly RecoveryTriangle[] {
  takes(
    'recoveryTriangle',
    ['events', events, shape.list(recoveryEventShape)],
    ['options', options, shape.options],
  );
  const { stage, asOf } = options;
  if (!Object.hasOwn(recoveryStages, stage))
    throw new UsageError(wrongArgument('stage', oneOf(Object.keys(recoveryStages)), stage));
  dayNumber(asOf);
  const last = Number(asOf.slice(0, 4)) - (asOf.endsWith('-12-31') ? 0 : 1);
  const known = checkRecovery(events).filter(({ date }) => date <= asOf);
  const cohorts = cohortsOf(known).filter(({ year }) => year !== null && year <= last);
  return [...groupBy(cohorts, ({ country }) => country)].map(([country, own]) => ({
    country,
    stage,
    cells: own.flatMap(({ year, rows }) => {
      const from = year as number;
      const reached = rows.filter((event) => event.stage === stage);
      return Array.from(
        { length: last - from + 1 },
        (_, age): RecoveryCell => ({
          period: String(from),
          age,
          value: fromCents(
            reached
              .filter(({ date }) => Number(date.slice(0, 4)) <= from + age)
              .reduce((sum, { cents }) => sum + cents, 0),
          ),
        }),
      );
    }),
  }));
}

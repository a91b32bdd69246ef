import { InputError, isDay, type Shape, shape, UsageError } from '@samenbeeld/schema';
import { type Amount, toCents } from '../amount/cents.ts';
import {
  type LegalRoute,
  legalRoutes,
  type RecoveryOutcome,
  type RecoveryStage,
  recoveryStages,
} from './stages.ts';

/** One thing that happened to the assets of one case. No names: cases are salted hashes. */
export interface RecoveryEvent {
  readonly caseRef: string;
  /** ISO 3166 code of the country that decides. */
  readonly country: string;
  readonly stage: RecoveryStage | RecoveryOutcome;
  readonly route: LegalRoute;
  readonly amount: Amount;
  readonly currency: string;
  readonly valueBasis: 'appraised' | 'realised' | 'claimed';
  /** ISO day of the stage. */
  readonly date: string;
}

/** An event whose amount is counted in cents. */
export interface CheckedRecovery extends RecoveryEvent {
  readonly cents: number;
}

const outcomes: ReadonlySet<string> = new Set<RecoveryOutcome>([
  'converted_to_cash',
  'shared',
  'victim_compensated',
  'returned',
  'reused_socially',
]);

/** Refuses events that are none, and counts their amounts in cents. */
export function checkRecovery(events: readonly RecoveryEvent[]): readonly CheckedRecovery[] {
  return events.map((event, at) => {
    const where = `event ${at + 1}, case ${event.caseRef}`;
    if (!Object.hasOwn(recoveryStages, event.stage) && !outcomes.has(event.stage))
      throw new InputError(`${where}: unknown stage "${event.stage}"`, {
        repair: `use one of ${[...Object.keys(recoveryStages), ...outcomes].join(', ')}`,
      });
    if (!Object.hasOwn(legalRoutes, event.route))
      throw new InputError(`${where}: unknown legal route "${event.route}"`, {
        repair: `use one of ${Object.keys(legalRoutes).join(', ')}`,
      });
    if (!isDay(event.date))
      throw new InputError(`${where}: expected a day such as 2021-05-31, found "${event.date}"`, {
        repair: 'give the day on which the stage was reached',
      });
    if (event.currency !== 'EUR')
      throw new InputError(`${where}: expected euro, found ${event.currency}`, {
        repair: 'convert it at the rate of the day and say so in the file',
      });
    const cents = toCents(event.amount, `the amount of ${where}`);
    if (cents < 0)
      throw new InputError(`${where}: expected an amount of zero or more, found ${event.amount}`, {
        repair: 'what was given back is the outcome "returned", not a negative amount',
      });
    return { ...event, cents };
  });
}

/** An ISO day as a number of days. */
export function dayNumber(day: string, name = 'asOf'): number {
  if (!isDay(day)) throw new UsageError(`\`${name}\` must be a day such as 2026-06-30, got ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export const recoveryEventShape: Shape = shape.record<RecoveryEvent>({
  caseRef: shape.text,
  country: shape.text,
  stage: shape.text,
  route: shape.text,
  amount: shape.either(shape.number, shape.text),
  currency: shape.text,
  date: shape.text,
});

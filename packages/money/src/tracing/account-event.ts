import { InputError, isDay } from '@samenbeeld/schema';
import { type Amount, toCents } from '../amount/cents.ts';

/** Money that comes into an account or leaves it. */
export interface AccountEvent {
  readonly id: string;
  /** ISO date, or date and time in UTC; events at one time happened in the order given. */
  readonly time: string;
  readonly kind: 'in' | 'out';
  /** Above zero. */
  readonly amount: Amount;
  /** Of money that comes in: the claim it is traced for ("fraud A"); null or absent where nobody claims it. */
  readonly claim?: string | null;
}

/** An event in whole cents, checked. */
export interface CheckedEvent {
  readonly id: string;
  readonly time: string;
  readonly kind: 'in' | 'out';
  readonly cents: number;
  readonly claim: string | null;
}

const iso = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;

/** Milliseconds since 1970 of a day, or of a day and time in UTC; null where it is none. */
function momentOf(time: string): number | null {
  const [, day = '', clock] = iso.exec(time) ?? [];
  if (!isDay(day)) return null;
  const moment = Date.parse(clock === undefined || clock.endsWith('Z') ? time : `${time}Z`);
  return Number.isNaN(moment) ? null : moment;
}

/** Checks events as one account's history: order, amounts, ids, and that the account is never overdrawn. */
export function checkEvents(events: readonly AccountEvent[]): readonly CheckedEvent[] {
  const seen = new Set<string>();
  let balance = 0;
  let before = { time: '', moment: Number.NEGATIVE_INFINITY };
  return events.map(({ id, time, kind, amount, claim }, at) => {
    if (seen.has(id))
      throw new InputError(`event ${id} is given twice`, { repair: 'give each event its own id' });
    seen.add(id);
    const moment = momentOf(time);
    if (moment === null)
      throw new InputError(`event ${id}: expected a time such as 2024-03-01, found "${time}"`, {
        repair: 'write ISO dates, or dates and times',
      });
    if (moment < before.moment)
      throw new InputError(`events must be in order of time, found ${time} after ${before.time}`, {
        repair:
          'sort by time; the order within one moment decides what is traced and must be known',
      });
    before = { time, moment };
    if (kind !== 'in' && kind !== 'out')
      throw new InputError(`event ${id}: expected kind "in" or "out", found "${kind}"`, {
        repair: 'say whether money came in or went out',
      });
    const cents = toCents(amount, `the amount of event ${id}`);
    if (cents <= 0)
      throw new InputError(`event ${id}: expected an amount above zero, found ${amount}`, {
        repair: 'give the amount without sign, and the direction as kind',
      });
    if (kind === 'out' && claim)
      throw new InputError(`event ${id}: money that leaves has no claim, found "${claim}"`, {
        repair: 'give claims to what comes in; the rules say what leaves',
      });
    balance += kind === 'in' ? cents : -cents;
    if (balance < 0)
      throw new InputError(
        `event ${id} takes ${cents / 100} out of an account that holds ${(balance + cents) / 100} (event ${at + 1} of ${events.length})`,
        {
          repair:
            'add the opening balance as the first event that came in; no rule traces money through an overdraft',
        },
      );
    return { id, time, kind, cents, claim: claim ?? null };
  });
}

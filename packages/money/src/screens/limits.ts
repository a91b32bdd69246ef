import {
  argumentKinds,
  inFour,
  type Text,
  UsageError,
  wrongArgument,
  wrongUse,
} from '@samenbeeld/schema';
import { type Amount, toCents } from '../amount/cents.ts';

/** What every screen can be told. */
export interface ScreenOptions {
  /** Days a pattern may take, fractions allowed. */
  readonly days?: number;
  /** Amounts below this are not looked at, in the currency of the table; 500. */
  readonly least?: Amount;
  /** Accounts with more different payers, or more different payees, are hubs (shops, employers, tax offices); 200. */
  readonly hub?: number;
  readonly subject?: string;
  readonly label?: Text;
}

const day = 86_400_000;

/**
 * An option that a screen cannot do without; it has no default, since another value is another question.
 *
 * @throws UsageError where it is not given
 */
export function neededOption<Options extends object, Name extends keyof Options & string>(
  options: Options,
  name: Name,
  ask: Text,
): NonNullable<Options[Name]> {
  // Whoever calls from a notebook has no types that would tell.
  const value = (options as Partial<Options> | null | undefined)?.[name];
  if (value === undefined || value === null)
    throw wrongUse(
      'noem de `{name}`: {ask}',
      'nommez `{name}` : {ask}',
      '`{name}` nennen: {ask}',
      'name the `{name}`: {ask}',
      { name: String(name), ask },
    );
  return value as NonNullable<Options[Name]>;
}

/** The declared threshold in cents. */
export function thresholdOf(options: { readonly threshold: Amount }): number {
  const ask = inFour(
    'het bedrag vanaf waar toen en daar een aangifte verplicht was, zoals `threshold: 10000`',
    'le montant à partir duquel une déclaration était alors due à cet endroit, comme `threshold: 10000`',
    'den Betrag, ab dem damals dort eine Anmeldung fällig war, etwa `threshold: 10000`',
    'the amount from which a declaration was due then and there, such as `threshold: 10000`',
  );
  return toCents(neededOption(options, 'threshold', ask), '`threshold`');
}

/** Whether money comes in or goes out. */
export function directionOf(value: unknown, name: string): 'in' | 'out' {
  if (value !== 'in' && value !== 'out')
    throw new UsageError(wrongArgument(name, argumentKinds.anyOf('in', 'out'), value));
  return value;
}

/** A number of days in milliseconds, above zero. */
export function windowOf(days: number, name = 'days'): number {
  if (!(Number.isFinite(days) && days > 0))
    throw wrongUse(
      '`{name}` is een aantal dagen groter dan nul, niet {days}',
      '`{name}` est un nombre de jours supérieur à zéro, et non {days}',
      '`{name}` ist eine Zahl von Tagen größer als null, nicht {days}',
      '`{name}` must be a number of days above zero, got {days}',
      { name, days: String(days) },
    );
  return Math.round(days * day);
}

/** A whole number that is at least so much. */
export function countOf(value: number, least: number, name: string): number {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new UsageError(wrongArgument(name, argumentKinds.wholeOfAtLeast(least), value));
  return value;
}

/** A share above zero and at most one. */
export function shareOf(value: number, name: string): number {
  if (!(value > 0 && value <= 1))
    throw wrongUse(
      '`{name}` ligt boven 0 en is hoogstens 1, niet {value}',
      '`{name}` est au-dessus de 0 et au plus 1, et non {value}',
      '`{name}` liegt über 0 und ist höchstens 1, nicht {value}',
      '`{name}` must be above 0 and at most 1, got {value}',
      { name, value: String(value) },
    );
  return value;
}

/** The least amount that is looked at, in cents. */
export function leastOf({ least = 500 }: ScreenOptions): number {
  const cents = toCents(least, '`least`');
  if (cents < 0)
    throw wrongUse(
      '`least` ligt niet onder nul, maar is {least}',
      '`least` n’est pas au-dessous de zéro, mais vaut {least}',
      '`least` liegt nicht unter null, ist aber {least}',
      '`least` must not be below zero, got {least}',
      { least: String(least) },
    );
  return cents;
}

/** How many different counterparties make a hub. */
export function hubOf({ hub = 200 }: ScreenOptions): number {
  return hub === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : countOf(hub, 1, 'hub');
}

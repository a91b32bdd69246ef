import { inFour, shape, takes } from '@samenbeeld/schema';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { type CycleOptions, cyclesOf, type Payments } from './cycles-of.ts';
import { type Screen, toScreen } from './screen.ts';

export interface RoundTripOptions extends CycleOptions {
  /** Countries that count as home ("NL"): the trip begins and ends in one of them and leaves them all. Any one country where not given. */
  readonly home?: readonly string[];
}

/** Whether a cycle begins and ends at home and was abroad in between. */
function isRoundTrip(home: readonly string[] | undefined) {
  return ({ fromCountry, toCountry }: Payments, cycle: readonly number[]): boolean => {
    const start = fromCountry[cycle[0] as number] ?? null;
    const end = toCountry[cycle.at(-1) as number] ?? null;
    if (start === null || end === null) return false;
    const inside = home ?? [start];
    if (!inside.includes(start) || !inside.includes(end)) return false;
    return cycle.some((at) => {
      const country = toCountry[at] ?? null;
      return country !== null && !inside.includes(country);
    });
  };
}

/** Share of transactions with both countries from which "none found" says something. */
const told = 0.9;

/**
 * Money that leaves a country through one or more accounts and returns to the account it left: cycles, as `findCycles` has
 * them, that begin and end at home and pass an account abroad.
 *
 * Where fewer than nine in ten transactions name both countries and nothing is found, no conclusion is possible, and the finding
 * says so; the share is in `details.withCountries`. Money that returns to another account of the
 * same owner is not seen. Window 45 days.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findRoundTrips, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const out = { tx: '1', at: '2024-03-01', sender: 'a1', receiver: 'b1', cents: 900000, fromCountry: 'NL', toCountry: 'AE' };
 * const back = { tx: '2', at: '2024-03-09', sender: 'b1', receiver: 'a1', cents: 870000, fromCountry: 'AE', toCountry: 'NL' };
 * (await findRoundTrips(await loadTransactions(engine, [out, back]), { home: ['NL'] })).estimate // => 1
 * await engine.close();
 * ```
 */
export async function findRoundTrips(
  data: Transactions,
  options: RoundTripOptions = {},
): Promise<Screen> {
  takes(
    'findRoundTrips',
    ['data', data, transactionsShape],
    [
      'options',
      options,
      shape.record<RoundTripOptions>({ home: shape.maybe(shape.list(shape.text)) }),
    ],
  );

  const given = { ...options, days: options.days ?? 45 };
  const { search, ...found } = await cyclesOf(data, given, isRoundTrip(options.home));
  const { shortest, longest, days, retained, least, hub } = search;
  const withCountries = data.withCountries / data.n;
  return toScreen({
    ...found,
    kind: 'round_trip',
    data,
    options,
    count: longest,
    days,
    isUnknown: found.patterns.length === 0 && withCountries < told,
    warnings:
      data.withCountries < data.n
        ? [
            inFour(
              '{n} van de {all} transacties {n:noemt|noemen} beide landen; naar de andere is niet gekeken',
              '{n} des {all} transactions {n:nomme|nomment} les deux pays\u00a0; les autres ne sont pas examinées',
              '{n} von {all} Transaktionen {n:nennt|nennen} beide Länder; die anderen werden nicht betrachtet',
              '{n} of {all} transactions {n:names|name} both countries; the others are not looked at',
              { n: data.withCountries, all: data.n },
            ),
          ]
        : [],
    method: 'Enumeration of temporal cycles that leave a country and return',
    definition: `simple cycles of ${shortest} to ${longest} payments within ${days} days that begin and end in ${options.home?.join(', ') ?? 'one country'} and pass an account abroad, at least ${retained} handed on each time, amounts from ${least / 100} ${data.currency}`,
    assumptions: [
      inFour(
        'het land van een rekening is dat van de bank, zoals de transacties het noemen',
        'le pays d’un compte est celui de sa banque, tel que les transactions le nomment',
        'das Land eines Kontos ist das seiner Bank, wie die Transaktionen es nennen',
        'the country of an account is that of its bank, as the transactions name it',
      ),
    ],
    details: {
      least: least / 100,
      retained,
      hubLimit: hub,
      home: options.home?.join(', ') ?? null,
      withCountries,
    },
  });
}

import { InputError, inFour, shape, type Text, takes } from '@samenbeeld/schema';

/** An amount as a person writes it: a number with at most two decimals, or such a number as text ("1250.50"). */
export type Amount = number | string;

/** The largest amount whose cents are still counted exactly. */
const most = Number.MAX_SAFE_INTEGER;

const anAmount = inFour('een bedrag', 'un montant', 'ein Betrag', 'an amount');

/**
 * An amount in whole cents, so that sums are exact.
 *
 * @throws InputError for what is no number, has more than two decimals, or is too large to be counted to the cent
 * @example
 * ```ts
 * import { toCents } from '@samenbeeld/money';
 * [toCents('1250.50'), toCents(0.07), toCents(-3)] // => [125050, 7, -300]
 * ```
 */
export function toCents(amount: Amount, what: string | Text = anAmount): number {
  const given = typeof amount === 'string' ? amount.trim() : '';
  const text = typeof amount === 'number' ? plain(amount) : given;
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match)
    throw new InputError(
      inFour(
        'verwacht: {what} is een getal met hoogstens twee decimalen; gevonden: "{b}"',
        'attendu : {what} est un nombre à deux décimales au plus ; trouvé : « {b} »',
        'erwartet: {what} ist eine Zahl mit höchstens zwei Dezimalstellen; gefunden: „{b}“',
        'expected {what} to be a number with at most two decimals, found "{b}"',
        { what, b: String(amount) },
      ),
      inFour(
        'geef hele centen: een decimale punt, geen teken voor duizendtallen, geen munt',
        'donnez des centimes entiers : un point décimal, ni séparateur de milliers ni monnaie',
        'ganze Cent angeben: Dezimalpunkt, kein Zeichen für Tausender, keine Währung',
        'give whole cents: a decimal point, no separators of thousands, no currency',
      ),
    );
  const [, sign, whole = '0', fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (cents > most)
    throw new InputError(
      inFour(
        '{what} van {text} is te groot om op de cent te tellen',
        '{what} de {text} est trop grand pour être compté au centime',
        '{what} von {text} ist zu groß, um auf den Cent gezählt zu werden',
        '{what} of {text} is too large to be counted to the cent',
        { what, text },
      ),
      inFour(
        'splits het bedrag, of tel in duizenden',
        'divisez le montant, ou comptez en milliers',
        'den Betrag teilen oder in Tausend zählen',
        'split the amount, or count in thousands',
      ),
    );
  return sign ? 0 - cents : cents;
}

/** Floating-point dust behind the second decimal (0.1 + 0.2) is no third decimal; a third decimal is. */
function plain(amount: number): string {
  const rounded = Math.round(amount * 100) / 100;
  // A few units in the last place, and what a sum of many amounts leaves.
  const dust = Math.max(1e-9, 8 * Number.EPSILON * Math.abs(amount));
  const isCents = Math.abs(amount - rounded) <= dust;
  return Number.isFinite(amount) && isCents ? rounded.toFixed(2) : String(amount);
}

/**
 * Cents as an amount with two decimals at most.
 *
 * @example
 * ```ts
 * import { fromCents } from '@samenbeeld/money';
 * fromCents(1999) // => 19.99
 * ```
 */
export function fromCents(cents: number): number {
  takes('fromCents', ['cents', cents, shape.number]);
  if (!Number.isFinite(cents))
    throw new InputError(
      inFour(
        'verwacht: centen; gevonden: {cents}',
        'attendu : des centimes ; trouvé : {cents}',
        'erwartet: Cent; gefunden: {cents}',
        'expected cents, found {cents}',
        { cents: String(cents) },
      ),
      inFour(
        'geef een aantal centen',
        'donnez un nombre de centimes',
        'eine Zahl von Cent angeben',
        'pass a number of cents',
      ),
    );
  return cents / 100;
}

/**
 * Shares a number of cents in proportion to weights, to the cent: each gets its part rounded down, and the cents left over
 * go to the largest remainders (Hamilton's method), the earlier where they are equal. No part exceeds its weight where the
 * sum does not exceed theirs.
 *
 * @param cents at or above zero
 * @param weights at or above zero, not all zero unless `cents` is
 * @example
 * ```ts
 * import { shareCents } from '@samenbeeld/money';
 * shareCents(100, [1, 1, 1]) // => [34, 33, 33]
 * ```
 */
export function shareCents(cents: number, weights: readonly number[]): readonly number[] {
  takes('shareCents', ['cents', cents, shape.number], ['weights', weights, shape.numbers]);

  if (![cents, ...weights].every(Number.isSafeInteger))
    throw new InputError(
      inFour(
        'verwacht: hele centen en gewichten; gevonden: {cents} bij {weights}',
        'attendu : des centimes entiers et des poids ; trouvé : {cents} par {weights}',
        'erwartet: ganze Cent und Gewichte; gefunden: {cents} nach {weights}',
        'expected whole cents and weights, found {cents} by {weights}',
        { cents: String(cents), weights: weights.join(', ') },
      ),
      inFour(
        'maak centen van bedragen met `toCents`',
        'faites des centimes des montants avec `toCents`',
        'mit `toCents` Cent aus Beträgen machen',
        'make cents of amounts with `toCents`',
      ),
    );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const shares: number[] = [];
  const rests: number[] = [];
  let left = cents;
  for (const weight of weights) {
    const product = cents * weight;
    const isSmall = product <= most;
    const rest = isSmall
      ? product % whole
      : Number((BigInt(cents) * BigInt(weight)) % BigInt(whole));
    const share = isSmall
      ? (product - rest) / whole
      : Number((BigInt(cents) * BigInt(weight)) / BigInt(whole));
    shares.push(share);
    rests.push(rest);
    left -= share;
  }
  if (left === 0) return shares;
  const largest = [...rests.keys()]
    .filter((at) => rests[at] !== 0)
    .sort((a, b) => (rests[b] as number) - (rests[a] as number) || a - b);
  for (const at of largest.slice(0, left)) shares[at] = (shares[at] as number) + 1;
  return shares;
}

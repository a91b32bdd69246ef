import { type Random, randomOf } from './random.ts';

/**
 * Vendors by the country they say they ship from. United States, United Kingdom and Germany stand to each other as 890, 338 and
 * 225 vendors of January 2016 (RAND), and 46 of 100 are of the Union of then, the share of sales that EMCDDA and Europol printed for
 * 2011–2015. How many are of the other countries is made up.
 */
const vendorsFrom = { US: 45, GB: 17, DE: 11, NL: 9, FR: 4, BE: 3, ES: 2, AU: 5, CA: 4 } as const;

/** Price of a gram (a tablet) in dollars, how often it is offered, and the amounts in which it is; all made up. */
const goods = {
  COC: { price: 85, share: 24, unit: 'g', amounts: [0.5, 1, 3.5, 7, 14, 28] },
  CAN_HERB: { price: 11, share: 34, unit: 'g', amounts: [1, 3.5, 7, 14, 28, 112] },
  CAN_RESIN: { price: 12, share: 10, unit: 'g', amounts: [1, 5, 10, 25, 100] },
  AMF: { price: 16, share: 12, unit: 'g', amounts: [1, 5, 10, 50, 100] },
  HER: { price: 95, share: 6, unit: 'g', amounts: [0.5, 1, 2, 5] },
  KETA: { price: 38, share: 8, unit: 'g', amounts: [1, 3.5, 7, 28] },
  MDMA_TAB: { price: 6, share: 16, unit: 'tablet', amounts: [5, 10, 25, 50, 100, 500] },
} as const;

type Good = keyof typeof goods;

const shares = Object.fromEntries(
  Object.entries(goods).map(([code, { share }]) => [code, share]),
) as Record<Good, number>;

/** Elasticity of the price per gram on the amount; ten times as much then costs 10^-0.12, a quarter less a gram. */
const elasticity = -0.12;

const header =
  'id,platform,vendor,substance,amount,unit,price,currency,ships from,ships to,date,country,originator,marking,document,programme';

function listingsOf(vendor: string, from: string, random: Random): readonly (readonly string[])[] {
  const level = Math.exp(0.25 * random.normal());
  const market = random.pick(['Market One', 'Market One', 'Market Two']);
  const inUnion = ['DE', 'NL', 'FR', 'BE', 'ES'].includes(from);
  const currency = inUnion ? 'EUR' : 'USD';
  const to = random.weighted({ XX: 6, EU28: inUnion ? 5 : 1, [from]: 3 });
  const codes = [...new Set([random.weighted(shares), random.weighted(shares)])] as Good[];
  return codes.flatMap((code) => {
    const { price, unit, amounts } = goods[code];
    return amounts
      .filter(() => random.chance(0.5))
      .flatMap((amount) => {
        const each = price * level * amount ** elasticity * Math.exp(0.12 * random.normal());
        const asked = (each * amount * (currency === 'EUR' ? 0.9 : 1)).toFixed(2);
        const seen = `2024-0${random.int(1, 6)}-${String(random.int(1, 28)).padStart(2, '0')}`;
        const row = [market, vendor, code, String(amount), unit, asked, currency, from, to, seen];
        // The same item is often offered more than once.
        return Array.from({ length: random.chance(0.15) ? random.int(2, 4) : 1 }, () => row);
      });
  });
}

/**
 * A made-up collection of darknet listings as its sheet (CSV), with the published margins of vendors by country. Vendors and
 * markets have invented names; how their prices fall with the amount is known (`10^-0.12` at ten times as much).
 *
 * @example
 * ```ts
 * import { generateListings } from '@samenbeeld/exercise';
 * generateListings({ seed: 1 }) === generateListings({ seed: 1 }) // => true
 * ```
 */
export function generateListings({ seed }: { readonly seed: number }): string {
  const vendors = Object.entries(vendorsFrom).flatMap(([from, n]) =>
    Array.from({ length: n }, (_, at) => ({ from, vendor: `Vendor ${from} ${at + 1}` })),
  );
  const rows = vendors.flatMap(({ from, vendor }) =>
    listingsOf(vendor, from, randomOf(seed, vendor)),
  );
  const lines = rows.map((row, at) =>
    [
      `L${String(at + 1).padStart(4, '0')}`,
      ...row,
      ...['NL', 'NL_POL', 'TLP:CLEAR', 'EXERCISE collection of two markets', 'POL-CYBER'],
    ].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

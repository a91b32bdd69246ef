import { type PricePoint, priceCurveChart } from '@samenbeeld/charts';
import type { ChartBlock } from '@samenbeeld/page';
import { type Finding, inEach, type Listing, substances } from '@samenbeeld/schema';
import { unitIn } from '../money/unit-in.ts';
import { capitalised, coloned, grouped, labelled, text, unitText } from '../text.ts';

/** Amounts that fewer vendors offer are not drawn: their price would be that of one of them. */
const fewestVendors = 3;

/** So many drugs are drawn, those that are offered most. */
const drawnDrugs = 2;

/** Prices of amounts that enough vendors offer, each listing of a vendor at the same price once. */
function pointsOf(rows: readonly Listing[]): readonly PricePoint[] {
  return [...grouped(rows, ({ amount }) => String(amount)).values()].flatMap((own) => {
    const vendors = new Set(own.flatMap(({ vendor }) => vendor ?? []));
    if (vendors.size < fewestVendors) return [];
    const offers = new Map(
      own.map((one) => [JSON.stringify([one.vendor, one.price]), one] as const),
    );
    return [...offers.values()].map(({ amount, price }) => ({ amount, unitPrice: price / amount }));
  });
}

/**
 * The price per unit against the amount, of the drugs that are offered most: points of listings, and the line of the finding on
 * its quantity discount, whose subject names drug, currency and unit.
 */
export function priceCurves(
  rows: readonly Listing[],
  findings: readonly Finding[],
): readonly ChartBlock[] {
  const groups = grouped(
    rows,
    ({ substance, currency, unit }) => `${substance} ${currency}/${unit}`,
  );
  return findings.slice(0, drawnDrugs).flatMap(({ subject, estimate, interval }): ChartBlock[] => {
    const own = groups.get(subject) ?? [];
    const asked = pointsOf(own);
    const [first] = own;
    if (!first || new Set(asked.map(({ amount }) => amount)).size < 2) return [];
    const { substance, currency, unit } = first;
    // The estimate is the factor at ten times as much: 10 to the power of the slope.
    const curve =
      estimate === null || interval === null
        ? null
        : {
            slope: Math.log10(estimate),
            low: Math.log10(interval.low),
            high: Math.log10(interval.high),
          };
    return [
      {
        kind: 'chart',
        draw: (options) =>
          priceCurveChart(asked, {
            ...options,
            curve,
            title: coloned(
              capitalised(labelled(substances, substance)),
              text(
                'vraagprijs naar hoeveelheid',
                'prix demandé selon la quantité',
                'verlangter Preis nach Menge',
                'price asked by amount',
              ),
            ),
            amountUnit: unitText(unit),
            priceUnit: inEach((language) => unitIn(`${currency}/${unit}`, language)),
          }),
      },
    ];
  });
}

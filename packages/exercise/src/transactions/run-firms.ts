import type { Random } from '../random.ts';
import { around, cash, type Ledger, moment } from './ledger.ts';
import type { Population } from './population.ts';

/** What firms do: invoices between them, from and to abroad, takings in cash. */
export function runFirms(random: Random, { of }: Population, ledger: Ledger): void {
  const firms = [...of.employer, ...of.shop, ...of.supplier];
  const months = Math.ceil(ledger.days / 30);
  for (const firm of firms) {
    const suppliers = Array.from({ length: random.int(2, 6) }, () => random.pick(of.supplier));
    const customers = Array.from({ length: random.int(1, 5) }, () => random.pick(firms));
    const partner = random.chance(0.3) ? random.pick(of.abroad) : null;
    for (let month = 0; month < months; month += 1) {
      const any = (): number => moment(random, month * 30 + random.int(0, 29));
      for (const supplier of suppliers)
        if (supplier !== firm && random.chance(0.8))
          ledger.pay(any(), firm, supplier, around(random, 1800, 0.9));
      for (const customer of customers)
        if (customer !== firm && random.chance(0.8))
          ledger.pay(any(), customer, firm, around(random, 4000, 0.9));
      if (partner !== null && random.chance(0.6)) {
        const bought = random.chance(0.5);
        ledger.pay(
          any(),
          bought ? firm : partner,
          bought ? partner : firm,
          around(random, 9000, 0.8),
        );
      }
    }
  }
  for (const shop of of.shop) if (random.chance(0.4)) bankTakings(random, shop, ledger);
}

/** A shop brings its takings to the bank once or twice a week: below any threshold, and innocent. */
function bankTakings(random: Random, shop: number, ledger: Ledger): void {
  const usual = around(random, 1500, 0.7) / 100;
  const every = random.pick([3, 4, 7, 7, 7]);
  for (let at = random.int(0, 6); at < ledger.days; at += every)
    ledger.pay(moment(random, at), cash, shop, around(random, usual, 0.3), 'cash_deposit');
}

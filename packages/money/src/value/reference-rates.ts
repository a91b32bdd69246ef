import type { ExchangeRate } from './exchange-rate.ts';

const source =
  'European Central Bank, euro foreign exchange reference rates, annual averages, US dollar';

/** US dollars that a euro bought, annual averages. */
export const referenceRates: readonly ExchangeRate[] = (
  [
    [2018, 1.181],
    [2019, 1.1195],
    [2020, 1.1422],
    [2021, 1.1827],
    [2022, 1.053],
    [2023, 1.0813],
  ] as const
).map(([year, perEuro]) => ({ currency: 'USD', year, perEuro, source }));

import { existsSync, readFileSync } from 'node:fs';
import { type Transaction, toCents } from '@samenbeeld/money';

const file = new URL('../../../../../shared/data/money/SAML-D_sample_1k.csv', import.meta.url);

/** The public sample of SAML-D (Oztas et al. 2023), as far as it is at hand. */
export interface SamlD {
  readonly transactions: readonly Transaction[];
  /** Accounts on either side of a payment that is labelled as laundering. */
  readonly labelled: ReadonlySet<string>;
  /** Payments in another currency than pounds, which are not added to the others. */
  readonly otherCurrency: number;
}

/** Reads the sample; null where it is not here. */
export function readSamlD(): SamlD | null {
  if (!existsSync(file)) return null;
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const pounds = rows.filter((cells) => cells[5] === 'UK pounds');
  return {
    transactions: pounds.map(
      (
        [time, date, sender = '', receiver = '', amount = '', , , from = '', to = '', type = ''],
        at,
      ) => ({
        tx: String(at),
        at: `${date}T${time}Z`,
        sender,
        receiver,
        cents: toCents(Number(amount).toFixed(2)),
        currency: 'GBP',
        instrument: type.toLowerCase().replaceAll(' ', '_'),
        fromCountry: from,
        toCountry: to,
      }),
    ),
    labelled: new Set(
      pounds.filter((cells) => cells[10] === '1').flatMap((cells) => cells.slice(2, 4)),
    ),
    otherCurrency: rows.length - pounds.length,
  };
}

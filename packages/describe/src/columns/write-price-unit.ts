import { measureOf } from './measures.ts';
import { labelsOf } from './profile-column.ts';
import { propose } from './propose.ts';
import type { TableView } from './table-view.ts';
import type { WrittenGuess } from './written-guess.ts';

/** The currency in which the value columns give prices, or null. */
export function currencyOf({ columns, priced }: TableView): string | null {
  for (const { profile } of columns) {
    const labels = labelsOf(profile);
    if (priced && labels.length === 1 && /^(?:USD|EUR|GBP|CHF)$/.test(labels[0] ?? ''))
      return labels[0] ?? null;
  }
  if (priced?.currency) return priced.currency;
  for (const { profile } of columns) {
    const [currency] = /\b(?:USD|EUR|GBP|CHF)\b/.exec(profile.heading.replaceAll('_', ' ')) ?? [];
    if (currency && measureOf(profile.heading)?.set['metric'] === 'price') return currency;
  }
  return null;
}

/** Units of prices: a currency for what is measured ("Gram" is USD/g, "1000 tablet" is USD/1000 tablet). */
export function prices(labels: readonly string[], currency: string, view: TableView): WrittenGuess {
  const rows = labels.map((label) => {
    const [, number = '', word = label] = /^(\d+)\s+(.+)$/.exec(label) ?? [];
    const [proposal] = propose([word], 'units', { language: view.language });
    const known =
      proposal && proposal.to !== null && proposal.confidence >= 0.9 ? proposal.to : null;
    const to = known ? `${currency}/${number ? `${number} ${known}` : known}` : null;
    return {
      from: label,
      to,
      match: to ? ('exact' as const) : ('none' as const),
      note: to ? null : 'no unit of that name',
      confidence: to ? 0.9 : 0.2,
      decide: to === null,
    };
  });
  const open = rows.filter(({ decide }) => decide).map(({ from }) => `"${from}"`);
  return {
    to: 'unit',
    written: { to: 'unit', crosswalk: 'units.csv' },
    crosswalks: [{ file: 'units.csv', list: 'units', rows }],
    decide: open.length > 0 ? [`What are prices per ${open.slice(0, 5).join(', ')}?`] : [],
    factor: 1,
    why: `${rows.length - open.length} of ${rows.length} are units of a price in ${currency}`,
  };
}

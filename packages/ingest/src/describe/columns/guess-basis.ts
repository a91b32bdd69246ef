import type { Guess } from '../guess.ts';
import { guessOf } from './guess-of.ts';
import type { TableView } from './table-view.ts';

/** On what basis the figures count. Seizures never say so by themselves: the confidence stays low and the other bases are listed. */
export function basis(view: TableView, metricValue: string | null, around: string): Guess<string> {
  const seized = (value: string, confidence: number, reason: string): Guess<string> =>
    guessOf(
      value,
      confidence,
      reason,
      [
        { value: 'seized_in_port', confidence: 0.3, reason: 'seized in a port' },
        { value: 'seized_in_territory', confidence: 0.3, reason: 'seized anywhere in the country' },
        { value: 'destined_for_country', confidence: 0.1, reason: 'seized abroad on its way here' },
      ].filter((each) => each.value !== value),
    );
  if (view.record === 'observation') {
    if (metricValue === 'population' || metricValue === 'price' || metricValue === 'purity')
      return guessOf('not_applicable', 0.9, `${metricValue} is counted on no footing`);
    if (
      metricValue &&
      [
        'offences',
        'suspects',
        'str_reports',
        'str_transactions',
        'unusual_transactions',
        'fiu_files',
      ].includes(metricValue)
    )
      return guessOf(
        'recorded',
        0.85,
        'registered by the authority that publishes them; nothing is seized',
      );
  }
  if (/haven|port\b|hafen|seaport/iu.test(around))
    return seized(
      'seized_in_port',
      0.5,
      'title or headings speak of a port; whether the goods were seized there is not said',
    );
  return seized(
    'seized_in_territory',
    0.4,
    'nothing in the file says on what basis it counts (seized in a port, in the country, abroad): a person must say',
  );
}

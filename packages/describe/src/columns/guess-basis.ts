import type { Guess } from '../guess.ts';
import { guessOf } from '../guess.ts';
import type { TableView } from './table-view.ts';

/** Metrics that an authority registers, so that nothing is seized. */
export const recorded: ReadonlySet<unknown> = new Set([
  'offences',
  'suspects',
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
]);

/** Whole words, and Dutch and German compounds: "report" and "export" speak of no port. */
const ports =
  /(?<!\p{L})(?:sea|air)?ports?(?!\p{L})|(?<!\p{L})(?:zee)?havens?(?!\p{L})|(?<!\p{L})(?:see)?h[aä]fen(?!\p{L})/iu;

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
    if (metricValue && recorded.has(metricValue))
      return guessOf(
        'recorded',
        0.85,
        'registered by the authority that publishes them; nothing is seized',
      );
  }
  if (ports.test(around))
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

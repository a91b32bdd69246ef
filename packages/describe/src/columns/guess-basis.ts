import type { Guess } from '../guess.ts';
import { guessOf } from '../guess.ts';
import { thresholds } from '../thresholds.ts';
import type { TableView } from './table-view.ts';

/** Metrics that an authority registers, so that nothing is seized. */
const registered: ReadonlySet<string> = new Set(['offences', 'suspects', 'arrests', 'fraud_cases']);

/** Metrics of what is seized: only these can be counted by where it was seized, or was going. */
const seizable: ReadonlySet<string> = new Set([
  'quantity',
  'seizures',
  'cash',
  'weapons',
  'vehicles_seized',
]);

/** The only basis that figures of a metric can be on; null where they may be on several. */
export function onlyBasis(metric: string): string | null {
  if (registered.has(metric)) return 'recorded';
  return seizable.has(metric) ? null : 'not_applicable';
}

/** Whole words, and Dutch and German compounds: "report" and "export" speak of no port. */
const ports =
  /(?<!\p{L})(?:sea|air)?ports?(?!\p{L})|(?<!\p{L})(?:zee)?havens?(?!\p{L})|(?<!\p{L})(?:see)?h[aä]fen(?!\p{L})/iu;

const seizing = /inbeslag|onderschep|intercept|saisie|sicherstell|beschlagnahm|seiz/iu;

/** Whether a column says of most rows which drug they are about: one that hardly says so splits no figures. */
export function splitsBySubstance({
  profile,
  meanings: [top],
}: TableView['columns'][number]): boolean {
  return top?.concept === 'substance' && profile.said * 2 >= profile.rows;
}

/**
 * On what basis the figures count: as sure as it is what they measure, where only one basis fits that. Seizures never say so by themselves: the confidence stays low and the
 * other bases are listed.
 */
export function basis(
  view: TableView,
  metricValue: string | null,
  around: string,
  sure: number = thresholds.constantTaken,
): Guess<string> {
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
    const only = metricValue ? onlyBasis(metricValue) : null;
    if (only === 'recorded')
      return guessOf(
        only,
        sure,
        'registered by the authority that publishes them; nothing is seized',
      );
    if (only) return guessOf(only, sure + 0.05, `${metricValue} is counted on no footing`);
    if (!metricValue && !seizing.test(around) && !view.columns.some(splitsBySubstance))
      return guessOf('', 0, 'nothing says what is measured, nor that anything was seized');
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

import {
  agencies,
  type CodeEntry,
  type CodeList,
  formatPeriod,
  inEach,
  type Language,
  parsePeriod,
  periodCode,
  placeLabel,
  substances,
  type Text,
} from '@samenbeeld/schema';

/** A figure that a reader of texts found in a sentence, and what the sentence says of it. */
interface ReadClaim {
  readonly figure: string;
  readonly language: Language;
  readonly fields: Readonly<
    Record<
      'place' | 'substance' | 'period' | 'metric' | 'agency' | 'basis',
      { readonly value: string | null; readonly sure: boolean }
    >
  >;
  readonly asks: readonly string[];
  readonly toDate: boolean;
}

/** A sentence in the words that `checkClaim` reads, and as a reader is told it. */
export interface PlainClaim {
  readonly text: string;
  readonly language: Language;
  readonly says: Text;
}

/** What a sentence need not say for its figure to be checked: a place has a usual basis, and anybody may have counted. */
const leftOpen: ReadonlySet<string> = new Set(['basis', 'agency']);

/**
 * What is to be checked of a sentence, as `proposeClaims` of describe reads it; null where it holds another number than one sure
 * figure, or leaves its place, drug or period open.
 *
 * @example
 * ```ts
 * import { plainClaim } from '@samenbeeld/merge';
 * const sure = (value) => ({ value, sure: true });
 * const fields = { place: sure('BEANR'), substance: sure('COC'), period: sure('2024-01-01/2024-12-31'), metric: sure('quantity'), agency: sure('BE_CUST'), basis: { value: null, sure: false } };
 * plainClaim({ claims: [{ figure: '44 ton', language: 'nl', fields, asks: ['basis'], toDate: false }], noClaims: [], unread: [] })?.text // => '44 ton COC BEANR 2024 – BE_CUST'
 * ```
 */
export function plainClaim({
  claims,
  noClaims,
  unread,
}: {
  readonly claims: readonly ReadClaim[];
  readonly noClaims: readonly unknown[];
  readonly unread: readonly unknown[];
}): PlainClaim | null {
  const [claim, ...others] = claims;
  if (!claim || others.length + noClaims.length + unread.length > 0 || claim.toDate) return null;
  const { figure, language, fields, asks } = claim;
  const isSure = Object.values(fields).every(({ value, sure }) => sure || !value);
  const { place, substance, period, agency, basis, metric } = fields;
  if (!isSure || asks.some((field) => !leftOpen.has(field))) return null;
  if (!place.value || !substance.value || !period.value) return null;
  if (metric.value !== 'quantity' && metric.value !== 'seizures') return null;
  const span = parsePeriod(period.value);
  const who = agency.value?.split('+') ?? [];
  const named = (list: CodeList<CodeEntry>, code: string, reader: Language): string =>
    list.has(code) ? list.label(code, reader) : code;
  const { value: placed } = place;
  const { value: drug } = substance;
  return {
    text: [
      ...[figure, drug, placed, span.freq === 'O' ? period.value : periodCode(span)],
      ...(basis.value ? [basis.value] : []),
      ...(who.length > 0 ? ['–', who.join(' + ')] : []),
    ].join(' '),
    language,
    says: inEach((reader) =>
      [
        ...[figure, named(substances, drug, reader), placeLabel(placed, reader)],
        ...[formatPeriod(span, reader)],
        ...who.map((code) => named(agencies, code, reader)),
      ].join(' · '),
    ),
  };
}

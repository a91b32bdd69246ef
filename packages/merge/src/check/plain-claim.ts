import {
  agencies,
  type CodeEntry,
  type CodeList,
  expandPlace,
  formatPeriod,
  inEach,
  type Language,
  parsePeriod,
  periodCode,
  placeLabel,
  substances,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import type { CheckedClaim } from '../check-claim.ts';
import { countryAt } from '../settle.ts';
import { sayInFour } from '../words.ts';
import { isOfLargestFind } from './not-understood.ts';
import { isPassed, withService } from './question.ts';

/** What a sentence says of one thing about its figure. */
interface ReadField {
  readonly value: string | null;
  readonly sure: boolean;
  /** The words it rests on. */
  readonly rests?: string;
  /** What else they may mean. */
  readonly among?: readonly string[];
}

/** A figure that a reader of texts found in a sentence, and what the sentence says of it. */
interface ReadClaim {
  readonly figure: string;
  readonly language: Language;
  readonly fields: Readonly<
    Record<'value' | 'place' | 'substance' | 'period' | 'metric' | 'agency' | 'basis', ReadField>
  >;
  readonly asks: readonly string[];
  readonly toDate: boolean;
}

/** A sentence in the words that `checkClaim` reads, and as a reader is told it. */
export interface PlainClaim {
  readonly text: string;
  readonly language: Language;
  readonly says: Text;
  /** Words that say more than that, of which nothing was checked. */
  readonly beside: readonly string[];
}

/** What a sentence need not say for its figure to be checked: a place has a usual basis, and anybody may have counted. */
const leftOpen: ReadonlySet<string> = new Set(['basis', 'agency']);

/** What a reader of texts found in a sentence. */
export interface ReadSentence {
  readonly claims: readonly ReadClaim[];
  readonly noClaims: readonly unknown[];
  readonly unread: readonly unknown[];
}

/** Words that turn a figure into another, or deny it. */
const turning =
  /^(?:niet|geen|nooit|noch|zonder|ne|n|pas|jamais|aucune?|sans|ni|nicht|kein(?:e[mnrs]?)?|nie|niemals|ohne|weder|not|no|never|none|neither|nor|without|\p{L}+n['’]t|twice|thrice|doubled?|tripled?|times|dubbele?|(?:twee|drie|vier|vijf|tien)(?:maal|voud(?:ig)?)|keer|maal|fois|triple|doppelte?[nrs]?|(?:zwei|drei|vier|fünf|zehn)(?:mal|fache?[nrs]?)|mal|half|halve|halves|helft|moitié|demie?|tiers|quarts?|halbe?[nrs]?|hälfte|drittel|viertel|third|quarter|derde|kwart)$/iu;

const tokensOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s…,/]+|(?<=\p{L})['’](?=\p{L}{3})|[–—]/u)
    .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .filter(Boolean);

/** Words of a sentence on which nothing rests that was read in it. */
function wordsBeside(
  text: string,
  { figure, fields }: ReadClaim,
  isRead: (field: string) => boolean,
): readonly string[] {
  const rested = Object.entries(fields).flatMap(([field, { rests = '' }]) =>
    isRead(field) ? [rests] : [],
  );
  const read = new Set([figure, ...rested].flatMap(tokensOf));
  return tokensOf(text).filter((word) => !read.has(word) && !isPassed(word));
}

/** The service of a word that several countries use, in the country of the place. */
function servicesAt({ value, sure, among = [] }: ReadField, place: string | null) {
  const meant = [value ?? '', ...(sure ? [] : among)].flatMap((code) => code.split('+'));
  const lands = place === null ? [] : expandPlace(place).map(countryAt);
  return meant.filter(
    (code) =>
      code !== '' &&
      (sure || (agencies.has(code) && lands.includes(agencies.get(code).country ?? ''))),
  );
}

/**
 * What is to be checked of a sentence; null where it holds another number than one sure figure, or leaves its place, drug or
 * period open. A mark for thousands is sure in the language that was asked for.
 */
function plainClaim(
  text: string,
  { claims, noClaims, unread }: ReadSentence,
  spoken: Language | undefined,
): PlainClaim | null {
  const [claim, ...others] = claims;
  if (!claim || others.length + noClaims.length + unread.length > 0 || claim.toDate) return null;
  const { figure, language, fields, asks } = claim;
  const isSure = Object.entries(fields).every(
    ([field, { value, sure }]) =>
      sure ||
      !value ||
      field === 'agency' ||
      (field === 'value' && spoken !== undefined && language === spoken),
  );
  const { place, substance, period, agency, basis, metric } = fields;
  if (!isSure || !period.value || !metric.value) return null;
  const who = servicesAt(agency, place.value);
  // Of "customs" of nobody knows which country it was not checked who seized.
  const beside = wordsBeside(text, claim, (field) => field !== 'agency' || who.length > 0);
  if (beside.some((word) => turning.test(word))) return null;
  const isOfDrug = metric.value === 'quantity' || metric.value === 'seizures';
  // What an office counts that is named is of its country, and what is counted need be of no drug.
  const isPlaced = place.value !== null || (!isOfDrug && who.length > 0);
  if (!isPlaced || (isOfDrug && !substance.value)) return null;
  if (asks.some((field) => !leftOpen.has(field) && !(field === 'place' && isPlaced))) return null;
  const span = parsePeriod(period.value);
  const named = (list: CodeList<CodeEntry>, code: string, reader: Language): string =>
    list.has(code) ? list.label(code, reader) : code;
  const placed = place.value ? [place.value] : [];
  const drug = substance.value ? [substance.value] : [];
  return {
    text: [
      ...[figure, ...drug, ...(isOfDrug ? [] : [metric.value]), ...placed],
      span.freq === 'O' ? period.value : periodCode(span),
      ...(isOfDrug && basis.value ? [basis.value] : []),
      ...(who.length > 0 ? ['–', who.join(' + ')] : []),
    ].join(' '),
    language,
    beside,
    says: inEach((reader) =>
      [
        ...[figure, ...drug.map((code) => named(substances, code, reader))],
        ...placed.map((code) => placeLabel(code, reader)),
        ...[formatPeriod(span, reader)],
        ...who.map((code) => named(agencies, code, reader)),
      ].join(' · '),
    ),
  };
}

/** A verdict on a sentence that says more than was checked. */
function sayingMore(checked: CheckedClaim, beside: readonly string[]): CheckedClaim {
  if (beside.length === 0) return checked;
  const unchecked = sayInFour(
    'niet getoetst: "{words}"',
    'non vérifié : « {words} »',
    'nicht geprüft: „{words}“',
    'not checked: "{words}"',
    { words: beside.join(' … ') },
  );
  return {
    ...checked,
    ...(checked.asItStands && { verdict: 'misworded', says: ofWhatWasRead, asItStands: false }),
    advice: [unchecked, ...checked.advice],
  };
}

const ofWhatWasRead: Text = {
  nl: 'Waar van wat er gelezen is; de zin zegt meer.',
  fr: 'Exact pour ce qui a été lu ; la phrase en dit plus.',
  de: 'Wahr, soweit gelesen; der Satz sagt mehr.',
  en: 'True of what was read; the sentence says more.',
};

/**
 * A sentence that names a cell in few words is checked as it stands; of any other what `proposeClaims` of describe reads in it,
 * where that is sure; else as the figure of the service that it names. "Customs" of no country are those of the place; a sentence with
 * words beyond what was read may not be said as it stands, and one that denies or multiplies its figure is not understood. Throws the UsageError of the sentence as it stands where neither is understood.
 *
 * @example
 * ```ts
 * import { checkClaim, checkSentence } from '@samenbeeld/merge';
 * const check = (text, language) => checkClaim(text, [], undefined, language);
 * const sure = (value) => ({ value, sure: true });
 * const fields = { value: sure('44'), place: sure('BEANR'), substance: sure('COC'), period: sure('2024-01-01/2024-12-31'), metric: sure('quantity'), agency: sure('BE_CUST'), basis: { value: null, sure: false } };
 * const read = async () => ({ claims: [{ figure: '44 ton', language: 'nl', fields, asks: ['basis'], toDate: false }], noClaims: [], unread: [] });
 * const { plain, checked } = await checkSentence('In 2024 heeft de Belgische douane 44 ton cocaïne in beslag genomen in Antwerpen', { check, read });
 * plain?.text // => '44 ton COC BEANR 2024 – BE_CUST'
 * checked.verdict // => 'unknown'
 * ```
 */
export async function checkSentence(
  text: string,
  {
    language,
    check,
    read,
  }: {
    /** The language that was asked for. */
    readonly language?: Language | undefined;
    readonly check: (text: string, language: Language | undefined) => CheckedClaim;
    /** Called only where it is needed: few sentences are read so. */
    readonly read: (text: string, language: Language | undefined) => Promise<ReadSentence>;
  },
): Promise<{ readonly plain: PlainClaim | null; readonly checked: CheckedClaim }> {
  try {
    return { plain: null, checked: check(text, language) };
  } catch (error) {
    if (!(error instanceof UsageError) || isOfLargestFind(text)) throw error;
    const plain = plainClaim(text, await read(text, language), language);
    const named = plain?.text ?? withService(text);
    if (named === null) throw error;
    try {
      const checked = check(named, plain?.language ?? language);
      return { plain, checked: sayingMore(checked, plain?.beside ?? []) };
    } catch (again) {
      throw again instanceof UsageError ? error : again;
    }
  }
}

import { agencies, places } from '@samenbeeld/schema';
import { masked } from '../persons/names.ts';
import { nothingCarried } from './carried.ts';
import type { ClaimOptions, NoClaimNumber, ProposedClaim, ProposedClaims } from './claim.ts';
import { published } from './period.ts';
import { readSentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';

/**
 * The figures of a text in Dutch, French, German or English, each as a row of the claim sheet to confirm: value and unit,
 * wording, metric, substance, place, agency, basis and period, with the words each rests on. What the sentence does not say
 * is asked and never filled; a time that depends on the day of publication is asked too, or with `publishedOn` proposed as
 * not sure. Shares, ages, dates, hours, articles of law, telephone numbers, ranges, upper ends, and what would have been,
 * is denied or only asked for are no claims, and are listed with the reason. By rules and the code lists, without network; the same text gives the same proposals.
 *
 * Throws an InputError where `publishedOn` is no date, and UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { proposeClaims } from '@samenbeeld/describe';
 * const { claims } = proposeClaims('In 2031 onderschepte de Belgische douane ruim 3.900 kilo cocaïne in de haven van Gent.');
 * const [{ fields, asks } = { fields: null, asks: [] }] = claims;
 * [fields?.value.value, fields?.unit.value, fields?.wording.value, fields?.substance.value] // => ['3900', 'kg', 'floor', 'COC']
 * [fields?.place.value, fields?.agency.value, fields?.basis.value] // => ['BEGNE', 'BE_CUST', 'seized_in_port']
 * [fields?.period.value, asks] // => ['2031-01-01/2031-12-31', []]
 * ```
 */
export function proposeClaims(text: string, options: ClaimOptions = {}): ProposedClaims {
  const day = published(options.publishedOn);
  if (options.place !== undefined) for (const place of options.place.split('+')) places.get(place);
  if (options.agency !== undefined)
    for (const agency of options.agency.split('+')) agencies.get(agency);
  const claims: Omit<ProposedClaim, 'number'>[] = [];
  const noClaims: NoClaimNumber[] = [];
  const unread: { start: number; end: number }[] = [];
  let carried = nothingCarried;
  // Data of persons are read neither as a figure nor as a day.
  for (const sentence of sentencesOf(masked(text), options.language)) {
    const { language } = sentence;
    if (language === null) {
      if (/\d/u.test(sentence.text)) unread.push({ start: sentence.start, end: sentence.end });
      continue;
    }
    const read = readSentence({ ...sentence, language }, carried, { options, day });
    claims.push(...read.claims);
    noClaims.push(...read.noClaims);
    carried = read.carried;
  }
  return { claims: claims.map((claim, at) => ({ number: at + 1, ...claim })), noClaims, unread };
}

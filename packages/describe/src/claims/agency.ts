import {
  type AgencyKind,
  agencies,
  agencyContains,
  type Language,
  places,
} from '@samenbeeld/schema';
import { ofFinds } from './basis.ts';
import { isPlainlySaid } from './certain.ts';
import {
  asked,
  because,
  carriedField,
  type ProposedField,
  proposed,
  sureIf,
} from './claim-fields.ts';
import type { CountedKind } from './counted.ts';
import type { FigureIn } from './figure.ts';
import type { Measured, Thing } from './figure-read.ts';
import { askedOf } from './named.ts';
import { agenciesIn } from './named-agencies.ts';
import { partAhead, wordsIn } from './parts-of-sentence.ts';

/** Whom a sentence names as who counted; null where it names nobody. */
export function agencyOf(
  text: string,
  language: Language,
  country: string | null,
): ProposedField | null {
  const found = agenciesIn(text, language, country);
  const counted = found.filter(({ aside }) => !aside);
  const clear = counted.filter(({ code: agency }) => agency !== '');
  const kept = clear
    .filter(({ code: agency }, at) => clear.findIndex((other) => other.code === agency) === at)
    .filter(
      ({ code: agency }) =>
        !clear.some(
          (other) =>
            other.code !== agency &&
            agencyContains(agency, other.code) &&
            agencies.get(agency).kind !== 'team',
        ),
    );
  const open = counted.find(({ code: agency }) => agency === '');
  const [one, other] = kept;
  if (open) return asked(because('several', open.words), open.among);
  if (one && !other)
    return proposed(
      one.code,
      !one.byCountry && !one.asSource && found.length === 1,
      one.byCountry ? because('country', one.words) : because('sentence', one.words),
      one.among,
    );
  const joints = kept
    .slice(1)
    .map((later, at) => text.slice(kept[at]?.end ?? 0, later.start))
    .every((gap) =>
      /^\s*(?:,|en|et|und|and|&|\/|,? (?:en|et|und|and))\s*(?:(?:de|la|le|les|l['’]|der|die|den|dem|the|van de|de la|du|des) ?)*$/iu.test(
        gap,
      ),
    );
  if (one && other && !joints) return askedOf(kept);
  if (one && other)
    return proposed(
      kept.map(({ code: agency }) => agency).join('+'),
      false,
      because('sentence', kept.map(({ words }) => words).join(', ')),
      kept.map(({ code: agency }) => agency),
    );
  return null;
}

/** Metrics of what a financial intelligence unit receives and passes on. */
const ofReports =
  /^(?:str_reports|str_transactions|unusual_transactions|fiu_files|fiu_value|assets_seized)$/u;

/** Who is named, unless such a body never does that itself: Europol supports, a prosecutor tells what was found, a FIU arrests nobody. */
function countedBy(
  agency: ProposedField,
  { metric, unit }: Measured,
  kind: CountedKind | undefined,
): ProposedField {
  if (agency.value === null || agency.value.includes('+')) return agency;
  const passesOn: Readonly<Partial<Record<AgencyKind, boolean>>> = {
    international: true,
    fiu: metric === null ? kind === 'mass' || kind === 'pieces' : !ofReports.test(metric),
    // It is sent files, and what they are worth.
    prosecution:
      ['mass', 'pieces', 'finds', 'reports', 'transactions'].includes(kind ?? '') ||
      unit === 'file' ||
      (kind === 'money' && metric === null) ||
      ofFinds.has(metric ?? '') ||
      (ofReports.test(metric ?? '') && metric !== 'assets_seized'),
  };
  if (passesOn[agencies.get(agency.value).kind] === true)
    return asked(because('passesOn', agency.rests), [agency.value]);
  // What a figure measures is not said: nor, surely, whose it is.
  return metric === null ? { ...agency, sure: false } : agency;
}

/** Somebody who finds or counts, by a name that no list holds. */
const service =
  /(?<!\p{L})(?:\p{L}*(?:behörden?|verwaltung|fahnder)|autoriteiten|speurdersteam|autorités|authorities|navy|coast ?guards?|border force|(?:bundes|landes)polizei|finanzkontrolle schwarzarbeit|financial intelligence unit|\p{Lu}{2}-?FIU|national crime agency|HMRC|gardaí?|marine(?: nationale)?|kustwacht|küstenwache|garde-côtes|guardia \p{L}+)(?!\p{L})/iu;
const services = new RegExp(service, 'giu');

/** Whoever worked along did not count: "backed by US authorities", "samen met de lokale autoriteiten". */
const alongside =
  /(?<!\p{L})(?:met|bijgestaan door|gesteund door|geholpen door|naast|avec|aux côtés|(?:appuyée?|soutenue?|aidée?|assistée?)s? par|en collaboration|mit|neben|unterstützt von|with|alongside|(?:backed|supported|assisted|aided|helped) by)\s+(?:[\p{L}-]+['’]?\s*){0,4}$/iu;

/** Whether a service that no list holds stands nearer before a figure: "Belgian customs found 12 kilos, Ecuadorian authorities 30". */
function isOfAnother({ text, figure, kept }: FigureIn, { rests }: ProposedField): boolean {
  const lead = text.slice(0, figure.start);
  const named = Math.max(...rests.split(', ').map((words) => lead.lastIndexOf(words)));
  return [...lead.matchAll(services)].some(
    ({ index }) =>
      index > named &&
      // "…, with Ecuadorian authorities finding 30": behind a figure nobody only worked along.
      (named < 0 ||
        kept.some(({ at }) => at > named && at < index) ||
        !alongside.test(lead.slice(named, index))),
  );
}

/** Whether a service is named behind a figure in another part of the sentence: "19 people were held; the Dutch police took 8". */
function isOfLater({ text, figure: { end } }: FigureIn, { rests }: ProposedField): boolean {
  const at = text.indexOf(rests, end);
  return at >= end && !text.slice(0, end).includes(rests) && /[;]/u.test(text.slice(end, at));
}

/** Whether a service is named at another item of a list before: "4 kg found by the Belgian police; 2 guns". */
function isOfEarlier(
  { text, figure: { start }, kept }: FigureIn,
  { rests }: ProposedField,
): boolean {
  const at = text.indexOf(rests);
  return (
    at >= 0 && /;/u.test(text.slice(at, start)) && kept.some(({ end }) => end <= at && end < start)
  );
}

/** Who counted, asked where that is a service of another country than the place. */
function ofThatLand(agency: ProposedField, place: ProposedField): ProposedField {
  if (agency.value === null || place.value === null || !places.has(place.value)) return agency;
  const here = places.get(place.value);
  const land = here.kind === 'country' ? here.code : here.country;
  const lands = agency.value.split('+').map((code) => agencies.get(code).country);
  if (land === null || lands.includes(null) || lands.includes(land)) return agency;
  return asked(because('otherCountry', agency.rests), [agency.value]);
}

/** What tells who counted, besides the figure in its sentence. */
interface Counting {
  /** Whom the sentence names, and whom the sentences before do. */
  readonly here: ProposedField | null;
  readonly before: ProposedField | null;
  readonly given: string | undefined;
  readonly place: ProposedField;
  readonly isAbroad: boolean;
  readonly thing: Thing;
  readonly measured: Measured;
  readonly untold: string | null;
}

/** Who counted: whom the sentence names, else whom the text was given with, else whom the sentence before named. */
export function agencyField(at: FigureIn, counting: Counting): ProposedField {
  const { text } = at;
  const { here, before, given, place, isAbroad, thing, measured } = counting;
  const unlisted = [...text.matchAll(services)]
    .filter(({ index }) => !alongside.test(text.slice(0, index)))
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length, words }));
  if (here) {
    if (isOfOthers(at, here, counting))
      return asked(because('notSaid'), [...(here.value ? [here.value] : []), 'ABROAD']);
    const own = sureIf(here, () => isPlainlySaid(at, wordsIn(text, here), unlisted));
    return countedBy(ofThatLand(own, place), measured, thing.counted?.kind);
  }
  if (given && !isAbroad) return proposed(given, true, because('given'));
  // Nothing known of the thing tells who counted it, and a service of no list was not named before.
  const isOfOther = (thing.counted?.unit ?? null) === null || service.test(text);
  // A court takes for good what others took.
  const isOfCourt = measured.metric === 'assets_confiscated';
  const carried = isAbroad || isOfOther || isOfCourt ? null : carriedField(before);
  if (carried) return countedBy(ofThatLand(carried, place), measured, thing.counted?.kind);
  return unlisted[0]
    ? asked(because('noneOfOurs', unlisted[0].words))
    : asked(because('notSaid'), isAbroad ? ['ABROAD'] : []);
}

/** Whether the figure is not surely of the service that its sentence names. */
function isOfOthers(
  at: FigureIn,
  here: ProposedField,
  { isAbroad, untold, measured }: Counting,
): boolean {
  const { text, figure } = at;
  // "police", taken by the place: not of a thing without a measure, nor of the whole of which it found a part.
  const isGuess =
    here.value !== null &&
    !here.value.includes('+') &&
    agencies.get(here.value).kind === 'police' &&
    here.among.length > 0 &&
    (measured.metric === null ||
      partAhead.test(text.slice(figure.end, Math.max(0, text.lastIndexOf(here.rests)))));
  return (
    isAbroad ||
    untold !== null ||
    isGuess ||
    isOfAnother(at, here) ||
    isOfEarlier(at, here) ||
    isOfLater(at, here)
  );
}

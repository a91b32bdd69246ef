import { addDays, type Language, places } from '@samenbeeld/schema';
import type { ProposedClaim } from './claim.ts';
import { asked, because, carriedField, type ProposedField, proposed } from './claim-fields.ts';
import { isAdjective } from './country-adjectives.ts';
import type { Carried, FigureRead } from './figure-read.ts';
import { otherServiceIn } from './named-agencies.ts';
import { type NamedPlace, narrowest, withRole } from './named-places.ts';
import { isLong, tried } from './period.ts';
import { isElsewhere } from './place.ts';
import type { Mention } from './time.ts';

export const nothingCarried: Carried = {
  mention: null,
  span: null,
  counted: null,
  place: null,
  agency: null,
  seized: null,
};

/** Words for another time than that of the sentence before: what had been, what is now, what came of an inquiry. */
const elsewhen =
  /(?<!\p{L})(?:had(?:den)?|eerder|later|daarna|nadien|voordien|voorheen|vroeger|destijds|sindsdien|inmiddels|intussen|ondertussen|tegenwoordig|momenteel|geleden|onderzoek(?:en)?|avai(?:t|ent)|ét(?:ait|aient) (?:déjà )?\p{L}+(?:é|i|is|u)e?s?|auparavant|plus t(?:ôt|ard)|ensuite|suivante?s?|déjà|désormais|actuellement|aujourd['’]hui|entre-temps|entretemps|enquêtes?|hatten?|war(?:en)? .{0,80}worden|zuvor|früher|vorher|später|danach|darauf|seitdem|seither|inzwischen|mittlerweile|derzeit|heute|ermittlungen|had|earlier|later|afterwards|previously|already|meanwhile|currently|today|ago|since|investigations?|inquiry)(?!\p{L})/iu;
/** A part of the land that has no name of its own: "en région parisienne", "aan Belgische kant". */
const otherSide =
  /(?<!\p{L})(?:(?:en|dans la|dans le|in der|im|in de|in het|in the|aan(?: de)?|aux?|à la|an (?:der|den)|at the|auf|côté|du côté)(?: [\p{L}-]+)? (?:région|département|regio|provincie|region|umland|großraum|raum|kant|zijde|seite|side|area|rest|grens|grenzen|frontières?|grenzen?|borders?)|elders|ailleurs|anderswo|elsewhere)(?!\p{L})/iu;

/** "At airports", "in de havens": not at the one that was spoken of. */
const manyPorts =
  /(?<!\p{L})(?:(?:at|in|op|in de|op de|in the|at the|dans les|in den|an den|auf|an|aan|sur les) (?:sea|air|zee|lucht|flug)?-?(?:ports|airports|havens|luchthavens|aéroports|häfen|flughäfen)(?! (?:of|van|de|d['’]|von) \p{Lu})|aux aéroports)(?!\p{L})/iu;

function isSpot(field: ProposedField | null): boolean {
  return (
    field?.value != null && !['country', 'region', 'area'].includes(places.get(field.value).kind)
  );
}

/**
 * Of what was said before, what goes on in a sentence. An event's day and spot do not where another time, service or land
 * comes in; a thing without a measure (staff, those on trial) takes neither, nor who found it; a sum of money may be of
 * anything, a budget or a value.
 */
export function goingOn(
  carried: Carried,
  {
    text,
    language,
    isMeasured,
    isMoney,
    isOther,
    agency,
    times,
  }: {
    readonly text: string;
    readonly language: Language;
    readonly isMeasured: boolean;
    readonly isMoney: boolean;
    readonly isOther: boolean;
    readonly agency: ProposedField | null;
    readonly times: readonly Mention[];
  },
): Carried {
  if (isMoney && !isMeasured) return nothingCarried;
  const isEvent = carried.span !== null && !isLong(carried.span);
  const isOtherWho =
    otherServiceIn(text, language) !== null ||
    (agency !== null &&
      (agency.value === null ? agency.among.includes('ABROAD') : carried.agency?.value != null) &&
      agency.value !== carried.agency?.value);
  const isOtherWhen = elsewhen.test(text);
  const isOfLong = times.some(
    ({ span, needs, aside }) => !aside && (needs === 'start' || (span !== null && isLong(span))),
  );
  const isSpotLeft =
    isSpot(carried.place) &&
    (!isMeasured || isOtherWho || (isEvent && (isOfLong || isOtherWhen)) || manyPorts.test(text));
  return {
    ...carried,
    agency: isMeasured ? carried.agency : null,
    span:
      isOtherWhen ||
      isOther ||
      // Years of a crime, and no period that is reported on.
      (carried.span !== null && addDays(carried.span.start, 366) < carried.span.end) ||
      (isEvent && (!isMeasured || isOtherWho))
        ? null
        : carried.span,
    place: isSpotLeft || otherSide.test(text) ? null : carried.place,
  };
}

/** The place of the sentence before, asked where this one names another. */
export function carriedPlace(
  field: ProposedField | null,
  {
    text,
    language,
    near,
  }: { readonly text: string; readonly language: Language; readonly near: readonly NamedPlace[] },
): ProposedField | null {
  const where = isElsewhere(text, language);
  // "containers die via de haven van Gent reizen", after a sentence on another port.
  const [other] = withRole(near, 'via').filter(
    ({ code }) => field?.value != null && code !== field.value,
  );
  if (other && field?.value)
    return asked(because('several', other.rests), [other.code, field.value]);
  return where === null
    ? carriedField(field)
    : asked(because('noneOfOurs', where), field?.value ? [field.value] : []);
}

const comparison =
  /(?<!\p{L})(?:tegenover|ten opzichte van|vergeleken|contre|tegen(?= (?:\p{L}+ ){0,2}\d)|nach(?= \p{L}+ im jahr)|par rapport|comparaison|comparé\p{L}*|gegenüber|(?:im|zum) vergleich|vergelijking|comparison|compared|against|versus|up from|down from|(?:was|waren|ging|bedroeg|telde)(?: \p{L}+){0,3} nog|(?:was|waren) (?:dat|dit|het) er|waren es|(?:ils|elles) étaient|c['’]étai(?:t|ent)|étai(?:t|ent) encore|(?:war|waren) (?:es |das )?(?:\p{L}+ )?noch|(?:was|were) still|slechts|seuls?|seules?|seulement|only|lediglich|(?:minder|meer|lager|hoger|fewer|less|more|lower|higher|weniger|mehr|niedriger|höher) (?:dan|than|als)|(?:inférieur|supérieur)\p{L}* (?:à|aux?)|(?:plus|moins) qu(?:e|['’]en))(?!\p{L})/iu;

/** A sentence about a part of what the text goes on about: "Allein im Hafen". */
const partAlone =
  /^\W*(?:allein|alleen al|alone|rien qu|à lui seul|à elle seule)|(?<!\p{L})(?:alone|allein|alleen al|davon|daarvan|dont|of which|of these)(?!\p{L})/iu;

/** "in NRW und der Provinz Limburg": another place beside it, which no list holds. */
const besideUnlisted =
  /^\s*(?:,|en|et|und|and)\s+(?:(?:in|à|en|dans|at)\s+)?(?:(?:de|het|la|le|der|dem|the)\s+)?(?:provin\p{L}+|regi?on|région|regio|stadt|stad|ville|raum|kreis|department|département)\s+(?:(?:of|van|de|du)\s+|d['’])?\p{Lu}/iu;

/** The one substance of the quantities that were seized, else null. */
function seizedIn(claims: readonly Pick<ProposedClaim, 'fields'>[]): ProposedField | null {
  const substances = claims
    .filter(({ fields }) => fields.metric.value === 'quantity')
    .map(({ fields }) => fields.substance);
  const [first] = substances;
  return first?.value && substances.every(({ value }) => value === first.value) ? first : null;
}

/** The place that a sentence without a figure, and no title, speaks of: "Ook in de haven van Gent werd een partij gevonden." */
function spokenOf(
  text: string,
  named: readonly NamedPlace[],
  read: readonly FigureRead[],
): ProposedField | undefined {
  if (read.length > 0 || !/[.!?…]["”»“’')]*$/u.test(text)) return undefined;
  const own = named.filter(
    ({ role, words }) => role === 'at' || (role === 'named' && !isAdjective(words)),
  );
  const at = own.filter(({ role }) => role === 'at');
  const nested = narrowest(own);
  const among = nested.length > 1 && at.length > 0 ? narrowest(at) : nested;
  const [only, ...others] = among;
  if (!only) return undefined;
  return others.length === 0
    ? proposed(only.code, false, because('before', only.rests))
    : asked(
        because('several', among.map(({ words }) => words).join(', ')),
        among.map(({ code }) => code),
      );
}

/** What a sentence leaves to the next. */
export function carriedFrom(
  text: string,
  read: readonly FigureRead[],
  {
    times,
    named,
    agencyHere,
    carried,
  }: {
    readonly times: readonly Mention[];
    readonly named: readonly NamedPlace[];
    readonly agencyHere: ProposedField | null;
    readonly carried: Carried;
  },
): Carried {
  // "38.120 kg (2023: 59.080 kg)": what stands in a bracket is not what the text goes on about.
  const open = times.filter(({ start }) => !/\(\s*$/u.test(text.slice(0, start)));
  const [only, ...others] = open.filter(({ aside }) => !aside);
  // "En 2017, seuls 170 kg": a year to compare with is not the one that the text goes on about.
  const isCompared =
    comparison.test(text) ||
    read.some(({ isOfOtherThings }) => isOfOtherThings) ||
    elsewhen.test(text) ||
    tried.test(text) ||
    // "180 tonnes in 2031. In 2030, 160 tonnes were seized": a look back, of which the next need not be.
    (only?.span != null &&
      isLong(only.span) &&
      carried.span !== null &&
      only.span.end < carried.span.start);
  const time =
    only?.span && others.length === 0 && !isCompared
      ? { mention: only, span: only.span }
      : open.length === 0
        ? { mention: carried.mention, span: carried.span }
        : { mention: null, span: null };
  const [place = spokenOf(text, named, read), ...otherPlaces] = read.flatMap(
    (one) => one.placeSaid ?? [],
  );
  const goesOnThere =
    !partAlone.test(text) &&
    (place !== undefined || !otherSide.test(text)) &&
    // "In België werd 116 ton gevonden, meer dan": a land that is held beside what the text is about.
    (!comparison.test(text) || carried.place?.value === place?.value || !place) &&
    // "Belgium (44 tonnes), Spain (123 tonnes)": none of them is the place of what follows.
    otherPlaces.every(({ value }) => value === place?.value) &&
    !named.some(({ end }) => besideUnlisted.test(text.slice(end)));
  return {
    ...time,
    counted: read.at(-1)?.last ?? null,
    place: goesOnThere ? (place ?? carried.place) : null,
    agency: agencyHere ?? carried.agency,
    seized: seizedIn(read.map(({ claim }) => claim)),
  };
}

import { agencies, foldText, type Language, placeContains, places } from '@samenbeeld/schema';
import { ofPorts } from '../columns/place-shapes.ts';
import { isPlainlySaid } from './certain.ts';
import { asked, because, type ProposedField, proposed, sureIf } from './claim-fields.ts';
import { isAdjective, landOf } from './country-adjectives.ts';
import type { FigureIn } from './figure.ts';
import { askedOf, codesNamed } from './named.ts';
import { agenciesIn } from './named-agencies.ts';
import { type NamedPlace, narrowest, withRole } from './named-places.ts';
import {
  boundary,
  isInBracket,
  isOfAnotherPart,
  isWholeOf,
  maskedTo,
  partAround,
  segmentOf,
} from './parts-of-sentence.ts';
import { timesIn } from './time.ts';

/** Words for a wider place than the one that is named. */
const nationwide =
  /landelijk|nationaal|in het hele land|au niveau national|dans tout le pays|à l['’]échelle|bundesweit|landesweit|nationwide|across the country|worldwide|wereldwijd|weltweit|dans le monde/iu;

/** Places wider than a country, which no list of ours holds. */
const wider =
  /(?<!\p{L})(?:en|in|im|across) (?:the |de |der |l['’])?(?:europe|europa|european union|europese unie|union européenne|europäischen union|EU|UE|dans le monde|world|wereld)(?!\p{L})|dans le monde|wereldwijd|weltweit|worldwide/iu;

/** What was found elsewhere: "een controle in Nederland leverde informatie op die leidde tot 11 arrestaties". */
const ledTo =
  /(?<!\p{L})(?:leid(?:de|den|t)(?: tot|\s*$)|men(?:é|ée|ant|èrent|a) à|conduit à|permis (?:de|la)|led to|leading to|führten? zu)(?!\p{L})/iu;

/** Places without a name that the one behind stands beside: "de havens en luchthaven Schiphol". */
const besideOthers =
  /(?<!\p{L})(?:(?:zee|lucht)?havens|ports|aéroports|airports|(?:flug)?häfen|steden|villes|städte|cities)\s+(?:en|et|und|and)\s+(?:\p{Ll}+\s+){0,3}$/iu;

/** "in het sorteercentrum en op de luchthaven van": the one behind stands beside another, which may have no name. */
const besideAnother =
  /(?<=[\p{L})]\s)(?:en|et|und|and|sowie|ainsi que|alsook|evenals|or|of|ou|oder)\s+$/iu;

/** What came in at a port was not surely found there: "aangekomen in de haven van". */
export const cameIn: RegExp =
  /(?<!\p{L})(?:kwam(?:en)?|aankwam(?:en)?|aangekomen|aanmeerde|gelost|arriv(?:ée?s?|ed|ing|ant)|débarquée?s?|déchargée?s?|unloaded|docked|angekommen|eingetroffen|eingelaufen|entladen|gelöscht|kam(?:en)?)[^.;:,]{0,40}$/iu;
/** Who works at a port is not surely there with what was found. */
export const worksAt: RegExp =
  /(?<!\p{L})(?:dockers?|dokwerkers?|havenarbeiders?|havenmedewerkers?|medewerkers?|werknemers?|ouvriers?|employée?s?|hafenarbeiter[ns]?|mitarbeiter[ns]?|\p{L}*workers?|employees?)\s+(?:[\p{L}'’]+\s+){0,2}$/iu;

/** The text up to the words of a place with those of its role: of "en op Schiphol" what stands before "op". */
function roleLead(text: string, { start, end, rests }: NamedPlace): string {
  return text.slice(0, Math.min(start, end - rests.length));
}

/** Whether a place is called by its own name: "Evergem" lies within the port of Ghent, and is not all of it. */
function isOwnName({ code: place, words }: NamedPlace): boolean {
  const name = foldText(words);
  return Object.values(places.get(place).label).some(
    (own) =>
      foldText(own).includes(name) ||
      own.split(/[\s(]+/u).some((word) => word.length > 3 && name.includes(foldText(word))),
  );
}

const abroad =
  /^\s*(?:,|en|et|und|and|of|ou|oder|or)\s+(?:à l['’]étranger|(?:in )?het buitenland|im ausland|abroad|elders|ailleurs|anderswo|elsewhere)(?!\p{L})/iu;

/** Whether a name that no list holds stands beside a place; in German any noun has a capital. */
function isAndElsewhere(rest: string, language: Language): boolean {
  const [, name = ''] =
    /^(?:\s+(?:en|et|und|and)|,)\s+(?:(?:in|op|te|à|en|im|at)\s+)?(\p{Lu}\p{L}{2,})/u.exec(rest) ??
    [];
  return (
    abroad.test(rest) ||
    (language !== 'de' && name !== '' && !isAdjective(name) && isUnlisted(name, language))
  );
}

const isUnlisted = (name: string, language: Language): boolean =>
  [places, agencies].every((list) => list.lookup(name, language).kind === 'none');

const besideIn = /^\s*(?:,|en|et|und|and)\s*(?:\p{Ll}+\s+){0,2}$/iu;

/** What a place is to a figure: the one nearest to it of those at which something was done. */
function placeOf(
  at: FigureIn,
  everywhere: readonly NamedPlace[],
  isBound: boolean,
): ProposedField | null {
  const { text, figure, kept, language } = at;
  const named = everywhere.filter(
    ({ end, role }) =>
      role !== 'seat' &&
      !kept.some((other) => other !== figure && isInBracket(text, end, other.start)),
  );
  const where = narrowest(named.filter(({ role }) => role === 'at'));
  if (isBound) return placeBound(named, codesNamed(where));
  const owner = named.find(
    ({ end, role, code: place }) =>
      place !== '' && ['at', 'named'].includes(role) && isInBracket(text, end, figure.start),
  );
  // "België (123 ton) en Spanje (118 ton)"
  if (owner) return proposed(owner.code, false, because('beside', owner.rests));
  // "op Schiphol (607), gevolgd door Beekdam (74)": of a place that no list holds.
  const [, unlisted] = /(\p{Lu}[\p{L}-]{3,})\s*\($/u.exec(text.slice(0, figure.start)) ?? [];
  if (unlisted !== undefined && language !== 'de' && isUnlisted(unlisted, language))
    return asked(because('noneOfOurs', unlisted));
  const [one, other] = where;
  const unsettled = named.find(({ role, code: place }) => role === 'at' && place === '');
  if (one && other) return placeOfSeveral(at, where);
  // "op Schiphol en Maastricht", "en France et à l'étranger": and at another that no list holds.
  if (one && isAndElsewhere(text.slice(one.end), language))
    return asked(because('several', one.rests), [one.code]);
  if (one && !unsettled) return placeAlone(at, one, named, everywhere.length <= 2);
  return unsettled ? askedOf([unsettled]) : placeNamed(at, named);
}

/** Where something was bound for. */
function placeBound(named: readonly NamedPlace[], among: readonly string[]): ProposedField {
  const bound = withRole(named, 'bound');
  const codes = codesNamed(bound);
  const [only] = bound;
  if (only && codes.length === 1)
    return proposed(only.code, false, because('beside', only.rests), among);
  return only ? askedOf(bound) : asked(because('notSaid'));
}

/** The only place at which something was done, of the figure if nothing parts them. */
function placeAlone(
  { text, figure, kept, previous, next }: FigureIn,
  one: NamedPlace,
  named: readonly NamedPlace[],
  areFew: boolean,
): ProposedField {
  if (isOfAnotherPart(text, figure, kept, one.start)) {
    // "La Belgique a saisi 116 tonnes, dont 113 à Anvers": the whole is of what holds the place of the part.
    const whole = named.find(
      ({ code, role, end, words }) =>
        ['at', 'named'].includes(role) &&
        end <= figure.start &&
        code !== '' &&
        code !== one.code &&
        !isAdjective(words) &&
        placeContains(code, one.code),
    );
    return whole
      ? proposed(whole.code, false, because('sentence', whole.rests), [one.code])
      : asked(because('ofPart', one.rests), [one.code]);
  }
  const between = [Math.min(one.end, figure.end), Math.max(one.start, figure.start)] as const;
  const near = named
    .filter(({ role, start }) => role !== 'origin' || (start > between[0] && start < between[1]))
    .every(
      ({ code: place }) =>
        place === one.code ||
        (place !== '' &&
          (places.get(one.code).country === place || place === places.get(one.code).country)),
    );
  const gap = text.slice(
    Math.min(one.end, figure.end),
    Math.max(one.start, figure.start, Math.min(one.end, figure.end)),
  );
  const isOwn =
    one.start > figure.end
      ? one.start < (next?.start ?? text.length) && !boundary.test(gap)
      : (previous?.end ?? 0) <= one.start &&
        !/[;:…(]/u.test(gap) &&
        (previous === undefined || boundary.test(text.slice(previous.end, one.start)));
  // "212 on Dutch soil, and their colleagues 305 in Belgium"
  if (
    !isOwn &&
    next !== undefined &&
    one.start >= figure.end &&
    one.end <= next.start + (one.start >= next.end ? text.length : 0) &&
    named.some(
      ({ code: place }) =>
        place !== '' && !placeContains(place, one.code) && !placeContains(one.code, place),
    )
  )
    return asked(because('several', one.rests), [one.code]);
  return proposed(
    one.code,
    near &&
      areFew &&
      isOwnName(one) &&
      isOwn &&
      !nationwide.test(text) &&
      !cameIn.test(text.slice(0, one.start)) &&
      !worksAt.test(
        text
          .slice(0, one.start)
          .replace(/(?:(?:at|in) the port of|in de haven van|au port d[eu']|im hafen)\s*$/iu, ''),
      ) &&
      !ledTo.test(gap) &&
      !besideOthers.test(text.slice(0, one.start)) &&
      !besideAnother.test(roleLead(text, one)),
    because('beside', one.rests),
  );
}

/** Of several places the one that stands beside the figure. */
function placeOfSeveral(
  { text, figure, kept: all }: FigureIn,
  at: readonly NamedPlace[],
): ProposedField {
  const { from, to } = segmentOf(text, figure, all);
  const mine = at.filter(
    ({ start, end }) =>
      (start >= figure.end &&
        start < to &&
        !boundary.test(text.slice(figure.end, start)) &&
        // "in Vlissingen om 9.143 kilo en op Schiphol om 1,2 ton": of what follows.
        (to === text.length ||
          !/(?<!\p{L})(?:en|et|und|and)\s/iu.test(text.slice(figure.end, start)) ||
          boundary.test(text.slice(end, to)))) ||
      (end <= figure.start &&
        start >= from &&
        !boundary.test(text.slice(end, figure.start)) &&
        (from === 0 ||
          boundary.test(text.slice(from, start)) ||
          /^\s*(?:en|et|und|and)\s/iu.test(text.slice(from, start)) ||
          start - from < 6)),
  );
  const [only, second] = mine;
  // "in Rotterdam, Vlissingen and Antwerp"
  const isListed =
    only !== undefined &&
    at.some(
      ({ start, end }) =>
        (start > only.end && besideIn.test(text.slice(only.end, start))) ||
        (end < only.start && besideIn.test(text.slice(end, only.start))),
    );
  if (only && !second && !isListed)
    return proposed(
      only.code,
      false,
      because('beside', only.rests),
      at.map(({ code: place }) => place),
    );
  const nearest = [...at].sort(
    (a, b) => Math.abs(a.start - figure.start) - Math.abs(b.start - figure.start),
  );
  return asked(
    because('several', at.map(({ words }) => words).join(', ')),
    nearest.map(({ code: place }) => place),
  );
}

/** A place that is named without a word of what was done there. */
function placeNamed(
  { text, figure, kept: all }: FigureIn,
  named: readonly NamedPlace[],
): ProposedField | null {
  // "2,300 Dutch parcels": where they came from.
  const rest = named.filter(
    ({ role, start, end, words }) =>
      role === 'named' && !(isAdjective(words) && start >= figure.start && end <= figure.end),
  );
  const [first] = rest;
  if (!first) {
    const wide = wider.exec(text)?.[0];
    return wide === undefined ? null : asked(because('noneOfOurs', wide));
  }
  const codes = [
    ...new Set(rest.flatMap(({ code: place, among }) => (place === '' ? among : [place]))),
  ];
  if (isOfAnotherPart(text, figure, all, first.start))
    return asked(because('ofPart', first.rests), codes);
  // "niederländischer Zoll: für Rotterdam 24 Tonnen"
  const within = named.filter(
    ({ code: place }) =>
      codes[0] && place !== '' && place !== codes[0] && placeContains(codes[0], place),
  );
  if (within.length > 0 && isAdjective(first.words))
    return asked(because('several', first.rests), [
      ...within.map(({ code: place }) => place),
      ...codes,
    ]);
  const segment = segmentOf(text, figure, all);
  // "Bremerhaven …: Von den bundesweit 23 Tonnen"
  if (
    nationwide.test(text.slice(segment.from, segment.to)) &&
    rest.some(({ code: place }) => place !== '' && places.get(place).kind !== 'country')
  )
    return asked(because('several', first.rests), codes);
  return codes.length === 1 && codes[0]
    ? proposed(codes[0], false, because('sentence', first.rests))
    : askedOf(rest);
}

/** Where a sentence says that something happened, by a name that no list holds: "Het ging in Brabant om". */
const elsewhere: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:in|te|bij|nabij|rond) (\p{Lu}[\p{L}-]{3,})/u,
  fr: /(?<!\p{L})(?:(?:à|au|en|près de|dans le|dans la) |(?:gendarmerie|police|préfecture|département)s? (?:de l['’]|du |de la |des |de |d['’]))(\p{Lu}[\p{L}-]{3,})/u,
  // Any noun has a capital.
  de: /(?<!\p{L})(?:Stadt|Landkreis|Kreis|Raum|Großraum|Flughafen|Region|Bezirk|Provinz) (\p{Lu}[\p{L}-]{3,})/u,
  en: /(?<!\p{L})(?:in|at|near|off) (\p{Lu}[\p{L}-]{3,})/u,
};

export function isElsewhere(text: string, language: Language): string | null {
  const [where, name = ''] = elsewhere[language].exec(text) ?? [];
  return where === undefined ||
    timesIn(where, language, () => false).length > 0 ||
    places.lookup(name).kind !== 'none'
    ? null
    : where;
}

/** Whether services of several lands, or a place that no list holds, stand in a sentence beside the adjective of a land. */
function isOfServices(text: string, language: Language, country: string | null): boolean {
  return isElsewhere(text, language) !== null || agenciesIn(text, language, country).length > 1;
}

/** Lands that have no name in the list, whose services are meant as well. */
const severalLands =
  /benelux|(?<!\p{L})(?:buurlanden|pays (?:voisins|limitrophes)|nachbarländern?|neighbou?ring countries)(?!\p{L})/iu;

/** The one country whose places a sentence names, else that of the place that the text was given with. */
export function countryOf(
  text: string,
  named: readonly NamedPlace[],
  given: string | undefined,
): string | null {
  const [only, ...others] = new Set(
    named
      .filter(({ role }) => ['at', 'named', 'seat'].includes(role))
      .flatMap(({ code: place, among }) => {
        if (place !== '') return [landOf(place)];
        // Port or Land, Hamburg is in one country.
        const lands = new Set(among.map(landOf));
        return lands.size === 1 ? [...lands] : [];
      }),
  );
  if (only && others.length === 0 && !severalLands.test(text)) return only;
  return given && places.has(given) ? landOf(given) : null;
}

/** "La douane belge y a saisi": at a place that was spoken of. */
const there =
  /(?<!\p{L})(?:(?<!il )y (?:a|ont|avait|avaient|est|sont)|daar|aldaar|dort|there(?! (?:is|are|was|were|have|has)))(?!\p{L})/iu;

/** A figure in the part of its sentence that no contrast divides, with the places that this names. */
export function inOwnPart(
  at: FigureIn,
  named: readonly NamedPlace[],
): { readonly part: FigureIn; readonly near: readonly NamedPlace[] } {
  const { from, to } = partAround(at.text, at.figure);
  return {
    part: { ...at, text: maskedTo(at.text, { from, to }) },
    near: named.filter(({ start, end }) => start >= from && end <= to),
  };
}

/** Of a unit that receives the reports of one country: the place is asked, that country first. */
export function placeOfUnit(agency: ProposedField | null): ProposedField | null {
  const unit = agency?.value != null && agencies.has(agency.value) && agencies.get(agency.value);
  return unit && unit.kind === 'fiu' && unit.country !== null && places.has(unit.country)
    ? asked(because('notSaid'), [unit.country])
    : null;
}

/** What tells where, besides the figure in its part of the sentence. */
interface Placing {
  readonly part: FigureIn;
  readonly named: readonly NamedPlace[];
  readonly near: readonly NamedPlace[];
  readonly isBound: boolean;
  /** The country of the sentence, and the place that was spoken of before. */
  readonly country: string | null;
  readonly spoken: string | null;
  readonly metric: string | null;
}

/** Where, as the sentence says it; null where it does not. */
export function placeSaid(
  { text: whole, figure, previous, language }: FigureIn,
  { part, named, near, isBound, country, spoken, metric }: Placing,
): ProposedField | null {
  const { text } = part;
  const settled = placeOf(part, near, isBound);
  if (settled === null)
    return near.length < named.length && named.some(({ role }) => role === 'at')
      ? asked(because('earlier', named.map(({ words }) => words).join(', ')), [
          ...new Set(named.flatMap(({ code }) => code || [])),
        ])
      : null;
  const { value, rests } = settled;
  if (value === null) return settled;
  // "225 of the 234 arrests were made in Turkey": of the part.
  if (isWholeOf(whole, figure, previous)) return asked(because('ofPart', rests), [value]);
  // "Bundespolizei, Zoll und niederländische Marechaussee": whose service it is, not where it was.
  if (near.some(({ role }) => role === 'at' || role === 'bound')) return settled;
  if (isOfServices(text, language, country)) return asked(because('several', rests), [value]);
  // "Belgian customs", of whom a port was told before: there, or in all of the land.
  const isThere =
    there.test(text) ||
    metric === null ||
    (spoken !== null && spoken !== value && placeContains(value, spoken));
  return isThere && near.some(({ words, code }) => code === value && isAdjective(words))
    ? asked(because('several', rests), [...(spoken === null ? [] : [spoken]), value])
    : settled;
}

/** Where: as the sentence says, else as the text was given with, else as the sentence before says. */
export function placeField(
  at: FigureIn,
  said: ProposedField | null,
  { named, near, isSeized }: Pick<Placing, 'named' | 'near'> & { readonly isSeized: boolean },
  isDone: boolean,
  otherwise: () => ProposedField,
): ProposedField {
  // "112 verdachten in Gent": of the town, where nothing was seized and no port is spoken of.
  const isOfTown = (place: string): boolean =>
    !isSeized && places.get(place).kind === 'port' && !ofPorts.test(at.text);
  const isPlaced = (one: NamedPlace): boolean =>
    one.code === said?.value &&
    isDone &&
    !isOfTown(one.code) &&
    isPlainlySaid(
      at,
      one,
      named.filter(
        ({ code }) =>
          code === '' || !(placeContains(code, one.code) || placeContains(one.code, code)),
      ),
    );
  return said ? sureIf(said, () => near.some(isPlaced)) : otherwise();
}

import {
  type AgencyKind,
  agencies,
  agencyContains,
  drugs,
  foldText,
  inEach,
  type Language,
  placeContains,
  places,
  type Text,
  units,
} from '@samenbeeld/schema';
import { type ClaimWhy, whyText } from './claim-words.ts';
import { type CountedKind, countedAt, goodsBehind, type Measured, says } from './counted.ts';
import type { Figure } from './figures.ts';
import {
  agenciesIn,
  basisCues,
  isAdjective,
  isOurs,
  type NamedPlace,
  narrowest,
  otherServiceIn,
  substancesIn,
} from './scope.ts';

/** What is proposed for a field, or null where it is asked; and why. */
export interface ProposedField {
  /** Code, digits, or for a period its days ("2024-01-01/2024-12-31"); null where it is asked. */
  readonly value: string | null;
  /** Whether the sentence says it; what is not sure is to be looked at. */
  readonly sure: boolean;
  readonly why: Text;
  /** The words of the text that it rests on; empty where it rests on none. */
  readonly rests: string;
  /** Other values it may have. */
  readonly among: readonly string[];
}

/** Why something is proposed or asked, and on which words that rests. */
type Because = Pick<ProposedField, 'why' | 'rests'>;

export const asked = (because: Because, among: readonly string[] = []): ProposedField => ({
  ...{ value: null, sure: false, among },
  ...because,
});
export const proposed = (
  value: string,
  sure: boolean,
  because: Because,
  among: readonly string[] = [],
): ProposedField => ({ value, sure, ...because, among });

export function because(why: ClaimWhy, words = ''): Because {
  const rests = words.trim();
  return {
    why: inEach((language) => whyText[why][language].replace('{words}', () => rests)),
    rests,
  };
}

/** Marks at which a clause ends, and words that set a comparison apart. */
const marks = /[,;:…–—]|\((?!\p{Lu}{2,6}\))/u;
const turns =
  /(?<!\p{L})(?:suivie?s?|gevolgd|gefolgt|followed|terwijl|tandis que|alors que|während|while|whereas|tegenover|ten opzichte van|contre|gegenüber|compared|against|up from|down from|waarvan|dont|davon|of which|(?<!nog )maar(?!\s*$)|mais|aber|but)(?!\p{L})/iu;
export const boundary: { readonly test: (text: string) => boolean } = {
  test: (text) => marks.test(text) || turns.test(text),
};
export const comparing: RegExp =
  /(?:tegenover|ten opzichte van|vergeleken met|tegen(?=\s*(?:\p{L}+\s*)?$)|contre|par rapport à|comparé à|gegenüber|im vergleich zu|verglichen mit|compared (?:to|with)|against|up from|down from|versus|vs\.?)\s*(?:\p{L}+\s+){0,2}$/iu;

export function segmentOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
): { readonly from: number; readonly to: number } {
  const at = all.indexOf(figure);
  return { from: all[at - 1]?.end ?? 0, to: all[at + 1]?.start ?? text.length };
}

/** Words behind which a part is named of the figure before them. */
const ofWhich =
  /(?<!\p{L})(?:dont|waarvan|waaronder|davon|darunter|of which|including|het meeste|de meeste|vooral|met name|voornamelijk|hoofdzakelijk|notamment|surtout|principalement|essentiellement|la plupart|das meiste|die meisten|vor allem|hauptsächlich|überwiegend|insbesondere|mainly|mostly|most of|chiefly|especially|notably|particularly|onder meer|onder andere|entre autres|unter anderem|among others|such as|of them|of whom|onder wie|van wie|van hen|ervan|d['’]entre (?:eux|elles)|parmi (?:eux|elles)|unter ihnen|von ihnen|von denen)(?!\p{L})/giu;

/**
 * Whether words at `at` are said of a part ("54 tonnes, dont 1 642 kg au port du Havre et 13,5 tonnes …") and the figure is the
 * whole of which it is one, or another part.
 */
function isOfAnotherPart(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  at: number,
): boolean {
  const mark = [...text.matchAll(ofWhich)].findLast(({ index }) => index < at);
  if (!mark) return false;
  // "225 of them in Turkey": of the figure before the mark.
  const isBefore = (one: Figure): boolean =>
    one.end <= mark.index && /^\s*$/u.test(text.slice(one.end, mark.index));
  if (figure.end <= mark.index) return !isBefore(figure);
  const hasOwner = all.some(({ start, end }) => start > mark.index && end <= at);
  return figure.start > at && hasOwner;
}

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
const cameIn =
  /(?<!\p{L})(?:kwam(?:en)?|aankwam(?:en)?|aangekomen|aanmeerde|gelost|arriv(?:ée?s?|ed|ing|ant)|débarquée?s?|déchargée?s?|unloaded|docked|angekommen|eingetroffen|eingelaufen|entladen|gelöscht|kam(?:en)?)[^.;:,]{0,40}$/iu;
/** Who works at a port is not surely there with what was found. */
const worksAt =
  /(?<!\p{L})(?:dockers?|dokwerkers?|havenarbeiders?|havenmedewerkers?|medewerkers?|werknemers?|ouvriers?|employée?s?|hafenarbeiter[ns]?|mitarbeiter[ns]?|\p{L}*workers?|employees?)\s+(?:[\p{L}'’]+\s+){0,2}$/iu;
/** Where something is kept, away from the quay. */
const inland =
  /(?<!\p{L})(?:\p{L}*loods(?:en)?|woning(?:en)?|huiszoeking(?:en)?|garagebox(?:en)?|appartement(?:en|s)?|bedrijfspand|warehouses?|homes?|flat|apartment|house|houses|entrepôts?|perquisitions?|domiciles?|logements?|lagerhallen?|lagerhaus|wohnung(?:en)?|durchsuchung(?:en)?)(?!\p{L})(?!\s*$)/iu;

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
    (language !== 'de' &&
      name !== '' &&
      !isAdjective(name) &&
      places.lookup(name, language).kind === 'none' &&
      agencies.lookup(name, language).kind === 'none')
  );
}

const besideIn = /^\s*(?:,|en|et|und|and)\s*(?:\p{Ll}+\s+){0,2}$/iu;

/** What a place is to a figure: the one nearest to it of those at which something was done. */
export function placeOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  everywhere: readonly NamedPlace[],
  isBound: boolean,
  language: Language,
): ProposedField | null {
  const named = everywhere.filter(
    ({ end, role }) =>
      role !== 'seat' &&
      !all.some((other) => other !== figure && isInBracket(text, end, other.start)),
  );
  const at = narrowest(
    named.filter(
      ({ role, code: place, among }) => role === 'at' && (place !== '' || among.length > 0),
    ),
  );
  const unsettled = named.filter(({ role, code: place }) => role === 'at' && place === '');
  if (isBound) {
    const bound = named.filter(({ role, code: place }) => role === 'bound' && place !== '');
    const codes = new Set(bound.map(({ code: place }) => place));
    const [only] = bound;
    if (only && codes.size === 1)
      return proposed(
        only.code,
        false,
        because('beside', only.rests),
        at.map(({ code: place }) => place),
      );
    return asked(
      because(codes.size > 1 ? 'several' : 'notSaid', bound.map(({ words }) => words).join(', ')),
      [...codes],
    );
  }
  const [one, other] = at;
  const owner = named.find(
    ({ end, role, code: place }) =>
      place !== '' && ['at', 'named'].includes(role) && isInBracket(text, end, figure.start),
  );
  // "België (123 ton) en Spanje (118 ton)"
  if (owner) return proposed(owner.code, false, because('beside', owner.rests));
  // "op Schiphol (607), gevolgd door Beekdam (74)": of a place that no list holds.
  const [, unlisted] = /(\p{Lu}[\p{L}-]{3,})\s*\($/u.exec(text.slice(0, figure.start)) ?? [];
  if (
    unlisted !== undefined &&
    language !== 'de' &&
    places.lookup(unlisted, language).kind === 'none' &&
    agencies.lookup(unlisted, language).kind === 'none'
  )
    return asked(because('noneOfOurs', unlisted));
  // "op Schiphol en Maastricht", "en France et à l'étranger": and at another that no list holds.
  if (one && !other && isAndElsewhere(text.slice(one.end), language))
    return asked(because('several', one.rests), [one.code]);
  if (one && !other && unsettled.length === 0) {
    if (isOfAnotherPart(text, figure, all, one.start))
      return asked(because('ofPart', one.rests), [one.code]);
    const between = [Math.min(one.end, figure.end), Math.max(one.start, figure.start)] as const;
    const near = named
      .filter(({ role, start }) => role !== 'origin' || (start > between[0] && start < between[1]))
      .every(
        ({ code: place }) =>
          place === one.code ||
          (place !== '' &&
            (places.get(one.code).country === place || place === places.get(one.code).country)),
      );
    const previous = all[all.indexOf(figure) - 1];
    const next = all[all.indexOf(figure) + 1];
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
        everywhere.length <= 2 &&
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
  if (one && other) {
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
  if (unsettled[0]) return asked(because('several', unsettled[0].words), unsettled[0].among);
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
    : asked(because('several', rest.map(({ words }) => words).join(', ')), codes);
}

/** "Belgium (123 tonnes": the place before the bracket is that of the figure in it. */
function isInBracket(text: string, end: number, figure: number): boolean {
  return end < figure && /^\s*\((?:met |avec |mit |with )?$/iu.test(text.slice(end, figure));
}

/** Words that name a parcel or a letter, which may as well be a package in a container. */
const weakCue =
  /^(?:pakket(?:ten|jes)|colis|pakete?n?|parcels?|lettres|plis|briefe?n?|brieven|letters)$/iu;

/** Metrics of finds, which stand on a footing; any other counts no finds. */
export const ofFinds: ReadonlySet<string> = new Set(['quantity', 'seizures', 'cash', 'weapons']);
/** Metrics that are of drugs. */
const ofDrugs: ReadonlySet<string> = new Set([
  'quantity',
  'seizures',
  'price',
  'purity',
  'potency',
]);

export function basisOf(
  measured: Measured,
  text: string,
  named: readonly NamedPlace[],
  figure: Figure,
  all: readonly Figure[],
  language: Language,
): ProposedField {
  const { metric } = measured;
  if (metric === null) return asked(because('notSaid'));
  if (metric === 'offences' || metric === 'suspects')
    return asked(because('notSaid'), ['recorded']);
  if (!ofFinds.has(metric)) return proposed('not_applicable', true, because('counts'));
  const cues = basisCues(text);
  const has = (name: string) => cues.find(({ cue }) => cue === name);
  const mixed = has('mixed');
  if (mixed) return proposed('seized_or_destined', false, because('sentence', mixed.words));
  const { from: begin, to: until } = segmentOf(text, figure, all);
  const bounds = has('bound');
  const later = all[all.indexOf(figure) + 1];
  // "32 tonnes destinées à la France, dont 13 dans les ports français", "found 48 tonnes, another 60 bound for Antwerp were
  // caught in Panama": of another figure.
  const going =
    bounds &&
    (bounds.start < begin || bounds.start >= until) &&
    (cues.some(({ cue, start }) => cue !== 'bound' && start >= begin && start < until) ||
      (later !== undefined &&
        bounds.start >= later.end &&
        says(text.slice(0, figure.start), 'seized') &&
        says(text.slice(later.end), 'seized')))
      ? undefined
      : bounds;
  const found = [
    'seized_in_post',
    'entered_via_port',
    'seized_in_port',
    'at_sea',
    'seized_in_action',
  ]
    .flatMap((name) => cues.filter(({ cue }) => cue === name))
    .filter(
      ({ cue, words, start }) =>
        cue !== 'seized_in_port' ||
        (!(
          going &&
          /(?:naar|voor|bestemming|destination|for|für|nach)[^,;]*$/iu.test(text.slice(0, start))
        ) &&
          words !== ''),
    );
  if (going) {
    const bound = named.filter(({ role, code: place }) => role === 'bound' && place !== '');
    const ports = bound.filter(({ code: place }) =>
      ['port', 'airport', 'complex', 'town'].includes(places.get(place).kind),
    );
    const abroad = has('abroad') ?? null;
    const at = narrowest(named.filter(({ role, code: place }) => role === 'at' && place !== ''));
    const isAbroad =
      abroad !== null ||
      at.some(({ code: place }) =>
        bound.some(
          (to) =>
            places.get(to.code).country !== places.get(place).country &&
            (places.get(place).country ?? place) !== (places.get(to.code).country ?? to.code),
        ),
      );
    const basis = ports.length > 0 ? 'destined_for_port' : 'destined_for_country';
    if (bound.length > 0 && isAbroad)
      return proposed(basis, false, because('sentence', going.words), ['seized_abroad']);
    return asked(because('several', going.words), [
      basis,
      'seized_or_destined',
      ...found.map(({ cue }) => cue),
    ]);
  }
  const where = named.filter(({ role, code: place }) => role === 'at' && place !== '');
  const isHere = where.some(({ code: place }) => isOurs(places.get(place).country ?? place));
  const [there] = where;
  const elsewhere = isHere ? null : (there?.words ?? otherServiceIn(text, language));
  const abroad = has('abroad')?.words ?? elsewhere;
  if (abroad)
    return asked(because('several', abroad), [
      'seized_abroad',
      'destined_for_country',
      'destined_for_port',
    ]);
  const [one, other] = found;
  if (one && !other) {
    if (isOfAnotherPart(text, figure, all, one.start))
      return asked(because('ofPart', one.words), [one.cue]);
    const { from, to } = segmentOf(text, figure, all);
    const lead = text.slice(0, one.start);
    const away = inland.exec(text);
    if (
      one.cue === 'seized_in_port' &&
      (cameIn.test(lead) ||
        worksAt.test(lead) ||
        (away !== null && !/^\s*$/u.test(text.slice(away.index + away[0].length, one.start))))
    )
      return asked(because('several', one.words), ['seized_in_port', 'entered_via_port']);
    const isFirst = all.find(({ start }) => start >= one.start) === figure;
    const previous = all[all.indexOf(figure) - 1];
    const isTaken =
      previous !== undefined &&
      one.start < figure.start &&
      !boundary.test(text.slice(previous.end, one.start));
    const next = all[all.indexOf(figure) + 1];
    // "12 kilo onderschept, 7 vangsten in de post en 3 kilo hasj": of the finds only.
    const isOfOther =
      (isTaken && !comparing.test(text.slice(0, figure.start))) ||
      (next !== undefined &&
        one.start >= next.end &&
        says(text.slice(figure.end, next.start), 'seized'));
    if (isOfOther) return asked(because('ofPart', one.words), [one.cue]);
    const isOwn =
      one.start >= from && one.start < to && (one.start >= figure.start || (isFirst && !isTaken));
    const gap = text.slice(Math.min(one.start, figure.end), Math.max(one.start, figure.end));
    const leads = all.every(({ start }) => one.start < start) && !/[;:…(]/u.test(gap);
    if (/[;…]/u.test(gap)) return asked(because('earlier', one.words), [one.cue]);
    // "sur le territoire national et en haute mer"
    if (/(?<!\p{L})(?:et|en|und|and|of|ou|oder|or)\s+$/iu.test(text.slice(0, one.start)))
      return asked(because('several', one.words), [one.cue]);
    const isWeak = one.cue === 'seized_in_action' || weakCue.test(one.words);
    return proposed(
      one.cue,
      (isOwn || leads || all.length === 1) &&
        !comparing.test(text.slice(0, figure.start)) &&
        !isWeak &&
        !/[;:(]/u.test(gap),
      because('sentence', one.words),
    );
  }
  if (one)
    return asked(because('several', found.map(({ words }) => words).join(', ')), [
      ...new Set(found.map(({ cue }) => cue as string)),
    ]);
  const country = narrowest(
    named.filter(
      ({ role, code: place }) =>
        role === 'at' && place !== '' && places.get(place).kind === 'country',
    ),
  );
  return asked(because('notSaid'), country.length > 0 ? ['seized_in_territory'] : []);
}

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
  if (one && other && !joints)
    return asked(
      because('several', kept.map(({ words }) => words).join(', ')),
      kept.map(({ code: agency }) => agency),
    );
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
export function countedBy(
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

/** Whether a noun that names no drug stands behind a figure: "73,7 gram paddenstoelen, …", "10 Kilogramm einer braunen Substanz". */
export function isOfOtherStuff(text: string, { end }: Figure): boolean {
  return /^\s+(?:(?:de |d['’]|of )?(?!elk|each|chacun|jeweils|total|were|was|werd|werden|wurde|wurden|zijn|waren)\p{L}{4,}(?=\s*(?:[,.;]|(?:en|et|und|and|zijn|is|werd|werden|waren|wurden?|was|were|a été|ont été|verstopt|gevonden|seized|found)\s|$))|(?:d['’]une? |een |of an? |eine[rsm]? )\p{L})/u.test(
    text.slice(end),
  );
}

/** The codes of the plants that a drug is made of, where it is weighed itself: of cannabis and herb those of hemp. */
function plantsOf(code: string): readonly string[] {
  if (!drugs.has(code)) return [];
  const { units, parent } = drugs.get(code);
  if (units[0] !== 'kg') return [];
  return [...drugs].flatMap((drug) =>
    drug.parent === (parent ?? code) && drug.units.join() === 'plant' ? drug.code : [],
  );
}

/** Words for what something is worth or costs. */
const worthOrPrice =
  /(?<!\p{L})(?:\p{L}*waarden?|waard|\p{L}*prij(?:s|zen)|betaal\p{L}*|betalen|kost(?:te|ten|en)?|valeur|valant|valait|vau[xt]|prix|coût\p{L}*|pa(?:ie|ye)(?:nt)?|revente|\p{L}*werte?s?|\p{L}*preise?n?|(?:be)?zahl(?:t|en|te|ten)|kostet\p{L}*|worth|valued?|prices?|pa(?:y|ys|id)|costs?|gehandelt|verkocht|verkauft|vendue?s?|sold)(?!\p{L})/iu;
/** Behind a sum: "of cocaine", "worth of", "waard aan". */
const ofSum =
  /^\s*(?:(?:worth|waard)(?!\p{L})|an (?!\p{Lu}\p{L}*(?:tag|abend))|aan (?!de |het )|de |d['’]|of |(?:per|par|le|pro|a|das|je) \p{L}+)|^[^,;:]*(?<!\p{L})(?:wert|waard|gehandelt|verkocht|verkauft)(?!\p{L})/iu;

/** Whether tablets or pills are told, in a word or behind it: "xtc-pillen", "ecstasy in tablets". */
function isToldAs(units: readonly string[], text: string, language: Language): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((word) => {
    const unit = countedAt(word, language)?.unit;
    return unit != null && unit !== 'plant' && units.includes(unit);
  });
}

export function substanceOf(
  text: string,
  figure: Figure,
  all: readonly Figure[],
  measured: Measured,
  language: Language,
): ProposedField {
  const { metric } = measured;
  if (metric !== null && !ofDrugs.has(metric)) return proposed('', true, because('counts'));
  const named = substancesIn(text, language);
  const next = all[all.indexOf(figure) + 1];
  const previous = all[all.indexOf(figure) - 1];
  const within = named.find(
    ({ start, end }) => start >= figure.numberEnd && end > start && start < figure.end,
  );
  const behind = named.filter(
    ({ start }) => start >= figure.end - 1 && start < (next?.start ?? text.length),
  );
  // "la marijuana avec 70,491 kg", "Les amphétamines (611 grammes)", "Cocaïne : 371,5 g".
  const owner = named.find(
    ({ end }) =>
      end <= figure.start &&
      end > (previous?.end ?? -1) &&
      /^\s*(?:(?:avec|met|mit|with)\s+(?:un total de |in totaal |insgesamt |a total of )?|\(|[:：=]\s*)$/iu.test(
        text.slice(end, figure.start),
      ),
  );
  const [first] = behind;
  // "£300,000 found with cocaine": money lay with it; what is worth so much, or costs it, is told beside the sum.
  if (
    figure.counted?.kind === 'money' &&
    !(
      worthOrPrice.test(text.slice(previous?.end ?? 0, figure.start)) ||
      ofSum.test(text.slice(figure.end))
    )
  )
    return asked(because('notSaid'));
  const gap = first ? text.slice(figure.end, first.start) : '';
  // "een hennepkwekerij met 1.260 planten": plants are not what is made of them.
  const isOfPlants =
    (measured.unit === 'plant' || measured.unit === 'cutting') && figure.counted !== null;
  const take = (one: (typeof named)[number], sure: boolean, how: ClaimWhy): ProposedField => {
    // "13 drugslabs": places and things are counted, for which of the drugs is not said.
    if (one.code === 'ALL' && figure.counted === null && metric === null)
      return asked(because('several', one.words), [
        ...new Set(named.flatMap(({ code: substance, among }) => substance || among)),
      ]);
    const plants = isOfPlants ? plantsOf(one.code) : [];
    // "1.150 hennepplanten en 6 kilo toppen": plants are counted, and not weighed.
    if (
      !isOfPlants &&
      figure.counted?.kind === 'mass' &&
      drugs.has(one.code) &&
      drugs.get(one.code).units.every((unit) => units.get(unit).dimension === 'count') &&
      !isToldAs(drugs.get(one.code).units, text.slice(one.start, next?.start), language)
    )
      return asked(because('several', one.words), [
        ...drugs.flatMap(({ code, group, parent, units: [unit] }) =>
          unit === 'kg' && parent === null && group === drugs.get(one.code).group ? code : [],
        ),
        one.code,
      ]);
    return one.code === '' || plants.length > 0
      ? asked(because('several', one.words), plants.length > 0 ? plants : one.among)
      : proposed(one.code, sure, because(how, one.words), []);
  };
  if (within) return take(within, true, 'beside');
  // "6 000 grammes d'autres produits": of none that was named.
  if (
    /^\s*(?:d['’]autres?|andere|anderer|other|overige|sonstige[rn]?)(?!\p{L})/iu.test(
      text.slice(figure.end),
    )
  )
    return asked(because('notSaid'));
  // "73,7 gram paddenstoelen, …", "10 Kilogramm einer braunen Substanz": of a thing that no list of ours holds.
  if (measured.metric === 'quantity' && !first && isOfOtherStuff(text, figure))
    return asked(because('notSaid'));
  const isAdjacent =
    first !== undefined &&
    /^\s*(?:(?:de(?: la)?|du|des|van|von|of)\s|d['’]|de l['’])?\s*$/iu.test(gap);
  if (owner && !isAdjacent) return take(owner, owner.code !== 'ALL', 'beside');
  // "74 Aufgriffe, ein Drittel davon Cannabis"
  if (first && gap.search(ofWhich) >= 0 && next === undefined)
    return asked(because('ofPart', first.words), first.code === '' ? first.among : [first.code]);
  const second = behind[1];
  // "kilo cocaïne en heroïne": one figure of two substances.
  if (
    first &&
    second &&
    first.code !== second.code &&
    !boundary.test(gap) &&
    /^\s*(?:,|en|et|und|and|of|ou|oder|or|&)\s*(?:\p{Ll}+\s)?$/iu.test(
      text.slice(first.end, second.start),
    ) &&
    gap.length < 30
  )
    return asked(because('several', `${first.words}, ${second.words}`), [
      ...new Set(behind.flatMap(({ code: substance, among }) => substance || among)),
    ]);
  // "Cocaine rose to 28 tonnes and herbal cannabis to 74": of the figure behind it.
  const isOfNext =
    next !== undefined &&
    /^\s*(?:en|et|und|and)\s+(?:(?:de|het|la|le|les|die|the)\s+|l['’])?$/iu.test(gap) &&
    named.some(({ end }) => end <= figure.start && end > (previous?.end ?? -1));
  if (first && !isOfNext && !boundary.test(gap) && gap.length < 60)
    return take(first, gap.length < 30, 'beside');
  // "310 weapons", "170 000 Zigaretten": what has a noun of its own is no drug that was named elsewhere.
  const isNoDrug =
    figure.counted === null
      ? figure.unknown !== null && metric === null
      : [
          'weapons',
          'vehicles',
          'trains',
          'buses',
          'persons',
          'staff',
          'suspects',
          'other',
        ].includes(figure.counted.kind) || goodsBehind.test(text.slice(figure.end));
  const before = named.filter(({ end }) => end <= figure.start && end > (previous?.end ?? -1));
  const earlier = named.filter(({ end }) => end <= figure.start);
  const last =
    before.at(-1) ??
    earlier.at(-1) ??
    // Behind "aus denen" or "for making", a drug is another thing than what was counted.
    (/(?<!\p{L})(?:aus|waarmee|waaruit|avec lesquels|à partir desquels|with which)(?!\p{L})/iu.test(
      gap,
    )
      ? undefined
      : first);
  if (!last || isNoDrug) return asked(because('notSaid'));
  // "195 kg of cocaine and heroin, compared to 27 kg": of both, as the figure before.
  const pair = earlier.at(-2);
  if (
    pair &&
    last === earlier.at(-1) &&
    pair.code !== last.code &&
    /^\s*(?:,|en|et|und|and|of|ou|oder|or|&)\s*(?:(?:de |d['’]|van |of |von )?(?:la |l['’])?)?(?:\p{Ll}+\s)?$/iu.test(
      text.slice(pair.end, last.start),
    ) &&
    !/^\s*(?:\(|[:：=])/u.test(text.slice(last.end))
  )
    return asked(because('several', `${pair.words}, ${last.words}`), [
      ...new Set([pair, last].flatMap(({ code: substance, among }) => substance || among)),
    ]);
  // "3,384 Kilogramm THC": of something else than what was named before.
  if (
    /^\s+\p{Lu}\p{L}+/u.test(text.slice(figure.end)) &&
    last.end <= figure.start &&
    last !== owner
  )
    return asked(because('notSaid'));
  const only = new Set(named.map(({ code: substance }) => substance)).size === 1;
  // "740 kg Marihuana und 31 kg Heroin; im Vorjahr waren es 1,9 t": of none of them alone.
  if (!only && last.end <= figure.start && /;/u.test(text.slice(last.end, figure.start)))
    return asked(because('several', named.map(({ words }) => words).join(', ')), [
      ...new Set(named.flatMap(({ code: substance, among }) => substance || among)),
    ]);
  return take(last, false, only ? 'sentence' : 'earlier');
}

import { type Basis, places } from '@samenbeeld/schema';
import { says } from './acts.ts';
import { isPlainlySaid } from './certain.ts';
import { asked, because, type ProposedField, proposed, sureIf } from './claim-fields.ts';
import { isOurs, landOf } from './country-adjectives.ts';
import type { FigureIn } from './figure.ts';
import type { Measured } from './figure-read.ts';
import { otherServiceIn } from './named-agencies.ts';
import { type NamedPlace, narrowest, withRole } from './named-places.ts';
import { boundary, comparing, isOfAnotherPart, segmentOf, wordsIn } from './parts-of-sentence.ts';
import { cameIn, worksAt } from './place.ts';

/** Words that say on what footing finds were counted. */
const cues: readonly (readonly [Basis | 'bound' | 'abroad' | 'mixed', RegExp])[] = [
  [
    'seized_in_post',
    /(?<![\p{L}])(?:\p{L}*post(?:pakket\p{L}*|stuk\p{L}*|zending\p{L}*|sendung\p{L}*|paket\p{L}*)|brieven|brief(?:post|pakket)\p{L}*|pakketpost|per post|in de post|tussen de post|postverkeer|koerierszending\p{L}*|pakket(?:ten|jes)|colis(?: postaux| postal)?|courriers?|envois postaux|par la poste|fret express|lettres|plis|briefe\p{L}*|pakete\p{L}*|postverkehr|per post|postweg|parcels?|letters|mail items|postal|by post|by mail|(?:in|from|out of|through) the (?:post|mail))(?![\p{L}])/iu,
  ],
  [
    'entered_via_port',
    /via (?:de |het |le |la |les |den |the )?(?:haven|port|hafen|ports|havens)|(?:par|über|through) (?:le |les |den |the )(?:port|hafen|ports)|binnengekomen via|entrée?s? par/iu,
  ],
  [
    'seized_in_port',
    /(?:in|binnen|te|dans|im|at|in the|at the)(?: (?:de|het|le|les|der|den|the|zeeuwse|nederlandse|belgische|vlaamse|rotterdamse|antwerpse|gentse))* (?:zee)?(?:havens?(?!\p{L})|ports?(?!\p{L})|hafen|häfen|seaport|hafens)|\p{L}*se haven(?!\p{L})|im \p{L}+er (?:see)?hafen(?!\p{L})|au port (?:de|du|d['’])/iu,
  ],
  // A name behind it, which has a capital.
  ['seized_in_port', /(?<!\p{L})(?:[Pp]ort d['’]|[Hh]afen (?:von )?|[Pp]ort of )\p{Lu}\p{L}+/u],
  ['at_sea', /op zee|en (?:haute )?mer(?!\p{L})|auf (?:hoher )?see|at sea|on the high seas/iu],
  [
    'seized_in_action',
    /controleacties?|controle-actie|actiedag(?:en)?|actie [ÉE]toile|action [ÉE]toile|[ÉE]toile|opérations? de contrôle|actions? de contrôle|kontrollaktion\p{L}*|schwerpunktkontrolle\p{L}*|control actions?|verkeersactie|grootschalige controle/iu,
  ],
  [
    'mixed',
    /(?:in beslag genomen|saisi\p{L}*|beschlagnahmt|sichergestellt|seized) (?:of|ou|oder|or) (?:bestemd|destin\p{L}*|bestimmt|bound)/iu,
  ],
  [
    'abroad',
    /(?:in|vanuit) (?:het )?(?:buitenland|zuid-amerika|latijns-amerika)|zuid-amerikaanse|latijns-amerikaanse|à l['’]étranger|en amérique (?:du sud|latine)|im ausland|in südamerika|in lateinamerika|südamerikanische|abroad|in (?:south|latin) america|south american|latin american/iu,
  ],
];

const bound =
  /bestemd (?:waren |was |is )?voor|bestemming|op weg naar|onderweg naar|(?:zou|zouden) (?:varen|vertrekken)|zou varen|à destination|destinée?s? (?:à|au)|bestimmt (?:für|war)|für .{3,30} bestimmt|mit (?:dem )?ziel|bound for|destined for|heading (?:to|for)|en route to/iu;

/** A footing that words of a sentence name. */
interface Cue {
  readonly cue: Basis | 'bound' | 'abroad' | 'mixed';
  readonly words: string;
  readonly start: number;
}

/** What a sentence says of the footing, with the words of each. */
function basisCues(text: string): readonly Cue[] {
  const found = [...cues, ['bound', bound] as const].flatMap(([cue, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ cue, words: match[0], start: match.index }] : [];
  });
  return found.filter(({ cue }, at) => found.findIndex((other) => other.cue === cue) === at);
}

/** Footings of what was found, from the one that tells most. */
const footings = [
  'seized_in_post',
  'entered_via_port',
  'seized_in_port',
  'at_sea',
  'seized_in_action',
];

/** Words that name a parcel or a letter, which may as well be a package in a container. */
const weakCue =
  /^(?:pakket(?:ten|jes)|colis|pakete?n?|parcels?|lettres|plis|briefe?n?|brieven|letters)$/iu;
/** Where something is kept, away from the quay. */
const inland =
  /(?<!\p{L})(?:\p{L}*loods(?:en)?|woning(?:en)?|huiszoeking(?:en)?|garagebox(?:en)?|appartement(?:en|s)?|bedrijfspand|warehouses?|homes?|flat|apartment|house|houses|entrepôts?|perquisitions?|domiciles?|logements?|lagerhallen?|lagerhaus|wohnung(?:en)?|durchsuchung(?:en)?)(?!\p{L})(?!\s*$)/iu;

/** Metrics of finds, which stand on a footing; any other counts no finds. */
export const ofFinds: ReadonlySet<string> = new Set(['quantity', 'seizures', 'cash', 'weapons']);

export function basisOf(
  at: FigureIn,
  measured: Measured,
  named: readonly NamedPlace[],
): ProposedField {
  const { text, language } = at;
  const { metric } = measured;
  if (metric === null) return asked(because('notSaid'));
  if (metric === 'offences' || metric === 'suspects')
    return asked(because('notSaid'), ['recorded']);
  if (!ofFinds.has(metric)) return proposed('not_applicable', true, because('counts'));
  const all = basisCues(text);
  const has = (name: string): Cue | undefined => all.find(({ cue }) => cue === name);
  const mixed = has('mixed');
  if (mixed) return proposed('seized_or_destined', false, because('sentence', mixed.words));
  const going = goingTo(at, all);
  const found = footings
    .flatMap((name) => has(name) ?? [])
    .filter(
      ({ cue, words, start }) =>
        cue !== 'seized_in_port' ||
        (words !== '' &&
          !(
            going &&
            /(?:naar|voor|bestemming|destination|for|für|nach)[^,;]*$/iu.test(text.slice(0, start))
          )),
    );
  const where = withRole(named, 'at');
  if (going) return basisBound(going, found, named, has('abroad') !== undefined);
  const isHere = where.some(({ code: place }) => isOurs(landOf(place)));
  const elsewhere = isHere ? null : (where[0]?.words ?? otherServiceIn(text, language));
  const abroad = has('abroad')?.words ?? elsewhere;
  if (abroad)
    return asked(because('several', abroad), [
      'seized_abroad',
      'destined_for_country',
      'destined_for_port',
    ]);
  const [one, other] = found;
  if (one && !other) return basisFound(at, one);
  if (one)
    return asked(
      because('several', found.map(({ words }) => words).join(', ')),
      found.map(({ cue }) => cue),
    );
  const isOfCountry = where.some(({ code: place }) => places.get(place).kind === 'country');
  return asked(because('notSaid'), isOfCountry ? ['seized_in_territory'] : []);
}

/** Words that something was bound for a place, unless they are of another figure. */
function goingTo({ text, figure, kept, next }: FigureIn, cues: readonly Cue[]): Cue | undefined {
  const bounds = cues.find(({ cue }) => cue === 'bound');
  const { from, to } = segmentOf(text, figure, kept);
  const isWithin = ({ start }: Cue): boolean => start >= from && start < to;
  // "32 tonnes destinées à la France, dont 13 dans les ports français", "found 48 tonnes, another 60 bound for Antwerp were
  // caught in Panama": of another figure.
  return bounds &&
    !isWithin(bounds) &&
    (cues.some((one) => one.cue !== 'bound' && isWithin(one)) ||
      (next !== undefined &&
        bounds.start >= next.end &&
        says(text.slice(0, figure.start), 'seized') &&
        says(text.slice(next.end), 'seized')))
    ? undefined
    : bounds;
}

function basisBound(
  going: Cue,
  found: readonly Cue[],
  named: readonly NamedPlace[],
  isSaidAbroad: boolean,
): ProposedField {
  const bound = withRole(named, 'bound');
  const isOfPort = bound.some(({ code: place }) =>
    ['port', 'airport', 'complex', 'town'].includes(places.get(place).kind),
  );
  const isAbroad =
    isSaidAbroad ||
    narrowest(withRole(named, 'at')).some(({ code: place }) =>
      bound.some(
        (to) =>
          places.get(to.code).country !== places.get(place).country &&
          landOf(place) !== landOf(to.code),
      ),
    );
  const basis = isOfPort ? 'destined_for_port' : 'destined_for_country';
  if (bound.length > 0 && isAbroad)
    return proposed(basis, false, because('sentence', going.words), ['seized_abroad']);
  return asked(because('several', going.words), [
    basis,
    'seized_or_destined',
    ...found.map(({ cue }) => cue),
  ]);
}

/** On the only footing that a sentence names, unless its words are of another figure or leave it open. */
function basisFound(
  { text, figure, kept: all, previous, next }: FigureIn,
  one: Cue,
): ProposedField {
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
  const isTaken =
    previous !== undefined &&
    one.start < figure.start &&
    !boundary.test(text.slice(previous.end, one.start));
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

/** On which basis: where a port is only "the port", it is of our lands if that is said beside it. */
export function basisField(
  at: FigureIn,
  footing: ProposedField,
  place: ProposedField,
  isDone: boolean,
): ProposedField {
  const { value, rests } = footing;
  return sureIf(
    footing,
    () =>
      rests === '' ||
      (isDone &&
        isPlainlySaid(at, wordsIn(at.text, footing), []) &&
        (place.value !== null || value === 'seized_in_post' || value === 'at_sea')),
  );
}

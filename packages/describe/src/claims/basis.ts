import { type Basis, places } from '@samenbeeld/schema';
import type { FigureIn } from './figures.ts';
import type { Measured } from './metric.ts';
import { type NamedPlace, narrowest } from './named-places.ts';
import { asked, because, proposed, type ProposedField, sureIf } from './claim-fields.ts';
import { boundary, comparing, isOfAnotherPart, segmentOf, wordsIn } from './parts-of-sentence.ts';
import { says } from './acts.ts';
import { isOurs } from './country-adjectives.ts';
import { otherServiceIn } from './named-agencies.ts';
import { cameIn, worksAt } from './place.ts';
import { isPlainlySaid } from './certain.ts';

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

/** What a sentence says of the footing, with the words of each. */
function basisCues(text: string): readonly {
  readonly cue: Basis | 'bound' | 'abroad' | 'mixed';
  readonly words: string;
  readonly start: number;
}[] {
  const found = cues
    .flatMap(([cue, pattern]) => {
      const match = pattern.exec(text);
      return match ? [{ cue, words: match[0], start: match.index }] : [];
    })
    .filter(({ cue }, at, all) => all.findIndex((other) => other.cue === cue) === at);
  const going = bound.exec(text);
  return going ? [...found, { cue: 'bound' as const, words: going[0], start: going.index }] : found;
}

/** Words that name a parcel or a letter, which may as well be a package in a container. */
const weakCue =
  /^(?:pakket(?:ten|jes)|colis|pakete?n?|parcels?|lettres|plis|briefe?n?|brieven|letters)$/iu;
/** Where something is kept, away from the quay. */
const inland =
  /(?<!\p{L})(?:\p{L}*loods(?:en)?|woning(?:en)?|huiszoeking(?:en)?|garagebox(?:en)?|appartement(?:en|s)?|bedrijfspand|warehouses?|homes?|flat|apartment|house|houses|entrepôts?|perquisitions?|domiciles?|logements?|lagerhallen?|lagerhaus|wohnung(?:en)?|durchsuchung(?:en)?)(?!\p{L})(?!\s*$)/iu;

/** Metrics of finds, which stand on a footing; any other counts no finds. */
export const ofFinds: ReadonlySet<string> = new Set(['quantity', 'seizures', 'cash', 'weapons']);

export function basisOf(
  { text, figure, kept: all, language, previous, next }: FigureIn,
  measured: Measured,
  named: readonly NamedPlace[],
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
  // "32 tonnes destinées à la France, dont 13 dans les ports français", "found 48 tonnes, another 60 bound for Antwerp were
  // caught in Panama": of another figure.
  const going =
    bounds &&
    (bounds.start < begin || bounds.start >= until) &&
    (cues.some(({ cue, start }) => cue !== 'bound' && start >= begin && start < until) ||
      (next !== undefined &&
        bounds.start >= next.end &&
        says(text.slice(0, figure.start), 'seized') &&
        says(text.slice(next.end), 'seized')))
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

import { codeLists, type WrittenMapping } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import {
  foldText,
  inFour,
  type Language,
  ownValue,
  places,
  portsOfNoTown,
  type Text,
} from '@samenbeeld/schema';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { alpha3Codes } from './iso3.ts';
import { amongCountries, nutsRegion, ownPlaces, wholes } from './own-places.ts';
import {
  byLevel,
  byPoliceRegion,
  holdsPoliceRegions,
  levelOf,
  provinceOf,
} from './place-by-level.ts';
import {
  areBareDepartements,
  areKeys,
  departementOf,
  departements,
  keyedShape,
  type LostZero,
  lostZero,
  ofArea,
  ofPorts,
  type PlaceShape,
  placeShapes,
} from './place-shapes.ts';
import type { CountryGuess } from './table-view.ts';
import { type CodeWriting, writeCodes } from './write-codes.ts';

/** Which places labels mean, of those that no code was found for. */
const whichPlaces = (labels: readonly string[]): Text =>
  inFour(
    'Welke plaatsen zijn {labels}?',
    'Quels lieux sont {labels} ?',
    'Welche Orte sind {labels}?',
    'Which places are {labels}?',
    { labels: quotedAll(labels, 5) },
  );

/** The habit in which an office writes its places, by cells, heading and country; null where none fits. */
function shapeFor(
  labels: readonly string[],
  heading: string,
  country: string | null,
): PlaceShape | null {
  const fits = placeShapes.filter(
    ({ shows }) => labels.filter(shows).length >= labels.length * thresholds.mostlyShaped,
  );
  return (
    fits.find(({ telling }) => telling) ??
    fits.find((shape) => shape.heading?.test(heading)) ??
    fits.find((shape) => shape.country === country) ??
    null
  );
}

/** Labels among an office's keys that are none: a whole country by our code, a place that the list has by name, and what nothing knows. */
function amongKeys(labels: readonly string[]): {
  readonly codes: Readonly<Record<string, string>>;
  readonly listed: readonly string[];
  readonly unknown: readonly string[];
} {
  const codes = Object.fromEntries(
    labels.flatMap((label) => {
      const code = ownValue(wholes, label);
      return code === undefined ? [] : [[label, code]];
    }),
  );
  const rest = labels.filter((label) => !Object.hasOwn(codes, label));
  const isListed = (label: string): boolean => places.lookup(label).kind === 'exact';
  return {
    codes,
    listed: rest.filter(isListed),
    unknown: rest.filter((label) => !isListed(label)),
  };
}

/** Places by an office’s own codes. */
function byShape(
  shape: PlaceShape,
  heading: string,
  labels: readonly string[],
  country: string | null,
): CodeWriting {
  const known = Object.fromEntries(
    Object.entries(shape.codes ?? {}).filter(([label]) => labels.includes(label)),
  );
  const rest = labels.filter((label) => !Object.hasOwn(known, label));
  const rules = shape.rules.filter(({ match }) =>
    rest.some((label) => expression(match).test(label)),
  );
  const lost = rest.filter((label) => !rules.some(({ match }) => expression(match).test(label)));
  const { codes: named, listed, unknown } = amongKeys(lost);
  const decide = [
    ...(unknown.length > 0 ? [whichPlaces(unknown)] : []),
    ...(!shape.telling && country !== shape.country && shape.heading?.test(heading) !== true
      ? [
          inFour(
            'Zijn dit {what}? De cellen alleen zeggen het niet.',
            'Ces cellules sont-elles {what} ? Elles seules ne le disent pas.',
            'Sind das {what}? Die Zellen allein sagen es nicht.',
            'Are these {what}? The cells alone do not say.',
            { what: shape.name },
          ),
        ]
      : []),
  ];
  const written = {
    to: 'place',
    ...(Object.keys({ ...known, ...named }).length > 0 && { codes: { ...known, ...named } }),
    ...(rules.length > 0 && { rules }),
    ...(listed.length > 0 && { list: 'places' }),
  };
  return {
    written,
    crosswalks: [],
    decide,
    found: labels.length - unknown.length,
    all: labels.length,
    proven: shape.telling || country === shape.country || shape.heading?.test(heading) === true,
  };
}

/** What StatLine writes behind a place to say which kind of area it is. */
const statLine: RegExp = / \((?:PV|RE|CR|LD|gemeente|provincie)\)$/;

/** Kinds of area that StatLine names behind a place, and the kind in our code. */
const kinds: readonly (readonly [suffix: string, kind: string])[] = [
  ['RE', 'RE'],
  ['gemeente', 'GM'],
  ['CR', 'CR'],
  ['LD', 'LD'],
];

/** Places as StatLine names them: police regions, provinces and municipalities in one column. */
function byStatLine(labels: readonly string[], heading: string, language: Language): CodeWriting {
  // In StatLine's column of regions what has no kind behind it is a municipality; headings may name that level too.
  const named =
    /regio['’]s$|RegioS|gemeente/iu.test(heading) || labels.some((label) => statLine.test(label));
  const rules: NonNullable<WrittenMapping['rules']>[number][] = [];
  const used = new Set<string>();
  for (const label of labels) {
    const bare = label.replace(statLine, '');
    const province = / \((?:PV|provincie)\)$/.test(label);
    const match = places.lookup(bare, language);
    const entries =
      match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
    const [only, ...more] = entries.filter(
      (place) =>
        (province &&
          place.kind === 'region' &&
          place.country === 'NL' &&
          /^NL\d\d$/.test(place.code)) ||
        (place.code === 'NL' && bare === label),
    );
    if (only && more.length === 0) {
      rules.push({ is: label, to: only.code });
      used.add(label);
    }
  }
  // What no province holds is a place of its own among them, as among municipalities and police regions.
  for (const label of labels.filter((each) => / \((?:PV|provincie)\)$/.test(each)))
    if (!used.has(label) && /^(?:niet in te delen|onbekend|buitenland)/iu.test(label)) {
      rules.push({ is: label, to: `NL.PV.${label.replace(statLine, '')}` });
      used.add(label);
    }
  const special: Readonly<Record<string, string>> = {
    Buitenland: 'NL.ABROAD.Buitenland',
    'Gemeenten; niet in te delen': 'NL.GM.Niet in te delen',
    'Niet in te delen': 'NL.GM.Niet in te delen',
  };
  for (const label of labels) {
    const to = ownValue(special, label);
    if (to === undefined || used.has(label)) continue;
    rules.push({ is: label, to });
    used.add(label);
  }
  for (const [suffix, kind] of kinds)
    if (labels.some((label) => label.endsWith(` (${suffix})`))) {
      // A code of a place has no blanks around its dash.
      const spaced =
        kind === 'RE' ? labels.filter((label) => label.endsWith(' (RE)') && / - /.test(label)) : [];
      for (const label of spaced)
        rules.push({
          is: label,
          to: `NL.RE.${label.replace(/ \(RE\)$/, '').replaceAll(' - ', '-')}`,
        });
      rules.push({ match: `^(.+) \\(${suffix}\\)$`, to: `NL.${kind}.$1` });
    }
  const plain = labels.filter(
    (label) => !used.has(label) && !statLine.test(label) && !saysTotal(label),
  );
  const decide: Text[] = [];
  if (plain.length > 0) {
    const totals = labels.filter((label) => !used.has(label) && saysTotal(label));
    rules.push({
      match: "^([\\p{L}'’., ()-]+)$",
      ...(totals.length > 0 && { not: totals }),
      to: 'NL.GM.$1',
    });
    if (plain.length < 20 && !named)
      decide.push(
        inFour(
          'Zijn {labels} gemeenten?',
          '{labels} sont-ils des communes ?',
          'Sind {labels} Gemeinden?',
          'Are {labels} municipalities?',
          { labels: quotedAll(plain, 5) },
        ),
      );
  }
  return {
    written: { to: 'place', rules },
    crosswalks: [],
    decide,
    found: labels.length,
    all: labels.length,
    proven: named,
  };
}

/** Places by the names of French départements. */
function byDepartement(labels: readonly string[], language: Language, file: string): CodeWriting {
  const rows = labels.map((label) => {
    const code = departementOf(label);
    const match = places.lookup(label, language);
    const to = code
      ? `FR.DEP.${code}`
      : (ownValue(wholes, label) ?? (match.kind === 'exact' ? match.entry.code : null));
    const decide = to === null;
    return {
      from: label,
      to,
      match: to === null ? ('none' as const) : ('exact' as const),
      note: decide
        ? inFour(
            'geen departement met die naam',
            'aucun département de ce nom',
            'kein Département dieses Namens',
            'no département of that name',
          )
        : null,
      confidence: to === null ? 0.3 : 0.97,
      decide,
    };
  });
  const open = rows.filter(({ decide }) => decide);
  return {
    written: { to: 'place', crosswalk: file },
    crosswalks: [{ file, list: 'places', rows }],
    decide: open.length > 0 ? [whichPlaces(open.map(({ from }) => from))] : [],
    found: rows.length - open.length,
    all: rows.length,
  };
}

/** Labels that would be read as a port, an airport or the town that alone is in the list. */
function asPorts(labels: readonly string[], language: Language): readonly string[] {
  return labels.filter((label) => {
    const match = places.lookup(label, language);
    return (
      match.kind === 'exact' &&
      ['port', 'town', 'airport'].includes(match.entry.kind) &&
      ![match.entry.code, ...(match.entry.aliases ?? [])].some(
        (code) => foldText(code) === foldText(label),
      )
    );
  });
}

/** A heading of where something was, of whatever kind the places are. */
const ofAnyPlaces = /lieu|place|plaats|(?<!\p{L})ort(?!\p{L})|fundort|location|locatie|localit/iu;

/**
 * Those of the labels that are read as ports and are names of towns or provinces too, where nothing settles which is meant: the
 * heading says that they are ports, or it leaves it open and a port that is nothing else stands among them, and no place that is none.
 */
export function perhapsTowns(
  labels: readonly string[],
  heading: string,
  language: Language,
): readonly string[] {
  if (ofPorts.test(heading)) return [];
  const ports = asPorts(labels, language);
  const isOnlyPort = (label: string): boolean => {
    const match = places.lookup(label, language);
    return ofPorts.test(label) || (match.kind === 'exact' && portsOfNoTown.has(match.entry.code));
  };
  const isBeside = (label: string): boolean =>
    ports.includes(label) || codeLists['countries']?.lookup(label, language).kind === 'exact';
  const settled =
    ofAnyPlaces.test(heading) && ports.some(isOnlyPort) && labels.every((each) => isBeside(each));
  // Findel is no town, and the city of Luxembourg is read as one.
  const isTown = (label: string): boolean => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'town';
  };
  return settled ? [] : ports.filter((label) => !isOnlyPort(label) && !isTown(label));
}

/** Countries in three letters, inline, as the place or another field. */
export function byAlpha3(
  codes: Readonly<Record<string, string>>,
  labels: readonly string[],
  field = 'place',
): CodeWriting {
  const lost = labels.filter((label) => !Object.hasOwn(codes, label));
  return {
    written: { to: field, codes },
    crosswalks: [],
    decide:
      lost.length > 0
        ? [
            inFour(
              'Welke landen zijn {labels}?',
              'Quels pays sont {labels} ?',
              'Welche Länder sind {labels}?',
              'Which countries are {labels}?',
              { labels: quotedAll(lost, 5) },
            ),
          ]
        : [],
    found: labels.length - lost.length,
    all: labels.length,
  };
}

/** Keys of a region that stand beside another key of the same region (BE1, BE10), as a level of their own, so that nothing counts twice. */
function levelsApart(labels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    labels.flatMap((label) => {
      const match = places.lookup(label);
      const code = match.kind === 'exact' ? match.entry.code : label;
      const region = code !== label && labels.includes(code) ? nutsRegion(label) : null;
      return region === null ? [] : [[label, region]];
    }),
  );
}

/** A heading of towns by themselves. */
const ofTowns =
  /plaats|(?<!\p{L})(?:towns?|city|cities|villes?|stad|steden|st[aä]dte?|orte?)(?!\p{L})/iu;

/**
 * Names of towns that are read as their ports, as the towns that they are, for a table of offences that speaks of no port. A province may
 * have the name too, and a heading that is of other areas leaves it open.
 */
function townsApart(
  labels: readonly string[],
  heading: string,
  language: Language,
): { readonly codes: Readonly<Record<string, string>>; readonly open: readonly string[] } {
  const towns = perhapsTowns(labels, heading, language).flatMap((label) => {
    const match = places.lookup(label, language);
    const land = match.kind === 'exact' ? match.entry.country : null;
    return land ? [{ label, land }] : [];
  });
  const besideRegions = labels.some((label) => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'region';
  });
  return {
    codes: Object.fromEntries(towns.map(({ label, land }) => [label, `${land}.PLACE.${label}`])),
    open: towns.flatMap(({ label, land }) =>
      besideRegions || !ofTowns.test(heading) || provinceOf(label, language, land) !== null
        ? [label]
        : [],
    ),
  };
}

/** How places are to be read: the crosswalk they go to, the names beside keys, and whether bare names are those of towns. */
interface PlaceReading {
  readonly file?: string;
  readonly names?: ReadonlyMap<string, string> | null;
  readonly townsMeant?: boolean;
}

/** How a column of places is written down: codes, offices' keys, StatLine's names, countries, or a crosswalk. */
export function writePlace(
  labels: readonly string[],
  heading: string,
  language: Language,
  country: CountryGuess | null,
  { file = 'places.csv', names = null, townsMeant = false }: PlaceReading = {},
): CodeWriting {
  const towns =
    townsMeant && levelOf(heading) === null ? townsApart(labels, heading, language) : null;
  const apart = { ...levelsApart(labels), ...towns?.codes };
  const rest = labels.filter((label) => !Object.hasOwn(apart, label));
  const listed = placesWritten(rest, heading, language, country, { file, names });
  const writing =
    towns && towns.open.length > 0
      ? { ...listed, decide: [...listed.decide, whichTowns(towns.open)] }
      : listed;
  if (rest.length === labels.length) return writing;
  const count = labels.length - rest.length;
  const [crosswalk] = writing.crosswalks;
  const written = writing.written as { readonly to: string; readonly codes?: object };
  return {
    ...writing,
    found: writing.found + count,
    all: writing.all + count,
    ...(crosswalk
      ? {
          crosswalks: [
            {
              ...crosswalk,
              rows: labels.flatMap((from) => {
                const to = ownValue(apart, from);
                return to === undefined
                  ? crosswalk.rows.filter((row) => row.from === from)
                  : [
                      {
                        from,
                        to,
                        match: 'exact' as const,
                        note: null,
                        confidence: 0.9,
                        decide: false,
                      },
                    ];
              }),
            },
          ],
        }
      : { written: { list: 'places', ...written, codes: { ...written.codes, ...apart } } }),
  };
}

/** Keys of which a spreadsheet took the nought before them, with it. */
function withZero(
  { shape, width, lost, named, others }: LostZero,
  labels: readonly string[],
): CodeWriting {
  const among = amongKeys(others);
  const codes = Object.fromEntries(
    labels.flatMap((label) => {
      const code = ownValue(shape.codes ?? {}, label.trim().padStart(width, '0'));
      return code === undefined ? [] : [[label, code]];
    }),
  );
  const known = { ...codes, ...among.codes };
  const byRule = labels.some((label) => !Object.hasOwn(codes, label) && !others.includes(label));
  return {
    written: {
      to: 'place',
      ...(Object.keys(known).length > 0 && { codes: known }),
      ...(byRule && { pad: width, rules: shape.rules }),
      ...(among.listed.length > 0 && { list: 'places' }),
    },
    crosswalks: [],
    decide: among.unknown.length > 0 ? [whichPlaces(among.unknown)] : [],
    found: labels.length - among.unknown.length,
    all: labels.length,
    proven: true,
    why: inFour(
      '{lost} van de {all} {all:sleutel heeft|sleutels hebben} de nul vooraan verloren: met die nul zijn het {what}{named}',
      '{lost} {lost:clé|clés} sur {all} {lost:a|ont} perdu le zéro initial : avec lui, ce sont {what}{named}',
      '{lost} von {all} {all:Schlüssel|Schlüsseln} {lost:hat|haben} die führende Null verloren: mit ihr sind es {what}{named}',
      '{lost} of {all} {all:key|keys} lost the nought before {lost:it|them}: with it they are {what}{named}',
      {
        lost,
        all: labels.length,
        what: shape.name,
        named:
          named > 0
            ? inFour(
                ', zoals de namen ernaast zeggen',
                ', comme le disent les noms voisins',
                ', wie die Namen daneben sagen',
                ', as the names beside them say',
              )
            : '',
      },
    ),
  };
}

const whichTowns = (labels: readonly string[]): Text =>
  inFour(
    '{labels} {n:wordt|worden} als stad gelezen: is de provincie, de regio of de haven van die naam bedoeld?',
    '{labels} {n:est lu comme une ville|sont lus comme des villes} : est-ce la province, la région ou le port de ce nom ?',
    '{labels} {n:wird|werden} als Stadt gelesen: ist die Provinz, die Region oder der Hafen dieses Namens gemeint?',
    '{labels} {n:is read as a town|are read as towns}: is the province, the region or the port of that name meant?',
    { labels: quotedAll(labels, 4), n: labels.length },
  );

function placesWritten(
  labels: readonly string[],
  heading: string,
  language: Language,
  country: CountryGuess | null,
  { file, names }: Required<Pick<PlaceReading, 'file' | 'names'>>,
): CodeWriting {
  const codes = labels.every((label) => codeLists['places']?.has(label));
  if (codes && labels.length > 0) return writeCodes('place', 'places', labels, language, file);
  const alpha3 = alpha3Codes(labels);
  if (alpha3) return byAlpha3(alpha3, labels);
  if (holdsPoliceRegions(labels, heading)) return byPoliceRegion(labels, language, file);
  if (areBareDepartements(labels, country?.country ?? null))
    return {
      written: { to: 'place', pad: 2, rules: departements.rules },
      crosswalks: [],
      decide: [],
      found: labels.length,
      all: labels.length,
    };
  const land = country?.country ?? null;
  const zero = lostZero(labels, heading, land, names);
  if (zero !== null) return withZero(zero, labels);
  const shape = keyedShape(labels, land) ?? shapeFor(labels, heading, land);
  if (shape) return byShape(shape, heading, labels, country?.country ?? null);
  const countries = labels.filter(
    (label) => codeLists['countries']?.lookup(label, language).kind === 'exact',
  );
  if (countries.length === labels.length && labels.length > 0)
    return writeCodes('place', 'countries', labels, language, file);
  const many =
    labels.length > 60 &&
    (country?.country === 'NL' || labels.some((label) => statLine.test(label)));
  const areas =
    country?.country === 'NL' &&
    /gemeente|regio/iu.test(heading) &&
    asPorts(labels, language).length > 0;
  if (many || areas || labels.some((label) => statLine.test(label)))
    return byStatLine(labels, heading, language);
  if (labels.filter((label) => departementOf(label)).length > labels.length / 2)
    return byDepartement(labels, language, file);
  if (country !== null && ofArea.test(heading) && areKeys(labels))
    return {
      written: { to: 'place', rules: [{ match: '^(\\d+)$', to: `${country.country}.KEY.$1` }] },
      crosswalks: [],
      decide: [whichPlaces(labels)],
      found: labels.length,
      all: labels.length,
    };
  const level = levelOf(heading);
  // A police zone or a prosecutor's office is no town, whatever stands in its name.
  const isOffice = level === 'ZP' || level === 'PARKET';
  if (level !== null && (isOffice || asPorts(labels, language).length > 0))
    return byLevel(labels, heading, language, country?.country ?? null, file);
  const ofCountries = labels.filter((label) => {
    const [bare = ''] = label.split(/\s*\(/u, 1);
    return (
      countries.includes(label) || codeLists['countries']?.lookup(bare, language).kind === 'exact'
    );
  });
  const isOther = (label: string): boolean =>
    !ofCountries.includes(label) && places.lookup(label, language).kind === 'exact';
  // Beside ports and towns a part of a country is no sign of a table of countries.
  const abroad =
    countries.length > labels.length / 2 ||
    (ofCountries.length > labels.length / 2 && !labels.some(isOther));
  const list = abroad ? 'countries' : 'places';
  const listed = writeCodes('place', list, labels, language, file, null, ofPorts.test(heading));
  const writing = abroad
    ? amongCountries(listed, language)
    : ownPlaces(listed, country?.country ?? null);
  const ports = perhapsTowns(labels, heading, language);
  if (ports.length === 0) return writing;
  return {
    ...writing,
    factor: 0.9,
    decide: [
      ...writing.decide,
      inFour(
        '{labels} {n:wordt|worden} als haven gelezen, omdat de naam van een stad alleen hier haar haven is: zijn de steden of provincies bedoeld? Dan klopt ook een basis seized_in_port niet.',
        '{labels} {n:est lu comme un port|sont lus comme des ports}, puisque le seul nom d’une ville désigne ici son port : est-ce la ville ou la province ? Alors une basis seized_in_port ne vaut pas non plus.',
        '{labels} {n:wird|werden} als Hafen gelesen, da der bloße Name einer Stadt hier ihr Hafen ist: sind die Städte oder Provinzen gemeint? Dann stimmt auch eine basis seized_in_port nicht.',
        '{labels} {n:is read as a port|are read as ports}, since the bare name of a town is its port here: are the towns or provinces meant? Then a basis seized_in_port does not hold either.',
        { labels: quotedAll(ports, 4), n: ports.length },
      ),
    ],
  };
}

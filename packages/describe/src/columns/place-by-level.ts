import { foldText, inFour, type Language, places, quoted } from '@samenbeeld/schema';
import type { ProposedCrosswalk } from '../written.ts';
import { ownPlaces } from './own-places.ts';
import { propose } from './propose.ts';
import { type CodeWriting, questions, rowOf } from './write-codes.ts';

/** The regions of the Dutch police since 2013 (Politiewet 2012), as codes name them. */
const policeRegions = [
  'Noord-Nederland',
  'Oost-Nederland',
  'Midden-Nederland',
  'Noord-Holland',
  'Amsterdam',
  'Den Haag',
  'Rotterdam',
  'Zeeland-West-Brabant',
  'Oost-Brabant',
  'Limburg',
  'Landelijke Eenheid',
];

const letters = (text: string): string => foldText(text).replace(/[^a-z]/g, '');
const regionOf = new Map(policeRegions.map((name) => [letters(name), name]));
/** Regions that are the name of nothing else. */
const onlyPolice = new Set(
  ['Zeeland-West-Brabant', 'Oost-Brabant', 'Midden-Nederland'].map(letters),
);

const policeHeading =
  /politie-?\s?eenhe|politie-?\s?regio|regionale eenhe|police (?:unit|region)|r[eé]gions? de police|Polizeiregion|\(RE\)/iu;
const unitHeading = /^eenhe(?:id|den)$/iu;

/** A label without what says that it is a unit: "Politie-eenheid Rotterdam", "Rotterdam (RE)". */
function bareRegion(label: string): string {
  return label
    .replace(/\s*\(RE\)$/u, '')
    .replace(/^(?:(?:politie|regionale)[ -]?)?(?:eenheid|regio)\s+|^politie\s+|^RE\s+/iu, '')
    .trim();
}

const knownRegion = (label: string): string | undefined =>
  regionOf.get(letters(label)) ?? regionOf.get(letters(bareRegion(label)));

/** Whether a column holds the regions of the Dutch police, by its heading or by names that only they have. */
export function holdsPoliceRegions(labels: readonly string[], heading: string): boolean {
  const known = labels.filter((label) => knownRegion(label));
  if (labels.length === 0 || known.length < labels.length / 2) return false;
  if (policeHeading.test(heading) || unitHeading.test(heading.trim())) return true;
  return known.some((label) => onlyPolice.has(letters(bareRegion(label)))) && known.length >= 3;
}

type Row = ProposedCrosswalk['rows'][number];

function written(rows: readonly Row[], file: string): CodeWriting {
  const decide = questions(rows, 'places');
  const found = rows.filter(({ to }) => to !== null).length;
  const base = { decide, found, all: rows.length };
  if (rows.every((row) => row.to !== null && !row.decide) && rows.length <= 15)
    return {
      written: { to: 'place', codes: Object.fromEntries(rows.map(({ from, to }) => [from, to])) },
      crosswalks: [],
      ...base,
    };
  return {
    written: { to: 'place', crosswalk: file },
    crosswalks: [{ file, list: 'places', rows }],
    ...base,
  };
}

/** Police regions by name, the country beside them, and a question for anything else. */
export function byPoliceRegion(
  labels: readonly string[],
  language: Language,
  file: string,
): CodeWriting {
  const rows = labels.map((label): Row => {
    const region = knownRegion(label);
    if (region)
      return {
        from: label,
        to: `NL.RE.${region}`,
        match: 'exact',
        note: null,
        confidence: 0.95,
        decide: false,
      };
    const match = places.lookup(label, language);
    const country = match.kind === 'exact' && match.entry.kind === 'country';
    return {
      from: label,
      to: country ? match.entry.code : null,
      match: country ? 'exact' : 'none',
      note: country
        ? null
        : inFour(
            'geen eenheid van de Nederlandse politie',
            'pas une région de la police néerlandaise',
            'keine Region der niederländischen Polizei',
            'no region of the Dutch police',
          ),
      confidence: country ? 0.95 : 0.3,
      decide: !country,
    };
  });
  return { ...written(rows, file), proven: rows.every(({ decide }) => !decide) };
}

/** Headings that name a level of areas, and how a place of that level is called in a code of its own. */
const levels: readonly (readonly [heading: RegExp, kind: string, country: string | null])[] = [
  [/zones? de police|politiezone|polizeizone/iu, 'ZP', 'BE'],
  [/parket|parquet|staatsanwaltschaft/iu, 'PARKET', null],
  [/gemeente|communes?(?!\p{L})|gemeinde|municipalit/iu, 'GM', null],
  [/arrondissement|arrondissementen/iu, 'ARR', null],
  [/provinci?e|province/iu, 'PROV', null],
  [/d[eé]partement/iu, 'DEP', 'FR'],
  [/(?:land|stadt)?kreis(?!\p{L})|landkreise/iu, 'KRS', 'DE'],
  [/bundesl[aä]nd|^land$|^länder$/iu, 'LAND', null],
  [/regio|r[eé]gion/iu, 'REGION', null],
];

/** Kinds whose codes have a name in them by custom; the others name a place as one of its own. */
const named: ReadonlySet<string> = new Set(['NL GM', 'BE ZP', 'BE PARKET', 'NL PARKET']);

/** The level that a heading names, or null. */
export function levelOf(heading: string): string | null {
  return levels.find(([words]) => words.test(heading.trim()))?.[1] ?? null;
}

/** How a list names a province that shares its name with a town. */
const provinceNames = (label: string): readonly string[] => [
  label,
  `provincie ${label}`,
  `${label} (provincie)`,
  `${label} (province)`,
  `province of ${label}`,
  `Provinz ${label}`,
];

/** The one province of a name, in the country of the publisher where that is known; null where several have it. */
export function provinceOf(
  label: string,
  language: Language,
  country: string | null,
): string | null {
  for (const name of provinceNames(label)) {
    const match = places.lookup(name, language);
    const found =
      match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
    const [only, ...others] = found.filter(
      (place) => place.kind === 'region' && (country === null || place.country === country),
    );
    if (only && others.length === 0) return only.code;
  }
  return null;
}

/**
 * Places under a heading that names a level: a port, town or airport of the same name is not meant. A region of the list
 * with that name is; else the place is one of its own, which a person must confirm.
 */
export function byLevel(
  labels: readonly string[],
  heading: string,
  language: Language,
  country: string | null,
  file: string,
): CodeWriting {
  const [, kind = 'PLACE', own = null] = levels.find(([words]) => words.test(heading.trim())) ?? [];
  const proposals = propose(labels, 'places', { language, country });
  const rows = proposals.map((proposal): Row => {
    const { label, to, alternatives } = proposal;
    const province = kind === 'PROV' ? provinceOf(label, language, own ?? country) : null;
    if (province !== null)
      return {
        from: label,
        to: province,
        match: 'exact',
        note: null,
        confidence: 0.95,
        decide: false,
      };
    const site = to !== null && places.has(to) ? places.get(to) : null;
    if (!site || !['port', 'town', 'airport'].includes(site.kind) || label === site.code)
      return rowOf(proposal);
    const area = alternatives.find(
      (other) =>
        other.match === 'exact' && places.has(other.to) && places.get(other.to).kind === 'region',
    );
    const land = own ?? country ?? site.country ?? null;
    const code = named.has(`${land} ${kind}`) ? kind : 'PLACE';
    return {
      from: label,
      to: area?.to ?? (land === null ? null : `${land}.${code}.${label}`),
      match: area || land !== null ? 'exact' : 'none',
      note: inFour(
        '{heading} noemt een niveau van gebieden, dus {code} ({kind}) is niet bedoeld',
        '{heading} nomme un niveau de territoires, donc pas {code} ({kind})',
        '{heading} nennt eine Ebene von Gebieten, also ist {code} ({kind}) nicht gemeint',
        '{heading} names a level of areas, so {code} ({kind}) is not meant',
        { heading: quoted(heading), code: site.code, kind: site.kind },
      ),
      confidence: 0.6,
      decide: true,
    };
  });
  // Others of the level lie where those lie that are known.
  const lands = new Set(
    proposals.flatMap(({ to }) =>
      to !== null && places.has(to) ? (places.get(to).country ?? []) : [],
    ),
  );
  const [only = null, ...others] = lands;
  const land = own ?? country ?? (others.length === 0 ? only : null);
  return ownPlaces(written(rows, file), land, named.has(`${land} ${kind}`) ? kind : 'PLACE');
}

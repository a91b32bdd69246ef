import { codeLists, fields } from '@samenbeeld/ingest';
import {
  detectPersonalData,
  foldText,
  inFour,
  listedTexts,
  offences,
  ownValue,
  quoted,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { thresholds } from '../thresholds.ts';
import { figuresBeside } from './flags.ts';
import { isOfPost, registered } from './guess-basis.ts';
import { measureOf } from './measures.ts';
import { metricNamedFirst } from './metric-words.ts';
import { labelsOf } from './profile-column.ts';
import { propose } from './propose.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { unitBehind } from './write-codes.ts';

/** A word of a title that a code list knows. */
interface NamedCode {
  readonly text: string;
  readonly code: string;
  /** Whether it stands in a longer word ("Kokainfunde"). */
  readonly inside: boolean;
}

/** What is read of one line at most: more is no title. */
const read = 400;
/** Words that a name has at most; those of offences are whole sentences. */
const longest = 4;
const longestOffence = 12;
/** Letters that a name has at least, by the list that it is looked up in. */
const letters: Readonly<Record<string, number>> = { substances: 3, offences: 4, places: 4 };
/** Letters of a name that begins a longer word, and of what follows it. */
const begins = 5;
const follows = 3;

/** Whether words together are a drug that one of them alone is not. */
function isKindOfDrug(text: string, language: TableView['language']): boolean {
  const match = /\s/u.test(text) ? substances.lookup(text, language) : null;
  return match?.kind === 'exact' && 'parent' in match.entry;
}

function exact(list: string, text: string, view: TableView, codesToo: boolean): string | null {
  if (text.length < (ownValue(letters, list) ?? 3)) return null;
  // "Cannabis plants" are counted, and a drug of their own.
  const isDrug = list === 'substances' && isKindOfDrug(text, view.language);
  if (measureOf(text) !== null && !isDrug) return null;
  // "01/02" of a day is the number of no offence.
  if (!/\p{L}/u.test(text)) return null;
  if (list === 'places' && !/^(?:port d(?:[eu] |['’]))?\p{Lu}/u.test(text)) return null;
  if (ownValue(codeLists, list)?.has(text)) return codesToo ? text : null;
  const match = ownValue(codeLists, list)?.lookup(text, view.language);
  if (match?.kind === 'exact') return match.entry.code;
  const own = view.country?.country;
  const here =
    match?.kind === 'ambiguous' && own
      ? match.entries.filter(({ code }) => code.startsWith(own))
      : [];
  return here.length === 1 ? (here[0]?.code ?? null) : null;
}

const names = new Map<string, readonly (readonly [folded: string, code: string])[]>();

/** The names of a list that may begin a compound, longest first. */
function namesOf(list: string): readonly (readonly [string, string])[] {
  const known = names.get(list);
  if (known) return known;
  const found = [...(ownValue(codeLists, list) ?? [])]
    .flatMap(({ code, label, synonyms }) =>
      [...Object.values(label), ...synonyms].map((name) => [foldText(name), code] as const),
    )
    .filter(([name]) => name.length >= begins && !name.includes(' '))
    .sort(([a], [b]) => b.length - a.length);
  names.set(list, found);
  return found;
}

function compound(list: string, word: string): NamedCode | null {
  if (list === 'places' || word.length < begins + follows) return null;
  const folded = foldText(word);
  if (folded.length !== word.length) return null;
  const [name, code] =
    namesOf(list).find(
      ([each]) => folded.startsWith(each) && folded.length >= each.length + follows,
    ) ?? [];
  // The law of a drug is not of that drug alone.
  if (name && /^(?:wet|gesetz)/u.test(folded.slice(name.length))) return null;
  return name && code ? { text: word.slice(0, name.length), code, inside: true } : null;
}

/** What the words of a title name in a list, by its codes too where they stand beside names: the longest first, none twice. */
function named(
  line: string,
  list: string,
  view: TableView,
  codesToo = false,
): readonly NamedCode[] {
  // "d’héroïne" is the drug behind a word of two letters.
  const title = line.slice(0, read).replace(/(?<!\p{L})[dl]['’](?=\p{L})/giu, '  ');
  const words = [...title.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)];
  const found: NamedCode[] = [];
  const most = list === 'offences' ? longestOffence : longest;
  for (let at = 0; at < words.length; at += 1) {
    for (let size = Math.min(most, words.length - at); size > 0; size -= 1) {
      const last = words[at + size - 1];
      const from = words[at]?.index ?? 0;
      const to = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const text = title.slice(from, to);
      // A part of a longer number ("19.03.02.01") is no code.
      if (/\d\.$/u.test(title.slice(0, from)) || /^\.\d/u.test(title.slice(to))) continue;
      const code = exact(list, text, view, codesToo);
      const hit = code ? { text, code, inside: false } : size === 1 ? compound(list, text) : null;
      if (!hit) continue;
      if (!found.some((each) => each.code === hit.code)) found.push(hit);
      at += size - 1;
      break;
    }
  }
  return found;
}

/** What leaves out what is named behind it ("excl. cocaïne", "autres que le cannabis"). */
const leavesOut =
  /(?<!\p{L})(?:excl(?:\.|usief|uding|usive|usivement|u\p{L}*)|zonder|behalve|uitgezonderd|buiten|niet|without|except|other than|no[nt]|hors|sauf|sans|autres? qu(?:e|['’])|ohne|außer|ausgenommen|nicht|andere\p{L}*\s(?:\p{L}+\s)?(?:dan|als))(?!\p{L})/iu;

/** The drug of which a heading says its figures are, and what is left to ask of it. */
export interface DrugOfHeading {
  /** Null where a heading says only of which drug they are not. */
  readonly code: string | null;
  readonly decide: readonly Text[];
}

let anyDrug: RegExp | null = null;

/** Whether a text may name a drug at all: a table has up to thousands of headings, and few do. */
function mayNameDrug(text: string): boolean {
  anyDrug ??= new RegExp(
    [...substances]
      .flatMap(({ label, synonyms }) => [...Object.values(label), ...synonyms])
      .map(foldText)
      .filter(({ length }) => length >= (letters['substances'] ?? 0))
      .map(escaped)
      .join('|'),
    'u',
  );
  return anyDrug.test(foldText(text));
}

/** What joins names in a heading: "XTC/MDMA", "Ecstasy (MDMA)", "cocaïne et crack". */
const joins = /[/+&()[\]]|(?<!\p{L})(?:and|en|et|und|or|of|ou|oder)(?!\p{L})/iu;

/** Names of drugs that are words for something else, too ("Speed (km/h)", "Koks (t)", "Hash value"). */
const otherThings: ReadonlySet<string> = new Set(
  'speed hash weed koks coke ice crystal schnee sneeuw neige wit blanche charlie bruin smack gras herbe blüten shit dope pep pepp sulfaat résine caillou galette spice tina emma kristallen poes zegel pappe trip trips buvard buvards champignons truffels bonbons concentraat rita kat keta grondstoffen grundstoffe precursoren précurseurs velgenreiniger felgenreiniger'
    .split(' ')
    .map(foldText),
);
const ofDrugs =
  /drug|drog(?:e|ue)|stup[ée]fi|rauschgift|betäubungsmittel|verdovende|narcotic|(?<!\p{L})MDMA(?!\p{L})/iu;

const drugTables = new WeakMap<TableView['columns'], boolean>();

/** Whether a word of drugs that means nothing else stands in a table: in a heading, or as a column of drugs. */
function speaksOfDrugs(view: TableView): boolean {
  const known = drugTables.get(view.columns);
  if (known !== undefined) return known;
  const speaks = view.columns.some(
    ({ profile: { heading }, meanings: [top] }) =>
      ofDrugs.test(heading) ||
      (top?.concept === 'substance' && top.confidence > thresholds.meaningTells) ||
      (mayNameDrug(heading) &&
        named(heading.replaceAll('_', ' '), 'substances', view).some(
          ({ text }) => !otherThings.has(foldText(text)),
        )),
  );
  drugTables.set(view.columns, speaks);
  return speaks;
}

/** Whether a list writes a name so, and not only like it. */
function isWritten(name: string, { label, synonyms }: ReturnType<typeof substances.get>): boolean {
  return [...Object.values(label), ...synonyms].some(
    (each) => each.toLowerCase() === name.toLowerCase(),
  );
}

/**
 * The drug that a heading of figures names ("Gewicht cocaïne (kg)", "Kokain in kg", "Nombre de saisies – héroïne"): certain where the
 * list knows its name, asked where the heading names several or leaves one out, or where the name is a word for something else and nothing in the table speaks of drugs. Null where it names none.
 */
export function drugOfHeading(heading: string, view: TableView): DrugOfHeading | null {
  const text = heading
    .replace(/ #\d+$/u, '')
    .replaceAll('_', ' ')
    .trim();
  if (!mayNameDrug(text)) return null;
  const bare = unitBehind(text)?.name ?? text;
  const sides = bare.split(joins);
  const isJoined = sides.length > 1;
  const all = isJoined
    ? sides.flatMap((side) => named(side, 'substances', view, true))
    : named(text, 'substances', view);
  const whole = substances.lookup(bare, view.language);
  const entry =
    whole.kind === 'exact' && (!isJoined || isWritten(bare, whole.entry)) ? whole.entry : null;
  if (entry === null && all.length === 0) return null;
  const asked = (code: string | null): DrugOfHeading => ({
    code,
    decide: [
      inFour(
        'Van welk middel zijn de cijfers van {heading}{end}',
        'De quelle drogue sont les chiffres de {heading}{end}',
        'Von welchem Stoff sind die Zahlen von {heading}{end}',
        'Of which drug are the figures of {heading}{end}',
        {
          heading: quoted(heading),
          end:
            code === null
              ? inFour('?', ' ?', '?', '?')
              : inFour(
                  '? Tot dat is gezegd, {code}.',
                  ' ? {code} en attendant.',
                  '? Bis das gesagt ist, {code}.',
                  '? Until that is said, {code}.',
                  { code },
                ),
        },
      ),
    ],
  });
  const isElse = [...(entry ? [bare] : []), ...all.map((each) => each.text)].every((name) =>
    otherThings.has(foldText(name)),
  );
  const sure = (code: string): DrugOfHeading =>
    isElse && !speaksOfDrugs(view) ? asked(code) : { code, decide: [] };
  if (entry) return sure(entry.code);
  const out = leavesOut.exec(text);
  const told = out ? all.filter((each) => text.indexOf(each.text) < out.index) : all;
  const codes = [...new Set(told.map(({ code }) => code))];
  const [code = null] = codes;
  if (out) return asked(codes.length === 1 ? code : null);
  if (codes.length === 1 && code !== null) {
    // "Cannabis (toppen)" is a kind of the drug that a word of it names.
    const [proposed] = propose([bare], 'substances', { language: view.language });
    return proposed?.to?.startsWith(`${code}_`) ? asked(proposed.to) : sure(code);
  }
  // "XTC/MDMA": one is the other in a form of its own.
  const [root = ''] = [...codes].sort((one, other) => one.length - other.length);
  const isFamily = codes.every((each) => each === root || each.startsWith(`${root}_`));
  return asked(isFamily ? root : 'DRUG_UNSPEC');
}

const lists: readonly (readonly [field: string, list: string, ofWhich: Text])[] = [
  [
    'substance',
    'substances',
    inFour('van welk middel', 'de quelle drogue', 'von welchem Stoff', 'of which drug'),
  ],
  [
    'offence',
    'offences',
    inFour('van welk misdrijf', 'de quelle infraction', 'von welcher Straftat', 'of which offence'),
  ],
  [
    'place',
    'places',
    inFour('van welke plaats', 'de quel lieu', 'von welchem Ort', 'of which place'),
  ],
];

const withCapitals = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase());

const narrowing =
  /(?<![\p{L}])(?:alleen|uitsluitend|enkel|exclusief|excl\.|zonder|behalve|met uitzondering van|meer dan|vanaf|boven|minderjarige\p{L}*|only|excluding|except|without|more than|over|above|minors?|uniquement|seulement|hors|sauf|sans|à l['’]exception|plus de|mineurs?|nur|ausschlie(?:ß|ss)lich|ohne|außer|mehr als|ab|über|minderjährige\p{L}*)\s+[^,;()]+/iu;
const means =
  /(?<![\p{L}])(?:in|per|via|par|dans des|dans les|im|by)\s+(?:de\s+|the\s+|den\s+)?(?:(?:zee)?containers?|conteneurs?|containern|post(?:pakketten|zendingen|sendungen|verkehr|verkeer)?(?:-? (?:en|und|and|et) (?:koerier|kurier|courier|express|pa[kc]+et|parcel)\p{L}*)?|colis(?: postaux)?|parcels?|mail|paketen|luchtvracht|air freight|fret aérien|luftfracht)(?![\p{L}])/iu;
const persons =
  /(?<![\p{L}])(?:(?:mannelijke|vrouwelijke|männliche|weibliche|nichtdeutsche|niet-nederlandse|male|female|foreign)\s+\p{L}+|\p{L}+\s+(?:masculins|féminins|étrangers|étrangères))/iu;
/** What one may do with drugs against the law, by the short words that head or begin each kind under a title that says the rest. */
const dealings =
  /^(?:(?:het |de |la |le |l['’]|unerlaubte[rns]? |illegale[rns]? |unlawful |illicit |overige? |andere |autres? |sonstige[rns]? |other )?(?:handel|bezit|gebruik|invoer|uitvoer|in-? en uitvoer|teelt|productie|fabricatie|vervaardiging|vervoer|trafic|usage|d[ée]tention|importation|exportation|import|export|culture|fabrication|cession|transport|besitz|erwerb|einfuhr|ausfuhr|anbau|herstellung|abgabe|schmuggel|konsum|use|possession|supply|trafficking|cultivation|production|manufacture|purchase)(?![\p{L}])[^.!?]{0,40}|(?:other|autres?|overige|andere|sonstige[rns]?)(?: offences)?)$/iu;

/** Whether a label or heading says what one may do, and not with what. */
export const isDealing = (label: string): boolean => dealings.test(label.trim());

/** Whether labels or headings are what one may do with drugs against the law: two of them at least. */
export function areDealings(labels: readonly string[]): boolean {
  return labels.length > 1 && labels.every(isDealing);
}

/** Offences against the laws on drugs, of which no field is for all: precursors stand under other acts. */
const drugLaw =
  /(?<!\p{L})(?:opiumwet\p{L}*|drugs?(?:feiten|misdrijven|delicten|zaken|criminaliteit)|(?:affaires?|infractions?|délits?|faits?)\s+(?:de|en matière de|liée?s? aux)\s+stup[ée]fiants|(?:rauschgift|betäubungsmittel|drogen)(?:delikte|kriminalität|straftaten))(?!\p{L})/iu;
/** Any word of drugs, also within a longer one. */
const drugWord =
  /(?<!\p{L})(?:drugs?|drogen?|drogues?|stup[ée]fiants?|rauschgift\p{L}*|betäubungsmittel\p{L}*|narcotics?|verdovende middelen)(?!\p{L})/iu;
/** Of those words, the ones that speak also of what is done to pay for drugs. */
const wider = /kriminalität|criminaliteit/iu;
const drugOffences = 'ICCS0601';

/** Whether all kinds of offences in a table are against the laws on drugs, as a title says that names no other and narrows nothing. */
function areOfDrugLaw(title: string, { columns, language }: TableView): boolean {
  const [law = ''] = drugLaw.exec(title) ?? [];
  if (law === '' || wider.test(law)) return false;
  if ([leavesOut, narrowing, besideDrug].some((words) => words.test(title))) return false;
  const kinds = columns.flatMap(({ profile, meanings: [top] }) =>
    top?.concept === 'offence' || top?.concept === 'offenceKey' ? labelsOf(profile) : [],
  );
  return (
    kinds.length > 0 &&
    kinds.every((label) => {
      const match = offences.lookup(label, language);
      return match.kind !== 'exact' || match.entry.code.startsWith(drugOffences);
    })
  );
}

const otherwise = /contraire|otherwise|anders (?:vermeld|aangegeven|angegeben)|nicht anders/iu;

/** Words of what is measured of a drug, as they begin. */
const ofDrug =
  '(?:(?:in ?)?beslag|onderschep|vangst|saisie?|sichergestell|siche?rstell|beschlagnahm|seiz|intercept|quantit|hoeveelhe|menge|prijs|prijzen|prix|preis|price|purity|pureté|zuiverhe|reinheit)';
const drugBehind = new RegExp(
  String.raw`(?<!\p{L})(?:\p{L}*${ofDrug}\p{L}*|kg|kilos?) (?:(?:of|de|du|d['’]|la|le|van|von|an|in beslag genomen|genomen|in) ?){0,2}$`,
  'iu',
);
const drugBefore = new RegExp(
  String.raw`^(?:[- ]?${ofDrug}|funde(?!\p{L})|vangsten(?!\p{L})| (?:in beslag genomen|onderschepte?|saisie?s?|seized)(?!\p{L}))`,
  'iu',
);
/** Words beside which a drug is one of several, or what something else was found with. */
const besideDrug =
  /(?<!\p{L})(?:others?|autres?|andere[nrs]?|overige|sonstige\p{L}*|incl\p{L}*|inbegrepen|dont|davon|waarvan|of which|especially|notably|mainly|vooral|surtout|notamment|and|et|und|or|ou|oder|of(?= andere))(?!\p{L})/iu;
/** The Dutch word for and, which in French stands before a unit or a country. */
const dutchAnd = /(?<!\p{L})en(?= \p{L}+(?:$|[,;]))/iu;
/** By whom: several services do not make several drugs. */
const byWhom = /(?<!\p{L})(?:par|by|door|durch)\s[^,;()]*/giu;

/** Behind what a title names: nothing, its unit, an edition, or by what and where it is told. */
const plainlyBehind =
  /^(?:\P{L}*\((?:in |en )?\p{L}{1,12}\))?(?:\P{L}*$|[\s,]+(?:(?:19|20)\d\d\s+)?(?:(?:zee|lucht)?havens?|(?:see|flug)?h[aä]fen|(?:air)?ports?|by|per|par|naar|nach|je|pro|in|en|im|dans|pour|for|voor|wegens?|at|from|since|to|of|van|von|de|du|des|à|au|aux|bei|bij|op|durch|door|seized|saisie?s?|intercept\p{L}*|onderschep\p{L}*|sichergestell\p{L}*|beschlagnahm\p{L}*|genomen)(?!\p{L}))/iu;

/** Whether a title says no more of what it names than where and by what it is told, so that nothing narrows or changes it. */
export function goesOnPlainly(behind: string): boolean {
  return plainlyBehind.test(behind);
}

/** Whether a title says that one drug is what was seized or priced, of all its figures ("Quantities of cocaine seized (kg)"). */
function measuresDrug(title: string, { text }: NamedCode, { language }: TableView): boolean {
  const at = title.indexOf(text);
  const beside = language === 'fr' ? [besideDrug] : [besideDrug, dutchAnd];
  if (at < 0 || [leavesOut, narrowing].some((words) => words.test(title))) return false;
  const drugs = title.replaceAll(byWhom, ' ');
  if (beside.some((words) => words.test(drugs))) return false;
  const behind = title.slice(at + text.length);
  const [measured = ''] = drugBefore.exec(behind) ?? [];
  const rest = behind.slice(measured.length).replace(/^\p{L}+/u, '');
  return measured === ''
    ? drugBehind.test(title.slice(0, at)) && goesOnPlainly(behind)
    : goesOnPlainly(rest);
}

/** Words beside which a port is one of several, or where goods came from or went. */
const besidePort =
  /(?<!\p{L})(?:incl\p{L}*|inbegrepen|dont|davon|waarvan|waaronder|zoals|such as|of which|especially|notably|mainly|vooral|surtout|notamment|uit|vanuit|via|naar|richting|bestemming|herkomst|aus|über|nach|darunter|from|to|through|towards|depuis|vers|destination|provenance|origine|destin[ée]e?s?|bestemd|bestimmt)(?!\p{L})/iu;
const portBehind = /(?:haven|hafen|port)(?: (?:van|von|of|de|du))? (?:d['’]|l['’])?$|port d['’]$/iu;
const portBefore = /^(?:er|se)? ?(?:zee|see)?(?:haven|hafen)(?!\p{L})/iu;

/** Whether a title says of one port that all its figures are of it ("Inbeslagnames cocaïne in de haven van Antwerpen"). */
function isOfPort(title: string, { text }: NamedCode): boolean {
  const at = title.indexOf(text);
  if (at < 0 || [leavesOut, narrowing, besidePort].some((words) => words.test(title))) return false;
  const [before, behind] = [title.slice(0, at), title.slice(at + text.length)];
  if (/^[^\p{L}:;,.]*(?:[&+/]|(?:en|et|und|and|of|ou|oder|or)(?!\p{L}))/iu.test(behind))
    return false;
  return (
    /^port |(?:haven|hafen)$/iu.test(text) || portBehind.test(before) || portBefore.test(behind)
  );
}

const isOfPlace = (title: string, named: NamedCode): boolean =>
  (named.code.length === 2 && title.trim() === named.text) ||
  isOfPort(title, named) ||
  isOfRegion(title, named);

/** An office of a region, before its name. */
const regionBehind =
  /(?<!\p{L})(?:Landeskriminalamt|LKA|Landespolizei|Polizei|Landesamt für Verfassungsschutz|Innenministerium)\s+$/u;

/** Whether a title says of one region that all its figures are of it: it is that of the office. */
function isOfRegion(title: string, { text }: NamedCode): boolean {
  const at = title.indexOf(text);
  if (at < 0 || [leavesOut, narrowing, besidePort].some((words) => words.test(title))) return false;
  return regionBehind.test(title.slice(0, at)) && goesOnPlainly(title.slice(at + text.length));
}

/** What the columns of a table may hold that tells neither drugs nor places apart, and what tells only the others apart. */
const tellsNeither: readonly Concept[] = ['period', 'periodPart', 'date', 'unit', 'flag'];
const tellsOnly: Readonly<Record<string, ReadonlySet<Concept>>> = {
  place: new Set([...tellsNeither, 'substance', 'substanceGroup', 'offence', 'offenceKey']),
  substance: new Set([...tellsNeither, 'place', 'country', 'adminArea', 'placeLevel', 'agencies']),
};

/** Whether each column with words is known to hold what tells none apart of what a field holds. */
function tellsNone({ columns }: TableView, field: string): boolean {
  const other = ownValue(tellsOnly, field);
  return columns.every(
    ({ profile, meanings: [top] }, _, all) =>
      figuresBeside({ profile }, all) !== undefined ||
      (profile.words === 0 && !(field === 'place' && top?.concept === 'place')) ||
      (top !== undefined &&
        other?.has(top.concept) === true &&
        Math.max(top.confidence, top.heading?.score ?? 0) > thresholds.meaningTells),
  );
}

/** Letters of a name that stand for as many other things. */
const abbreviation = 4;

/** Whether a heading says that offences or cases are counted below it. */
const countsOffences = ({ columns }: TableView): boolean =>
  columns.some(({ profile }) => measureOf(profile.heading)?.set['metric'] === 'offences');

/**
 * What the words of a title narrow figures to where no column says it: a drug, an offence, a place ("Inbeslagnames cocaïne (kg) per
 * haven"), read from the title of each file and a question unless it says of one drug that all was seized or priced, or of one port that all is of it; words that narrow without a field ("alleen …"), and
 * several names for one field, are kept as a note, unless headings tell some of the figures apart (`toldInPart`).
 */
export function titleWords(
  titles: readonly string[],
  elsewhere: readonly string[],
  view: TableView,
  lacks: (field: string) => boolean,
  toldInPart: (field: string) => boolean,
): Readonly<Record<string, ConstantGuess>> {
  const found: Record<string, ConstantGuess> = {};
  const note = (text: string, reason: Text): void => {
    if (found['note'] || !lacks('note')) return;
    if (detectPersonalData(text, { column: 'free-text' }).length > 0) return;
    found['note'] = { value: text, confidence: 0.5, reason, alternatives: [] };
  };
  const ofOffences = registered.has(metricNamedFirst(titles.join('\n')) ?? '');
  for (const [field, list, ofWhich] of lists) {
    const own = ownValue(fields[view.record], field) && lacks(field);
    if (!own || (field === 'offence' && !lacks('nationalCode'))) continue;
    const lines = titles.map((title) => named(title, list, view));
    // Of a line of drugs and another of one drug the particular is meant.
    const isGeneral = (found: readonly NamedCode[]): boolean =>
      found.every(({ code }) => code === 'DRUG_UNSPEC');
    const inTitle = lines.every(isGeneral)
      ? lines.flat()
      : lines.filter((found) => !isGeneral(found)).flat();
    // Names of files are written small.
    const all =
      inTitle.length > 0
        ? inTitle
        : elsewhere.flatMap((text) =>
            named(list === 'places' ? withCapitals(text) : text, list, view),
          );
    const codes = new Set(all.map(({ code }) => code));
    const [first] = all;
    // A name of a file that says only "drugs" narrows no offences, nor do a few letters of it ("pmk") that nothing else takes up.
    const isWord = inTitle.length === 0 && first?.code === 'DRUG_UNSPEC';
    const isShort =
      inTitle.length === 0 &&
      field === 'substance' &&
      (first?.text.length ?? 0) <= abbreviation &&
      countsOffences(view) &&
      !speaksOfDrugs(view);
    if (!first || (isWord && ofOffences) || isShort) continue;
    const words = listedTexts([...new Set(all.map(({ text }) => text))].map(quoted));
    const place =
      inTitle.length > 0
        ? inFour('de titel', 'le titre', 'der Titel', 'the title')
        : inFour(
            'de naam van het blad of het bestand',
            'le nom de la feuille ou du fichier',
            'der Name des Blatts oder der Datei',
            'the name of the sheet or the file',
          );
    if (codes.size > 1) {
      if (toldInPart(field)) continue;
      note(
        [...new Set(all.map(({ text }) => text))].join(', '),
        inFour(
          '{place} noemt {words}, en geen kolom onderscheidt ze: {ofWhich} zijn de cijfers? Als opmerking bewaard tot het is beslist',
          '{place} nomme {words}, et aucune colonne ne les distingue : {ofWhich} sont les chiffres ? Gardé comme note jusqu’à décision',
          '{place} nennt {words}, und keine Spalte unterscheidet sie: {ofWhich} sind die Zahlen? Als Vermerk behalten, bis es entschieden ist',
          '{place} names {words}, and no column tells them apart: {ofWhich} are the figures? Kept as a note until it is decided',
          { place, words, ofWhich },
        ),
      );
      continue;
    }
    if (field === 'place' && view.country?.country === first.code) continue;
    const entry = ownValue(codeLists, list)?.lookup(first.code);
    const label = entry?.kind === 'exact' ? entry.entry.label : first.code;
    const edge = first.inside ? '' : '(?:[^\\p{L}\\p{M}]|$)';
    const saysAll = field === 'substance' ? measuresDrug : field === 'place' ? isOfPlace : null;
    const isOfAll =
      saysAll !== null &&
      titles.some((title) => saysAll(title, first, view)) &&
      tellsNone(view, field);
    found[field] = {
      value: first.code,
      confidence: isOfAll ? 0.88 : 0.7,
      reason: inFour(
        `{place} zegt {words} ({code} is {label}), en geen kolom bevat het${isOfAll ? '' : ': geldt het voor elk cijfer?'}`,
        `{place} dit {words} ({code} : {label}), et aucune colonne ne le contient${isOfAll ? '' : ' : cela vaut-il pour chaque chiffre ?'}`,
        `{place} sagt {words} ({code} ist {label}), und keine Spalte enthält es${isOfAll ? '' : ': gilt es für jede Zahl?'}`,
        `{place} says {words} ({code} is {label}), and no column holds it${isOfAll ? '' : ': does it hold for every figure?'}`,
        { place, words, code: first.code, label },
      ),
      alternatives: [],
      ...(inTitle.length > 0 && {
        written: {
          fromTitle: `(?:^|[^\\p{L}\\p{M}])(${escaped(first.text)})${edge}`,
          codes: { [first.text]: first.code },
        },
      }),
    };
  }
  const [law] = titles.filter((title) => areOfDrugLaw(title, view));
  if (
    law !== undefined &&
    view.record === 'observation' &&
    lacks('offence') &&
    lacks('substance') &&
    !lacks('nationalCode')
  )
    found['offence'] = {
      value: drugOffences,
      confidence: 0.88,
      reason: inFour(
        'de titel zegt {law}, en de soorten zijn daarvan',
        'le titre dit {law}, et les genres en font partie',
        'der Titel sagt {law}, und die Arten gehören dazu',
        'the title says {law}, and the kinds are of it',
        { law: quoted(drugLaw.exec(law)?.[0] ?? '') },
      ),
      alternatives: [],
    };
  const isTold =
    !lacks('offence') ||
    !lacks('substance') ||
    found['offence'] !== undefined ||
    found['substance'] !== undefined ||
    view.columns.some(({ profile, meanings: [top] }) => {
      const labels = labelsOf(profile);
      const own = labels.filter((label) => ofDrugs.test(label)).length;
      // Among places they are set in below some of them, and tell nothing of the others.
      return top?.concept === 'place' ? own * 2 > labels.length : own > 0;
    });
  // Beside a word for offences any word of drugs narrows them ("feiten drugs"), unless the kinds say it in their headings.
  const isNarrowed =
    ofOffences &&
    !isTold &&
    !titles.some((title) => drugLaw.test(title)) &&
    (lacks('nationalCode') ||
      !view.columns.some(({ profile: { heading } }) => ofDrugs.test(heading)));
  const patterns = [
    narrowing,
    means,
    persons,
    ...(isTold ? [] : [drugLaw]),
    ...(isNarrowed ? [drugWord] : []),
  ];
  for (const line of titles) {
    const title = line.slice(0, read);
    // What a basis holds is no note.
    const words = patterns
      .filter((pattern) => pattern !== means || ofOffences || !isOfPost(title, view))
      .flatMap((pattern) => pattern.exec(title)?.[0].trim() ?? [])
      .filter((part) => !otherwise.test(part))
      .join('; ');
    if (words)
      note(
        words,
        inFour(
          'de titel zegt {words}, wat geen veld zo kan bevatten: de cijfers zijn alleen van dit deel; als opmerking bewaard tot het is beslist',
          'le titre dit {words}, ce qu’aucun champ ne contient tel quel : les chiffres ne portent que sur cette partie ; gardé comme note jusqu’à décision',
          'der Titel sagt {words}, was kein Feld so enthält: Die Zahlen gelten nur für diesen Teil; als Vermerk behalten, bis es entschieden ist',
          'the title says {words}, which no field holds as it stands: the figures are only of this part; kept as a note until it is decided',
          { words: quoted(words) },
        ),
      );
  }
  return found;
}

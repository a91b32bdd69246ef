import { headingsOf, legendOf, type SourceDescription } from '@samenbeeld/ingest';
import type { FileFormat, ReadTable } from '@samenbeeld/read';
import { inFour, joinWith, type Language, languages, quoted, type Text } from '@samenbeeld/schema';
import {
  type Column,
  columnIn,
  columnOf,
  conclusionOf,
  type Evidence,
  gain,
  reading,
  type TableGuess,
  type TableRecord,
} from '../column.ts';
import type { Guess } from '../guess.ts';
import { alike } from '../quoted.ts';
import { tableSums } from '../relations/table-sums.ts';
import { provisionalByLine, scaledByLine } from '../settle/asked-by-line.ts';
import { oneOfAMeaning } from '../settle/one-holder.ts';
import { drugsOfHeadings, massBasisTold, metricOfUnits } from '../settle/set-once.ts';
import { settleTable } from '../settle/settle.ts';
import { thresholds } from '../thresholds.ts';
import { isFigureField } from '../written.ts';
import { kindsOfTotals } from './breakdowns.ts';
import { keepCells } from './companions.ts';
import { contentEvidence } from './content-evidence.ts';
import { inOwnHeadings, withoutCounters } from './counters.ts';
import { seizing } from './guess-basis.ts';
import { guessColumn } from './guess-column.ts';
import { guessConstants } from './guess-constants.ts';
import { countryOfTable } from './guess-country.ts';
import { guessFolds } from './guess-folds.ts';
import { guessRecord } from './guess-record.ts';
import { charGuess, markGuess } from './habits-of-table.ts';
import { knownHeadings } from './known-headings.ts';
import { measureOf } from './measures.ts';
import { metricNamedFirst } from './metric-words.ts';
import { keptBack } from './missing-marks.ts';
import { openMark, tableHabit } from './number-habit.ts';
import { ofPorts, placeShapes } from './place-shapes.ts';
import { type ColumnProfile, labelsOf, profileColumn, wordedFigure } from './profile-column.ts';
import { notedCountry, notedPublishers } from './publisher-notation.ts';
import { readHeading } from './read-heading.ts';
import type { TableView } from './table-view.ts';
import { yearsIn } from './time-shape.ts';
import { titleUnit } from './title-unit.ts';
import { drugOfHeading } from './title-words.ts';
import { toldByNames } from './told-by-names.ts';
import { namesOtherSubject } from './uncounted.ts';
import { currenciesIn, currencyNamed } from './unit-words.ts';
import type { Concept } from './vocabulary.ts';
import { weigh } from './weigh.ts';
import { asTimes } from './write-time.ts';
import { counting, mostlyBroken } from './write-value.ts';

/** Words that are frequent in one of the four languages and absent, or rare, in the others. */
const words: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:het|een|van|naar|soort|aantal|jaar|perioden|onderwerp|misdrijven|geregistreerde|haven|gemeente|regio's|drugs?handel|diefstal|eenheid|dienst|hoeveelheid|bron|land|middel|waarde|inbeslagname|zaaknummer|toelichting|woonplaats|mannen|vrouwen|overig|nederland|totaal|type|datum|vervoer|onbekend)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|la|les|des|du|et|par|ann[eé]e|unit[eé]|nombre|faits|classe|libell[eé]|d[eé]partement|r[eé]gion|saisies?|lieu|produit|quantit[eé]|stup[eé]fiants?|vols?|indicateur|source|taux|autres|homicides?|contre|service|inconnu|infractions?|mois|d[eé]clarations?|montant|dossiers|transmis|type|total)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|des|und|von|mit|land|jahr|anzahl|f[aä]lle|faelle|straftat(?:en)?|schl(?:ü|ue)ssel|tatverd[aä]chtige|tatverdaechtige|bundesl(?:and|änder)|bevölkerung\p{L}*|stichtag|tabelle|menge|einheit|dienststelle|insgesamt|betrug|diebstahl|rauschgift\p{L}*|stoff|fund|quelle|unbekannt|erfasste|nach|einschl)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|of|and|by|with|from|reports?|submitted|recorded|estimated|change|year|country|drug|drugs|value|amount|unit|date|seized|seizures?|number|measurement|kilograms|offences?|time|total|other|region|subregion|quantity|source|period|place|flag|count|name|type|including)(?!\p{L})/giu,
};

/** Words that tell the language of a short file, in which none of the others stands. */
const shortFileWords: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:provincies?|bevolking|inwoners|gemeenten?|plaats|kwartaal|maand|vangsten|gewicht|januari|februari|maart|mei|augustus|op|per|aan)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:habitants|communes?|ville|trimestre|poids|janvier|f[ée]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|au|aux|en|sur|par)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:bev[öo]lkerung|einwohner|schul(?:en|jahr)|teilnehmende|kreise?|gemeinden?|ort|quartal|monat|aufgriffe|gewicht|januar|februar|märz|dezember|am|im|je)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:inhabitants|municipalit(?:y|ies)|count(?:y|ies)|town|quarter|month|weight|january|february|march|april|june|july|august|october|december|at|on|per|as)(?!\p{L})/giu,
};

/** How much of a file speaks one language where none of its words is frequent: headings that only that language has, and words of headings and titles. */
function scoreOfShort(
  headings: readonly string[],
  titles: readonly string[],
  language: Language,
): number {
  const termed = headings.slice(0, thresholds.labelsTried).filter((heading) => {
    const [top] = readHeading([heading], language);
    return top?.language === language && top.score >= thresholds.headingTells;
  }).length;
  const text = [...headings, ...titles].join(' ');
  return (
    termed +
    new Set([...text.matchAll(shortFileWords[language])].map(([word]) => word.toLowerCase())).size
  );
}

/** Most words before figures that count. */
const mostMarkers = 4;

/** Words with figures ("plus de 300") that only one of the languages has, by language. */
function markersOf(labels: readonly string[]): ReadonlyMap<Language, number> {
  const found = new Map<Language, Set<string>>();
  for (const label of labels) {
    const meant = languages.filter((language) => wordedFigure(label, language)?.wordingPrinted);
    const [only, ...others] = meant;
    if (only === undefined || others.length > 0) continue;
    const own = found.get(only) ?? new Set<string>();
    found.set(only, own.add(label.replace(/[\d.,\s]+/gu, ' ').toLowerCase()));
  }
  return new Map([...found].map(([language, own]) => [language, Math.min(mostMarkers, own.size)]));
}

const languageNames: Readonly<Record<Language, Text>> = {
  nl: inFour('Nederlands', 'néerlandais', 'Niederländisch', 'Dutch'),
  fr: inFour('Frans', 'français', 'Französisch', 'French'),
  de: inFour('Duits', 'allemand', 'Deutsch', 'German'),
  en: inFour('Engels', 'anglais', 'Englisch', 'English'),
};

type Scored = { readonly language: Language; readonly score: number };

/** Languages by their words, most first; where one word of a heading ("land", "type") would decide, by all that headings and titles say. */
function byFewWords(
  scores: readonly Scored[],
  headings: readonly string[],
  titles: readonly string[],
): readonly Scored[] {
  const most = scores[0]?.score ?? 0;
  const whole = ({ language, score }: Scored): number =>
    score > 0 && score >= most - 3 ? score + scoreOfShort(headings, titles, language) : score;
  return scores.length > 1 && most > 0
    ? scores.toSorted((one, other) => whole(other) - whole(one))
    : scores;
}

/** The language of headings, titles and labels; headings, and words before figures, count three times. */
function guessLanguage(
  headings: readonly string[],
  titles: readonly string[],
  labels: readonly string[],
): Guess<Language> {
  const spaced = (texts: readonly string[]): string =>
    texts
      .join(' ')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_.\d]+/g, ' ');
  const weights: readonly (readonly [string, number])[] = [
    [spaced(headings), 3],
    [spaced(titles), 2],
    [spaced(labels), 1],
  ];
  const markers = markersOf(labels);
  const scores = languages
    .map((language) => ({
      language,
      score: weights.reduce(
        (sum, [text, weight]) =>
          sum +
          weight *
            Math.min(
              12,
              new Set([...text.matchAll(words[language])].map(([word]) => word.toLowerCase())).size,
            ),
        3 * (markers.get(language) ?? 0),
      ),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = byFewWords(scores, headings, titles);
  const all = scores.reduce((sum, { score }) => sum + score, 0);
  if (!first || first.score === 0) {
    const [likely, next] = languages
      .map((language) => ({ language, score: scoreOfShort(headings, titles, language) }))
      .sort((a, b) => b.score - a.score);
    if (likely && likely.score > (next?.score ?? 0))
      return {
        value: likely.language,
        confidence: likely.score - (next?.score ?? 0) > 1 ? 0.7 : 0.6,
        reason: inFour(
          'de koppen en de titel zijn in het {language}',
          'les en-têtes et le titre sont en {language}',
          'Überschriften und Titel sind auf {language}',
          'headings and title are in {language}',
          { language: languageNames[likely.language] },
        ),
        alternatives: [],
      };
    return {
      value: 'en',
      confidence: 0.3,
      reason: inFour(
        'er is geen woord van een van de vier talen gevonden',
        'aucun mot d’une des quatre langues n’a été trouvé',
        'es wurde kein Wort einer der vier Sprachen gefunden',
        'no word of any of the four languages was found',
      ),
      alternatives: [],
    };
  }
  const lead = (first.score - (second?.score ?? 0)) / all;
  return {
    value: first.language,
    confidence:
      Math.round(Math.min(0.97, 0.5 + 0.55 * lead + Math.min(0.1, first.score / 100)) * 100) / 100,
    reason: inFour(
      'woorden van koppen, titel en labels: {scores}',
      'mots des en-têtes, du titre et des libellés : {scores}',
      'Wörter von Überschriften, Titel und Bezeichnungen: {scores}',
      'words of headings, title and labels: {scores}',
      {
        scores: joinWith(
          scores
            .filter(({ score }) => score > 0)
            .map(({ language, score }) =>
              joinWith([languageNames[language], alike(String(score))], ' '),
            ),
          ', ',
        ),
      },
    ),
    alternatives: scores
      .slice(1)
      .filter(({ score }) => score > 0)
      .map(({ language, score }) => ({
        value: language,
        confidence: Math.round((0.9 * score * 100) / all) / 100,
        reason: inFour(
          'woorden van het {language}',
          'mots en {language}',
          'Wörter: {language}',
          'words of {language}',
          { language: languageNames[language] },
        ),
      })),
  };
}

/** Columns in the order of the file's columns. */
function inOrder(columns: readonly Column[], headings: readonly string[]): readonly Column[] {
  const place = new Map(headings.map((heading, at) => [heading, at]));
  const at = ({ headings: [first = ''] }: Column): number => place.get(first) ?? 0;
  return [...columns].sort((a, b) => at(a) - at(b));
}

/** A column beyond those that are looked at. */
function notLookedAt(letter: string, heading: string): Column {
  return {
    kind: 'column',
    headings: [heading],
    letters: [letter],
    evidence: [],
    entries: [
      reading({
        reason: inFour(
          'niet bekeken: de tabel heeft meer dan {most} kolommen',
          'non examinée : le tableau a plus de {most} colonnes',
          'nicht angesehen: die Tabelle hat mehr als {most} Spalten',
          'not looked at: the table has more than {most} columns',
          { most: thresholds.columnsLooked },
        ),
        decide: [
          inFour(
            'Wat is {heading}? Alleen de eerste {most} kolommen zijn bekeken.',
            'Qu’est-ce que {heading} ? Seules les {most} premières colonnes ont été examinées.',
            'Was ist {heading}? Nur die ersten {most} Spalten wurden angesehen.',
            'What is {heading}? Only the first {most} columns were looked at.',
            { heading: quoted(heading), most: thresholds.columnsLooked },
          ),
        ],
      }),
    ],
  };
}

/** What surrounds a table, and what is known of others like it. */
export interface TableHints {
  /** The file's name without folders. */
  readonly file: string;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
  /** Descriptions at hand: a heading that one of them knows is evidence. */
  readonly known?: readonly SourceDescription[];
  /** The format that the file is in, where it is known. */
  readonly format?: FileFormat;
}

const percentMark =
  /^\P{L}*(?:(?:in|en)\s+)?(?:%|percent(?:ages?)?|procent(?:en)?|prozent|pour ?cent|pourcentages?)\P{L}*$/iu;
const percentsAtEnd =
  /[\s(,:–-](?:in|en)\s+(?:%|percent(?:ages?)?|procent(?:en)?|prozent|pour ?cent|pourcentages?)\W*$/iu;

/** Whether a title line, or the only text of a line of the header, says that all figures are percentages. */
function arePercents(columns: readonly ColumnProfile[], titles: readonly string[]): boolean {
  const levels = Math.max(0, ...columns.map(({ column }) => column.headers.length));
  const lone = Array.from({ length: levels }, (_, level) =>
    columns.map(({ column }) => column.headers[level]?.trim() ?? '').filter((text) => text !== ''),
  ).flatMap((texts) => (levels > 1 && texts.length === 1 ? texts : []));
  return (
    [...titles, ...lone].some((text) => percentMark.test(text) && /%|\p{L}/u.test(text)) ||
    titles.some((line) => percentsAtEnd.test(line))
  );
}

/** Whether a text speaks of prices, and in which currency. */
function pricesIn(text: string): TableView['priced'] {
  if (!/prices?(?![\p{L}])|prijs|prijzen|prix(?![\p{L}])|preise?(?![\p{L}])/iu.test(text))
    return null;
  return { currency: currencyNamed(text) };
}

/** Words of goods that are found, counted in pieces as well as by weight. */
const goods =
  /drug|drog|stup[ée]fi|rauschgift|betäubungsmittel|narcoti|opium|canna|coca|kokain|hero[iï]n|tabla?[ck]|cigar|sigaret|zigarett|waffe|wapen|weapon|firearm|armes?(?!\p{L})|goods|goederen|marchandise|waren(?!\p{L})|pi[eè]ces?(?!\p{L})|stuks|stück|tablet|comprim|vangst|\bfinds?\b|fund/iu;

/** The unit that the title gives amounts in. */
function amountsIn(titles: readonly string[], language: Language): TableView['titled'] {
  const found = titleUnit(titles, language, 'quantity');
  return found && { unit: found.value, reason: found.reason };
}

/** A column of the flat files of GENESIS, in their German or English names: the labels of a dimension, or what the dimension is. */
const ofDimension = /^(\d)_(?:variable_attribute|Auspraegung)_label$/iu;
const dimension = /^(\d)_(?:variable|Merkmal)_label$/iu;

/** The statistic that all rows are of, which in other files is what a column measures. */
const ofStatistic = /^statistics_(code|label)$/iu;

/** Where each row says in another column what a column of labels is ("Geschlecht"), that, by the heading. */
function dimensionNames(profiles: readonly ColumnProfile[]): ReadonlyMap<string, string> {
  const names = new Map(
    profiles.flatMap((profile) => {
      const [, number] = dimension.exec(profile.heading) ?? [];
      const [name, ...others] = labelsOf(profile);
      return number && name && others.length === 0 ? [[number, name] as const] : [];
    }),
  );
  return new Map(
    profiles.flatMap(({ heading }) => {
      const [, kind] = names.size > 0 ? (ofStatistic.exec(heading) ?? []) : [];
      const name = kind ? `Statistik ${kind}` : names.get(ofDimension.exec(heading)?.[1] ?? '');
      return name === undefined ? [] : [[heading, name] as const];
    }),
  );
}

/** What GENESIS, in which the statistical offices of Germany publish, writes above a table: the number of it. There, `e` is "endgültig". */
const genesis = /(?:^|\n)\W*(?:Tabelle|Table|GENESIS-Tabelle)\s*:?\s*\d{5}-\d{2,4}(?!\d)/u;

/** What only StatLine, in which the Dutch police and CBS publish, writes below or above a table. */
const statLine =
  /(?:^|\n)\W*(?:Bron\s*:\s*(?:Politie|CBS)\b|(?:Perioden|Regio['’]s|RegioS|Soort misdrijf|SoortMisdrijf)(?:$|\n))/u;

const nationality = /staatsangeh|nationalit|citizenship|nichtdeutsche tatverd/iu;

const ofVictims = /(?<!\p{L})(?:victims|victimes|slachtoffers|opfer)(?!\p{L})/iu;

/**
 * Whether a column is read as places or years for no more than the look of its numbers (01 … 95), or a word that several headings number ("Place 1"):
 * of one such column they may be codes, under several at once they are figures.
 */
function isBareNumbers({ profile, meanings: [top] }: Evidence): boolean {
  const { heading, words, said, numbers, values } = profile;
  const isShort = [...values.keys()].every((text) => /^\d{1,2}$/u.test(text.trim()));
  return (
    (top?.concept === 'place' || (top?.concept === 'period' && !top.heading && isShort)) &&
    words === 0 &&
    said > 0 &&
    numbers.cells === said &&
    !placeShapes.some((shape) => shape.heading?.test(heading)) &&
    !keyed.test(heading)
  );
}

const ofOffences: ReadonlySet<Concept> = new Set(['offence', 'offenceKey']);

/** Whether digits below a bare "Schlüssel" go with the places beside them, one with one, in a table without words of offences. */
function isKeyOfPlaces(
  { profile, meanings: [first] }: Evidence,
  all: readonly Evidence[],
  table: ReadTable,
): boolean {
  if (first === undefined || !ofOffences.has(first.concept) || profile.words > 0) return false;
  const keys = labelsOf(profile);
  if (keys.length < 2 || ofAnOffence.test(profile.heading)) return false;
  const worded = all.filter((each) => each.profile.words > 0);
  if (worded.some(({ meanings: [top] }) => top && ofOffences.has(top.concept))) return false;
  const at = profile.column.index;
  return worded.some(({ profile: other, meanings: [top] }) => {
    // Areas of a few districts share a name ("nicht zuzuordnen"), their keys differ.
    const names = labelsOf(other).length;
    if (
      top?.concept !== 'place' ||
      names > keys.length ||
      names < keys.length * thresholds.mostlyKeys
    )
      return false;
    const pairs = table.rows.map(
      ({ cells }) => `${cells[at] ?? ''}\u0000${cells[other.column.index] ?? ''}`,
    );
    return new Set(pairs).size === keys.length;
  });
}

const ofTime: ReadonlySet<Concept> = new Set([
  'period',
  'periodPart',
  'periodStart',
  'periodEnd',
  'date',
]);

/** A heading of codes or numbers that something has. */
const numbered =
  /code|key|sleutel|schl[üu]ss|clé|(?<!\p{L})(?:id|nr|no|num[ée]ro|nummer|plz|zip|rank|rang|version)(?!\p{L})|postc/iu;

/** What figures of a crime picture are split by. */
const ofFigures: ReadonlySet<Concept> = new Set([
  'place',
  'country',
  'offence',
  'offenceKey',
  'substance',
  'metric',
]);

/** Rows from which on a column of years alone is none of figures that look like years. */
const enoughYears = 3;

/** The one column of times, where all its cells are years of four digits; null where there is none, or another. */
function onlyYears(columns: readonly Evidence[], around: readonly string[]): Evidence | null {
  const [only, ...others] = columns.filter(({ meanings: [top] }) => top && ofTime.has(top.concept));
  if (!only || others.length > 0) return null;
  // Beside headings of years they may be of anything, and where nothing says what of or where, years of birth.
  if (columns.some(({ profile }) => yearsIn(profile.heading).length > 0)) return null;
  const isOfFigures =
    columns.some(({ meanings: [top] }) => top && ofFigures.has(top.concept)) ||
    metricNamedFirst(around.join('\n')) !== null;
  if (!isOfFigures) return null;
  const { said, rows, values } = only.profile;
  const areYears = [...values.keys()].every((text) => /^(?:19|20)\d\d$/u.test(text.trim()));
  return areYears && said === rows && rows >= enoughYears && only.meanings[0]?.concept === 'period'
    ? only
    : null;
}

/** The one column of numbers that is read as figures, beside a column of years and one of words; null where ranks may be meant. */
function onlyFigures(columns: readonly Evidence[], around: readonly string[]): Evidence | null {
  const years = onlyYears(columns, around);
  const numeric = columns.filter(
    (column) => column !== years && column.profile.words === 0 && column.profile.numbers.cells > 0,
  );
  const [only, ...others] = numeric;
  if (!only || years === null || others.length > 0 || only.meanings[0]?.concept !== 'value')
    return null;
  const { said, rows, values, numbers } = only.profile;
  // Each row another whole number: ranks or numbers of rows.
  const areRanks = values.size === rows;
  const widths = new Set([...values.keys()].map((text) => text.trim().length));
  const areCodes = numbered.test(only.profile.heading) || (widths.size === 1 && !widths.has(1));
  return said === numbers.cells &&
    said * 2 > rows &&
    !areRanks &&
    !areCodes &&
    columns.some(({ profile }) => profile.words > 0)
    ? only
    : null;
}

/** A heading that says of what its keys are. */
const ofAnOffence = /straftat|delikt|delict|misdri|feit|infraction|offen[cs]e|crime|index/iu;

const keyed = /code|key|sleutel|schl[üu]ss|clé/iu;

/**
 * Whether a column of numbers that is read as places shares its upper heading with nothing but figures, one of which is headed as
 * nothing else: below "Wohnsitz", "Landkreis" counts as its neighbour "Ausland" does.
 */
function isBelowFigures(column: Evidence, all: readonly Evidence[]): boolean {
  const { profile, meanings } = column;
  const [upper, ...lower] = profile.column.headers;
  if (meanings[0]?.concept !== 'place' || lower.length === 0 || keyed.test(profile.heading))
    return false;
  const isFigures = ({ profile: { words, said, numbers } }: Evidence): boolean =>
    words === 0 && said > 0 && numbers.cells === said;
  const kin = all.filter((other) => other !== column && other.profile.column.headers[0] === upper);
  return (
    isFigures(column) &&
    meanings[0].content === null &&
    kin.every(isFigures) &&
    kin.some(({ meanings: own }) => own.every(({ heading }) => heading === null))
  );
}

/** Whether a record of the kind can hold it at all. */
function fitsRecord(concept: Concept, record: TableView['record']): boolean {
  return (
    record === 'observation' ||
    ![
      'offence',
      'offenceKey',
      'periodPart',
      'periodStart',
      'periodEnd',
      'metric',
      'stat',
      'level',
      'wording',
      'confidence',
      'extent',
    ].includes(concept)
  );
}

/**
 * What each column of an unseen table seems to mean, in the words of a source description: fields, parsers, flags,
 * what a value column sets, and folds for headings that are data. Evidence of headings (in four languages) and of all
 * cells is combined by `confidenceOf`; below 0.9, or where two readings remain, a question stands in `decide`.
 *
 * Nothing is guessed for what the file does not say: the basis on which something was counted is always a question
 * where seizures are counted. Cells that look like personal data are never among the samples.
 *
 * @example
 * ```ts
 * import { guessTable } from '@samenbeeld/describe';
 * import { readTable } from '@samenbeeld/read';
 * import { sampleFile } from '@samenbeeld/sources';
 * const [table] = await readTable(sampleFile('politie-47022ned'), { format: 'csv' });
 * const guess = guessTable(table, { file: table.file, titleLines: [], footerLines: [] });
 * guess.columns.map(({ to }) => to) // => ['nationalCode', 'period', 'value']
 * guess.record.value // => 'observation'
 * ```
 */
export function guessTable(table: ReadTable, hints: TableHints): TableGuess {
  const { noted: _, ...found } = tableRecord(table, hints);
  return { ...found, columns: found.columns.map((column) => columnIn(conclusionOf(column), 'en')) };
}

/** The same with all that each column's meaning rests on. */
export function tableRecord(read: ReadTable, hints: TableHints): TableRecord {
  const { table, own } = withoutCounters(read);
  const all = [...headingsOf(table)];
  const named = all.slice(0, thresholds.columnsLooked);
  const headings = named.map(([, heading]) => heading);
  const legend = legendOf([...hints.titleLines, ...hints.footerLines]);
  const given = new Set(
    [...legend.values()].flatMap((each) => (each.missing || each.nil > 0 ? each.mark : [])),
  );
  const rough = named.map(([column, heading]) =>
    profileColumn(table, column, heading, null, given),
  );
  const titles = [...hints.titleLines, ...hints.footerLines, table.sheet ?? ''];
  const labels = rough.flatMap((profile) =>
    profile.words > 0 ? labelsOf(profile).slice(0, 40) : [],
  );
  const language = guessLanguage(headings, titles, labels);
  const ownOf = (heading: string): string => own.get(heading) ?? heading;
  const ownHeadings = headings.map(ownOf);
  const { file, titleLines, footerLines, format } = hints;
  const lines = [...titleLines, ...footerLines, table.sheet ?? ''];
  const noted = notedPublishers({ file, lines, headings: ownHeadings, columns: rough, format });
  const country = countryOfTable(
    [...titles, hints.file, ...headings],
    rough,
    language.value,
    hints.file,
    notedCountry(noted),
  );
  const known = knownHeadings(ownHeadings, hints.known ?? []);
  const dimensions = dimensionNames(rough);
  const byThemselves = rough.map((plain) => {
    const name = dimensions.get(plain.heading);
    const evidence = readHeading(name ? [name] : plain.column.headers, language.value);
    const profile = asTimes(plain, evidence, language.value);
    keepCells(profile, table.rows);
    return {
      profile,
      meanings: weigh(
        evidence,
        contentEvidence(profile, language.value),
        profile,
        known.get(ownOf(profile.heading)),
      ),
    };
  });
  const weighed = toldByNames(byThemselves);
  const record = guessRecord(weighed, [...titles, hints.file]);
  const lookAlike = weighed.filter(isBareNumbers);
  const bare = new Set([
    ...(lookAlike.length < thresholds.foldColumns ? [] : lookAlike),
    ...weighed.filter((column) => isBelowFigures(column, weighed)),
  ]);
  const ofPlaces = new Set(weighed.filter((column) => isKeyOfPlaces(column, weighed, table)));
  const said = [...titles, hints.file, ...headings];
  const told = new Set([onlyYears(weighed, said), onlyFigures(weighed, said)]);
  const fitting = weighed.map((column) => ({
    ...column,
    meanings: column.meanings.flatMap((meaning) => {
      const { concept } = meaning;
      if (ofPlaces.has(column) && ofOffences.has(concept)) return [];
      if (!fitsRecord(concept, record.value)) return [];
      if (bare.has(column))
        return concept === 'value'
          ? [{ ...meaning, confidence: Math.max(meaning.confidence, thresholds.meaningLikely) }]
          : [];
      // The one column of years, and the one of figures, are answered by the file.
      return meaning === column.meanings[0] && told.has(column)
        ? [{ ...meaning, confidence: Math.max(meaning.confidence, thresholds.taken) }]
        : [meaning];
    }),
  }));
  const seen = tableHabit(rough);
  const marks = {
    decimal: charGuess<'.' | ','>(seen.decimal, null, false).value,
    group: charGuess<string>(seen.group, null, true).value,
    either: openMark(rough),
  };
  const sums = tableSums(table, marks, seen.settled?.groups ?? false);
  const percents = arePercents(rough, hints.titleLines);
  const base: TableView = {
    record: record.value,
    language: language.value,
    country,
    years: yearsIn(hints.file).map(Number),
    habit: tableHabit(rough, sums.marks),
    sums,
    legend,
    finals: new Set(genesis.test(hints.titleLines.join('\n')) && !legend.has('e') ? ['e'] : []),
    counts:
      titles.some((title) => counting.has(measureOf(title)?.set['metric'] ?? '')) ||
      fitting.some(
        ({ meanings: [top] }) =>
          (top?.concept === 'offence' || top?.concept === 'offenceKey') &&
          top.confidence >= thresholds.offencesCounted,
      ),
    ofFinds: [...titles, hints.file, ...headings, ...labels].some(
      (text) => ofPorts.test(text) || seizing.test(text),
    ),
    ofGoods:
      [...titles, hints.file, ...headings, ...labels].some(
        (text) => goods.test(text) || seizing.test(text),
      ) || fitting.some(({ meanings: [top] }) => top?.concept === 'substance'),
    percents,
    priced: pricesIn([...titles, hints.file].join('\n')),
    currencies: currenciesIn([...titles, hints.file].join('\n')),
    nationalities: [...titles, hints.file, ...headings].some((text) => nationality.test(text)),
    subject: [...titles, hints.file].map(namesOtherSubject).find((said) => said !== null) ?? null,
    victims: [...titles, hints.file].some((text) => ofVictims.test(text)),
    broken:
      record.value === 'observation' && !percents ? mostlyBroken(fitting, language.value) : null,
    titled: amountsIn(hints.titleLines, language.value),
    hasFigures: rough.some(
      ({ heading, words, numbers: { cells, percents } }) =>
        cells > 0 && words === 0 && percents === 0 && !measureOf(heading)?.ignore,
    ),
    columns: fitting,
  };
  const folds = guessFolds(base);
  const folded = new Set(folds.flatMap((fold) => fold.headings));
  const rest = fitting.filter(({ profile }) => !folded.has(profile.heading));
  const gives = oneOfAMeaning(rest, base);
  const view: TableView = { ...base, columns: rest };
  const hasFold = folds.some(({ kind }) => kind === 'fold');
  const single = rest.map((column) => {
    const way = gives.get(column);
    const read = guessColumn(column, way, view, known.get(ownOf(column.profile.heading)), hasFold);
    return columnOf('column', [column], ...(way ? [way] : []), read);
  });
  const around = { ...hints, sheet: table.sheet };
  const ordered = inOrder([...single, ...folds], headings);
  const labelsAt = (at: number): readonly string[] =>
    ordered[at]?.evidence.flatMap(({ profile }) => labelsOf(profile)) ?? [];
  const looks = [
    drugsOfHeadings((heading) => drugOfHeading(heading, view)),
    scaledByLine([...hints.titleLines, ...hints.footerLines]),
    provisionalByLine([...hints.titleLines, ...hints.footerLines]),
    ...(record.value === 'seizure'
      ? [massBasisTold(language.value, labelsAt)]
      : [metricOfUnits(language.value, labelsAt), kindsOfTotals(base)]),
  ];
  const { columns, constants } = settleTable(
    looks.reduce(gain, ordered),
    record,
    [...titles, hints.file, ...headings].join('\n'),
    (concluded) => guessConstants(view, concluded, around),
    sums.verified,
    [...hints.titleLines, table.sheet ?? '', hints.file].flatMap(
      (line) => drugOfHeading(line, view) ?? [],
    ),
    [...titles, hints.file.replace(/\.[^.]+$/u, '')].join('\n').replace(/[_-]/gu, ' '),
  );
  const late = all
    .slice(thresholds.columnsLooked)
    .map(([column, heading]) => notLookedAt(column.letter, ownOf(heading)));
  const marked = markGuess(
    rough,
    legend,
    country?.country === 'NL' && statLine.test([...titles, ...headings].join('\n')),
  );
  const figures = columns.filter((column) => isFigureField(conclusionOf(column).to));
  const [says] = rest.filter(({ meanings: [top] }) => top?.concept === 'confidentiality');
  const shut = says
    ? keptBack(
        table,
        figures.flatMap(({ evidence }) => evidence.map(({ profile }) => profile.column.index)),
        { index: says.profile.column.index, heading: says.profile.heading },
      )
    : {};
  const unsaid = Object.fromEntries(Object.entries(shut).filter(([mark]) => !legend.has(mark)));
  const { decimal, points } = base.habit;
  const decimals = decimal.size > 0 || points === 0 ? decimal : new Map([['.', points]]);
  return {
    record,
    language,
    decimalChar: charGuess<'.' | ','>(decimals, base.habit.settled, false),
    groupChar: charGuess<string>(base.habit.group, base.habit.settled, true),
    zeroValues: marked.zeroValues,
    // What the file says of a mark goes before what is seen of it.
    missingValues: { ...marked.missingValues, ...unsaid },
    legend: Object.fromEntries([...legend].map(([mark, { text }]) => [mark, text])),
    columns: [...columns.map((column) => inOwnHeadings(column, own, table.rows)), ...late],
    constants,
    noted,
  };
}

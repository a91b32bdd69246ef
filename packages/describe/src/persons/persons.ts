import { readFileSync } from 'node:fs';
import { codeLists, descriptionSchemaFile, headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import {
  type CodeEntry,
  type CodeList,
  detectPersonalColumn,
  detectPersonalData,
  foldText,
  inFour,
  namesPerson,
  notShown,
  ownValue,
  quoted,
  withheldNames,
  withheldText,
} from '@samenbeeld/schema';
import { type Look, reading } from '../column.ts';
import { offenceWords } from '../columns/label-shapes.ts';
import { isMark } from '../columns/missing-marks.ts';
import { distinctCells } from '../distinct-cells.ts';
import { clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { fieldsOf, keptWords, type Written } from '../written.ts';
import { withoutNames } from './names.ts';
import { areTrades, folded, particles, saysKind, saysTrade } from './trades.ts';
import { withholder } from './withhold.ts';

/** Words of a heading under which a file names persons, in four languages, folded; plurals and compounds included. */
const persons =
  /^(?:contact)?(?:persoon|personne|person|persons|personen|personnes)$|^contactpersonen$|^(?:contact ?naam|kontaktperson(?:en)?|ansprechpartner(?:in)?)$|^(?:hoofd|mede)?verdachten?$|^suspects?(?:name)?$|^suspecte?s?$|^prevenue?s?$|^(?:haupt|mit)?(?:beschuldigte|tatverdachtige|verdachtige|beschuldigde|angeklagte|verurteilte|festgenommene|inhaftierte|gefangene|vermisste|geschadigte)[nrs]?$|^(?:hoofd|mede)?(?:dader|plichtige|arrestant|aangehoudene|gearresteerde|veroordeelde|gedetineerde|gevangene|vermiste|benadeelde|afzender|aanvrager|verzoeker|schipper|kapitein|aangever|getuige|melder|slachtoffer|aanmelder|informant|betrokkene|chauffeur|bestuurder|passagier|reiziger|koerier|eigenaar|houder|kentekenhouder|rekeninghouder|verzender|geadresseerde|ontvanger|verbalisant|rechercheur|(?:dossier|zaak)?behandelaar|(?:dossier|zaak)(?:houder|beheerder))(?:s|n|en)?$|^(?:temoin|(?:co)?auteur|complice|detenu|condamne|disparu|demandeur|demanderesse|requerant|capitaine|plaignante?|victime|conducteur|conductrice|passager|proprietaire|titulaire|detenteur|expediteur|destinataire|declarant|interpelle|enqueteur)e?s?$|^(?:mit|haupt)?tater(?:in|n|s)?$|^(?:komplize|haftling|kapitan|antragsteller|schiffsfuhrer)(?:innen|in|en|e|n|s)?$|^(?:zeuge|zeugin|anzeigender?|melder|opfer|fahrer|beifahrer|halter|eigentumer|inhaber|absender|empfanger|sachbearbeiter)(?:in|n|s)?$|^(?:accomplice|accused|arrestee|detainee|inmate|prisoner|applicant|claimant|captain|skipper|witness|victim|offender|driver|owner|holder|reporter|informant|passenger|courier|sender|recipient|addressee|consignee|complainant|defendant|officer)(?:es|s)?$/u;

/** Headings that name persons or things alike: only cells that are shaped as names of persons decide. */
const names =
  /^(?:naam|namen|nom|noms|nom et prenom|nom prenom|name|names|volledige naam|nom complet|full name)$/u;

const several = /\bmise? en cause\b/u;

/** "J. de Vries", "De Vries, Jan", "Jan van den Berg", "VRIES Jan". */
const initials = /^(?:\p{Lu}\.[ -]?){1,5}\s*(?:\p{Ll}+\.? ){0,3}\p{Lu}[\p{L}'’-]+/u;
const inverted = /^(?:\p{L}[\p{L}'’-]+ ){0,3}\p{L}[\p{L}'’-]+, ?\p{Lu}[\p{L}.'’ -]*$/u;
const inFull = new RegExp(
  `^\\p{Lu}[\\p{L}'’.-]+(?: (?:${particles}|\\p{Lu}[\\p{L}'’.-]*)){0,5} \\p{Lu}[\\p{L}'’-]+(?:\\W|$)`,
  'u',
);

function likeName(text: string): boolean {
  const bare = text.trim();
  return initials.test(bare) || inverted.test(bare) || inFull.test(bare);
}

const lists: readonly CodeList<CodeEntry>[] = Object.values(codeLists);

/** A word of a published list of codes, in any language, of one code or several ("Limburg"): nobody's name. */
function isListed(text: string): boolean {
  const bare = text.trim();
  return lists.some((list) => list.has(bare) || list.lookup(bare).kind !== 'none');
}

/**
 * What files tell persons apart by, folded: sex, age, and what kind of party they are. Each has its sides, since a word alone
 * ("Mann", "Kind") may be a surname.
 */
const kinds: readonly (readonly RegExp[])[] = [
  [
    /^(?:mann(?:en|er|lich)?|hommes?|m[ae]n|males?|masculins?)$/u,
    /^(?:vrouw(?:en)?|weiblich|frau(?:en)?|femmes?|wom[ae]n|females?|feminins?)$/u,
  ],
  [
    /^(?:kind(?:er(?:en)?)?|minderjarige?n?|mineure?s?|enfants?|minderjahrige?|children|minors?)$/u,
    /^(?:jongeren|jugendliche|youths?|juveniles?)$/u,
    /^heranwachsende$/u,
    /^(?:volwassenen?|meerderjarige?n?|majeure?s?|adulte?s?|erwachsene|volljahrige?)$/u,
  ],
  [
    /^(?:(?:natuurlijke? )?perso(?:on|nen)|personnes? physiques?|naturliche person(?:en)?|natural persons?|particulier(?:s|en)?|individuals?|privat)$/u,
    /^(?:rechtsperso(?:on|nen)|personnes? morales?|juristische person(?:en)?|legal persons?|bedrij(?:f|ven)|unternehmen|compan(?:y|ies)|businesses)$/u,
    /^(?:overheid|behorden?)$/u,
  ],
];

/** What is of no kind that is told, folded. Nobody is called so. */
const restOfKinds =
  /^(?:onbekend|overige?|inconnue?s?|autres?|unbekannt|andere|sonstige|unknown|others?)$/u;

/** An age or a class of ages: "12 tot 18 jaar", "unter 21", "65+". */
const age =
  /^(?=.*\d)(?:[\s\d<>≤≥+–-]|(?:under|over|aged?|to|and|older|younger|years?|old|onder|boven|vanaf|tot|t\/m|en|ouder|jonger|jaar|unter|über|ab|bis|und|älter|jünger|jahren?|moins|plus|de|à|et|ans?)(?!\p{L}))+$/iu;

/** Whether a label is a word for a kind of persons: without a capital, or beside one for another kind of the same sort. */
function isKindWord(label: string, beside: readonly string[]): boolean {
  const word = folded(label);
  const ofSide = (sides: readonly RegExp[], text: string): number =>
    sides.findIndex((side) => side.test(text));
  return kinds.some((sides) => {
    const own = ofSide(sides, word);
    return (
      own >= 0 &&
      (label === label.toLowerCase() ||
        beside.some((other) => ![-1, own].includes(ofSide(sides, folded(other)))))
    );
  });
}

/**
 * Whether a label among others says of what kind persons are, and so is nobody's name: a word of a list, an age, a total, a figure or
 * mark.
 */
function isKind(label: string, beside: readonly string[]): boolean {
  const text = label.trim();
  return (
    !/\p{L}{2}/u.test(text) ||
    isMark(text) ||
    saysTotal(text) ||
    restOfKinds.test(folded(text)) ||
    isKindWord(text, beside) ||
    age.test(text) ||
    isListed(text)
  );
}

/** Whether a heading names persons, or may. */
function ofPersons(heading: string): 'surely' | 'perhaps' | null {
  const bare = folded(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  if (several.test(bare) || bare.split(' ').some((word) => persons.test(word))) return 'surely';
  return names.test(bare) ? 'perhaps' : null;
}

/** Whether a text looks like the name of a person: words with capitals as names have them, and on no list of codes. */
export function looksLikeName(text: string): boolean {
  return (likeName(text) || withoutNames(text, 'en') !== text) && !isListed(text);
}

/** Whether a heading, or several of its labels, say that it is of kinds or trades: "Type de déclarant", "Déclarants" over "Notaires" and "Casinos". */
function isOfKinds(heading: string, labels: readonly string[]): boolean {
  return saysKind(heading) || labels.filter(saysTrade).length >= 2;
}

/** Whether labels are offences in words, most of them of several words: nobody's names, and neither are the few beside them. */
function areOffences(labels: readonly string[]): boolean {
  const worded = labels.filter((label) => offenceWords.test(label) && /\p{L} \p{Ll}/u.test(label));
  return labels.length > 1 && worded.length * 2 > labels.length && !labels.some(likeName);
}

/** Labels that say nothing of the kind of persons and may each be a name, under a heading of kinds or trades or another. */
function unknownKinds(heading: string, labels: readonly string[]): readonly string[] {
  if (ofPersons(heading) === 'perhaps' && areOffences(labels)) return [];
  const strange = labels.filter((label) => !isKind(label, labels));
  return isOfKinds(heading, labels) && areTrades(strange, heading) ? [] : strange;
}

/** Those of the labels under a heading that cannot be names of persons: all where it does not speak of persons. */
export function namelessLabels(heading: string, labels: readonly string[]): readonly string[] {
  if (ofPersons(heading) === null) return labels;
  const unknown = new Set(unknownKinds(heading, labels));
  return labels.filter((label) => !unknown.has(label));
}

/**
 * Whether labels under a heading may be names of persons: it speaks of persons, and of some label no list says that it is a kind of
 * them. What `namesPersons` takes for names is; few labels that return ("Janssens", "Peeters") may be.
 */
export function mayNamePersons(heading: string, labels: readonly string[]): boolean {
  return namelessLabels(heading, labels).length < labels.length;
}

/**
 * Whether a column names persons, to judge by its heading and the kind of its cells. A column of figures ("Tatverdächtige
 * insgesamt") or of a few codes that return ("man", "vrouw") does not, whatever its heading says.
 */
export function namesPersons(heading: string, cells: readonly string[]): boolean {
  const sure = ofPersons(heading);
  if (sure === null) return false;
  const texts = textsOf(cells);
  if (texts.length === 0) return false;
  const labels = [...new Set(texts)].slice(0, 400);
  const strange = labels.filter((label) => !isListed(label));
  const named = strange.filter(likeName).length;
  if (sure === 'perhaps') return named * 10 >= labels.length * 6;
  if (named > 0) return true;
  // Kinds of those who report are nobody's names.
  if (isOfKinds(heading, labels) && unknownKinds(heading, labels).length === 0) return false;
  if (strange.length * 2 < labels.length) return false;
  const returning = labels.length * 3 <= texts.length || labels.length <= 2;
  return !returning || strange.filter((label) => /^\p{Lu}[\p{L}'’-]+$/u.test(label)).length > 8;
}

/** The cells with words, where they are at least half of those that are filled; else none: figures with a remark name nobody. */
function textsOf(cells: readonly string[]): readonly string[] {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const texts = filled.filter((cell) => /\p{L}{2}/u.test(cell));
  return texts.length * 2 < filled.length ? [] : texts;
}

/** Headings under which files of persons keep what names or finds one, in four languages; words of the heading, folded. */
const words: ReadonlySet<string> = new Set(
  `givenname surname lastname firstname fullname middlename fname lname forename maidenname
   voornaam voornamen achternaam familienaam tussenvoegsel roepnaam geboortedatum geboorteplaats
   prenom prenoms nomdefamille datedenaissance lieudenaissance
   vorname vornamen nachname familienname geburtsname geburtsdatum geburtsort
   dob dateofbirth birthdate birthday placeofbirth ssn socsecid bsn burgerservicenummer nrn rijksregisternummer
   email emailaddress mail phone phonenumber telephone telefoon telefoonnummer telefon gsm mobile
   address address1 address2 adres adresse streetnumber huisnummer hausnummer
   iban senderaccount receiveraccount accountnumber rekeningnummer kontonummer`
    .split(/\s+/)
    .filter(Boolean),
);

/** A text that is a figure, however long, is nobody's number unless its column says so. */
const plainFigure = /^[\d.,' \u00a0\u202f+-]{1,8}$|^-?\d+[.,]\d+$/u;

/** Millions in groups of three: of fewer figures than a telephone has, and a number of a person only where words say so. */
const grouped = /^-?[1-9]\d?(?:[.,' \u00a0\u202f]\d{3}){2}$/u;

function byHeading(heading: string): boolean {
  const bare = foldText(heading).replace(/[^a-z0-9]/g, '');
  return words.has(bare) || words.has(bare.replace(/c?\d$/, ''));
}

/** Columns whose cells, or whose heading, look like those of persons: by which detector. */
function personalColumns(table: ReadTable): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [column, heading] of headingsOf(table)) {
    const isNames = (): boolean =>
      ofPersons(heading) !== null &&
      namesPersons(
        heading,
        table.rows.flatMap((row) => row.cells[column.index] ?? []),
      );
    if (byHeading(heading)) found[heading] = 'heading';
    else if (isNames()) found[heading] = 'names';
    if (found[heading] !== undefined) continue;
    const cells = [...distinctCells(table, column.index)].filter((cell) => !plainFigure.test(cell));
    const use = cells.some((text) => /\p{L}/u.test(text)) ? 'free-text' : 'number';
    const texts = use === 'number' ? cells.filter((cell) => !grouped.test(cell)) : cells;
    if (texts.length === 0) continue;
    const [first] = detectPersonalColumn(texts, { column: use });
    if (first) found[heading] = first.detector;
  }
  return found;
}

const figure = /^[\d.,' \u00a0\u202f%+-]+$/u;

/** Words that a description itself is written in. */
function ownWords(): ReadonlySet<string> {
  const schema = readFileSync(descriptionSchemaFile, 'utf8').toLowerCase();
  const results =
    'ingested refused observation seizure column columns fold long wide none rate share value note ignored proposed decide draft place heading cells labels rows field which about';
  return new Set([...(schema.match(/[a-z_]+/gu) ?? []), ...results.split(' ')]);
}

function flagged(text: string): boolean {
  return detectPersonalData(text, { column: 'free-text' }).length > 0;
}

/** By the place of a column: which of its cells may be shown nowhere. All of a column of persons, and what may be names under a heading that speaks of them. */
function hiddenCells(
  table: ReadTable,
  personal: Readonly<Record<string, string>>,
): ReadonlyMap<number, (cell: string) => boolean> {
  const hidden = new Map<number, (cell: string) => boolean>();
  for (const [{ index }, heading] of headingsOf(table)) {
    if (ownValue(personal, heading) !== undefined) hidden.set(index, () => true);
    else if (ofPersons(heading) !== null) {
      const texts = textsOf(table.rows.flatMap(({ cells }) => cells[index] ?? []));
      const unknown = new Set(unknownKinds(heading, [...new Set(texts)]));
      if (unknown.size > 0) hidden.set(index, (cell) => unknown.has(cell));
    }
  }
  return hidden;
}

/**
 * Texts of cells that are hidden, which may stand nowhere in what is told of a file: all that occur in no other cell and are no
 * figures, no marks for what is missing, and no words of a code list, a heading or the description's own; a text that sets a
 * detector off in any case.
 */
function withheldTexts(
  table: ReadTable,
  hiddenIn: ReadonlyMap<number, (cell: string) => boolean>,
): readonly string[] {
  if (hiddenIn.size === 0) return [];
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const [{ index }, heading] of headingsOf(table)) {
    const isHidden = hiddenIn.get(index) ?? (() => false);
    if (!hiddenIn.has(index)) shown.add(heading.trim());
    for (const { cells } of table.rows) {
      const text = cells[index]?.trim();
      if (text && text.length >= thresholds.personText) (isHidden(text) ? hidden : shown).add(text);
    }
  }
  const own = ownWords();
  const told = `${table.file}\n${[...headingsOf(table).values()].join('\n')}`.toLowerCase();
  const harmless = (text: string): boolean =>
    shown.has(text) ||
    figure.test(text) ||
    own.has(text.toLowerCase()) ||
    told.includes(text.toLowerCase()) ||
    isMark(text) ||
    (text.length < 60 && isListed(text));
  return [...hidden].filter((text) => flagged(text) || !harmless(text));
}

/** Cells of other columns: those that name a person among other words, which may be quoted nowhere, and those that name nobody. */
function otherTexts(
  table: ReadTable,
  hiddenIn: ReadonlyMap<number, (cell: string) => boolean>,
): { readonly naming: readonly string[]; readonly nameless: readonly string[] } {
  const texts = new Set<string>();
  for (const { index } of table.columns)
    if (!hiddenIn.has(index))
      for (const cell of distinctCells(table, index)) {
        const text = cell.trim();
        if (text && !figure.test(text)) texts.add(text);
      }
  const naming = new Set([...texts].filter(namesPerson));
  return { naming: [...naming], nameless: [...texts].filter((text) => !naming.has(text)) };
}

/** What a table holds of persons. Their cells are nowhere in it: it only says whether a text shows one of them. */
export interface Persons {
  /** Headings whose cells look like those of persons, and by which detector. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headings that speak of persons, over labels of which some may be names. */
  readonly mayName: ReadonlySet<string>;
  /** The table as it may be shown: without the cells of these columns, and without what else may be names. */
  readonly table: ReadTable;
  /** A text with "(not shown)" where a cell of a person, or what looks like one, stands in it. */
  hide(text: string): string;
  /** Whether a text shows such a cell of a row. */
  shows(text: string, line: number): boolean;
}

/** Looks for data of persons in a table: all that is told of the table afterwards goes through it. */
export function personsIn(table: ReadTable): Persons {
  const columns = personalColumns(table);
  const hidden = hiddenCells(table, columns);
  const withheld = withheldTexts(table, hidden);
  // A record keeps the words of a cell without the names in them.
  const kept = withheld.map((text) => withheldNames(text)).filter((text) => text !== notShown);
  const { naming, nameless } = otherTexts(table, hidden);
  const cellsOut = withholder(
    [...withheld, ...kept, ...naming],
    withheld.length > 0 ? [] : nameless,
  );
  // The same texts return in what is concluded and in what is told of it.
  const told = new Map<string, string>();
  const hide = (text: string): string => {
    const known = told.get(text) ?? withheldText(cellsOut(text));
    told.set(text, known);
    return known;
  };
  const rowOf = new Map(hidden.size > 0 ? table.rows.map((row) => [row.line, row]) : []);
  const width = Math.max(0, ...table.columns.map(({ index }) => index + 1));
  const shownRow = ({ line, lines, cells }: ReadTable['rows'][number]) => ({
    line,
    lines,
    cells: Array.from({ length: width }, (_, index) =>
      hidden.get(index)?.(cells[index]?.trim() ?? '') ? notShown : (cells[index] ?? null),
    ),
  });
  return {
    columns,
    mayName: new Set(
      [...headingsOf(table)].flatMap(([{ index }, heading]) =>
        hidden.has(index) && ownValue(columns, heading) === undefined ? [heading] : [],
      ),
    ),
    table: hidden.size > 0 ? { ...table, rows: table.rows.map(shownRow) } : table,
    hide,
    shows: (text, line) =>
      [...hidden].some(([index, isHidden]) => {
        const cell = rowOf.get(line)?.cells[index]?.trim();
        return cell && isHidden(cell) ? text.includes(cell) : false;
      }),
  };
}

const byItsHeading: ReadonlySet<string> = new Set(['heading', 'names']);

const judgedByHeading = inFour(
  'gegevens van personen, te oordelen naar de kop',
  'données sur des personnes, à en juger par l’en-tête',
  'Daten von Personen, nach der Überschrift zu urteilen',
  'data of persons, to judge by its heading',
);

const mayBeNames = inFour(
  'misschien namen van personen',
  'peut-être des noms de personnes',
  'vielleicht Namen von Personen',
  'perhaps names of persons',
);

/** Whether what a column writes takes its cells over as they stand. */
function keepsWords(written: Written | null): boolean {
  return fieldsOf(written).some((field) => field === 'nationalCode' || keptWords.has(field));
}

/**
 * A column that holds names or numbers of persons is left out, whatever else it looks like. One that may hold names is, and asked,
 * where its words would stand in the records.
 */
export function withoutPersons({ columns: personal, mayName }: Persons): Look {
  return () =>
    ({ kind, headings: [heading = ''], written }) => {
      if (kind !== 'column') return null;
      if (byItsHeading.has(ownValue(personal, heading) ?? ''))
        return reading({
          written: {
            ignore: clauses([
              judgedByHeading,
              inFour(
                'geen deel van een criminaliteitsbeeld',
                'pas une part du tableau de la criminalité',
                'kein Teil eines Lagebilds',
                'no part of a crime picture',
              ),
            ]),
          },
          confidence: 0.95,
          reason: judgedByHeading,
        });
      return mayName.has(heading) && keepsWords(written)
        ? reading({
            written: { ignore: mayBeNames },
            confidence: 0.5,
            reason: mayBeNames,
            decide: [
              inFour(
                'Noemt {heading} personen? Het is weggelaten; zijn het soorten, in welk veld horen ze dan?',
                '{heading} nomme-t-il des personnes ? Il est laissé de côté ; si ce sont des genres, quel champ les reçoit ?',
                'Nennt {heading} Personen? Es ist weggelassen; sind es Arten, in welches Feld gehören sie?',
                'Does {heading} name persons? It is left out; where it holds kinds, which field holds them?',
                { heading: quoted(heading) },
              ),
            ],
          })
        : null;
    };
}

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
  notShown,
  ownValue,
  withheldText,
} from '@samenbeeld/schema';
import { type Look, reading } from '../column.ts';
import { isMark } from '../columns/missing-marks.ts';
import { clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { withoutNames } from './names.ts';
import { withholder } from './withhold.ts';

/** Words of a heading under which a file names persons, in four languages, folded; plurals and compounds included. */
const persons =
  /^(?:contact)?(?:persoon|personne|person|persons|personen|personnes)$|^contactpersonen$|^(?:contact ?naam|kontaktperson(?:en)?|ansprechpartner(?:in)?)$|^(?:mede)?verdachten?$|^suspects?(?:name)?$|^suspecte?s?$|^prevenue?s?$|^(?:beschuldigte|tatverdachtige|verdachtige|beschuldigde|angeklagte)[nrs]?$|^(?:dader|aangever|getuige|melder|slachtoffer|aanmelder|informant|betrokkene|chauffeur|bestuurder|passagier|reiziger|koerier|eigenaar|houder|kentekenhouder|rekeninghouder|verzender|geadresseerde|ontvanger|verbalisant|rechercheur|(?:dossier|zaak)?behandelaar|(?:dossier|zaak)(?:houder|beheerder))(?:s|n|en)?$|^(?:temoin|plaignante?|victime|conducteur|conductrice|passager|proprietaire|titulaire|detenteur|expediteur|destinataire|declarant|interpelle|enqueteur)e?s?$|^(?:zeuge|zeugin|anzeigender?|melder|opfer|fahrer|beifahrer|halter|eigentumer|inhaber|absender|empfanger|sachbearbeiter)(?:in|n|s)?$|^(?:witness|victim|offender|driver|owner|holder|reporter|informant|passenger|courier|sender|recipient|addressee|consignee|complainant|defendant|officer)(?:es|s)?$/u;

/** Headings that name persons or things alike: only cells that are shaped as names of persons decide. */
const names =
  /^(?:naam|namen|nom|noms|nom et prenom|nom prenom|name|names|volledige naam|nom complet|full name)$/u;

const several = /\bmise? en cause\b/u;

/** "J. de Vries", "De Vries, Jan", "Jan van den Berg", "VRIES Jan". */
const initials = /^(?:\p{Lu}\.[ -]?){1,5}\s*(?:\p{Ll}+\.? ){0,3}\p{Lu}[\p{L}'’-]+/u;
const inverted = /^(?:\p{L}[\p{L}'’-]+ ){0,3}\p{L}[\p{L}'’-]+, ?\p{Lu}[\p{L}.'’ -]*$/u;
const particles =
  'van|de|der|den|het|ten|ter|te|von|zu|zum|zur|du|des|la|le|el|al|bin|ben|di|da|do|dos|y|of';
const inFull = new RegExp(
  `^\\p{Lu}[\\p{L}'’.-]+(?: (?:${particles}|\\p{Lu}[\\p{L}'’.-]*)){0,5} \\p{Lu}[\\p{L}'’-]+(?:\\W|$)`,
  'u',
);

function likeName(text: string): boolean {
  const bare = text.trim();
  return initials.test(bare) || inverted.test(bare) || inFull.test(bare);
}

const lists: readonly CodeList<CodeEntry>[] = Object.values(codeLists);

/** A word of a published list of codes, in any language: nobody's name. */
function isListed(text: string): boolean {
  const bare = text.trim();
  return lists.some(
    (list) =>
      list.has(bare) ||
      (['nl', 'fr', 'de', 'en'] as const).some(
        (language) => list.lookup(bare, language).kind === 'exact',
      ),
  );
}

/** A heading of what kind or trade somebody is of: "Type de déclarant". */
const ofKind =
  /^(?:types?|professions?|beroepen|berufe?|secteurs?|sectoren|branchen?|soort|aard|categorie|cat[ée]gories?|nature|genres?|art|kategorie|gruppe|groep|groupes?|category|categories)\s+(?:d['’]|(?:de[rs]?|du|van|of)\s)/iu;

/** Trades and institutions that report to an authority, in the plural, folded; a label with one of these words is nobody's name. */
const trades =
  /(?<!\p{L})(?:etablissements?|institutions?|societes|banques|assurances|assureurs|notaires|avocats|casinos|comptables|changeurs|agents|courtiers|huissiers|instellingen|\p{L}*banken|verzekeraars|notarissen|advocaten|accountants|makelaars|handelaren|gerechtsdeurwaarders|\p{L}*institute|versicherungen|versicherer|notare|rechtsanwalte|wirtschaftsprufer|steuerberater|immobilienmakler|guterhandler|banks|insurers|notaries|lawyers|solicitors|auditors|brokers|dealers|estate agents)(?!\p{L})/u;

/** Whether labels are trades: most by their words, and none else that could be the name of one person. */
function areTrades(labels: readonly string[]): boolean {
  const others = labels.filter((label) => !trades.test(foldText(label)));
  const couldName = new RegExp(`^(?:[^\\s]+|(?:${particles}|['’]t|op|in|aan)\\s.*)$`, 'iu');
  return others.length * 2 <= labels.length && !others.some((label) => couldName.test(label));
}

/** Whether a heading names persons, or may. */
function ofPersons(heading: string): 'surely' | 'perhaps' | null {
  const words = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => foldText(word).trim())
    .filter(Boolean);
  const bare = words.join(' ');
  if (several.test(bare) || words.some((word) => persons.test(word))) return 'surely';
  return names.test(bare) ? 'perhaps' : null;
}

/** Whether a text looks like the name of a person: words with capitals as names have them, and on no list of codes. */
export function looksLikeName(text: string): boolean {
  return (likeName(text) || withoutNames(text, 'en') !== text) && !isListed(text);
}

/**
 * Whether a column names persons, to judge by its heading and the kind of its cells. A column of figures ("Tatverdächtige
 * insgesamt") or of a few codes that return ("man", "vrouw") does not, whatever its heading says.
 */
export function namesPersons(heading: string, cells: readonly string[]): boolean {
  const sure = ofPersons(heading);
  if (sure === null) return false;
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const texts = filled.filter((cell) => /\p{L}{2}/u.test(cell));
  if (texts.length * 2 < filled.length || texts.length === 0) return false;
  const labels = [...new Set(texts)].slice(0, 400);
  const strange = labels.filter((label) => !isListed(label));
  const named = strange.filter(likeName).length;
  if (sure === 'perhaps') return named * 10 >= labels.length * 6;
  if (named > 0) return true;
  // Kinds of those who report ("Type de déclarant") are nobody's names.
  if (ofKind.test(heading.trim()) && areTrades(strange)) return false;
  if (strange.length * 2 < labels.length) return false;
  const returning = labels.length * 3 <= texts.length || labels.length <= 2;
  return !returning || strange.filter((label) => /^\p{Lu}\p{Ll}+$/u.test(label)).length > 8;
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

function byHeading(heading: string): boolean {
  const bare = foldText(heading).replace(/[^a-z0-9]/g, '');
  return words.has(bare) || words.has(bare.replace(/c?\d$/, ''));
}

/** Columns whose cells, or whose heading, look like those of persons: by which detector. */
function personalColumns(table: ReadTable): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [column, heading] of headingsOf(table)) {
    const cells = table.rows.flatMap((row) => row.cells[column.index] ?? []);
    if (byHeading(heading)) found[heading] = 'heading';
    else if (namesPersons(heading, cells)) found[heading] = 'names';
    if (found[heading] !== undefined) continue;
    const texts = [...new Set(cells)].filter((cell) => !plainFigure.test(cell));
    if (texts.length === 0) continue;
    const use = texts.some((text) => /\p{L}/u.test(text)) ? 'free-text' : 'number';
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

/**
 * Texts of the columns that look like data of persons, which may stand nowhere in what is told of a file: all that
 * occur in such columns only and are no figures, no marks for what is missing, and no words of a code list, a heading
 * or the description's own; a text that sets a detector off in any case.
 */
function withheldTexts(
  table: ReadTable,
  personal: Readonly<Record<string, string>>,
): readonly string[] {
  if (Object.keys(personal).length === 0) return [];
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const [column, heading] of headingsOf(table)) {
    const into = ownValue(personal, heading) === undefined ? shown : hidden;
    if (into === shown) shown.add(heading.trim());
    for (const { cells } of table.rows) {
      const text = cells[column.index]?.trim();
      if (text && text.length >= thresholds.personText) into.add(text);
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

/** What a table holds of persons. Their cells are nowhere in it: it only says whether a text shows one of them. */
export interface Persons {
  /** Headings whose cells look like those of persons, and by which detector. */
  readonly columns: Readonly<Record<string, string>>;
  /** The table as it may be shown: without the cells of these columns. */
  readonly table: ReadTable;
  /** A text with "(not shown)" where a cell of a person, or what looks like one, stands in it. */
  hide(text: string): string;
  /** Whether a text shows a cell of these columns in a row. */
  shows(text: string, line: number): boolean;
}

/** Looks for data of persons in a table: all that is told of the table afterwards goes through it. */
export function personsIn(table: ReadTable): Persons {
  const columns = personalColumns(table);
  const cellsOut = withholder(withheldTexts(table, columns));
  const own = new Set(
    [...headingsOf(table)].flatMap(([column, heading]) =>
      ownValue(columns, heading) === undefined ? [] : column.index,
    ),
  );
  const rowOf = new Map(own.size > 0 ? table.rows.map((row) => [row.line, row]) : []);
  const width = Math.max(0, ...table.columns.map(({ index }) => index + 1));
  const shownRow = ({ line, lines, cells }: ReadTable['rows'][number]) => ({
    line,
    lines,
    cells: Array.from({ length: width }, (_, index) =>
      own.has(index) ? notShown : (cells[index] ?? null),
    ),
  });
  return {
    columns,
    table: own.size > 0 ? { ...table, rows: table.rows.map(shownRow) } : table,
    hide: (text) => withheldText(cellsOut(text)),
    shows: (text, line) =>
      [...own].some((index) => {
        const cell = rowOf.get(line)?.cells[index]?.trim();
        return cell ? text.includes(cell) : false;
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

/** A column that holds names or numbers of persons is left out, whatever else it looks like. */
export function withoutPersons({ columns: personal }: Persons): Look {
  return () =>
    ({ kind, headings: [heading = ''] }) =>
      kind === 'column' && byItsHeading.has(ownValue(personal, heading) ?? '')
        ? reading({
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
          })
        : null;
}

import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { detectPersonalColumn, foldText, ownValue } from '@samenbeeld/schema';
import { type Look, reading } from './column.ts';
import { namesPersons } from './person-headings.ts';

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
const figure = /^[\d.,' \u00a0\u202f+-]{1,8}$|^-?\d+[.,]\d+$/u;

function byHeading(heading: string): boolean {
  const bare = foldText(heading).replace(/[^a-z0-9]/g, '');
  return words.has(bare) || words.has(bare.replace(/c?\d$/, ''));
}

/** Columns whose cells, or whose heading, look like those of persons: by which detector. Their cells are never shown. */
export function personalColumns(table: ReadTable): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [column, heading] of headingsOf(table)) {
    const cells = table.rows.flatMap((row) => row.cells[column.index] ?? []);
    if (byHeading(heading)) found[heading] = 'heading';
    else if (namesPersons(heading, cells)) found[heading] = 'names';
    if (found[heading] !== undefined) continue;
    const texts = [...new Set(cells)].filter((cell) => !figure.test(cell));
    if (texts.length === 0) continue;
    const use = texts.some((text) => /\p{L}/u.test(text)) ? 'free-text' : 'number';
    const [first] = detectPersonalColumn(texts, { column: use });
    if (first) found[heading] = first.detector;
  }
  return found;
}

const byItsHeading: ReadonlySet<string> = new Set(['heading', 'names']);

/** A column that holds names or numbers of persons is left out, whatever else it looks like. */
export function withoutPersons(personal: Readonly<Record<string, string>>): Look {
  return () =>
    ({ kind, headings: [heading = ''] }) =>
      kind === 'column' && byItsHeading.has(ownValue(personal, heading) ?? '')
        ? reading({
            written: {
              ignore: 'data of persons, to judge by its heading; no part of a crime picture',
            },
            confidence: 0.95,
            reason: 'data of persons, to judge by its heading',
          })
        : null;
}

import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';
import { inFour, joinWith, ownValue, type Text } from '@samenbeeld/schema';
import type { ColumnGuess } from './column.ts';
import { indexed, marginWords, measureOf } from './columns/measures.ts';
import { namesOtherSubject } from './columns/uncounted.ts';
import type { Geometry } from './geometry.ts';
import { alike, quotedAll } from './quoted.ts';
import { thresholds } from './thresholds.ts';
import {
  fieldIn,
  fieldsOf,
  groupsIn,
  isFigureField,
  partsOf,
  type WrittenPart,
} from './written.ts';

const yearInHeading = /(?<!\d)(?:19|20)\d\d\*?(?!\d)/u;

/** Headings as a reader would list them: where only a year tells them apart, that is said once, from the first to the last. */
function listed(headings: readonly string[]): Text {
  const years = headings.flatMap((heading) => yearInHeading.exec(heading)?.[0] ?? []).sort();
  const apart = [...new Set(headings.map((heading) => heading.replace(yearInHeading, '…')))];
  if (years.length < headings.length || apart.length === headings.length || apart.includes('…'))
    return quotedAll(headings, 4);
  const span = `${years[0] ?? ''}–${years.at(-1) ?? ''}`;
  return joinWith([quotedAll(apart, 4), alike(span)], ', ');
}

/** What is said of a file, in four languages, with up to four of its headings. */
const named = ({ nl, fr, de, en }: Text, headings: readonly string[]): Text =>
  inFour(nl, fr, de, en, { names: listed(headings) });

const accounts = inFour(
  'transacties tussen rekeningen ({names}): dat zijn persoonsgegevens en geen cijfers voor een beeld; laat de bron tellen en optellen, en beschrijf die uitkomst',
  'des opérations entre comptes ({names}) : ce sont des données personnelles, non des chiffres pour un tableau ; demandez à la source des nombres et des sommes, et décrivez-les',
  'Transaktionen zwischen Konten ({names}): Das sind personenbezogene Daten und keine Zahlen für ein Lagebild; lassen Sie die Quelle zählen und summieren, und beschreiben Sie das Ergebnis',
  'transactions between accounts ({names}): they are personal data, and no figures of a crime picture; take counts and sums from them at the source',
);
const people = inFour(
  'gegevens van personen, te oordelen naar {names}: daarvan wordt geen beeld gemaakt; neem er bij de bron tellingen uit',
  'des données sur des personnes, à en juger par {names} : on n’en fait pas de tableau ; tirez-en des nombres à la source',
  'Daten von Personen, nach {names} zu urteilen: Daraus wird kein Lagebild gemacht; entnehmen Sie ihnen an der Quelle Zählungen',
  'data of persons, to judge by {names}: no crime picture is made of such a file; take counts from it at the source',
);
const noHeader = inFour(
  'zonder regel met kolomnamen: zet boven de gegevens een regel met de namen die de uitgever opgeeft, en beschrijf het bestand opnieuw',
  'sans ligne d’en-têtes : ajoutez au-dessus des données une ligne avec les noms que donne l’éditeur, et décrivez à nouveau le fichier',
  'ohne Zeile mit Spaltennamen: Setzen Sie über die Daten eine Zeile mit den Namen, die der Herausgeber angibt, und beschreiben Sie die Datei erneut',
  'no header row: add a row of names above the data, as the publisher documents them, and describe it again',
);
const noFigures = inFour(
  'geen kolom met cijfers: misschien een codelijst, of een ander soort bestand; beschrijf het bestand met de cijfers zelf',
  'aucune colonne de chiffres : peut-être une liste de codes, ou un fichier d’un autre genre ; décrivez le fichier des chiffres mêmes',
  'keine Spalte mit Zahlen: vielleicht eine Codeliste oder eine Datei anderer Art; beschreiben Sie die Datei mit den Zahlen selbst',
  'no column of figures: perhaps a list of codes, or a file of another kind; describe the file with the figures themselves',
);
const doubtful = inFour(
  'geen kolom die zeker cijfers bevat; {names} kunnen codes of rangnummers zijn: misschien een codelijst',
  'aucune colonne qui contienne sûrement des chiffres ; {names} peuvent être des codes ou des rangs : peut-être une liste de codes',
  'keine Spalte, die sicher Zahlen enthält; {names} können Codes oder Rangnummern sein: vielleicht eine Codeliste',
  'no column that surely holds figures; {names} may be codes or ranks: perhaps a list of codes',
);
const rates = inFour(
  'alleen verhoudingsgetallen ({names}) en geen aantallen: een beeld telt aantallen en rekent de verhoudingen zelf uit; beschrijf het bestand met de aantallen',
  'seulement des taux ({names}) et aucun nombre : un tableau compte des nombres et calcule lui-même les taux ; décrivez le fichier qui donne les nombres',
  'nur Häufigkeitszahlen ({names}) und keine Anzahlen: Ein Lagebild zählt und berechnet die Häufigkeiten selbst; beschreiben Sie die Datei mit den Anzahlen',
  'rates only ({names}), and no counts: a picture adds counts and works out rates itself; describe the file that has the counts',
);
const shares = inFour(
  'alleen percentages ({names}) en geen aantallen: uit percentages is geen aantal terug te rekenen; beschrijf het bestand met de aantallen',
  'seulement des pourcentages ({names}) et aucun nombre : on ne retrouve pas un nombre à partir d’un pourcentage ; décrivez le fichier qui donne les nombres',
  'nur Prozentwerte ({names}) und keine Anzahlen: Aus Prozenten lässt sich keine Anzahl zurückrechnen; beschreiben Sie die Datei mit den Anzahlen',
  'percentages only ({names}), and no counts: no count can be worked back from a percentage; describe the file that has the counts',
);
const indices = inFour(
  'alleen indexcijfers ({names}), waarin één jaar op 100 is gesteld: een aantal of hoeveelheid is er niet uit terug te rekenen; beschrijf het bestand met de cijfers waarop de index berust',
  'seulement des indices ({names}), où une année vaut 100 : on n’en retrouve ni nombre ni quantité ; décrivez le fichier des chiffres dont l’indice est tiré',
  'nur Indexzahlen ({names}), in denen ein Jahr gleich 100 gesetzt ist: Daraus lässt sich weder Anzahl noch Menge zurückrechnen; beschreiben Sie die Datei mit den Zahlen, auf denen der Index beruht',
  'index numbers only ({names}), in which one year is set to 100: no count or amount can be worked back from them; describe the file with the figures that the index was made from',
);
const changes = inFour(
  'alleen veranderingen ({names}) en niet de cijfers die veranderen; beschrijf het bestand met die cijfers',
  'seulement des évolutions ({names}) et non les chiffres qui évoluent ; décrivez le fichier qui donne ces chiffres',
  'nur Veränderungen ({names}) und nicht die Zahlen, die sich ändern; beschreiben Sie die Datei mit diesen Zahlen',
  'changes only ({names}), and not the figures that change; describe the file that has them',
);
const margins = inFour(
  'alleen foutmarges of grenzen van een interval ({names}) en niet de cijfers waar ze bij horen; beschrijf het bestand met die cijfers',
  'seulement des marges d’erreur ou des bornes d’intervalle ({names}) et non les chiffres auxquels elles se rapportent ; décrivez le fichier qui donne ces chiffres',
  'nur Fehlermargen oder Grenzen eines Intervalls ({names}) und nicht die Zahlen, zu denen sie gehören; beschreiben Sie die Datei mit diesen Zahlen',
  'error margins or bounds of an interval only ({names}), and not the figures they belong to; describe the file that has those',
);

const sections = inFour(
  'regels met alleen een jaar ({names}) als kop van wat eronder staat: zet het jaar op elke regel in een kolom van zijn eigen, en beschrijf het bestand opnieuw',
  'des lignes d’une seule année ({names}), titres de ce qui suit : mettez l’année sur chaque ligne, dans une colonne à elle, et décrivez à nouveau le fichier',
  'Zeilen mit nur einem Jahr ({names}) als Überschrift dessen, was darunter steht: Setzen Sie das Jahr in jeder Zeile in eine eigene Spalte, und beschreiben Sie die Datei erneut',
  'rows of a year alone ({names}) that title what stands below them: put the year on each row, in a column of its own, and describe the file again',
);

/** Years that stand alone in a row and title the rows below, in a table that no column and no constant gives a time; none elsewhere. */
function yearsAbove({ rows }: ReadTable, columns: readonly ColumnGuess[]): readonly string[] {
  const times = ['period', 'periodStart', 'date'];
  if (columns.some(({ written }) => partsOf(written).some((part) => feedsOne(part, times))))
    return [];
  return rows.flatMap(({ cells }) => {
    const [only, ...others] = cells.filter((cell) => cell !== null && cell.trim() !== '');
    const isYear = others.length === 0 && /^(?:19|20)\d\d\*?$/u.test(only?.trim() ?? '');
    return isYear && cells.length > 2 ? [String(only).trim()] : [];
  });
}

const feedsOne = (part: WrittenPart, fields: readonly string[]): boolean =>
  [part, ...Object.values(groupsIn(part))].some((each) => fields.includes(fieldIn(each) ?? ''));

const subjects = inFour(
  'alleen wat geen misdrijf, verdachte of inbeslagname is ({names}), zoals veroordeelden, gedetineerden, personeel, gebruikers, deelnemers of rapportcijfers: geen maat van een beeld bevat het; beschrijf een bestand dat er wel telt',
  'seulement ce qui n’est ni infraction, ni suspect, ni saisie ({names}), comme des condamnés, des détenus, des effectifs, des usagers, des participants ou des notes : aucune mesure d’un tableau ne le contient ; décrivez un fichier qui en compte',
  'nur was weder Straftat noch Tatverdächtiger noch Sicherstellung ist ({names}), wie Verurteilte, Gefangene, Personal, Konsumierende, Teilnehmende oder Noten: Keine Größe eines Lagebilds enthält es; beschreiben Sie eine Datei, die solche zählt',
  'only what is no offence, suspect or seizure ({names}), such as convicted persons, prisoners, staff, users, participants or marks: no measure of a picture holds it; describe a file that counts those',
);

const derived: Readonly<Record<string, Text>> = {
  rate: rates,
  share: shares,
  change: changes,
  'other subject': subjects,
  convictions: subjects,
};

/** What a heading says its figures are that no picture adds up; null where it says nothing of the kind. */
function derivedBy(heading: string): Text | null {
  if (marginWords.test(heading)) return margins;
  if (indexed.test(heading)) return indices;
  return ownValue(derived, measureOf(heading)?.name ?? '') ?? null;
}

/** Words of an index of figures, and of no list: "Index of tables", "Libellé index". */
const indexWords =
  /(?<!\p{L})(?:indexed|ge[ïi]ndexeerde?|indexée?s?|indexierte?[nrs]?|indexcijfers?|indexzahl(?:en)?|index numbers?|nombres? indices?|indices? (?:base|des? prix))(?!\p{L})/iu;

/** Whether all figures of one row or one column are 100, as those are that the others of an index are held against. */
function hasBase(table: ReadTable, values: readonly ColumnGuess[]): boolean {
  const names = new Set(values.flatMap(({ headings }) => headings));
  const places = [...headingsOf(table)].flatMap(([{ index }, heading]) =>
    names.has(heading) ? [index] : [],
  );
  const isBase = (cell: string | null | undefined): boolean =>
    /^100(?:[.,]0+)?$/u.test(cell?.trim() ?? '');
  const { rows } = table;
  return (
    rows.some(({ cells }) => places.every((at) => isBase(cells[at]))) ||
    places.some((at) => rows.every(({ cells }) => isBase(cells[at])))
  );
}

/** Whether a column's cells are fractions, as rates and shares are and counts are not. */
const isFractional = ({ samples }: ColumnGuess): boolean =>
  samples.some((cell) => /\d[.,]\d{1,2}%?$/u.test(cell.trim()) || /%\s*$/u.test(cell));

/** What all figures of a table are by their headings, or by the title above headings that say nothing; null where some may be counts. */
function onlyDerived(
  values: readonly ColumnGuess[],
  ignored: readonly ColumnGuess[],
  labelled: readonly ColumnGuess[],
  { titleLines, file }: Geometry,
  table: ReadTable,
): Text | null {
  const first = ({ headings: [heading = ''] }: ColumnGuess): string => heading;
  const said = values.map((column) => derivedBy(first(column)));
  const left = ignored.flatMap((column) => {
    const what = derivedBy(first(column));
    return what ? [{ what, heading: first(column) }] : [];
  });
  const name = file.replace(/\.[a-z]+$/iu, '').replace(/[_-]+/gu, ' ');
  if (values.length === 0) {
    const [one] = left;
    const subject = [...titleLines, name].map(namesOtherSubject).find((said) => said !== null);
    const ofSubject = subject === undefined ? null : named(subjects, [subject]);
    return one
      ? named(
          one.what,
          left.map(({ heading }) => heading),
        )
      : ofSubject;
  }
  const indexLine = [...titleLines, file.replace(/\.[a-z]+$/iu, '')].find(
    (line) => (indexWords.test(line) || indexed.test(line)) && line.length < 200,
  );
  if (indexLine !== undefined && hasBase(table, values)) return named(indices, [indexLine]);
  const [what] = said;
  if (what && said.every(Boolean)) return named(what, values.map(first));
  if (said.some(Boolean) || !values.every(isFractional)) return null;
  // What each row says ("Deaths per 100 000 inhabitants") is as good as a title.
  const units = labelled.find(({ to }) => to === 'unit');
  const areRates = (label: string): boolean => derivedBy(label) !== null || /%/u.test(label);
  // Of a drug a percentage is how pure it is.
  const isOfDrugs = labelled.some(({ written }) => fieldsOf(written).includes('substance'));
  if (units && !isOfDrugs && units.samples.length > 0 && units.samples.every(areRates))
    return named(derivedBy(units.samples[0] ?? '') ?? shares, [...new Set(units.samples)]);
  const rows = labelled.flatMap(({ samples }) => (new Set(samples).size === 1 ? samples : []));
  // Changes that stand beside figures are none of them, whatever a title begins with.
  const besideChanges = left.some(({ what: of }) => of === changes);
  const title = [...titleLines, ...rows, name].find(
    (line) =>
      line.length < 200 &&
      derivedBy(line) !== null &&
      !(besideChanges && derivedBy(line) === changes),
  );
  return title === undefined ? null : named(derivedBy(title) ?? rates, [title]);
}

/** Why a file seems to be no source of figures, and the one thing to do, in four languages; null where it may be one. */
export function unfitReason(
  columns: readonly ColumnGuess[],
  personal: Readonly<Record<string, string>>,
  geometry: Geometry,
  table: ReadTable,
): Text | null {
  const persons = Object.entries(personal).flatMap(([heading, detector]) =>
    detector === 'heading' ? [heading] : [],
  );
  const ofAccounts = persons.filter((heading) =>
    /account|iban|rekening|konto|compte/iu.test(heading),
  );
  if (ofAccounts.length > 1) return named(accounts, ofAccounts);
  if (persons.length > 1 && persons.length * 4 >= columns.length) return named(people, persons);
  if (geometry.header.value === 0) return noHeader;
  const years = yearsAbove(table, columns);
  if (new Set(years).size > 1 && years.length < table.rows.length / 2)
    return named(sections, [...new Set(years)]);
  const values = columns.filter(({ kind, to }) => kind === 'fold' || isFigureField(to));
  const ignored = columns.filter(({ kind, to }) => kind !== 'fold' && to === null);
  const labelled = columns.filter(({ kind, to }) => kind !== 'fold' && !isFigureField(to));
  const only = onlyDerived(values, ignored, labelled, geometry, table);
  if (only) return only;
  if (values.length === 0) return noFigures;
  // Below headings of years or drugs there are figures, however they are written; and no list of codes has a row a period, or days with drugs.
  const isTaken = (field: string): boolean =>
    columns.some(({ to, confidence }) => to === field && confidence >= thresholds.taken);
  const isTimed =
    isTaken('period') || isTaken('periodStart') || (isTaken('date') && isTaken('substance'));
  if (
    !isTimed &&
    values.every(
      ({ kind, confidence }) => kind === 'column' && confidence < thresholds.countsNothing,
    )
  )
    return named(
      doubtful,
      values.flatMap(({ headings }) => headings.slice(0, 1)),
    );
  return null;
}

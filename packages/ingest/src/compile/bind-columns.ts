import { expression, fileRepairs, type ReadColumn, type ReadTable } from '@samenbeeld/read';
import {
  InputError,
  inEach,
  inFour,
  joinWith,
  nearNames,
  ownValue,
  type Place,
  quoted,
  semicolon,
  type Text,
  withheldText,
} from '@samenbeeld/schema';
import { periodIn, resolveCell } from '../cell/resolve-cell.ts';
import type { ColumnRule, Fold, SourceDescription } from '../description/description.ts';
import { fields } from '../fields.ts';
import { flawWords } from '../issue-words.ts';
import type { TableHead } from '../stage/staged-table.ts';
import { type Binding, type BoundColumn, headingOf, type Slot, shownColumn } from './binding.ts';

/** A heading is shown up to here: a line that no delimiter splits is one heading. */
const longest = 100;

function cutHeading(name: string): string {
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}

function headingWords(names: readonly string[]): Text {
  const shown = names.slice(0, 12).map((name) => quoted(cutHeading(name)));
  const n = names.length - shown.length;
  const more = inFour('… nog {n}', '… {n} de plus', '… {n} weitere', '… {n} more', { n });
  return joinWith(n > 0 ? [...shown, more] : shown, ', ');
}

function placeOf({ file, sheet, lines, columns: [first] }: TableHead): Place {
  const line = first?.headedAt ?? lines.title + 1;
  return { file, ...(sheet !== null && { sheet }), line };
}

/** The words of a heading, in lower case. */
const wordsIn = (heading: string): ReadonlySet<string> =>
  new Set(heading.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** How many words two headings share, where one of them has all words of the other ("Quantité saisie (kg)", "Quantité (kg)"). */
function shared(one: string, other: string): number {
  const [few, many] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.size - b.size);
  return few && many && [...few].every((word) => many.has(word)) ? few.size : 0;
}

/** The heading nearest to a missing one, where they plausibly are the same words. */
function renamed(missing: string, unknown: readonly string[]): string | undefined {
  const told = unknown.filter(({ length }) => length <= longest);
  const [widest] = told
    .filter((name) => shared(missing, name) > 0)
    .sort((a, b) => shared(missing, b) - shared(missing, a));
  return nearNames(missing, told)[0] ?? widest;
}

/** A heading as a list of YAML takes it. */
const inYaml = (heading: string): string =>
  /^\p{L}[\p{L}\p{N}_ ]*$/u.test(heading) ? heading : JSON.stringify(heading);

/** The headings of a file are not those of the description. */
function headersRefused(
  table: TableHead,
  headings: readonly string[],
  match: { readonly unknown: readonly string[]; readonly missing: readonly ColumnRule[] },
  description: SourceDescription,
): InputError {
  const place = placeOf(table);
  const { unknown, missing } = match;
  const names = missing.map(({ header }) => header);
  const expected = description.columns.filter(({ optional }) => !optional);
  const pair = names
    .map((name) => [name, renamed(name, unknown)] as const)
    .find(([, near]) => near);
  const said = {
    id: description.id,
    file: description.file,
    fold: description.folds[0]?.headers ?? '',
    expected: headingWords(expected.map(({ header }) => header)),
    found: headingWords(headings),
  };
  const isText = /\.(?:txt|md)$/iu.test(place.file ?? '');
  const nameIt = inFour(
    'noem de bron waar dit bestand vandaan komt, of verbeter {file}',
    'nommez la source dont vient ce fichier, ou corrigez {file}',
    'die Quelle nennen, aus der diese Datei stammt, oder {file} berichtigen',
    'name the source this file comes from, or correct {file}',
    said,
  );
  if (missing.length * 2 > expected.length || (missing.length === 0 && unknown.length === 0))
    return new InputError(
      description.folds.length > 0
        ? inFour(
            'dit is geen bestand van {id}; verwacht: de kolommen {expected} en koppen als {fold}; gevonden: {found}',
            'ce n’est pas un fichier de {id} ; attendu : les colonnes {expected} et des en-têtes comme {fold} ; trouvé : {found}',
            'das ist keine Datei von {id}; erwartet: die Spalten {expected} und Überschriften wie {fold}; gefunden: {found}',
            'this is not a file of {id}: expected the columns {expected} and headings like {fold}, found {found}',
            said,
          )
        : inFour(
            'dit is geen bestand van {id}; verwacht: de kolommen {expected}; gevonden: {found}',
            'ce n’est pas un fichier de {id} ; attendu : les colonnes {expected} ; trouvé : {found}',
            'das ist keine Datei von {id}; erwartet: die Spalten {expected}; gefunden: {found}',
            'this is not a file of {id}: expected the columns {expected}, found {found}',
            said,
          ),
      {
        place,
        repair: isText ? joinWith([nameIt, fileRepairs.claims], semicolon) : nameIt,
      },
    );
  if (pair) {
    const [lacking, near] = [quoted(pair[0]), quoted(pair[1] ?? '')];
    return new InputError(
      inFour(
        'de kolom {lacking} verwacht, gevonden: {near}',
        'la colonne {lacking} était attendue, trouvé : {near}',
        'die Spalte {lacking} erwartet, gefunden: {near}',
        'expected the column {lacking}, found {near}',
        { lacking, near },
      ),
      {
        place,
        repair: inFour(
          'is het dezelfde kolom, voeg dan `also: [{name}]` toe bij {lacking} in {file}',
          'si c’est la même colonne, ajoutez `also: [{name}]` à {lacking} dans {file}',
          'ist es dieselbe Spalte, `also: [{name}]` bei {lacking} in {file} hinzufügen',
          'if it is the same column, add "also: [{name}]" to {lacking} in {file}',
          { name: inYaml(pair[1] ?? ''), lacking, file: description.file },
        ),
      },
    );
  }
  if (missing.length > 0)
    return new InputError(
      inFour(
        'verwacht: {n:de kolom|de kolommen} {names}; gevonden: {found}',
        'attendu : {n:la colonne|les colonnes} {names} ; trouvé : {found}',
        'erwartet: {n:die Spalte|die Spalten} {names}; gefunden: {found}',
        'expected the {n:column|columns} {names}, found {found}',
        { ...said, n: names.length, names: headingWords(names) },
      ),
      {
        place,
        repair: inFour(
          'haal het hele bestand opnieuw op, of merk de kolom als optional in {file}',
          'récupérez à nouveau le fichier entier, ou marquez la colonne comme optional dans {file}',
          'die ganze Datei neu abrufen oder die Spalte in {file} als optional kennzeichnen',
          'fetch the whole file again, or mark the column optional in {file}',
          said,
        ),
      },
    );
  const odd = { ...said, n: unknown.length, unknown: headingWords(unknown) };
  return new InputError(
    inFour(
      '{n:de kolom|de kolommen} {unknown} {n:is|zijn} niet toegewezen en niet genegeerd',
      '{n:la colonne|les colonnes} {unknown} {n:n’est ni reliée ni ignorée|ne sont ni reliées ni ignorées}',
      '{n:die Spalte|die Spalten} {unknown} {n:ist|sind} weder zugeordnet noch ignoriert',
      'the {n:column|columns} {unknown} {n:is|are} neither mapped nor ignored',
      odd,
    ),
    {
      place,
      repair: inFour(
        'wijs {n:haar|ze} toe of negeer {n:haar|ze} met een reden in {file}',
        '{n:reliez-la ou ignorez-la|reliez-les ou ignorez-les} avec une raison dans {file}',
        'sie in {file} zuordnen oder mit einem Grund ignorieren',
        'map {n:it|them} or ignore {n:it|them} with a reason in {file}',
        odd,
      ),
    },
  );
}

/** What is wrong with a heading that may be of any length: its beginning, and what is said of it. */
function cutMessage(text: string): string {
  const message = withheldText(text);
  return message.length > 5 * longest
    ? `${message.slice(0, longest)}…${message.slice(-2 * longest)}`
    : message;
}

/** A folded heading cannot be read. */
function headingRefused(
  table: TableHead,
  column: ReadColumn,
  text: string,
  flaw: Parameters<typeof flawWords>[1],
): InputError {
  const { message, repair } = flawWords(text, flaw);
  const cut = inEach((language) => cutMessage(message[language]));
  return new InputError(
    inFour('de kop: {cut}', 'l’en-tête : {cut}', 'die Überschrift: {cut}', 'the heading {cut}', {
      cut,
    }),
    { place: { ...placeOf(table), column: column.letter }, repair },
  );
}

/** In JSON a column has a name and no letter. */
function isJson({ file }: TableHead): boolean {
  return /\.json$/i.test(file);
}

/** Headings of a table, each distinct: one that stands on several columns is numbered. */
export function headingsOf(table: Pick<ReadTable, 'columns'>): ReadonlyMap<ReadColumn, string> {
  const columns = table.columns.filter((column) => headingOf(column) !== '' || !column.empty);
  const counts = new Map<string, number>();
  for (const column of columns) {
    const heading = headingOf(column);
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return new Map(
    columns.map((column) => {
      const heading = headingOf(column);
      if ((counts.get(heading) ?? 0) < 2) return [column, heading];
      const number = (seen.get(heading) ?? 0) + 1;
      seen.set(heading, number);
      return [column, `${heading} #${number}`];
    }),
  );
}

/** Columns of the record that a name gives for each of its texts: a period its days, whatever part of a year it is. */
function setsOf(
  names: Readonly<Record<string, string | null>>,
  { record, language }: SourceDescription,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, value]) => {
      const days = name === 'period' && value ? periodIn(value, language) : null;
      const period = [days?.start, days?.end, days?.freq];
      return (ownValue(fields[record], name)?.columns ?? []).map((column, at) => [
        column,
        name === 'period' ? (period[at] ?? null) : value || null,
      ]);
    }),
  );
}

function foldedSlot(
  column: ReadColumn,
  heading: string,
  fold: Fold,
  index: number,
  description: SourceDescription,
  table: TableHead,
): Slot | null {
  const match = expression(fold.headers).find(heading);
  if (!match) return null;
  const sets = setsOf(fold.value.set, description);
  const keys: string[] = [];
  for (const [group, mapping] of Object.entries(fold.groups)) {
    const text = match.named(group)?.trim() ?? '';
    keys.push(text);
    const field = ownValue(fields[description.record], mapping.to);
    if (!field) continue;
    const blank = { values: field.columns.map(() => mapping.blank) };
    const resolved = text ? resolveCell(text, mapping, field, description.language) : blank;
    if ('rule' in resolved) throw headingRefused(table, column, text, resolved);
    for (const [at, name] of field.columns.entries()) sets[name] = resolved.values[at] ?? null;
  }
  const name = `c${column.index}`;
  const shown = shownColumn(column, isJson(table));
  const key = `fold ${index + 1}: ${keys.join(' ')}`;
  return { column, name, shown, key, header: null, heading, mapping: fold.value, sets };
}

function slotsOf(bound: BoundColumn, description: SourceDescription): readonly Slot[] {
  return bound.rule.mappings.flatMap((mapping) =>
    mapping.to === 'value'
      ? [
          {
            column: bound.column,
            name: bound.name,
            shown: bound.shown,
            key: bound.rule.header,
            header: bound.rule.header,
            heading: bound.rule.header,
            mapping,
            sets: setsOf(mapping.set, description),
          },
        ]
      : [],
  );
}

/** What each heading of a table finds in a description: a rule, a fold, or nothing. */
export function matchHeadings(
  headings: readonly string[],
  description: SourceDescription,
): {
  readonly rules: ReadonlyMap<string, ColumnRule>;
  readonly unknown: readonly string[];
  readonly missing: readonly ColumnRule[];
} {
  const rules = new Map<string, ColumnRule>();
  const there = new Set(headings);
  for (const rule of description.columns) {
    const heading = rule.headers.find((name) => there.has(name));
    if (heading !== undefined) rules.set(heading, rule);
  }
  const found = new Set([...rules.values()]);
  const folds = description.folds.map(({ headers }) => expression(headers));
  const folded = (heading: string): boolean => folds.some((pattern) => pattern.test(heading));
  return {
    rules,
    unknown: headings.filter((heading) => !rules.has(heading) && !folded(heading)),
    missing: description.columns.filter((rule) => !rule.optional && !found.has(rule)),
  };
}

/** Joins a table's columns to the description: mapped, ignored, folded, or an InputError that helps. */
export function bindColumns<Table extends TableHead>(
  table: Table,
  description: SourceDescription,
): Binding<Table> {
  const headings = headingsOf(table);
  const match = matchHeadings([...headings.values()], description);
  const { rules } = match;
  const columns: BoundColumn[] = [];
  const folded: Slot[] = [];
  for (const [column, heading] of headings) {
    const rule = rules.get(heading);
    const name = `c${column.index}`;
    if (rule) columns.push({ column, name, shown: shownColumn(column, isJson(table)), rule });
    else
      for (const [index, fold] of description.folds.entries()) {
        const slot = foldedSlot(column, heading, fold, index, description, table);
        if (slot) folded.push(slot);
      }
  }
  const slots = [...columns.flatMap((bound) => slotsOf(bound, description)), ...folded];
  if (match.unknown.length > 0 || match.missing.length > 0 || slots.length === 0)
    throw headersRefused(table, [...headings.values()], match, description);
  return { table, columns, slots };
}

import { codeLists, fields, type WrittenMapping } from '@samenbeeld/ingest';
import {
  countries,
  detectPersonalData,
  foldText,
  inFour,
  ownValue,
  places,
  quoted,
} from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { codeBy } from '../mapped-codes.ts';
import { thresholds } from '../thresholds.ts';
import { measureOf } from './measures.ts';
import { profileColumn } from './profile-column.ts';
import { propose } from './propose.ts';
import { readHeading } from './read-heading.ts';
import type { TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { writeColumn } from './write-column.ts';
import { withoutCounterpart } from './write-offence.ts';

/** A line above the table that says of which part of a dimension its figures are. */
interface Captioned {
  readonly caption: string;
  readonly text: string;
  readonly concept: Concept;
  /** Finds the text again, in this file and in others of its kind. */
  readonly pattern: string;
}

type Written = Readonly<Record<string, unknown>>;

/** What a title can narrow; where no field holds it, it is kept as a note. */
const kept: readonly Concept[] = [
  'offence',
  'offenceKey',
  'substance',
  'place',
  'country',
  'adminArea',
  'sex',
  'age',
  'nationality',
  'legalStatus',
  'transportMode',
  'concealment',
  'departureCountry',
  'originCountry',
  'destinationCountry',
];
/** What is guessed from the whole title as well, so that an unknown word needs no note. */
const others: readonly Concept[] = [
  'period',
  'date',
  'unit',
  'countUnit',
  'metric',
  'basis',
  'agencies',
];

/** What tables are split by, as titles list it. */
const splitBy: readonly Concept[] = [
  'period',
  'periodPart',
  'sex',
  'age',
  'nationality',
  'legalStatus',
  'offence',
  'substance',
  'place',
  'adminArea',
  'country',
];

/** What a constant may say of how its text is read. */
const options = ['codes', 'rules', 'list', 'otherwise', 'accept', 'as', 'format', 'century'];

/** A caption with its value, both known, says of the whole table what no column says. */
const captionedSure = 0.86;
const line = /^(?<caption>\p{L}[\p{L}\p{M}'’ /()-]{0,39}?)(?<mark>\s*[:=]\s*)(?<text>\S.*)$/u;

/** The last words of a line, behind what the table is of: "misdrijven per soort, gemeente: …". */
const atEnd = /,\s*([^,:=]+[:=][^,]+)$/u;

/** Whether a text lists what a table is split by, and where it is of ("Germany, years"): the title of the table, and no phenomenon. */
function listsDimensions(text: string, { language }: TableView): boolean {
  const parts = text.split(/\s*,\s*/u).filter((part) => part !== '');
  const isPlace = (part: string): boolean =>
    [countries, places].some((list) => list.lookup(part, language).kind === 'exact');
  const isDimension = (part: string): boolean =>
    [part, part.replace(/(?:s|en|e)$/u, '')].some((name) => {
      const [top] = readHeading([name], language);
      return (
        (top?.score ?? 0) >= thresholds.headingTells && splitBy.includes(top?.concept ?? 'note')
      );
    });
  return (
    parts.length > 1 &&
    parts.some(isDimension) &&
    parts.every((part) => isDimension(part) || isPlace(part))
  );
}

function captionedIn(title: string, view: TableView): readonly Captioned[] {
  const parts = title.split(/\s*[;|]\s*/u).filter((part) => part !== '');
  const single = parts.length === 1;
  return parts.flatMap((part) => {
    const whole = line.exec(part.trim())?.groups;
    const { caption, mark, text } = whole ?? line.exec(atEnd.exec(part)?.[1] ?? '')?.groups ?? {};
    if (!caption || !mark || !text) return [];
    const [first] = readHeading([caption], view.language);
    if (
      !first ||
      first.score < thresholds.headingTells ||
      ![...kept, ...others].includes(first.concept)
    )
      return [];
    if (listsDimensions(text, view)) return [];
    // "Hamburger Hafen: Kokainfunde" names a port before what was found there.
    const isBare = foldText(first.term) === foldText(caption.trim());
    const isNamed = places.lookup(text.trim(), view.language).kind !== 'none';
    if (first.concept === 'place' && !isBare && !isNamed) return [];
    if (detectPersonalData(text, { column: 'code' }).length > 0) return [];
    const head = `${escaped(caption)}\\s*[:=]\\s*`;
    const begins = single ? (whole ? '^' : ',\\s*') : `(?:^|[;|${whole ? '' : ','}])\\s*`;
    const plain = {
      ...{ caption, text: text.trim(), concept: first.concept },
      pattern: `${begins}${head}${single ? '(.+)$' : '([^;|]+)'}`,
    };
    const [, key] = /^[^()]*\(([A-Z]{0,2}\d[\dAB]\d{1,6})\)$/u.exec(plain.text) ?? [];
    if (key === undefined || first.concept !== 'place') return [plain];
    // The key behind a name tells it from its namesakes.
    const byKey = {
      ...plain,
      text: key,
      pattern: `${begins}${head}[^()]*\\(([^()]+)\\)`,
    };
    const isKnown = cellOf(byKey, view).some(
      ([field, written]) => field === 'place' && meant(field, written, key, view) !== null,
    );
    return [isKnown ? byKey : plain];
  });
}

/** The kind of offence: the number of a national scheme where it has one, and ICCS where a counterpart is proposed. */
function offenceOf({ text }: Captioned, view: TableView): readonly (readonly [string, Written])[] {
  const numbered = /^\d\.\d\.\d+ \S/.test(text);
  const all = view.language === 'nl' && /^totaal\b/iu.test(text);
  const national =
    numbered || all
      ? {
          rules: [
            { match: '^[Tt]otaal.*$', to: '0.0.0' },
            { match: '^(\\d\\.\\d\\.\\d+) .+$', to: '$1' },
          ],
        }
      : {};
  const name = text.replace(/^\d+(?:\.\d+)* /, '');
  const [proposal] = propose([name], 'offences', {
    language: view.language,
    country: view.country?.country ?? null,
  });
  const reason = withoutCounterpart;
  const known =
    proposal?.to && proposal.match === 'exact' && !all
      ? [['offence', { codes: { [text]: proposal.to }, otherwise: { to: null, reason } }] as const]
      : [];
  return [['nationalCode', national], ...known];
}

/** The text read as a column of one cell would be. */
function cellOf(
  { caption, text, concept }: Captioned,
  view: TableView,
): readonly (readonly [string, Written])[] {
  // "Unité : nombre de faits" says what is counted, as the same words over a column do.
  const counted = concept === 'unit' ? measureOf(text)?.set['countUnit'] : undefined;
  if (counted !== undefined) return [['unit', { codes: { [text]: counted } }]];
  const column = { index: 0, letter: 'A', headers: [caption], filled: false, empty: false };
  const table = { rows: [{ line: 1, lines: 1, cells: [text] }] };
  const profile = profileColumn(table, column, caption, view.language);
  const guess = writeColumn(concept, profile, { ...view, columns: [] });
  const rows = guess?.crosswalks.flatMap((crosswalk) => crosswalk.rows) ?? [];
  const coded = rows.flatMap(({ from, to, match }) =>
    to !== null && match === 'exact' ? [[from, to]] : [],
  );
  return ([guess?.written ?? []].flat() as readonly Written[]).flatMap((mapping) => {
    const { to, crosswalk } = mapping;
    if (typeof to !== 'string') return [];
    if (crosswalk !== undefined)
      return coded.length > 0 ? [[to, { codes: Object.fromEntries(coded) }] as const] : [];
    const own = Object.entries(mapping).filter(([name]) => options.includes(name));
    return [[to, Object.fromEntries(own)] as const];
  });
}

/** The code that a text becomes, or null where the mapping does not know it. */
function meant(field: string, written: Written, text: string, view: TableView): string | null {
  const known = ownValue(fields[view.record], field);
  if (!known) return null;
  if (known.kind !== 'code') return text;
  const mapping = { to: field, ...written } as WrittenMapping;
  const none = { headings: [], crosswalks: [] };
  return codeBy(mapping, none, view.record, view.language)(text) ?? null;
}

/**
 * Constants that lines above the table give for dimensions that no column holds ("Soort misdrijf: 3.1.1 Drugshandel"):
 * read from the title of each file, so that the next edition says its own.
 */
export function titleScope(
  view: TableView,
  titleLines: readonly string[],
  lacks: (field: string) => boolean,
): Readonly<Record<string, ConstantGuess>> {
  const found: Record<string, ConstantGuess> = {};
  for (const captioned of titleLines.flatMap((title) => captionedIn(title, view))) {
    const { caption, text, concept, pattern } = captioned;
    const offence = concept === 'offence' || concept === 'offenceKey';
    const mappings =
      offence && view.record === 'observation'
        ? offenceOf(captioned, view)
        : cellOf(captioned, view);
    const said = inFour(
      'de regel boven de tabel zegt {said}',
      'la ligne au-dessus du tableau dit {said}',
      'die Zeile über der Tabelle sagt {said}',
      'the line above the table says {said}',
      { said: quoted(`${caption}: ${text}`) },
    );
    let taken = false;
    for (const [field, written] of mappings) {
      const value = meant(field, written, text, view);
      if (value === null || field === 'note' || field === 'placeNote') continue;
      taken = true;
      if (!lacks(field) || ownValue(found, field)) continue;
      const label = ownValue(codeLists, ownValue(fields[view.record], field)?.list ?? '')?.lookup(
        value,
      );
      const name =
        label?.kind === 'exact' && label.entry.label.en !== text ? label.entry.label : null;
      found[field] = {
        value,
        // A place that no list knows may be none.
        confidence: /^[A-Z]{2}\.PLACE\./u.test(value) ? 0.6 : captionedSure,
        reason: inFour(
          '{said}{meaning}, en geen kolom bevat het',
          '{said}{meaning}, et aucune colonne ne le contient',
          '{said}{meaning}, und keine Spalte enthält es',
          '{said}{meaning}, and no column holds it',
          {
            said,
            meaning: name
              ? inFour(
                  ' ({value} is {name})',
                  ' ({value} : {name})',
                  ' ({value} ist {name})',
                  ' ({value} is {name})',
                  { value, name },
                )
              : '',
          },
        ),
        alternatives: [],
        written: { fromTitle: pattern, ...written },
      };
    }
    if (taken || !kept.includes(concept) || found['note'] || !lacks('note')) continue;
    found['note'] = {
      value: text,
      confidence: 0.5,
      reason: inFour(
        `{said}, wat geen veld van een ${view.record === 'seizure' ? 'inbeslagname' : 'observatie'} zo kan bevatten: de cijfers zijn alleen van dit deel; als opmerking bewaard tot het is beslist`,
        `{said}, ce qu’aucun champ d’une ${view.record === 'seizure' ? 'saisie' : 'observation'} ne contient tel quel : les chiffres ne portent que sur cette partie ; gardé comme note jusqu’à décision`,
        `{said}, was kein Feld einer ${view.record === 'seizure' ? 'Sicherstellung' : 'Beobachtung'} so enthält: Die Zahlen gelten nur für diesen Teil; als Vermerk behalten, bis es entschieden ist`,
        `{said}, which no field of ${view.record === 'seizure' ? 'a seizure' : 'an observation'} holds as it stands: the figures are only of this part; kept as a note until it is decided`,
        { said },
      ),
      alternatives: [],
      written: { fromTitle: pattern },
    };
  }
  return found;
}

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Constant, Mapping, SourceDescription } from '@samenbeeld/ingest';
import type { FileShape } from '@samenbeeld/read';
import {
  inFour,
  type Language,
  ownValue,
  quoted,
  shownText,
  type Text,
  wherePersonal,
} from '@samenbeeld/schema';
import { readHeading } from './columns/read-heading.ts';
import { aboutColumn } from './draft/column-rules.ts';
import { answerMarked } from './draft/heading-lines.ts';
import { writtenShape } from './draft/shape-part.ts';
import { escaped } from './escaped.ts';
import type { CrosswalkFile, OpenDecision, Trial } from './file-description.ts';
import type { NearestSource } from './nearest-source.ts';
import { alike, clauses } from './quoted.ts';
import { thresholds } from './thresholds.ts';
import { type TriedFile, triedFile, tryDescription, trySource } from './trial/try-description.ts';

const require = createRequire(import.meta.url);

/** How a description is called: the file it is for, its id, what its crosswalks are named after, and its schema. */
interface OwnNames {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly schema: string | undefined;
  /** How the file is laid out, where the source reads another layout. */
  readonly shape: FileShape;
  /** The language in which it is worded. */
  readonly language: Language;
}

/** A description as it is tried, and what is open in it. */
interface OwnDescription {
  readonly yaml: string;
  readonly crosswalks: readonly CrosswalkFile[];
  readonly decisions: readonly OpenDecision[];
}

/**
 * What changed in the headings since a description was written, in its text: a column under another name has it too, a new one is
 * left out, one that was left out need not be there. Each is a question.
 */
function withChanges(
  text: string,
  { renamed, unknown, missing, isClaimSheet }: NearestSource,
  language: Language,
): Pick<OwnDescription, 'yaml' | 'decisions'> {
  const { isMap, isScalar, isSeq, parseDocument } = require('yaml') as typeof import('yaml');
  const document = parseDocument(text);
  const columns = document.get('columns');
  const decisions: OpenDecision[] = [];
  if (!isMap(columns)) return { yaml: text, decisions };
  const change = (heading: string, question: Text | null, proposed: Text, set: object): void => {
    const known = columns.items.find((item) => isScalar(item.key) && item.key.value === heading);
    const value = known && isSeq(known.value) ? known.value.items[0] : known?.value;
    for (const [key, added] of Object.entries(set)) {
      const before: unknown = isMap(value) ? value.get(key) : undefined;
      const listed = isSeq(before) ? before.toJSON() : before === undefined ? [] : [before];
      if (isMap(value)) value.set(key, Array.isArray(added) ? [...listed, ...added] : added);
    }
    const pair = known ?? document.createPair(heading, set);
    if (!known) columns.items.push(pair as (typeof columns.items)[number]);
    if (question === null) return;
    const number = decisions.length + 1;
    const shown = shownText(question[language].replace(/\s+/gu, ' '));
    if (isScalar(pair.key))
      pair.key.commentBefore = [pair.key.commentBefore, ` decide ${number}: ${shown}`]
        .filter(Boolean)
        .join('\n');
    const about = aboutColumn(heading);
    decisions.push({
      ...{ number, about, path: ['columns', heading], keys: [heading] },
      ...{ question, proposed, alternatives: [] },
    });
  };
  for (const [before, now] of renamed)
    change(
      before,
      inFour(
        'Is {now} wat in eerdere uitgaven {before} heette?',
        '{now} est-il ce qui s’appelait {before} dans les éditions précédentes ?',
        'Ist {now} das, was in früheren Ausgaben {before} hieß?',
        'Is {now} what was called {before} in earlier editions?',
        { now: quoted(now), before: quoted(before) },
      ),
      alike(now),
      { also: [now] },
    );
  for (const heading of unknown)
    change(
      heading,
      inFour(
        '{heading} is nieuw in deze uitgave en weggelaten: is het nodig, of splitst het de cijfers?',
        '{heading} est nouveau dans cette édition et laissé de côté : en a-t-on besoin, ou ventile-t-il les chiffres ?',
        '{heading} ist in dieser Ausgabe neu und weggelassen: wird es gebraucht, oder gliedert es die Zahlen?',
        '{heading} is new in this edition and left out: is it needed, or does it split the figures?',
        { heading: quoted(heading) },
      ),
      inFour('weggelaten', 'laissé de côté', 'weggelassen', 'left out'),
      {
        ignore: inFour(
          'nieuw in deze uitgave: niemand heeft gezegd wat erin staat',
          'nouveau dans cette édition : personne n’a dit ce qu’il contient',
          'in dieser Ausgabe neu: niemand hat gesagt, was darin steht',
          'new in this edition: nobody has said what it holds',
        )[language],
      },
    );
  for (const heading of missing)
    change(
      heading,
      isClaimSheet
        ? null
        : inFour(
            '{heading} staat niet meer in het bestand: klopt dat?',
            '{heading} n’est plus dans le fichier : est-ce juste ?',
            '{heading} steht nicht mehr in der Datei: stimmt das?',
            '{heading} is no longer in the file: is that right?',
            { heading: quoted(heading) },
          ),
      alike('optional'),
      { optional: true },
    );
  if (decisions.length > 0)
    document.set(
      'open',
      decisions.map(({ number, about }) => `${number} ${about.en}`),
    );
  return { yaml: String(document), decisions };
}

/** Whether a file has the headings of a source and nothing else, whatever its layout. */
function isAlike({ shared, needed, renamed, unknown }: NearestSource): boolean {
  return shared === needed && renamed.length === 0 && unknown.length === 0;
}

/** What each row of a claim sheet must say. */
const told: ReadonlySet<string> = new Set([
  'claim',
  'place',
  'basis',
  'agency',
  'metric',
  'value',
  'unit',
  'period_from',
  'period_to',
  'url',
]);

/** The number by which StatLine, and those who publish in it, name a table ("47022NED"). */
const tableNumber = /(?<!\d)\d{5}[a-z]{3}(?!\p{L})/iu;

/** Whether a file's name is that of another table than a source reads, by the numbers of both. */
function isOtherTable(file: string, id: string): boolean {
  const [own, known] = [file, id].map((name) => tableNumber.exec(name)?.[0].toLowerCase());
  return own !== undefined && known !== undefined && own !== known;
}

/** Whether a file is a later edition of a source, as far as its headings say: nearly all are there, and none that is mapped is gone. */
function isEdition(
  { shared, needed, renamed, missing, unknown, isClaimSheet }: NearestSource,
  { columns, source: { publisher } }: SourceDescription,
): boolean {
  const mapped = columns.filter(({ ignore }) => ignore === null);
  // A column that is left out of a claim sheet is an empty cell.
  const lost = missing.some((name) =>
    isClaimSheet ? told.has(name) : mapped.some(({ header }) => header === name),
  );
  const changes = renamed.length + missing.length + unknown.length;
  // A column of legal status counts suspects, convicts or victims, and not what the source counts.
  const countsPersons = unknown.some(
    (name) => readHeading([name], 'en')[0]?.concept === 'legalStatus',
  );
  return (
    !countsPersons &&
    (publisher !== 'UNSPECIFIED' || isClaimSheet) &&
    !lost &&
    changes > 0 &&
    changes <= shared &&
    shared + renamed.length >= needed * thresholds.editionLike
  );
}

/** A description with the layout in which a file was found. */
function withShape(text: string, shape: FileShape): string {
  const { parseDocument } = require('yaml') as typeof import('yaml');
  const document = parseDocument(text);
  document.set('file', writtenShape(shape));
  return String(document);
}

/** The description of a known source for a file that it takes, or nearly: under the file's own id and names. */
function ownDescription(
  { id: known, file: written }: SourceDescription,
  folder: string,
  nearest: NearestSource,
  { file, id, name, schema, shape, language }: OwnNames,
  isLaidOut: boolean,
): OwnDescription {
  const described = readFileSync(join(folder, basename(written)), 'utf8').replace(/^\uFEFF/u, '');
  const { yaml: text, decisions } = nearest.fits
    ? { yaml: described, decisions: [] }
    : withChanges(isLaidOut ? described : withShape(described, shape), nearest, language);
  const used = readdirSync(folder).filter(
    (each) =>
      each.endsWith('.csv') && new RegExp(`crosswalk: ${escaped(each)}(?![\\w.-])`, 'u').test(text),
  );
  const crosswalks = used.map((each): CrosswalkFile => {
    const rows = readFileSync(join(folder, each), 'utf8');
    const labels = rows.trimEnd().split('\n').length - 1;
    return { name: ownCrosswalk(name, each), text: rows, labels, open: 0 };
  });
  const body = text
    .replace(/^# yaml-language-server:.*\n/u, '')
    .replace(/^source: .*$/mu, () => `source: ${id}`)
    .replace(/crosswalk: ([\w.-]+\.csv)/gu, (whole, each: string) =>
      used.includes(each) ? `crosswalk: ${ownCrosswalk(name, each)}` : whole,
    );
  const of = nearest.fits
    ? inFour(
        'Van {known}, dat {file} neemt zoals het is: er staat niets open. Die bron zelf gebruiken: samenbeeld ingest {known} BESTAND',
        'De {known}, qui prend {file} tel quel : rien n’est ouvert. Pour employer cette source même : samenbeeld ingest {known} FICHIER',
        'Von {known}, das {file} nimmt, wie es ist: nichts ist offen. Diese Quelle selbst verwenden: samenbeeld ingest {known} DATEI',
        'Of {known}, which takes {file} as it is: nothing is open. To use that source itself, samenbeeld ingest {known} FILE',
        { known, file },
      )
    : inFour(
        'Van {known}, met wat er in {file} veranderde. {answer}',
        'De {known}, avec ce qui a changé dans {file}. {answer}',
        'Von {known}, mit dem, was sich in {file} geändert hat. {answer}',
        'Of {known}, with what changed in {file}. {answer}',
        { known, file, answer: answerMarked },
      );
  const heading = [
    `# yaml-language-server: $schema=${schema ?? 'https://samenbeeld.example/source-description.schema.json'}`,
    `# ${of[language]}`,
  ];
  return { yaml: `${[...heading, '', body].join('\n')}`, crosswalks, decisions };
}

/** What a crosswalk of a known source is called beside a description of its own. */
const ownCrosswalk = (name: string, crosswalk: string): string => `${name}.${crosswalk}`;

/**
 * A known source under the names that `ownDescription` gives it, as far as a trial tells them; null where a name that a person gave
 * is for the check of the written description to refuse.
 */
function underOwnNames(
  source: SourceDescription,
  { id, name }: OwnNames,
): SourceDescription | null {
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(id) || wherePersonal([id, name]) !== null) return null;
  const mapped = (mapping: Mapping): Mapping =>
    mapping.crosswalk === null
      ? mapping
      : {
          ...mapping,
          crosswalk: { ...mapping.crosswalk, file: ownCrosswalk(name, mapping.crosswalk.file) },
        };
  const each = <Of>(
    held: Readonly<Record<string, Of>>,
    change: (of: Of) => Of,
  ): Readonly<Record<string, Of>> =>
    Object.fromEntries(Object.entries(held).map(([key, of]) => [key, change(of)]));
  return {
    ...source,
    id,
    file: triedFile,
    salt: source.salt === source.id ? id : source.salt,
    constants: each(source.constants, (of): Constant => ({ ...of, mapping: mapped(of.mapping) })),
    columns: source.columns.map((rule) => ({ ...rule, mappings: rule.mappings.map(mapped) })),
    folds: source.folds.map((fold) => ({
      ...fold,
      groups: each(fold.groups, mapped),
      value: mapped(fold.value),
    })),
  };
}

/** A known source that takes a file, as it is or as a later edition: its description under the file's own names, and what became of the file with it. */
export interface Recognised extends OwnDescription {
  readonly nearest: NearestSource;
  readonly trial: Trial;
}

/**
 * The same description of a claim sheet with a question about the rows that its source refuses; null where it refuses none but those
 * with an empty cell, which wait to be confirmed, and those with data of persons.
 */
function withRefused(
  description: OwnDescription,
  trial: Trial,
  language: Language,
): OwnDescription | null {
  if (trial.kind !== 'ingested') return null;
  const refused = trial.issues.filter(
    ({ rule, example }) =>
      example.severity === 'rejection' &&
      rule !== 'claim.blank' &&
      !rule.startsWith('personal-data.'),
  );
  if (refused.length === 0) return null;
  const { parseDocument } = require('yaml') as typeof import('yaml');
  const document = parseDocument(description.yaml);
  const number = description.decisions.length + 1;
  const about = inFour('geweigerde rijen', 'lignes rejetées', 'abgewiesene Zeilen', 'refused rows');
  const rows = refused.reduce((sum, { count }) => sum + count, 0);
  const shown = refused.slice(0, 4).map(({ rule, count, example: { line, column } }) =>
    inFour(
      '{count} door {rule}{column}{line}',
      '{count} par {rule}{column}{line}',
      '{count} durch {rule}{column}{line}',
      '{count} by {rule}{column}{line}',
      {
        count,
        rule,
        column:
          column === null
            ? ''
            : inFour(' in {column}', ' dans {column}', ' in {column}', ' in {column}', { column }),
        line: line
          ? inFour(
              ' zoals in regel {line}',
              ' comme à la ligne {line}',
              ' wie in Zeile {line}',
              ' as in line {line}',
              {
                line: String(line),
              },
            )
          : '',
      },
    ),
  );
  const more = refused.length - shown.length;
  const question = inFour(
    'Wat moet er staan in de cellen waardoor {rows} van de {items} rijen {rows:wordt|worden} geweigerd ({shown})? Verbeter ze in het blad.',
    'Que doivent dire les cellules qui font rejeter {rows} {rows:ligne|lignes} sur {items} ({shown}) ? Corrigez-les dans la feuille.',
    'Was sollen die Zellen sagen, derentwegen {rows} von {items} Zeilen abgewiesen {rows:wird|werden} ({shown})? Im Blatt berichtigen.',
    'What should the cells say for which {rows} of {items} rows are refused ({shown})? Correct them in the sheet.',
    {
      rows,
      items: trial.conservation.items,
      shown: clauses([
        ...shown,
        more > 0 &&
          inFour('en nog {more}', 'et {more} de plus', 'und {more} weitere', 'and {more} more', {
            more,
          }),
      ]),
    },
  );
  const open = [...description.decisions.map((each) => `${each.number} ${each.about.en}`)];
  document.set('open', [...open, `${number} ${about.en}`]);
  const mark = ` decide ${number}: ${shownText(question[language])}`;
  document.commentBefore = [document.commentBefore, mark].filter(Boolean).join('\n');
  return {
    ...description,
    yaml: String(document),
    decisions: [
      ...description.decisions,
      {
        ...{ number, about, path: ['columns'], keys: [], question },
        ...{ proposed: null, alternatives: [] },
      },
    ],
  };
}

/** Part of the items of a trial that were refused for what they say, not for a person in them; all where nothing was read. */
function refusedPart(trial: Trial): number {
  if (trial.kind !== 'ingested' || trial.records === 0) return 1;
  const { rejections, items } = trial.conservation;
  const refused = Object.entries(rejections).reduce(
    (sum, [rule, count]) => sum + (rule.startsWith('personal-data.') ? 0 : count),
    0,
  );
  // In a short file one may be.
  return refused === 1 && items > 2
    ? Math.min(1 / items, thresholds.rejectedOfKnown)
    : refused / items;
}

/** Whether a column that is new may tell figures apart that are then the same: the description's own check says so, or has none. */
function splitsFigures(
  { unknown }: NearestSource,
  { checks }: SourceDescription,
  trial: Trial,
): boolean {
  if (unknown.length === 0) return false;
  const isChecked = checks.some(({ check }) => check === 'unique');
  const isSplit =
    trial.kind === 'ingested' && trial.issues.some(({ rule }) => rule === 'check.unique');
  return !isChecked || isSplit;
}

/** What became of a file with the known sources whose headings it has. */
export interface Recognition {
  /** The source that it is of; null where none takes it. */
  readonly own: Recognised | null;
  /** Sources that refuse most of it: their headings mean other things here. */
  readonly strange: ReadonlySet<string>;
}

/**
 * The known source that a file is of: one that has its headings, or nearly all, and, tried, takes its rows. Single cells may be refused in any
 * edition; of several sources with the same headings the one that refuses least.
 */
export async function recognised(
  near: readonly NearestSource[],
  known: readonly SourceDescription[],
  folders: Readonly<Record<string, string>>,
  names: OwnNames,
  input: TriedFile,
): Promise<Recognition> {
  const strange = new Set<string>();
  let own: Recognised | null = null;
  let least: number = thresholds.rejectedOfKnown;
  const sourceOf = new Map(known.map((source) => [source.id, source] as const));
  const sameTable = near.filter(({ id }) => !isOtherTable(names.file, id));
  const fitting = sameTable.filter(({ fits }) => fits);
  const editions = sameTable.filter((each) => {
    const source = sourceOf.get(each.id);
    return !each.fits && source !== undefined && (isAlike(each) || isEdition(each, source));
  });
  // Another layout or a later edition is looked for where no source takes the file as it is.
  for (const found of [...fitting, ...editions]) {
    if (own && !found.fits) break;
    const source = sourceOf.get(found.id);
    const folder = ownValue(folders, found.id);
    if (!source || folder === undefined) continue;
    let nearest = found;
    let description = ownDescription(source, folder, nearest, names, true);
    const known = found.fits ? underOwnNames(source, names) : null;
    let trial = await (known
      ? trySource(known, input)
      : tryDescription({ ...input, ...description }));
    if (trial.kind === 'refused') {
      nearest = { ...found, fits: false };
      description = ownDescription(source, folder, nearest, names, false);
      trial = await tryDescription({ ...input, ...description });
    }
    // Rows of a claim sheet may be refused: it is one all the same.
    const isSheet = nearest.isClaimSheet && trial.kind === 'ingested';
    const refused = isSheet ? 0 : refusedPart(trial);
    if (found.fits && refused > thresholds.rejectedOfStrange) strange.add(nearest.id);
    if (refused > least || (own && refused === least)) continue;
    if (!nearest.fits && splitsFigures(nearest, source, trial)) continue;
    if (isSheet) {
      const asked = ownDescription(source, folder, { ...nearest, fits: false }, names, true);
      const open = withRefused(nearest.fits ? asked : description, trial, names.language);
      if (open) [nearest, description] = [{ ...nearest, fits: false }, open];
    }
    own = { nearest: { ...nearest, isEdition: !nearest.fits }, ...description, trial };
    least = refused;
    if (refused === 0) break;
  }
  return { own, strange };
}

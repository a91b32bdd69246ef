import { allSources } from '@samenbeeld/answers';
import type {
  ColumnGuess,
  DescribeOptions,
  FileDescription,
  SampleRow,
} from '@samenbeeld/describe';
import { issueWords } from '@samenbeeld/ingest';
import { type Block, renderCell, sameText, type TableBlock } from '@samenbeeld/page';
import type { Language } from '@samenbeeld/schema';
import { list, output, paragraph, pre, table } from './cell.ts';
import type { Bundle } from './kernel.ts';
import { officeOnly } from './office-only.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

const samplesShown = 1;

function headingOf({ headings }: ColumnGuess): string {
  const [first = ''] = headings;
  return headings.length > 1 ? `${first} … ${headings.at(-1)}` : first;
}

function meaning({ to, written }: ColumnGuess): string {
  const ignored = (written as { readonly ignore?: string } | null)?.ignore;
  return to ?? (ignored === undefined ? '?' : '–');
}

/** Its columns with what each means, under what the file is. */
function columnsTable(found: FileDescription, language: Language): TableBlock {
  const { columns, folds, decisions, constants, personal } = found;
  const asked = ({ headings: [heading] }: ColumnGuess): string =>
    decisions
      .filter(
        ({ path: [part], keys }) => (part === 'columns' || part === 'fold') && keys[0] === heading,
      )
      .map(({ number }) => String(number))
      .join(', ');
  const layout = [found.format, found.encoding, found.delimiter, found.sheet].flatMap(
    (guess) => guess?.value ?? [],
  );
  const fixed = Object.entries(constants).map(
    ([field, { value, confidence }]) => `${field} ${value} (${confidence.toFixed(2)})`,
  );
  const persons = Object.entries(personal).map(([name, detector]) => `${name} (${detector})`);
  return table(
    `${found.file}: ${found.rows} ${words.rows[language]} (${layout.join(' · ')})`,
    [
      ['label', words.column],
      ['words', words.field],
      ['number', words.sure],
      ['words', words.reason],
      ['number', words.question],
    ],
    [...columns, ...folds].map((column) => [
      headingOf(column),
      meaning(column),
      { shown: sameText(column.confidence.toFixed(2)), value: column.confidence },
      column.reason[language],
      asked(column),
    ]),
    [
      ...(fixed.length > 0 ? [`${words.everyRecord[language]}: ${fixed.join(', ')}`] : []),
      ...(persons.length > 0 ? [`${words.persons[language]}: ${persons.join(', ')}`] : []),
    ],
  );
}

function decisionsTable({ decisions }: FileDescription, language: Language): TableBlock {
  return table(
    `${decisions.length} ${words.question[language]}`,
    [
      ['number', words.reference],
      ['label', words.matter],
      ['words', words.question],
    ],
    decisions.map(({ number, about, question }) => [
      String(number),
      about[language],
      question[language],
    ]),
  );
}

/** Hashes are told by their first letters. */
function short(value: string | number | boolean): string {
  return String(value).replace(/^([0-9a-f]{8})[0-9a-f]{56}$/, '$1…');
}

function pairs(record: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(record)
    .flatMap(([name, value]) =>
      value === null || value === '' ? [] : [`${name} = ${short(value)}`],
    )
    .join('\n');
}

/** Fields fed by columns that look like data of persons: their cells are shown nowhere. */
function withheld({ columns, personal }: FileDescription): ReadonlySet<string> {
  const fed = columns.filter(({ headings }) =>
    headings.some((name) => Object.hasOwn(personal, name)),
  );
  return new Set(fed.flatMap(({ to }) => to ?? []));
}

/** What reading by the draft gives: the fates of all items, a row before and after, and what was wrong. */
function trialBlocks(found: FileDescription, language: Language): readonly Block[] {
  const { trial } = found;
  const title = words.tried[language];
  if (trial.kind !== 'ingested')
    return [paragraph(`${title}: ${trial.says?.[language] ?? trial.problem}`)];
  const { items, accepted, excluded, rejected } = trial.conservation;
  const hidden = withheld(found);
  const shown = ([first = {}]: SampleRow['after']) =>
    Object.fromEntries(Object.entries(first).filter(([field]) => !hidden.has(field)));
  return [
    table(
      `${title}: ${items} ${words.items[language]} = ${accepted} ${words.accepted[language]} + ${excluded} ${words.excluded[language]} + ${rejected} ${words.rejected[language]}`,
      [
        ['number', words.line],
        ['words', words.inFile],
        ['words', words.becomes],
      ],
      trial.samples
        .slice(0, samplesShown)
        .map(({ line, before, after }) => [String(line), pairs(before), pairs(shown(after))]),
    ),
    ...list(
      trial.issues
        .slice(0, 5)
        .map(({ count, column, example }) =>
          [`${count} ×`, column, issueWords(example)?.message[language] ?? example.message]
            .filter(Boolean)
            .join(' '),
        ),
    ),
  ];
}

/** A described file as a cell shows it: columns, rows before and after, questions, and the description itself. */
function describedOutput(found: FileDescription, language: Language): Bundle {
  const { nearest, unfit, decisions } = found;
  const { html, plain } = renderCell(
    [
      columnsTable(found, language),
      ...(unfit === null ? [] : [paragraph(unfit[language])]),
      ...(nearest?.fits ? [paragraph(words.known[language].replace('{}', nearest.id))] : []),
      ...trialBlocks(found, language),
      ...(decisions.length > 0 ? [decisionsTable(found, language)] : []),
    ],
    language,
  );
  const yaml = `<details><summary>source.yaml</summary><div class="scroll">${pre(found.yaml)}</div></details>`;
  return output(officeOnly(language), { html: html + yaml, plain });
}

/** A file as it was described, showing itself: its columns, what is open, and the description to edit. */
export interface DescribedFile extends View {
  readonly kind: 'described-file';
  readonly description: FileDescription;
}

/**
 * Proposes a source description for a file nobody has described, and shows it: what each column seems to mean, how surely
 * and why; a few rows before and after; what is to decide; and the YAML. `description` holds the whole of it. The catalogue
 * is known, so that a file of one of its sources is recognised; `known: []` looks without it. Nothing is written.
 */
export function describeFile(
  path: string,
  { language = 'en', ...options }: DescribeOptions = {},
): Promise<DescribedFile> {
  const described = async (): Promise<FileDescription> => {
    const { describeFile: describe } = await import('@samenbeeld/describe');
    return await describe(path, { ...options, language, known: options.known ?? allSources() });
  };
  const made = described().then(
    (description) =>
      view<DescribedFile>({ kind: 'described-file', description }, () => [
        describedOutput(description, language),
      ]),
    (error: unknown) => {
      throw plainly(error, language);
    },
  );
  return awaited('describeFile(…)', made);
}

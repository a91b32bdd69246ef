import { allSources } from '@samenbeeld/answers';
import type {
  ColumnGuess,
  DescribeOptions,
  FileDescription,
  SampleRow,
} from '@samenbeeld/describe';
import { escapeXml, type Language } from '@samenbeeld/schema';
import { type Cell, folded, grid, heading, list, output, type Part, paragraph } from './html.ts';
import { officeOnly } from './office-only.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';
import { type WordName, words } from './words.ts';

const samplesShown = 1;

function headingOf({ headings }: ColumnGuess): string {
  const [first = ''] = headings;
  return headings.length > 1 ? `${first} … ${headings.at(-1)}` : first;
}

function meaning({ to, written }: ColumnGuess): string {
  const ignored = (written as { readonly ignore?: string } | null)?.ignore;
  return to ?? (ignored === undefined ? '?' : '–');
}

function columnsGrid({ columns, folds, decisions }: FileDescription, language: Language): Part {
  const say = (name: WordName) => ({ label: words[name][language] });
  const all = [...columns, ...folds];
  const asked = (name: string): string =>
    decisions
      .filter(({ about }) => about === `column ${name}` || about === `columns ${name}`)
      .map(({ number }) => String(number))
      .join(', ');
  return grid({
    headings: [
      say('column'),
      say('field'),
      { ...say('sure'), number: true },
      say('reason'),
      { ...say('question'), number: true },
    ],
    rows: all.map((column) => [
      headingOf(column),
      meaning(column),
      column.confidence.toFixed(2),
      column.reason,
      asked(headingOf(column)),
    ]),
  });
}

function decisionsGrid({ decisions }: FileDescription, language: Language): Part {
  return grid({
    headings: [
      { label: '', number: true },
      { label: words.matter[language], tight: true },
      { label: words.question[language] },
    ],
    rows: decisions.map(({ number, about, question }) => [String(number), about, question]),
  });
}

/** Hashes are told by their first letters. */
function short(value: string | number | boolean): string {
  return String(value).replace(/^([0-9a-f]{8})[0-9a-f]{56}$/, '$1…');
}

function pairs(record: Readonly<Record<string, string | number | boolean | null>>): Cell {
  const kept = Object.entries(record).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, short(value)] as const],
  );
  return {
    html: kept
      .map(([name, value]) => `<span class="none">${escapeXml(name)}</span> ${escapeXml(value)}`)
      .join('<br>'),
    plain: kept.map(([name, value]) => `${name}=${value}`).join(' | '),
  };
}

/** Fields fed by columns that look like data of persons: their cells are shown nowhere. */
function withheld({ columns, personal }: FileDescription): ReadonlySet<string> {
  const fed = columns.filter(({ headings }) =>
    headings.some((name) => Object.hasOwn(personal, name)),
  );
  return new Set(fed.flatMap(({ to }) => to ?? []));
}

function samplesGrid(
  samples: readonly SampleRow[],
  hidden: ReadonlySet<string>,
  language: Language,
): readonly Part[] {
  if (samples.length === 0) return [];
  const shown = ([first = {}]: SampleRow['after']) =>
    Object.fromEntries(Object.entries(first).filter(([field]) => !hidden.has(field)));
  return [
    grid({
      headings: [
        { label: words.line[language], number: true },
        { label: words.inFile[language] },
        { label: words.becomes[language] },
      ],
      rows: samples
        .slice(0, samplesShown)
        .map(({ line, before, after }) => [String(line), pairs(before), pairs(shown(after))]),
    }),
  ];
}

function trialParts(found: FileDescription, language: Language): readonly Part[] {
  const { trial } = found;
  const title = words.tried[language];
  if (trial.kind !== 'ingested') return [heading(title), paragraph(trial.problem)];
  const { items, accepted, excluded, rejected } = trial.conservation;
  const say = (name: WordName): string => words[name][language];
  return [
    heading(
      `${title}: ${items} ${say('items')} = ${accepted} ${say('accepted')} + ${excluded} ${say('excluded')} + ${rejected} ${say('rejected')}`,
    ),
    list(
      trial.issues
        .slice(0, 5)
        .map(({ count, column, example }) =>
          [`${count} ×`, column, example.message].filter(Boolean).join(' '),
        ),
    ),
    ...samplesGrid(trial.samples, withheld(found), language),
  ];
}

/** A described file as a cell shows it: columns, rows before and after, questions, and the description itself. */
function describedParts(found: FileDescription, language: Language): readonly Part[] {
  const { nearest, unfit, decisions, constants, personal } = found;
  const layout = [found.format, found.encoding, found.delimiter, found.sheet].flatMap(
    (guess) => guess?.value ?? [],
  );
  const fixed = Object.entries(constants).map(
    ([field, { value, confidence }]) => `${field} ${value} (${confidence.toFixed(2)})`,
  );
  const persons = Object.entries(personal).map(([name, detector]) => `${name} (${detector})`);
  return [
    heading(`${found.file}: ${found.rows} ${words.rows[language]}`),
    paragraph(layout.join(' · '), 'quiet'),
    ...(unfit === null ? [] : [paragraph(unfit)]),
    ...(nearest?.fits ? [paragraph(words.known[language].replace('{}', nearest.id))] : []),
    columnsGrid(found, language),
    ...(fixed.length > 0
      ? [paragraph(`${words.everyRecord[language]}: ${fixed.join(', ')}`, 'quiet')]
      : []),
    ...(persons.length > 0
      ? [paragraph(`${words.persons[language]}: ${persons.join(', ')}`, 'quiet')]
      : []),
    ...trialParts(found, language),
    ...(decisions.length > 0 ? [heading(`${decisions.length} ${words.question[language]}`)] : []),
    ...(decisions.length > 0 ? [decisionsGrid(found, language)] : []),
    folded('source.yaml', [
      { html: `<div class="scroll"><pre>${escapeXml(found.yaml)}</pre></div>`, plain: '' },
    ]),
  ];
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
  { language = 'en', ...options }: DescribeOptions & { readonly language?: Language } = {},
): Promise<DescribedFile> {
  const described = async (): Promise<FileDescription> => {
    const { describeFile: describe } = await import('@samenbeeld/describe');
    return await describe(path, { ...options, known: options.known ?? allSources() });
  };
  const made = described().then(
    (description) =>
      view<DescribedFile>({ kind: 'described-file', description }, () => [
        output(officeOnly(language), describedParts(description, language)),
      ]),
    (error: unknown) => {
      throw plainly(error);
    },
  );
  return awaited('describeFile(…)', made);
}

import type { ReplayReport } from '@samenbeeld/harmonise';
import { correctsFigures, type IngestResult, issueWords } from '@samenbeeld/ingest';
import { list, table } from '@samenbeeld/page';
import { ingestPicture } from '@samenbeeld/recipes';
import { formatNumber, type Issue, type Language } from '@samenbeeld/schema';
import { output } from './cell.ts';
import { awaited, type Bundle, plainly } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { open } from './picture.ts';
import { presentFiles } from './present-files.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

const shownAtMost = 10;

function sums({ source, conservation }: IngestResult, language: Language): readonly string[] {
  const inFile = correctsFigures(source) ? words.inFileCorrected : words.inFile;
  return conservation.flatMap(({ exclusions, quantities }) => [
    ...Object.entries(exclusions).map(
      ([rule, count]) => `${count} ${words.excluded[language]}: ${rule}`,
    ),
    ...quantities.map(
      ({ unit, raw, records }) =>
        `${unit}: ${inFile[language]} ${raw}, ${words.inRecords[language]} ${records}`,
    ),
  ]);
}

function issueRow(issue: Issue, language: Language): readonly string[] {
  const { line, column, message, repair } = issue;
  const own = issueWords(issue);
  return [
    line === null ? '–' : String(line),
    column ?? '–',
    own?.message[language] ?? message,
    own?.repair[language] ?? repair,
  ];
}

/** What became of every item of the files, as a cell shows it. */
function ingestedOutputs({ picture, result, replay }: Ingested): readonly Bundle[] {
  const { language } = picture;
  const { conservation, issues } = result;
  const told = issues.filter(({ severity }) => severity !== 'note');
  const fates = table(
    picture.metadata.title,
    [
      ['label', words.file],
      ['number', words.rows],
      ['number', words.items],
      ['number', words.accepted],
      ['number', words.excluded],
      ['number', words.rejected],
      ['number', words.files],
    ],
    conservation.map(({ file, rows, items, accepted, excluded, rejected, records }) => [
      file,
      ...[rows, items, accepted, excluded, rejected, records].map((count) =>
        formatNumber(count, language),
      ),
    ]),
    sums(result, language),
  );
  const problems = table(
    words.warnings,
    [
      ['number', words.line],
      ['label', words.column],
      ['words', words.problem],
      ['words', words.repair],
    ],
    told.map((issue) => issueRow(issue, language)),
    [],
    shownAtMost,
  );
  return [
    output(picture, [
      fates,
      ...list((replay?.says ?? []).map((said) => said[language])),
      ...(told.length === 0 ? [] : [problems]),
    ]),
  ];
}

/** Files of one source, read into a picture: what became of every item, and the picture to go on with. */
export interface Ingested extends View {
  readonly kind: 'ingested';
  readonly picture: Picture;
  readonly result: IngestResult;
  /** What became of the decisions; null where no file of them was named. */
  readonly replay: ReplayReport | null;
}

/** Options of `ingest`. */
export interface IngestFilesOptions {
  /** Folder of the picture; replaced as a whole. */
  readonly out: string;
  /** Decisions on labels and slips to apply, a decisions.jsonl. */
  readonly decisions?: string;
  /** Takes a description with open questions; the picture is then called a draft. */
  readonly draft?: boolean;
  /** Who may read the picture; the own office unless said otherwise. */
  readonly audience?: string;
  readonly language?: Language;
}

async function read(
  name: string,
  files: string | readonly string[],
  { language = 'en', audience = 'internal', ...options }: IngestFilesOptions,
): Promise<Ingested> {
  const { result, replay } = await ingestPicture(name, presentFiles(files), {
    audience,
    ...options,
  });
  const picture = await open(options.out, { language });
  return view<Ingested>({ kind: 'ingested', picture, result, replay }, ingestedOutputs);
}

/**
 * Reads files of one source into a picture, as `samenbeeld ingest` does, and opens it. It shows what became of every item:
 * accepted, excluded by which rule, or rejected with line, column and repair; and which decisions applied or no longer fit.
 * The files are not changed. A UsageError says that a source or a file is not there, an InputError that a file is not of
 * this source or its description still has open questions (`draft: true` takes it all the same).
 *
 * @param source id in the catalogue, or path of a source.yaml
 * @example
 * ```ts
 * import { ingest } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/ingest-`)}/eurostat`;
 * const { picture, result } = await ingest('eurostat-crim-off-cat', 'fixtures/published/excerpts/estat_crim_off_cat.tsv', { out });
 * result.conservation[0].accepted // => 135
 * picture.observations.where({ place: 'BE' }).size > 0 // => true
 * await picture.close();
 * ```
 */
export function ingest(
  source: string,
  files: string | readonly string[],
  options: IngestFilesOptions,
): Promise<Ingested> {
  const made = read(source, files, options).catch((error: unknown) => {
    throw plainly(error, options.language);
  });
  return awaited('ingest(…)', made);
}

import { openEngine } from '@samenbeeld/engine';
import {
  type IngestResult,
  ingest as ingestInto,
  type ReplayReport,
  replayReport,
  withDecisions,
} from '@samenbeeld/ingest';
import { type Language, languages, type Text } from '@samenbeeld/schema';
import { clearance, writePicture } from '@samenbeeld/store';
import { allCrosswalks, allSources, findSource } from './find-source.ts';
import { ingestedTables } from './ingested-tables.ts';
import { ingestedOutputs } from './ingested-view.ts';
import { open, type Picture } from './picture.ts';
import { presentFiles, recordedDecisions } from './recorded-decisions.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';

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

const draftTitle: Text = {
  nl: 'CONCEPT: {} (bronbeschrijving niet af)',
  fr: 'PROJET : {} (description de la source inachevée)',
  de: 'ENTWURF: {} (Quellenbeschreibung nicht fertig)',
  en: 'DRAFT: {} (source description not finished)',
};

function titleOf({ source, open: questions }: IngestResult['source']): Text {
  if (questions.length === 0) return source.title;
  const marked = languages.map((language) => [
    language,
    draftTitle[language].replace('{}', () => source.title[language]),
  ]);
  return Object.fromEntries(marked) as unknown as Text;
}

async function read(
  name: string,
  files: string | readonly string[],
  {
    out,
    decisions: file,
    draft = false,
    audience = 'internal',
    language = 'en',
  }: IngestFilesOptions,
): Promise<Ingested> {
  const described = findSource(name);
  const paths = presentFiles(files);
  const decisions = await recordedDecisions(file);
  const helped = { crosswalks: allCrosswalks, catalogue: allSources };
  const replay =
    file === undefined ? null : await replayReport(described, decisions, paths, helped);
  const { source } = withDecisions(described, decisions);
  const engine = await openEngine();
  try {
    const result = await ingestInto(engine, source, paths, { catalogue: allSources, draft });
    const { handling, synthetic } = source.source;
    const metadata = {
      name: source.id,
      title: titleOf(source),
      sources: [source.source],
      inputs: result.conservation.map(({ file: input, sha256 }) => ({
        source: source.id,
        file: input,
        sha256,
      })),
    };
    await writePicture(
      out,
      { engine, metadata, tables: ingestedTables(result) },
      clearance(handling, audience, { synthetic }),
    );
    const picture = await open(out, { language });
    return view<Ingested>({ kind: 'ingested', picture, result, replay }, ingestedOutputs);
  } finally {
    await engine.close();
  }
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
 * const out = `${await mkdtemp('/tmp/ingest-')}/eurostat`;
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
    throw plainly(error);
  });
  return awaited('ingest(…)', made);
}

import { existsSync } from 'node:fs';
import { allCrosswalks, allSources, declarationsOf, findSource } from '@samenbeeld/answers';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { type ReplayReport, replayReport, withDecisions } from '@samenbeeld/harmonise';
import {
  forgetParts,
  type IngestProgress,
  type IngestResult,
  ingest,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { type Decision, languages, type Text, wrongUse } from '@samenbeeld/schema';
import {
  checkTarget,
  clearance,
  type PictureContents,
  type PublishedSeizure,
  readDecisions,
  rejectedRestricted,
  repairPicture,
  writePicture,
} from '@samenbeeld/store';
import { citedByYears } from './gather.ts';
import { issueTable } from './issue-table.ts';
import { recordsTable } from './picture-tables.ts';

/** How files of one source become a picture. */
export interface IngestPictureOptions {
  /** Folder of the picture; replaced as a whole. */
  readonly out: string;
  /** Who may read it. */
  readonly audience: string;
  /** Decisions on labels and slips to apply, a decisions.jsonl. */
  readonly decisions?: string | undefined;
  /** Takes a description with open questions; the picture is then called a draft. */
  readonly draft?: boolean;
  /** Folder in which what was read is kept until the picture is written. */
  readonly resume?: string | undefined;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** What was read into a picture, and what became of the decisions; null where no file of them was named. */
export interface IngestedPicture {
  readonly source: SourceDescription;
  readonly result: IngestResult;
  readonly replay: ReplayReport | null;
}

const draftTitle: Text = {
  nl: 'CONCEPT: {} (bronbeschrijving niet af)',
  fr: 'PROJET : {} (description de la source inachevée)',
  de: 'ENTWURF: {} (Quellenbeschreibung nicht fertig)',
  en: 'DRAFT: {} (source description not finished)',
};

/** The title of the picture; one of a draft says so in every language. */
function titleOf({ source, open }: SourceDescription): Text {
  if (open.length === 0) return source.title;
  const marked = languages.map((language) => [
    language,
    draftTitle[language].replace('{}', () => source.title[language]),
  ]);
  return Object.fromEntries(marked) as unknown as Text;
}

/** The records of one source, and what was said of its cells. */
function tablesOf({ source: { record }, issues }: IngestResult): PictureContents['tables'] {
  return [recordsTable(record), issueTable(issues)];
}

/** The periods of the figures of a claim sheet. */
async function periodsOf(
  engine: Engine,
  { source }: SourceDescription,
): Promise<readonly Record<'source' | 'periodStart' | 'periodEnd', string>[]> {
  if (source.kind !== 'claim_sheet') return [];
  return engine.rows(
    `select distinct source, cast(period_start as varchar) as "periodStart", cast(period_end as varchar) as "periodEnd" from observation order by all`,
  );
}

/** Seizures that may not be passed on. */
async function restrictedIn(
  engine: Engine,
  { record }: SourceDescription,
): Promise<readonly PublishedSeizure[]> {
  if (record !== 'seizure') return [];
  return engine.rows<PublishedSeizure & Record<string, string>>(
    `select id, publication_restriction as "publicationRestriction" from seizure where publication_restriction <> 'none' order by id`,
  );
}

/** The decisions of a file; none where no file is named. Throws UsageError where there is no such file. */
export async function recordedDecisions(path: string | undefined): Promise<readonly Decision[]> {
  if (path === undefined) return [];
  if (!existsSync(path))
    throw wrongUse(
      'Er zijn geen beslissingen op {path}.',
      'Il n’y a pas de décisions à {path}.',
      'Unter {path} gibt es keine Entscheidungen.',
      'There are no decisions at {path}.',
      { path },
    );
  return readDecisions(path);
}

/**
 * Reads files of one source into a picture, with the decisions of a file applied. Throws as `ingest` and `writePicture` do,
 * and a UsageError where the source or the decisions are not there.
 */
export async function ingestPicture(
  name: string,
  files: readonly string[],
  { out, audience, decisions: file, draft = false, resume, onProgress }: IngestPictureOptions,
): Promise<IngestedPicture> {
  const described = findSource(name);
  await repairPicture(out);
  const reads = [...files, described.file, file, resume].filter((path) => path !== undefined);
  await checkTarget(out, reads);
  const decisions = await recordedDecisions(file);
  const replay =
    file === undefined
      ? null
      : await replayReport(described, decisions, files, {
          crosswalks: allCrosswalks,
          catalogue: allSources,
        });
  const { source } = withDecisions(described, decisions);
  const engine = await openEngine({ reads: files });
  try {
    const result = await ingest(engine, source, files, {
      catalogue: allSources,
      draft,
      ...(resume === undefined ? {} : { resume }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const metadata = {
      name: source.id,
      title: titleOf(source),
      sources: [citedByYears(source, await periodsOf(engine, source)).source],
      inputs: result.conservation.map(({ file: input, sha256 }) => ({
        source: source.id,
        file: input,
        sha256,
      })),
      // One issue may stand for several items: a label of a row with twelve months.
      details: {
        rejected: result.conservation.reduce((sum, { rejected }) => sum + rejected, 0),
        declared: declarationsOf([source]),
        conservation: result.conservation,
      },
    };
    const { handling, synthetic } = source.source;
    await writePicture(
      out,
      { engine, metadata, tables: tablesOf(result) },
      clearance([{ source: source.id, handling, files: metadata.inputs }], audience, {
        synthetic,
        draft: source.open.length > 0,
        releases: decisions,
        ...(file === undefined ? {} : { decisionsFile: file }),
        today: new Date().toISOString().slice(0, 10),
        seizures: [
          ...(await restrictedIn(engine, source)),
          ...rejectedRestricted(result.conservation),
        ],
      }),
    );
    if (resume !== undefined) await forgetParts(resume);
    return { source, result, replay };
  } finally {
    await engine.close();
  }
}

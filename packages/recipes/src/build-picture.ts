import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { declarationsOf, keptMoney, linkGathered } from '@samenbeeld/answers';
import { type DrawingMemory, renderHtml, writeWorkbook } from '@samenbeeld/page';
import { type Conservation, languages, ownValue } from '@samenbeeld/schema';
import {
  type ClearanceInput,
  checkTarget,
  clearance,
  type DecisionsFile,
  type PublishedSeizure,
  type ReleaseNeeded,
  readSoundDecisions,
  rejectedRestricted,
  releasesNeeded,
  repairPicture,
  writePicture,
} from '@samenbeeld/store';
import { analyseGathered, type BuiltAnalysis } from './analyse-picture.ts';
import { assertInvariants, assertReadsBack } from './assert-invariants.ts';
import { stateToWrite } from './built-state.ts';
import { type ChangesInFolder, changesInFolder, unchangedSince } from './changes-since.ts';
import { checkGathered, type SourcesChecked } from './check-sources.ts';
import { compose } from './compose.ts';
import { type Gathered, gather, type OnFile } from './gather.ts';
import { checkEvidence } from './gather-sheets.ts';
import { filesIn, isAsLeft, type KeptBuild, madeFrom, readOnce } from './kept-build.ts';
import { besidePicture, filesOf, readPictureFile } from './picture-file.ts';
import { pictureTables } from './picture-tables.ts';
import { openCache, type StepCache } from './step-cache.ts';

/** The inputs of a picture as the gate asks for them: the handling of each source with the files it holds. */
function clearanceInputs({ sources, inputs, sheets }: Gathered): readonly ClearanceInput[] {
  const ofFigures = sources.map(({ source: { id, handling } }) => ({
    source: id,
    handling,
    files: inputs.filter(({ source }) => source === id),
  }));
  return [...ofFigures, ...sheets.files];
}

/** The finds whose cells a picture shows: those it counts, and those put aside that may not be passed on. */
const publishedOf = ({
  seizures,
  conservation,
}: Pick<BuiltAnalysis['gathered'], 'seizures' | 'conservation'>): readonly PublishedSeizure[] => [
  ...seizures,
  ...rejectedRestricted(conservation),
];

/** The releases that a picture takes before its audience may have it, given or not. */
export function pictureReleases({
  picture: { audience, purpose },
  gathered,
}: Pick<BuiltAnalysis, 'picture' | 'gathered'>): readonly ReleaseNeeded[] {
  return releasesNeeded([...clearanceInputs(gathered), ...gathered.sheets.withheld], {
    audience,
    seizures: publishedOf(gathered),
    ...(purpose === null ? {} : { purpose }),
  });
}

/**
 * Ids of decisions that the picture in a folder was built with and that are not recorded any more, in the order of the picture.
 * The last line of a file can be removed without a trace in the file; the picture remembers it. What a person set aside has
 * not vanished.
 */
async function vanishedDecisions(
  folder: string,
  { decisions, settled }: Pick<DecisionsFile, 'decisions' | 'settled'>,
): Promise<readonly string[]> {
  const table = await readFile(join(folder, 'data', 'decision.csv'), 'utf8').catch(() => '');
  const here = new Set([
    ...decisions.map(({ id }) => id),
    ...settled.flatMap(({ decision }) => decision ?? []),
  ]);
  const built = [...table.matchAll(/^([0-9a-f]{12}),/gm)].map(([, id]) => id as string);
  return built.filter((id) => !here.has(id));
}

export interface BuildOptions {
  readonly out: string;
  readonly threads?: number | undefined;
  /** The day, for releases that end; of the machine where it is not given. Nothing else depends on it. */
  readonly today?: string | undefined;
  /** Told each file as it is read. */
  readonly onFile?: OnFile | undefined;
  /** Told each step before it starts. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** How what was made is told, and by which package: a build that would make and say the same again is not made. */
export interface Telling<Told> {
  /** Of the package that tells; null where what is told is not kept. */
  readonly manifest: string | null;
  /** What else decides what is told, such as the language. */
  readonly form: unknown;
  /** Plain data. */
  readonly tell: (built: BuiltPicture) => Told;
}

/** What a build made. */
export interface BuiltPicture {
  readonly picture: string;
  readonly out: string;
  readonly report: string;
  readonly dataPackage: string;
  readonly workbook: string;
  readonly analysis: BuiltAnalysis;
  /** Ids of decisions that the picture in this folder was built with before, and that are not recorded any more. */
  readonly vanished: readonly string[];
  /** What this picture says otherwise than the one that stood in the folder. */
  readonly changes: ChangesInFolder;
  readonly conservation: readonly Conservation[];
  /** What the catalogue's checks between two of its sources found. */
  readonly betweenSources: readonly SourcesChecked[];
}

/** The drawings of earlier builds, kept in one file. */
function drawings(cache: StepCache): DrawingMemory {
  const key = cache.key('draw', 'svg');
  const known = cache.read<Record<string, string>>(key) ?? {};
  const used: Record<string, string> = {};
  return {
    read: (drawing) => {
      const svg = ownValue(known, drawing);
      if (svg !== undefined) used[drawing] = svg;
      return svg ?? null;
    },
    remember: (drawing, svg) => {
      used[drawing] = svg;
      cache.remember(key, used);
    },
  };
}

/**
 * Builds a picture from its file: reads the inputs, merges them, applies the decisions, composes the report, and
 * writes everything into one folder, which is replaced as a whole or left as it was.
 *
 * Throws an InputError for inputs that are not what the picture file says, a RefusalError where the audience is not
 * cleared, and a UsageError for a recipe that does not exist, or a folder that may not be replaced or cannot be written:
 * before anything is read.
 */
export function buildPicture(file: string, options: BuildOptions): Promise<BuiltPicture> {
  return toldBuild(file, options, { manifest: null, form: null, tell: (built) => built });
}

/**
 * Builds a picture as `buildPicture` does and tells of it, or tells again what was told where nothing has changed since:
 * no input, decision, description or code, and no byte of the picture. Only of public pictures is that kept.
 */
export async function toldBuild<Told>(
  file: string,
  { out, threads, onFile, onStep, today = new Date().toISOString().slice(0, 10) }: BuildOptions,
  { manifest, form, tell }: Telling<Told>,
): Promise<Told> {
  const cache = openCache(out);
  const picture = readOnce(cache, 'picture', [file], () => readPictureFile(file));
  const reads = filesOf(picture).map((path) => besidePicture(picture, path));
  await repairPicture(out);
  await checkTarget(out, [file, ...reads]);
  const decisionsFile = besidePicture(picture, picture.decisions);
  // Also where nothing has changed: lines that are gone from its end are told.
  const recorded = await readSoundDecisions(decisionsFile);
  const { decisions } = recorded;
  const made = (): unknown => [madeFrom(picture, { out, today, cache }), form];
  const before = manifest && made();
  const key = manifest && cache.key('build', before, manifest);
  const kept = key && cache.read<KeptBuild<Told>>(key);
  if (kept && isAsLeft(out, kept)) {
    onStep?.('nothing has changed');
    return kept.told;
  }
  const vanished = await vanishedDecisions(out, recorded);
  onStep?.('reading');
  const gathered = await gather(picture, { threads, onFile, cache, decisions, today });
  try {
    onStep?.('merging');
    const doubleReports = await linkGathered(gathered.engine, picture, gathered, decisions);
    const analysis = analyseGathered(picture, gathered, decisions, doubleReports);
    checkEvidence(analysis);
    const cleared = clearance(clearanceInputs(gathered), picture.audience, {
      synthetic: analysis.synthetic,
      releases: decisions,
      seizures: publishedOf(gathered),
      decisionsFile,
      today,
      ...(picture.purpose === null ? {} : { purpose: picture.purpose }),
    });
    const { document, findings, tables: own } = compose(analysis, cache.once);
    const tables = [...pictureTables(analysis, findings), ...own];
    assertInvariants(analysis, tables);
    onStep?.('drawing');
    const html = await renderHtml(document, { clearance: cleared, memory: drawings(cache) });
    const workbooks: Record<string, Uint8Array> = {};
    for (const language of languages) {
      workbooks[`workbook-${language}.xlsx`] = writeWorkbook(document, {
        clearance: cleared,
        language,
      });
    }
    const metadata = {
      name: picture.picture,
      title: picture.title,
      asOf: picture.asOf,
      sources: [...gathered.sources.map(({ source }) => source), ...gathered.sheets.sources],
      inputs: [
        ...gathered.inputs,
        ...gathered.sheets.files.flatMap(({ source = '', files }) =>
          files.map((file) => ({ source, ...file })),
        ),
      ],
      details: {
        ...(picture.recipe !== null && { recipe: picture.recipe }),
        questions: analysis.answers.map(({ question }) => question),
        seed: picture.seed,
        ...(picture.twoPersons && { twoPersons: true }),
        ...(picture.deciding.length > 0 && { deciding: picture.deciding }),
        declared: declarationsOf(gathered.sources),
        conservation: gathered.conservation,
        ...(gathered.unfitting?.length && { unfitting: gathered.unfitting }),
        ...(picture.law.length > 0 && { law: picture.law }),
        ...(gathered.remarks && { remarks: gathered.remarks }),
        ...(gathered.money && { money: keptMoney(gathered.money(analysis.gathered.observations)) }),
        ...(gathered.barriers && { barriers: gathered.barriers }),
        ...(gathered.priorities && { priorities: gathered.priorities }),
      },
    };
    onStep?.('comparing');
    const changes = await changesInFolder(out, stateToWrite(metadata, tables, gathered));
    onStep?.('writing');
    await writePicture(
      out,
      {
        engine: gathered.engine,
        metadata,
        tables,
        files: { 'report.html': html, ...workbooks },
      },
      cleared,
      {
        check: (folder) => assertReadsBack(folder, analysis),
        memory: { ...cache, key: (made) => cache.key('table', made) },
      },
    );
    const betweenSources = await checkGathered(gathered, cache);
    const built: BuiltPicture = {
      picture: picture.picture,
      out,
      report: `${out}/report.html`,
      dataPackage: `${out}/data/datapackage.json`,
      workbook: `${out}/workbook-en.xlsx`,
      analysis,
      vanished,
      changes,
      conservation: gathered.conservation,
      betweenSources,
    };
    // What was changed meanwhile is not kept.
    if (key && isDeepStrictEqual(made(), before)) {
      const files = filesIn(out);
      // What vanished or changed is told once: the picture that was there before is gone.
      const again = { ...built, vanished: [], changes: unchangedSince(picture.asOf) };
      if (files['report.html'] === createHash('sha256').update(html).digest('hex'))
        cache.remember(key, { files, told: tell(again) });
    }
    await cache.keep(cleared);
    return tell(built);
  } finally {
    await gathered.engine.close();
  }
}

import { statSync } from 'node:fs';
import type { Engine } from '@samenbeeld/engine';
import { shownIssue, type TableReader } from '@samenbeeld/read';
import {
  type Conservation,
  InputError,
  type Issue,
  inFour,
  joinWith,
  semicolon,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { hasFewItems } from './compile/binding.ts';
import { dropStage, stageOf } from './compile/stage-table.ts';
import type { SourceDescription } from './description/description.ts';
import { recordTables } from './fields.ts';
import { namedFiles, readUnderName, underName } from './named-files.ts';
import { type Part, readPart } from './read-part.ts';
import { recordRelation } from './record-relation.ts';
import { refuseTwins } from './refuse-twins.ts';
import { findRepeated } from './repeated-keys.ts';
import { findShared } from './shared-records.ts';
import { type BoundTable, bindStaged } from './stage/bind-staged.ts';
import type { Way } from './stage/stage-file.ts';
import { openRule, unsaidRule } from './undecided.ts';
import { writeConserved } from './write-conserved.ts';

/** What an ingest is doing: bringing cells into the engine, finding out what they mean, writing records. */
export type IngestPhase = 'reading' | 'mapping' | 'writing';

/** How far an ingest is. */
export interface IngestProgress {
  readonly phase: IngestPhase;
  /** The file at hand; null where it is about all of them. */
  readonly file: string | null;
  /** Bytes of the files while reading, rows else. */
  readonly done: number;
  readonly total: number;
  /** Of the whole ingest, from 0 to 1. */
  readonly share: number;
  /** As the time gone by suggests; null where it is too early to tell. */
  readonly secondsLeft: number | null;
}

/** Share of the time that each phase takes, as measured on large files. */
const weights: Readonly<Record<IngestPhase, readonly [before: number, own: number]>> = {
  reading: [0, 0.35],
  mapping: [0.35, 0.2],
  writing: [0.55, 0.45],
};

/** Nobody reads faster. */
const every = 100;
const tooEarly = 0.02;

/** Tells how far an ingest is, now and then, and always at the end of a phase. */
interface Reporter {
  readonly report: (phase: IngestPhase, file: string | null, done: number, total: number) => void;
}

/** A reporter that calls `tell` at most ten times a second; the clock is asked for the time left only. */
export function reporter(
  tell: ((progress: IngestProgress) => void) | undefined,
  clock: () => number = () => performance.now(),
): Reporter {
  if (!tell) return { report: () => undefined };
  const start = clock();
  let last = Number.NEGATIVE_INFINITY;
  return {
    report(phase, file, done, total) {
      const now = clock();
      if (now - last < every && done < total) return;
      last = now;
      const [before, own] = weights[phase];
      const share = Math.min(1, before + own * (total > 0 ? done / total : 1));
      const gone = (now - start) / 1000;
      const secondsLeft = share < tooEarly ? null : Math.round((gone / share) * (1 - share));
      tell({ phase, file, done, total, share, secondsLeft });
    },
  };
}

/** How a draft is finished. */
const finish = (file: string): Text =>
  inFour(
    'beantwoord elke vraag in {file}, en verwijder haar regel onder `open` en het woord "decide" in de omzettabel, waar ze nog staan; om de cijfers eerder te bekijken: lees een concept in (--draft)',
    'répondez à chacune dans {file}, et supprimez sa ligne sous `open` et le mot "decide" dans la table de correspondance, s’ils y sont encore ; pour voir les chiffres avant cela, ingérez un brouillon (--draft)',
    'jede in {file} beantworten und ihre Zeile unter `open` und das Wort "decide" in der Umschlüsselung löschen, wo sie noch stehen; um die Zahlen vorher anzusehen, einen Entwurf einlesen (--draft)',
    'answer each in {file}, and delete its line under `open` and the word "decide" in the crosswalk, where they still stand; to look at the figures before that, ingest a draft (--draft)',
    { file },
  );

/** The first questions, as the description puts them. */
function openWords(open: readonly Text[]): Text {
  const questions = joinWith(open.slice(0, 5), semicolon);
  const n = open.length - 5;
  return n > 0
    ? inFour(
        '{questions}; … nog {n}',
        '{questions} ; … {n} de plus',
        '{questions}; … {n} weitere',
        '{questions}; … {n} more',
        { questions, n },
      )
    : questions;
}

/** Refuses a description in which a person has questions left to answer, unless a draft is asked for. */
function refuseDraft(description: SourceDescription, draft: boolean): void {
  const { id, file, open } = description;
  if (open.length === 0 || draft) return;
  throw new InputError(
    inFour(
      '{id} is een concept, met {n} open {n:vraag|vragen}: {questions}',
      '{id} est un brouillon, avec {n} {n:question ouverte|questions ouvertes} : {questions}',
      '{id} ist ein Entwurf mit {n} {n:offenen Frage|offenen Fragen}: {questions}',
      '{id} is a draft: {n} {n:question is|questions are} open: {questions}',
      { id, n: open.length, questions: openWords(open) },
    ),
    { place: { file }, repair: finish(file) },
  );
}

/** One warning a question that is open, so that every picture of a draft carries them. */
function draftIssues(description: SourceDescription): readonly Issue[] {
  const { file, open } = description;
  return open.map(({ en }) => ({
    file,
    sheet: null,
    line: null,
    column: null,
    value: null,
    rule: openRule,
    severity: 'warning',
    message: `draft, not decided: ${en}`,
    repair: finish(file).en,
  }));
}

/** One warning of what a description leaves unsaid, so that every picture of it says so. */
function unsaidIssues({ file, unsaid = [] }: SourceDescription): readonly Issue[] {
  if (unsaid.length === 0) return [];
  const keys = unsaid.join(', ');
  return [
    {
      ...{ file, sheet: null, line: null, column: null, value: keys },
      rule: unsaidRule,
      severity: 'warning',
      message: `not said: "${keys}"`,
      repair: `write it in ${file} where it is known; until then it is shown as not said, and figures of one place are not put with those under another counting rule`,
    },
  ];
}

const severities: readonly Issue['severity'][] = ['rejection', 'warning', 'note'];

/** Rejections, then warnings, then notes; each in the order of file, line and column. */
function inOrder(a: Issue, b: Issue): number {
  const text = (x: string | null, y: string | null): number =>
    (x ?? '') < (y ?? '') ? -1 : (x ?? '') > (y ?? '') ? 1 : 0;
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    text(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    text(a.column, b.column) ||
    text(a.rule, b.rule)
  );
}

let runs = 0;

/** What an ingest may be told. */
export interface IngestOptions {
  /** Other sources, asked for only when a file does not fit, so that the right one can be named. */
  readonly catalogue?: () => readonly SourceDescription[];
  /** Takes a description with open questions too; each is then a warning of the result. */
  readonly draft?: boolean;
  /** Called at most ten times a second with how far it is. */
  readonly onProgress?: (progress: IngestProgress) => void;
  /**
   * How delimited text reaches the engine; found by looking when absent. `rectangle`: the engine's own reader, once
   * the bytes are proved to be rectangular (else `stream`); `stream`: row by row in bounded memory; `whole`: the file
   * in memory. The result is the same.
   */
  readonly way?: Way;
  /** The reader of a file that was looked at before, so that it is not read once more; none where it is absent. */
  readonly reader?: (path: string) => TableReader | undefined;
  /**
   * How the records are kept; found by looking when absent. `table`: as they are; `view`: only what varies from row to
   * row, as a few codes where it can be, so that each column of the record is worked out when it is asked for. The
   * result is the same; after a `view` there is no way back to a `table`.
   */
  readonly records?: 'table' | 'view';
  /**
   * A folder in which the cells of each file are kept as soon as they are read, so that an ingest that was broken off
   * goes on with the file it was at. A part is used only for the same bytes, the same description and the same version
   * of this package. It holds cells as the file has them: handle the folder as the files, and remove it
   * (`forgetParts`) when the picture is written.
   */
  readonly resume?: string;
}

/** What became of the files of one source. */
export interface IngestResult {
  readonly source: SourceDescription;
  /** Records appended to the engine's relation `observation` or `seizure`. */
  readonly records: number;
  /** Rejections, then warnings, then notes; each in the order of file, line and column. */
  readonly issues: readonly Issue[];
  /** One a file, in the order of their names; each adds up. */
  readonly conservation: readonly Conservation[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Reads files of one source (paths, or one path) into the engine's table `observation` or `seizure`, made where it is absent; of a large
 * file only what varies is kept, and the table is a view of the same columns (`appendRecords` adds to either). Every item
 * (row × value column) is accepted, excluded by a named rule, or rejected with an issue; this is counted, checked
 * against the files, and returned. Files are taken in the order of their names, whatever order they are given in; those
 * of one name are told apart by the folders before it. Give all files of a source in one call, so that records they share
 * are seen (`record.shared`).
 *
 * Throws an InputError where a file is not of this source (the message names the columns expected and found, and the
 * source that fits), is empty, has the same bytes as another, or is not conserved, or where the description has open questions and no draft is asked
 * for; the table is then as it was.
 *
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { ingest, loadSource } from '@samenbeeld/ingest';
 * const folder = 'packages/sources/catalogue/eurostat-crim-off-cat';
 * const engine = await openEngine();
 * const { conservation, records } = await ingest(engine, loadSource(folder), [`${folder}/sample.tsv`]);
 * conservation[0].rejected // => 0
 * await engine.close();
 * ```
 */
export async function ingest(
  engine: Engine,
  source: SourceDescription,
  files: string | readonly string[],
  options: IngestOptions = {},
): Promise<IngestResult> {
  if (files.length === 0)
    throw wrongUse(
      'Noem ten minste één bestand van {id}.',
      'Nommez au moins un fichier de {id}.',
      'Nennen Sie mindestens eine Datei von {id}.',
      'Name at least one file of {id}.',
      { id: source.id },
    );
  refuseDraft(source, options.draft ?? false);
  const byName = namedFiles(typeof files === 'string' ? [files] : files);
  const twins = await refuseTwins(source, byName);
  runs += 1;
  const run = `ingest_${runs}`;
  const { report } = reporter(options.onProgress);
  const sizes = byName.map(({ path }) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const bytes = sum(sizes);
  const parts: Part[] = [];
  const tables: BoundTable[] = [];
  try {
    for (const [at, file] of byName.entries()) {
      const before = sum(sizes.slice(0, at));
      const staging = {
        name: `${run}_text_${at}`,
        way: options.way,
        tables: options.reader?.(file.path),
        keep:
          options.resume === undefined
            ? undefined
            : { folder: options.resume, description: source.sha256 },
        read: (done: number) => report('reading', file.name, before + done, bytes),
      };
      const catalogue = options.catalogue ?? (() => []);
      const read = await readUnderName(file, () =>
        bindStaged(engine, file.path, source, catalogue, staging),
      );
      tables.push(
        ...read.map(({ staged, binding }) => ({
          staged: { ...staged, head: underName(staged.head, file.name) },
          binding: { ...binding, table: underName(binding.table, file.name) },
        })),
      );
      staging.read(sizes[at] ?? 0);
    }
    const rows = sum(tables.map(({ staged }) => staged.size));
    const upTo = (part: number): number =>
      sum(tables.slice(0, part + 1).map(({ staged }) => staged.size));
    const before = await recordRelation(engine, recordTables[source.record].table);
    const large = tables.some(({ binding, staged }) => !hasFewItems({ ...binding, staged }));
    const lean = before === 'view' || (options.records ?? (large ? 'view' : 'table')) === 'view';
    for (const [at, { binding, staged }] of tables.entries()) {
      parts.push(await readPart(engine, source, binding, staged, stageOf(`${run}_${at}`), lean));
      report('mapping', binding.table.file, upTo(at), rows);
    }
    const repeated = await findRepeated(engine, parts, `${run}_occurrence`);
    const shared = await findShared(engine, source, parts, repeated, `${run}_shared`);
    const { conservation, issues } = await writeConserved(
      engine,
      run,
      source,
      parts,
      repeated,
      before,
      (part) => report('writing', parts[part]?.binding.table.file ?? null, upTo(part), rows),
    );
    return {
      source,
      records: sum(conservation.map(({ records }) => records)),
      issues: [...draftIssues(source), ...unsaidIssues(source), ...twins, ...issues, ...shared]
        .map(shownIssue)
        .sort(inOrder),
      conservation,
    };
  } finally {
    for (const [at] of tables.entries()) await dropStage(engine, stageOf(`${run}_${at}`));
    for (const { staged } of tables) await engine.run(`drop table if exists ${staged.text}`);
    await engine.run(`drop table if exists ${run}_occurrence`);
  }
}

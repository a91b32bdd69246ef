import { existsSync } from 'node:fs';
import { openEngine } from '@samenbeeld/engine';
import {
  forgetParts,
  ingest,
  type ReplayReport,
  replayReport,
  type SourceDescription,
  withDecisions,
} from '@samenbeeld/ingest';
import {
  languages,
  observationTable,
  seizureTable,
  type Text,
  UsageError,
} from '@samenbeeld/schema';
import { clearance, readDecisions, writePicture } from '@samenbeeld/store';
import { checkFiles } from '../check-files.ts';
import { allCrosswalks, allSources, findSource } from '../find-source.ts';
import { showProgress } from '../ingest-progress.ts';
import { issueLines } from '../issue-lines.ts';
import { openTerminal } from '../terminal.ts';

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

/** The description with the decisions of a file, and what became of them; as it is where no file is given. */
async function decided(
  source: SourceDescription,
  paths: readonly string[],
  file: unknown,
): Promise<{ readonly source: SourceDescription; readonly replay: ReplayReport | null }> {
  if (typeof file !== 'string') return { source, replay: null };
  if (!existsSync(file)) throw new UsageError(`There are no decisions at ${file}.`);
  const decisions = await readDecisions(file);
  const replay = await replayReport(source, decisions, paths, {
    crosswalks: allCrosswalks,
    catalogue: allSources,
  });
  return { source: withDecisions(source, decisions).source, replay };
}

/** `samenbeeld ingest`: files of one source into a picture; exit 1 where an item was rejected. */
export async function ingestFiles(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const described = findSource(String(name));
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  checkFiles(paths);
  const { source, replay } = await decided(described, paths, options['decisions']);
  const resume = options['resume'] === undefined ? undefined : String(options['resume']);
  const engine = await openEngine();
  try {
    const result = await ingest(engine, source, paths, {
      catalogue: allSources,
      draft: options['draft'] === true,
      onProgress: showProgress(terminal.progress),
      ...(resume === undefined ? {} : { resume }),
    });
    const cleared = clearance(source.source.handling, String(options['audience']), {
      synthetic: source.source.synthetic,
    });
    if (source.open.length > 0)
      terminal.print(
        `  DRAFT: ${source.open.length} question${source.open.length > 1 ? 's are' : ' is'} open in ${source.file}; the picture says so.`,
      );
    for (const file of result.conservation) {
      const { lines } = file;
      terminal.print(
        `  ${file.file}: ${lines.total} lines = ${lines.title} title + ${lines.header} header + ${lines.data} data + ${lines.blank} blank + ${lines.footer} footer`,
      );
      terminal.print(
        `    ${file.rows} rows, ${file.items} items = ${file.accepted} accepted + ${file.excluded} excluded + ${file.rejected} rejected; ${file.records} records, ${file.notes} notes`,
      );
      for (const [rule, count] of Object.entries(file.exclusions))
        terminal.print(`    excluded ${count}: ${rule}`);
      for (const { unit, raw, records } of file.quantities)
        terminal.print(`    sum in ${unit}: ${raw} in the file, ${records} in the records`);
    }
    if (replay) {
      terminal.print(`\n  Decisions in ${String(options['decisions'])}:`);
      for (const line of replay.says) terminal.print(`    ${line}`);
      if (replay.says.length === 0) terminal.print('    none on this source');
      terminal.print();
    }
    const shown = result.issues.filter((issue) => issue.severity !== 'note');
    for (const line of issueLines(shown)) terminal.print(`  ${line}`);
    const out = String(options['out']);
    const table = source.record === 'seizure' ? seizureTable : observationTable;
    await writePicture(
      out,
      {
        engine,
        metadata: {
          name: source.id,
          title: titleOf(source),
          sources: [source.source],
          inputs: result.conservation.map((file) => ({
            source: source.id,
            file: file.file,
            sha256: file.sha256,
          })),
        },
        tables: [
          {
            name: source.record,
            sql: `select ${table.map((column) => column.name).join(', ')} from ${source.record} order by id`,
          },
          {
            name: 'issue',
            columns: [
              'file',
              'line',
              'column_name',
              'value',
              'rule',
              'severity',
              'message',
              'repair',
            ].map((column) => ({
              name: column,
              type: column === 'line' ? ('INTEGER' as const) : ('VARCHAR' as const),
            })),
            rows: result.issues.map((issue) => [
              issue.file,
              issue.line,
              issue.column,
              issue.value,
              issue.rule,
              issue.severity,
              issue.message,
              issue.repair,
            ]),
          },
        ],
      },
      cleared,
    );
    if (resume !== undefined) await forgetParts(resume);
    terminal.print(`\n  Picture  ${out}/data/datapackage.json`);
    terminal.result({
      out,
      records: result.records,
      conservation: result.conservation,
      issues: result.issues,
      ...(replay && { replay }),
    });
    return result.issues.some((issue) => issue.severity === 'rejection') ? 1 : 0;
  } finally {
    await engine.close();
  }
}

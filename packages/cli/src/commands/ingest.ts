import { existsSync } from 'node:fs';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { type Issue, observationTable, seizureTable, UsageError } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { clearance, writePicture } from '@samenbeeld/store';
import { openTerminal } from '../terminal.ts';

function sourceOf(name: string): SourceDescription {
  if (catalogue().includes(name)) return loadSource(catalogueFolder(name));
  if (existsSync(name)) return loadSource(name);
  throw new UsageError(
    `There is no source "${name}". The catalogue has ${catalogue().join(', ')}; or give the path of a source.yaml.`,
  );
}

function lineOf(issue: Issue): string {
  const at = [
    issue.file,
    issue.line === null ? null : `line ${issue.line}`,
    issue.column === null ? null : `column ${issue.column}`,
  ]
    .filter(Boolean)
    .join(', ');
  const shown = issue.value === null || issue.message.includes(`"${issue.value}"`);
  const value = shown ? '' : ` "${issue.value}"`;
  return `  ${issue.severity}: ${at}:${value} ${issue.message} [${issue.rule}]. Repair: ${issue.repair}`;
}

/** `samenbeeld ingest`: files of one source into a picture; exit 1 where an item was rejected. */
export async function ingestFiles(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const source = sourceOf(String(name));
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  for (const path of paths)
    if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const engine = await openEngine();
  try {
    const result = await ingest(engine, source, paths, {
      catalogue: () => catalogue().map((id) => loadSource(catalogueFolder(id))),
    });
    const cleared = clearance(source.source.handling, String(options['audience']), {
      synthetic: source.source.synthetic,
    });
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
    const shown = result.issues.filter((issue) => issue.severity !== 'note');
    for (const issue of shown.slice(0, 20)) terminal.print(lineOf(issue));
    if (shown.length > 20)
      terminal.print(`  … and ${shown.length - 20} more, in the table "issue" of the picture`);
    const out = String(options['out']);
    const table = source.record === 'seizure' ? seizureTable : observationTable;
    await writePicture(
      out,
      {
        engine,
        metadata: {
          name: source.id,
          title: source.source.title,
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
    terminal.print(`\n  Picture  ${out}/data/datapackage.json`);
    terminal.result({
      out,
      records: result.records,
      conservation: result.conservation,
      issues: result.issues,
    });
    return result.issues.some((issue) => issue.severity === 'rejection') ? 1 : 0;
  } finally {
    await engine.close();
  }
}

import { findSource } from '@samenbeeld/answers';
import { correctsFigures } from '@samenbeeld/ingest';
import { ingestPicture } from '@samenbeeld/recipes';
import { checkFiles } from '../check-files.ts';
import { showProgress } from '../ingest-progress.ts';
import { issueLines } from '../issue-lines.ts';
import { openTerminal } from '../terminal.ts';

/** `samenbeeld ingest`: files of one source into a picture; exit 1 where an item was rejected. */
export async function ingestFiles(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  const source = findSource(String(name));
  checkFiles(paths);
  const text = (option: string): string | undefined =>
    typeof options[option] === 'string' ? options[option] : undefined;
  const out = String(options['out']);
  if (source.open.length > 0 && options['draft'] === true)
    terminal.print(
      `  DRAFT: ${source.open.length} question${source.open.length > 1 ? 's are' : ' is'} open in ${source.file}; the picture says so.`,
    );
  const {
    source: used,
    result,
    replay,
  } = await ingestPicture(String(name), paths, {
    out,
    audience: String(options['audience']),
    decisions: text('decisions'),
    draft: options['draft'] === true,
    resume: text('resume'),
    onProgress: showProgress(terminal.progress),
  });
  const inFile = correctsFigures(used) ? 'in the file as corrected' : 'in the file';
  for (const file of result.conservation) {
    const { lines } = file;
    terminal.print(
      `  ${file.file}: ${lines.total} lines = ${lines.title} title + ${lines.header} header + ${lines.data} data + ${lines.blank} blank + ${lines.footer} footer`,
    );
    terminal.print(
      `    ${file.rows} rows, ${file.items} items = ${file.accepted} accepted + ${file.excluded} excluded + ${file.rejected} rejected; ${file.records} ${file.records === 1 ? 'record' : 'records'}, ${file.notes} ${file.notes === 1 ? 'note' : 'notes'}`,
    );
    for (const [rule, count] of Object.entries(file.exclusions))
      terminal.print(`    excluded ${count}: ${rule}`);
    for (const { unit, raw, records } of file.quantities)
      terminal.print(`    sum in ${unit}: ${raw} ${inFile}, ${records} in the records`);
  }
  if (replay) {
    terminal.print('', `  Decisions in ${String(options['decisions'])}:`);
    for (const line of replay.says) terminal.print(`    ${line}`);
    if (replay.says.length === 0) terminal.print('    none on this source');
    terminal.print();
  }
  const notes = result.issues.filter(({ severity }) => severity === 'note');
  const shown = result.issues.filter(({ severity }) => severity !== 'note');
  for (const line of issueLines(shown)) terminal.print(`  ${line}`);
  if (options['notes'] === true) for (const line of issueLines(notes)) terminal.print(`  ${line}`);
  else if (notes.length > 0)
    terminal.print(
      `  ${notes.length} ${notes.length === 1 ? 'note is' : 'notes are'} in ${out}/data/issue.csv; --notes shows ${notes.length === 1 ? 'it' : 'them'} here`,
    );
  terminal.print('', `  Picture  ${out}/data/datapackage.json`);
  terminal.result({
    out,
    records: result.records,
    conservation: result.conservation,
    issues: result.issues,
    ...(replay && { replay }),
  });
  return result.issues.some((issue) => issue.severity === 'rejection') ? 1 : 0;
}

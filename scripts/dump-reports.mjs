// pnpm dump-reports FOLDER: what the three reports say, as lines of text: every block, figure and panel in four languages, the
// workbooks, the words of the build and the tables' bytes. Two dumps that are equal say that a change moved no answer.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import excel from 'exceljs';
import { ensureBundled } from './build.mjs';
import { ensureInstalled, root } from './setup.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Which folder shall the dump be written to? pnpm dump-reports FOLDER');
  process.exit(2);
}
ensureInstalled();
await ensureBundled();

const pictures = {
  'north-sea-port': 'fixtures/published/north-sea-port.picture.yaml',
  exercise: 'fixtures/exercise/exercise.picture.yaml',
  'follow-the-money': 'fixtures/published/follow-the-money.picture.yaml',
};
const languages = ['nl', 'fr', 'de', 'en'];

/** A line for each piece of text of a page, also of its drawings and of what is read aloud. */
function linesOf(html) {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\s(?:aria-label|title|alt|href|id|lang)="([^"]*)"/g, (attribute) => `>${attribute}<x`)
    .split(/<[^>]*>/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

async function linesOfWorkbook(path) {
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.flatMap((sheet) => {
    const lines = [`# ${sheet.name}`];
    sheet.eachRow((row) => {
      lines.push(JSON.stringify(row.values.slice(1).map((value) => value ?? null)));
    });
    return lines;
  });
}

function filesUnder(path) {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const work = mkdtempSync(join(tmpdir(), 'samenbeeld-dump-'));
const to = resolve(folder);
mkdirSync(to, { recursive: true });
try {
  for (const [name, file] of Object.entries(pictures)) {
    const out = join(work, name);
    const write = (what, lines) => {
      const clean = lines.map((line) => line.replaceAll(out, 'OUT').replaceAll(root, 'ROOT'));
      writeFileSync(join(to, `${name}.${what}.txt`), `${clean.join('\n')}\n`);
    };
    for (const language of languages) {
      const args = ['packages/cli/bin/samenbeeld.js', 'build', file, '--out', out];
      const told = execFileSync(process.execPath, [...args, '--language', language], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      write(`build-${language}`, told.split('\n'));
      write(`workbook-${language}`, await linesOfWorkbook(join(out, `workbook-${language}.xlsx`)));
    }
    write('report', linesOf(readFileSync(join(out, 'report.html'), 'utf8')));
    write(
      'files',
      filesUnder(join(out, 'data')).map((path) => {
        const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
        return `${hash} ${relative(out, path)}`;
      }),
    );
    console.log(`${name} dumped`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

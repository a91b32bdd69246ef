// Nothing with figures in it passes around the store's gate (architecture decisions 5 and 10).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Files that may write, and why. */
const allowed: Readonly<Record<string, string>> = {
  'store/src/durable.ts': 'the three writes that everything here is made of',
  'store/src/seal.ts': 'asks for a clearance; renames what write-picture has written',
  'store/src/write-picture.ts': 'asks for a clearance',
  'store/src/write-table.ts': 'called by write-picture, inside its temporary folder',
  'store/src/repair-picture.ts': 'renames a picture back that was written before',
  'store/src/open-picture.ts':
    'the tables that are read, under private names in a folder of its own that is removed',
  'store/src/append-decision.ts': 'decisions hold no figures',
  'store/src/file-lock.ts': 'a lock beside a file of decisions: who holds it',
  'ingest/src/fetch/fetch-source.ts': 'puts away what a publisher sent, with its checksum',
  'ingest/src/fetch/request-file.ts': 'puts away what a publisher sent',
  'harmonise/src/add-to-crosswalk.ts': 'crosswalks hold labels and codes, no figures',
  'describe/src/geometry/file-sample.ts': 'opens a file to read it',
  'describe/src/not-a-table.ts': 'opens a file to read it',
  'describe/src/describe-file.ts':
    'the first rows of a long file, and an unfolded copy, in folders of their own that are removed',
  'describe/src/trial/try-description.ts':
    'a proposed description, in a folder of its own that is removed',
  'read/src/beginning.ts': 'the beginning of a long file, in a folder of its own that is removed',
  'ingest/src/stage/kept-parts.ts':
    'cells of files that were read, for the same user to go on with after a break; no picture',
  'read/src/file-head.ts': 'opens a file to read it',
  'read/src/read-parquet.ts': 'what was in an archive, in a folder of its own that is removed',
  'read/src/scan-file.ts': 'opens a file to read it',
  'recipes/src/kept-build.ts': 'opens a file to read it',
  'read/src/survey.ts': 'opens a file to read it',
  'read/src/unfold-file.ts': 'what was packed, in a folder of its own that is removed',
  'hostile/src/worker.ts': 'writes a proposal for its own run, outside any picture',
  'hostile/src/sound-files.ts': 'writes sound samples for its own run, outside any picture',
  'read/src/transcode-file.ts': 'the same text in UTF-8, in a folder of its own that is removed',
  'hostile/src/run-hostile.ts': 'writes damaged samples for its own run, outside any picture',
  'engine/src/dialect/parquet.ts': 'builds the statement for writeParquet',
  'engine/src/dialect/write-lines.ts': 'builds the statement for writeLines',
  'engine/src/open-engine.ts':
    'offers writeParquet and writeLines, which store/src/write-table.ts may call, and kept-parts for its scratch',
  'engine/src/engine.ts': 'declares writeParquet and writeLines',
};

const writers =
  /^(writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|copyFileSync|cp|cpSync|rename|renameSync|writeSync|writev|writevSync|openSync|writeParquet|writeLines|writeDurably|appendDurably)$/;
const fromFs = /^(open|write|truncate|link|symlink|default)$/;

const packages = join(import.meta.dirname, '../..');
const files = readdirSync(packages)
  .flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(packages, name, 'src', file),
    ),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => relative(packages, file).replaceAll('\\', '/'))
  .sort();

/** What each of those holds somewhere, plainly or with a character escaped: most files are told apart without their syntax. */
const trace =
  /\bfs\b|write|append|copy|rename|openSync|\bcp(?:Sync)?\b|[\w$]\\u|\\u[\da-f{]+\}?[\w$]/i;

/** Names by which a file could write: writers it uses, and ways into node:fs that hide them. */
function writesIn(code: string): string[] {
  if (!trace.test(code)) return [];
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
      const clause = node.importClause;
      if (/^(node:)?fs(\/promises)?$/.test(from)) {
        if (clause?.name) found.add(`import ${clause.name.text} from ${from}`);
        const bindings = clause?.namedBindings;
        if (bindings && ts.isNamespaceImport(bindings)) found.add(`import * from ${from}`);
        if (bindings && ts.isNamedImports(bindings))
          for (const { name, propertyName } of bindings.elements) {
            const original = (propertyName ?? name).text;
            if (writers.test(original) || fromFs.test(original)) found.add(original);
          }
      }
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      if (from && ts.isStringLiteral(from) && /^(node:)?fs(\/promises)?$/.test(from.text))
        found.add(`import(${from.text})`);
    }
    if (ts.isStringLiteralLike(node) && /\bcopy\s*\(|\bcopy\s+\S+\s+to\s+'/i.test(node.text))
      found.add('COPY');
    if (ts.isTemplateExpression(node) && /\bcopy\s*\(|\bcopy\s+\S+\s+to\s/i.test(node.head.text))
      found.add('COPY');
    if (ts.isIdentifier(node) && writers.test(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest));
  return [...found].sort();
}

test('no file outside the list writes to disk', () => {
  const found = files
    .filter((file) => !(file in allowed))
    .flatMap((file) =>
      writesIn(readFileSync(join(packages, file), 'utf8')).map(
        (name) => `${file}: ${name} (write with writeThrough or writePicture of @samenbeeld/store)`,
      ),
    );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('every file on the list exists and still writes', () => {
  const idle = Object.keys(allowed).filter(
    (file) =>
      !files.includes(file) || writesIn(readFileSync(join(packages, file), 'utf8')).length === 0,
  );
  expect(idle).toEqual([]);
});

test.each([
  ["import { writeFile } from 'node:fs/promises'; await writeFile('a', 'b');", ['writeFile']],
  ["import { writeFileSync as save } from 'node:fs'; save('a', 'b');", ['writeFileSync']],
  ['\\u0077riteFile(path);', ['writeFile']],
  ["import fs from 'node:fs'; fs.mkdirSync('a');", ['import fs from node:fs']],
  ["import * as fs from 'fs';", ['import * from fs']],
  ["const fs = await import('node:fs');", ['import(node:fs)']],
  ["import { open } from 'node:fs/promises';", ['open']],
  ['workbook.xlsx.writeFile(path);', ['writeFile']],
  ["engine.writeParquet('select 1 order by 1', path);", ['writeParquet']],
  ["engine.run(`copy (select 1) to 'x'`);", ['COPY']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source code under test
  ['engine.run(`copy (${sql}) to ${path}`);', ['COPY']],
  ["import { readFile } from 'node:fs/promises'; // writeFile\nconst open = 1;", []],
])('the list sees %j', (code, names) => {
  expect(writesIn(code)).toEqual(names);
});

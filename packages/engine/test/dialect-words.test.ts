// Dialect-only SQL lives in engine/src/dialect and nowhere else (architecture decision 15).
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Words that only some engines know, and what to call instead. */
const words: readonly (readonly [word: string, pattern: RegExp, instead: string])[] = [
  ['UNPIVOT', /\bunpivot\b/i, 'dialect.unpivot'],
  ['PIVOT', /\bPIVOT\b/, 'a CASE for each column'],
  ['read_parquet', /\b(read_parquet|parquet_scan)\b/i, 'engine.readParquet or dialect.readParquet'],
  [
    'read_csv',
    /\bread_(csv|csv_auto|json|json_auto|ndjson|text|blob|xlsx)\s*\(/i,
    'a reader of ingest',
  ],
  ['COPY', /\bcopy\s*\(|\bcopy\s+\S+\s+(to|from)\s+'/i, 'engine.writeParquet, through the store'],
  ['TRY_CAST', /\btry_cast\b/i, 'dialect.tryCast'],
  ['strptime', /\b(try_)?str[pf]time\b/i, 'dialect.parseDate'],
  ['regexp_…', /\bregexp_\w+/i, 'dialect.regexMatch, regexReplace or regexExtract'],
  ['jaro_winkler', /\bjaro_(winkler_)?similarity\b/i, 'dialect.jaroWinkler'],
  ['levenshtein', /\b(damerau_)?levenshtein\s*\(|\beditdist3\b/i, 'dialect.levenshtein'],
  ['md5, sha256', /\b(md5|sha1|sha256)\s*\(/i, 'dialect.hash'],
  ['list_intersect', /\blist_intersect\s*\(/i, 'dialect.sharedItems or differentItems'],
  ['list_extract', /\blist_(extract|element)\s*\(/i, 'dialect.lookUp'],
  ['md5_number', /\bmd5_number(_lower|_upper)?\s*\(/i, 'dialect.hashNumber'],
  ['string_split', /\b(string_split|str_split|string_to_array)\b/i, 'dialect.split'],
  ['enum_code', /\benum_\w+\s*\(/i, 'dialect.oneOfType or oneOfPlace'],
  ['ALTER TYPE', /\balter\s+column\b/i, 'dialect.changeType'],
  ['QUALIFY', /\bqualify\b\s+(row_number|rank|dense_rank)/i, 'a subquery with WHERE'],
  ['ASOF JOIN', /\basof\b(\s+left)?\s+join\b/i, 'a window and a join'],
  ['USING SAMPLE', /\busing\s+sample\b/i, 'a hash of the key'],
  ['INSTALL, LOAD', /^\s*(install|load|attach|pragma)\s+\w+\s*(;|$)/im, 'openEngine options'],
];

/** What some of each word's texts holds: a file without any is not taken apart, which takes long. */
const hint =
  /pivot|parquet|read_|copy|try_cast|p[tf]ime|regexp_|jaro_|levenshtein|editdist3|md5|sha1|sha256|list_|string_split|str_split|string_to_array|enum_|alter\s+column|qualify|asof|using\s+sample|(?:install|load|attach|pragma)\s+\w+\s*(?:;|`|'|"|$)/im;

const packages = join(import.meta.dirname, '../..');
const allowed = 'engine/src/dialect/';

const files = readdirSync(packages)
  .flatMap((name) => {
    const folder = join(packages, name, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    );
  })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => relative(packages, file).replaceAll('\\', '/'))
  .sort();

/** The texts of a file: SQL stands in strings and templates, never in names or comments. */
function texts(code: string, file: string): string[] {
  if (!hint.test(code)) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node))
      found.push(
        [node.head, ...node.templateSpans.map((span) => span.literal)]
          .map((part) => part.text)
          .join('$'),
      );
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      found.push(node.text);
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node))
      ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return found;
}

const wordsIn = (text: string): string[] =>
  words
    .filter(([, pattern]) => pattern.test(text))
    .map(([word, , instead]) => `${word} (use ${instead})`);

test('no SQL outside engine/src/dialect uses words of one dialect', () => {
  const found = files
    .filter((file) => !file.startsWith(allowed))
    .flatMap((file) =>
      texts(readFileSync(join(packages, file), 'utf8'), file)
        .flatMap(wordsIn)
        .map((word) => `${file}: ${word}`),
    );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('the list sees each word in a statement', () => {
  const statements = [
    'select * from t unpivot (a for b in (c))',
    'PIVOT t ON year',
    "select * from read_parquet('x')",
    "select * from read_csv('x')",
    "copy (select 1) to 'x'",
    'select try_cast(a as integer)',
    "select strptime(a, '%d')",
    "select regexp_full_match(a, 'b')",
    'select jaro_winkler_similarity(a, b)',
    'select levenshtein(a, b)',
    'select md5(a)',
    'select list_intersect(a, b)',
    'select list_extract(a, 1)',
    'select md5_number_lower(a)',
    "select string_split(a, '+')",
    'select enum_code(a)',
    'alter table t alter column a set data type INTEGER using b',
    'select * from t qualify row_number() over () = 1',
    'select * from a asof join b using (c)',
    'select * from t using sample 10',
    'install httpfs;',
  ];
  expect(statements.map((sql) => wordsIn(sql).length)).toEqual(statements.map(() => 1));
  expect(statements.filter((sql) => !hint.test(`run("${sql}")`))).toEqual([]);
  expect(wordsIn('select sum(kg) from seizure where place = $1 group by place')).toEqual([]);
});

test('a template is read as one text', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source code under test
  expect(texts('run(`copy (${sql}) to ${path}`)', 'a.ts')).toEqual(['copy ($) to $']);
});

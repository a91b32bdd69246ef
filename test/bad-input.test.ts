import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Language, languages } from '@samenbeeld/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { english, plain } from './english-words.ts';
import { samenbeeld } from './one-process.ts';
import { hashes, published, temporary } from './pictures.ts';

const catalogue = `${root}/packages/sources/catalogue`;
const read = (path: string): Buffer => readFileSync(path);

/** The head and the first claims of the claim sheet. */
const claims = read(`${root}/fixtures/published/claims.csv`)
  .toString()
  .split('\n')
  .slice(0, 20)
  .join('\n');

interface Case {
  readonly source?: string;
  readonly file?: string;
  readonly content?: string | Buffer;
  readonly recipe?: string;
  readonly audience?: string;
  readonly sha256?: string;
  readonly decisions?: string;
  readonly yaml?: string;
  readonly language?: Language;
}

const folder = temporary('bad');
let cases = 0;

/** Builds a picture of one file into a folder that holds a good one; what is left there is compared. */
async function build({
  source = 'published-claims',
  file = 'claims.csv',
  content = claims,
  recipe = 'north-sea-port',
  audience = 'public',
  sha256,
  decisions = '',
  yaml,
  language = 'en',
}: Case) {
  cases += 1;
  const place = `${folder}/${cases}`;
  mkdirSync(place);
  writeFileSync(`${place}/${file}`, content);
  writeFileSync(`${place}/decisions.jsonl`, decisions);
  writeFileSync(
    `${place}/a.picture.yaml`,
    yaml ??
      `picture: a
title: { nl: a, fr: a, de: a, en: a }
recipe: ${recipe}
asOf: 2026-06-30
audience: ${audience}
inputs:
  - { source: ${source}, file: ${file}${sha256 ? `, sha256: ${sha256}` : ''} }
`,
  );
  const out = `${folder}/out`;
  const before = hashes(out);
  const args = ['build', 'a.picture.yaml', '--out', out, '--language', language];
  const ran = await samenbeeld(args, { cwd: place });
  expect(hashes(out), 'the old output').toEqual(before);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toMatch(/\n\s+at |node:internal|fault of samenbeeld/);
  return { code: ran.code, says: ran.stderr.trim() };
}

beforeAll(() => {
  cpSync(published, `${folder}/out`, { recursive: true });
});

const pks = read(`${catalogue}/bka-pks-laender/sample_2022.xlsx`);

describe('a file that is not what it should be: exit 1, what and where, how to mend it', () => {
  test('a truncated workbook', async () => {
    const said = await build({
      source: 'bka-pks-laender',
      file: 'pks.xlsx',
      content: pks.subarray(0, pks.length >> 1),
    });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "pks.xlsx: expected an .xlsx workbook, found one that is cut off or damaged: its directory cannot be read. Repair: fetch the file again",
      }
    `);
  });

  test('text under the name of a workbook', async () => {
    const said = await build({ source: 'bka-pks-laender', file: 'pks.xlsx', content: 'hello' });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "pks.xlsx: expected an .xlsx workbook, found plain text under that name. Repair: describe it as csv",
      }
    `);
  });

  test('windows-1252 where utf-8 is declared', async () => {
    const content = Buffer.from(claims.replace('a joint police', 'série'), 'latin1');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv, line 2: expected utf-8, found byte 0xE9 (byte 462 of the file), which is not a character of it. Repair: declare encoding: windows-1252, which fits",
      }
    `);
  });

  test('utf-16', async () => {
    const content = Buffer.from(`\uFEFF${claims}`, 'utf16le');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv, line 1: expected utf-8, found a file that starts with the byte-order mark of utf-16le. Repair: declare encoding: utf-16le",
      }
    `);
  });

  test('an empty file', async () => {
    expect(await build({ content: '' })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv: expected a table, found an empty file. Repair: fetch the file again",
      }
    `);
  });

  test('the file of another source', async () => {
    const content = read(`${catalogue}/eurostat-crim-off-cat/sample.tsv`);
    const said = await build({ source: 'politie-47022ned', file: 'e.tsv', content });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "e.tsv, line 1: this is not a file of politie-47022ned: expected the columns "incident_type_code", "year", "incident_count", found "freq", "iccs", "unit", "geo\\TIME_PERIOD 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022". It fits eurostat-crim-off-cat. Repair: ingest it as eurostat-crim-off-cat",
      }
    `);
  });

  test('a renamed column', async () => {
    const content = claims.replace(',value,', ',amount,');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv, line 1: expected the column "value", found "claim", "place", "place_note", "basis", "contains_own", "agency", "substance", "offence", "metric", "stat", "amount", "unit", … 16 more. Repair: fetch the whole file again, or mark the column optional in published-claims/source.yaml",
      }
    `);
  });

  test('a column more', async () => {
    const content = claims.replace(',note\n', ',note,remark\n');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv, line 1: the column "remark" is neither mapped nor ignored. Repair: map it or ignore it with a reason in published-claims/source.yaml",
      }
    `);
  });

  test('a row with a cell too many', async () => {
    const content = claims.replace(/\n(C003.*)\n/, '\n$1,extra\n');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv: 1 of 19 items are rejected
        claims.csv, line 4: expected 28 cells, found 29 [row.too-long]. Repair: quote the cell that holds the delimiter, or correct the row
      Repair: mend the file, the crosswalk or the exclusions; to go on without these items write \`rejected: { row.too-long: 1 }\` with this input in a.picture.yaml",
      }
    `);
  });

  test('cut-off JSON', async () => {
    const content = read(`${catalogue}/unodc-seizures/sample.json`).subarray(0, 400);
    const said = await build({ source: 'unodc-seizures', file: 'u.json', content });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "u.json, line 3, column 164: expected JSON, found an error: unexpected end of string. Repair: fetch the file again, it may be cut off; else ask the publisher for valid JSON",
      }
    `);
  });
});

describe('a cell that cannot be read: exit 1, with file, line, column, value, rule and repair', () => {
  test('a code that no crosswalk has', async () => {
    const content = claims.replace('C002,BE,', 'C002,Zwanenstad,');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv: 1 of 19 items are rejected
        claims.csv, line 3, column B "place": "Zwanenstad" is no known code for place [crosswalk.unknown-code]. Repair: correct the cell, add the code to the crosswalk, or exclude it by name; a place that no list has may get a code of its own: country, kind and name, such as NL.GM.Delfzijl
      Repair: mend the file, the crosswalk or the exclusions; to go on without these items write \`rejected: { crosswalk.unknown-code: 1 }\` with this input in a.picture.yaml",
      }
    `);
  });

  test('a drug that no crosswalk has', async () => {
    const sample = read(`${catalogue}/unodc-seizures/sample.json`).toString();
    const content = sample.replace('"Drug":"Methamphetamine"', '"Drug":"Moon dust"');
    expect(content).not.toBe(sample);
    const said = await build({ source: 'unodc-seizures', file: 'u.json', content });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "u.json: 1 of 12 items are rejected
        u.json, line 1, column Drug: "Moon dust" is no known code of substances.csv for substance [crosswalk.unknown-code]. Repair: correct the cell, add the code to the crosswalk, or exclude it by name
      Repair: mend the file, the crosswalk or the exclusions; to go on without these items write \`rejected: { crosswalk.unknown-code: 1 }\` with this input in a.picture.yaml",
      }
    `);
  });

  test('a number that may be one thousand or one', async () => {
    const sample = read(`${catalogue}/exercise-lu-customs/sample.csv`).toString('latin1');
    const content = sample.replace(';390;g;', ';1.234;g;').replace(/compte \w+/, '');
    expect(content).toContain(';1.234;g;');
    const said = await build({
      source: 'exercise-lu-customs',
      file: 'lu.csv',
      content: Buffer.from(content, 'latin1'),
      recipe: 'exercise',
    });
    expect(said).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "lu.csv: 1 of 3 items are rejected
        lu.csv, line 6, column G "Quantité": "1.234" is either 1234 or 1.234 [number.ambiguous]. Repair: declare decimalChar or groupChar for the column in the source description
      Repair: mend the file, the crosswalk or the exclusions; to go on without these items write \`rejected: { number.ambiguous: 1 }\` with this input in a.picture.yaml",
      }
    `);
  });

  test('a decimal comma where points are declared', async () => {
    const content = claims.replace(',3946,kg', ',"3,946",kg');
    expect(await build({ content })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv: 1 of 19 items are rejected
        claims.csv, line 2, column K "value": "3,946" is not a number with no group marks and a decimal "." [number.invalid]. Repair: correct the cell, or list it under missingValues with its reason
      Repair: mend the file, the crosswalk or the exclusions; to go on without these items write \`rejected: { number.invalid: 1 }\` with this input in a.picture.yaml",
      }
    `);
  });
});

describe('a picture file that is wrong', () => {
  test('broken YAML', async () => {
    const yaml = 'picture: a\ntitle:\n  nl: a\n  fr: a: b\n';
    expect(await build({ yaml })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "a.picture.yaml, line 4: expected YAML, found Nested mappings are not allowed in compact mappings (character 7). Repair: mend the line; fixtures/published/north-sea-port.picture.yaml shows how it is written",
      }
    `);
  });

  test('a key that does not exist', async () => {
    const yaml = 'picture: a\ntitel: { nl: a, fr: a, de: a, en: a }\n';
    expect(await build({ yaml })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "a.picture.yaml: expected \`picture, title, recipe, questions, report, asOf, seed, audience, purpose, decisions, twoPersons, deciding, remarks, barriers, priorities, inputs, money, law, hypotheses, assessments, listings, measures, reports, key\`, found "titel". Repair: write "title", or remove the key",
      }
    `);
  });

  test('a recipe that does not exist', async () => {
    expect(await build({ recipe: 'nort-sea' })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "a.picture.yaml, line 3: expected a recipe, found "nort-sea". Repair: write assets, darknet, exercise, follow-the-money, hazeldonk, north-sea-port, phishing, post-and-courier, prevention or source-and-transit",
      }
    `);
  });

  test('a source that does not exist', async () => {
    expect(await build({ source: 'publshed-claims' })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "a.picture.yaml: expected a source of the catalogue, found "publshed-claims". Repair: write published-claims, or give the path of a source description of your own",
      }
    `);
  });

  test('a file that changed since it was described', async () => {
    expect(await build({ sha256: 'a'.repeat(64) })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "claims.csv: expected sha256 aaaaaaaaaaaa…, found 5659cb6b17e4…: the file has changed since the picture was described. Repair: look at what changed; if it is right, write \`sha256: 5659cb6b17e48e5cd71403a04fd4774c8a070fdc85eec8a93fab81d4beb32331\` in a.picture.yaml",
      }
    `);
  });

  test('an audience that does not exist', async () => {
    expect(await build({ audience: 'everyone' })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "a.picture.yaml, line 5: expected an audience, found "everyone". Repair: write public, policy, partners, court, benelux-analysts or internal",
      }
    `);
  });

  test('synthetic events beside published claims', async () => {
    const yaml = `picture: a
title: { nl: a, fr: a, de: a, en: a }
recipe: north-sea-port
asOf: 2026-06-30
audience: public
inputs:
  - { source: published-claims, file: claims.csv }
  - { source: exercise-fr, file: ${root}/packages/sources/catalogue/exercise-fr/sample.csv }
`;
    expect(await build({ yaml })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "Synthetic events (exercise-fr) and published figures (published-claims) never share a picture. Build the exercise picture apart.",
      }
    `);
  });
});

describe('whatever is wrong with a picture file is told in the reader’s language', () => {
  const whole = `picture: a
title: { nl: a, fr: a, de: a, en: a }
recipe: north-sea-port
asOf: 2026-06-30
audience: public
inputs:
  - { source: published-claims, file: claims.csv }
`;
  const chapter = '{ id: a, title: { nl: a, fr: a, de: a, en: a }, blocks: [] }';
  const cases: readonly (readonly [string, Case])[] = [
    ['syntax', { yaml: 'picture: a\ntitle:\n  nl: a\n  fr: a: b\n' }],
    ['a key that is a slip', { yaml: whole.replace('inputs:', 'inptus:') }],
    ['a key of a question', { yaml: `${whole}questions: [{ plaats: NLVLI }]\n` }],
    ['a day', { yaml: whole.replace('06-30', '13-30') }],
    ['a name', { yaml: whole.replace('picture: a', 'picture: My Ports') }],
    ['an audience', { audience: 'everyone' }],
    ['a recipe', { recipe: 'nort-sea' }],
    ['a source', { source: 'publshed-claims' }],
    ['a source of one’s own', { source: './own.source.yaml' }],
    ['a file', { yaml: whole.replace('claims.csv', 'none.csv') }],
    ['a hash', { sha256: 'a'.repeat(64) }],
    ['words in four languages', { yaml: whole.replace(', en: a', '') }],
    ['no input', { yaml: whole.replace(/inputs:\n.*\n/u, 'inputs: []\n') }],
    ['an answer', { yaml: `${whole}report: { front: [{ answer: totall }] }\n` }],
    ['chapters', { yaml: `${whole}report: { chapters: [${chapter}, ${chapter}] }\n` }],
    ['roles', { yaml: `${whole}deciding: [analyst, Jan Peeters]\n` }],
    ['a list of files', { yaml: `${whole}barriers: b.yaml\n` }],
    ['a file it names', { yaml: `${whole}money: m.yaml\n` }],
    [
      'a word of a question',
      { yaml: whole.replace(/recipe.*/u, 'questions: [{ place: Nowhere }]') },
    ],
    ['decisions', { decisions: '{"id":"x","ki' }],
    ['rejected items', { content: claims.replace('C002,BE,', 'C002,Zwanenstad,') }],
  ];

  test.each(cases)('%s', async (_, one) => {
    const told: string[] = [];
    for (const language of languages) {
      const { code, says } = await build({ ...one, language });
      expect(code).toBeGreaterThan(0);
      told.push(says);
      if (language !== 'en') expect(plain(says)).not.toMatch(english);
    }
    expect(new Set(told).size).toBe(4);
  });

  test('a key that is a slip is told with the key that is meant', async () => {
    const { says } = await build({ yaml: whole.replace('inputs:', 'inptus:'), language: 'nl' });
    expect(says).toMatch(/Herstel: schrijf "inputs", of verwijder de sleutel$/u);
  });
});

describe('decisions that cannot be trusted', () => {
  const good = {
    id: 'c13e0e598104',
    kind: 'conflict',
    subject: 'NLVLI COC seized_in_port quantity 2021',
    verdict: 'keep 69522757bf2a0984',
    role: 'analyst, Benelux secretariat',
    time: '2026-07-01T10:00:00Z',
    reason: 'the prosecution service counts',
    evidence: null,
    supersedes: null,
  };

  test('a cut-off line', async () => {
    const decisions = JSON.stringify(good).slice(0, 80);
    expect(await build({ decisions })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "decisions.jsonl, line 1: the line is cut off: it was not written to its end. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…"",
      }
    `);
  });

  test('a line that was changed by hand', async () => {
    const decisions = `${JSON.stringify({ ...good, verdict: 'keep 250' })}\n`;
    expect(await build({ decisions })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "decisions.jsonl, line 1: the decision "c13e0e598104" was changed after it was recorded. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…"",
      }
    `);
  });

  test('a line that someone took out', async () => {
    const decisions = `${JSON.stringify(good)}\n{"id":"x"}\n`;
    expect(await build({ decisions })).toMatchInlineSnapshot(`
      {
        "code": 1,
        "says": "decisions.jsonl, line 2: "kind" is empty. Repair: restore decisions.jsonl from a copy, or settle what is damaged, with nothing removed: samenbeeld decide decisions.jsonl --settle --role "…" --reason "…"",
      }
    `);
  });
});

test('a word of a question that means nothing is told with its file and line, and the word that is near', async () => {
  const picture = (asked: string, block: string): string => `picture: a
title: { nl: a, fr: a, de: a, en: a }
asOf: 2026-06-30
audience: public
inputs:
  - { source: published-claims, file: claims.csv }
questions:
  - { place: NLVLI, substance: ${asked}, basis: seized_in_port }
report:
  chapters:
    - id: one
      title: { nl: a, fr: a, de: a, en: a }
      blocks:
        - answer: total
          of: { place: NLVLI, substance: ${block}, basis: seized_in_port }
`;
  const first = await build({ yaml: picture('COCX', 'COC'), language: 'nl' });
  const second = await build({ yaml: picture('COC', 'COCX'), language: 'de' });
  expect([first, second]).toEqual([
    {
      code: 2,
      says: 'a.picture.yaml, regel 8: substance: "COCX" is niet bekend. Bedoelt u COC (cocaïne)?',
    },
    {
      code: 2,
      says: 'a.picture.yaml, Zeile 15: substance: „COCX“ ist nicht bekannt. Meinen Sie COC (Kokain)?',
    },
  ]);
});

test('an audience that is not cleared: why, and what would free it', async () => {
  const own = `${folder}/restricted`;
  cpSync(`${catalogue}/published-claims`, own, { recursive: true });
  const description = `${own}/source.yaml`;
  writeFileSync(
    description,
    readFileSync(description, 'utf8').replace(
      'handling: public',
      'handling: { tlp: AMBER, h: [H1], originators: [NL_HARC] }',
    ),
  );
  writeFileSync(`${folder}/claims.csv`, `${claims}\n`);
  const out = `${folder}/restricted-out`;
  const ingest = (audience: string) =>
    samenbeeld(['ingest', description, 'claims.csv', '--out', out, '--audience', audience], {
      cwd: folder,
    });
  const partners = await ingest('benelux-analysts');
  expect([partners.code, partners.stderr]).toEqual([0, '']);
  expect(readFileSync(`${out}/data/HANDLING.txt`, 'utf8')).toContain('TLP:AMBER');
  const before = hashes(out);
  const { code, stderr } = await ingest('public');
  expect({ code, says: stderr.trim() }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "says": "This may not be written for "public" (public). published-claims: TLP:AMBER: they may hold TLP:CLEAR at most; H1: it may not be used in judicial proceedings. What would free it: a decision of kind release with the verdict accept on "NL_HARC to public of 7adb8624190eb449: TLP:AMBER, H1" by a role that its source description names (handling.releasedBy: none yet). Without a release it may go to: benelux-analysts, internal.",
    }
  `);
  expect(hashes(out)).toEqual(before);
});

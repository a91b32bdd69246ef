import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { describe, expect, test } from 'vitest';
import { beneluxFiles } from './families/benelux-files.ts';
import type { FamilyFile, FamilyKey } from './families/family.ts';
import { frenchFiles } from './families/french-files.ts';
import { internationalFiles } from './families/international-files.ts';
import { pksFiles } from './families/pks-files.ts';

const families: readonly FamilyFile[] = [
  ...pksFiles,
  ...frenchFiles,
  ...beneluxFiles,
  ...internationalFiles,
];

async function described(family: FamilyFile): Promise<FileDescription> {
  const folder = mkdtempSync(join(tmpdir(), 'family-'));
  try {
    const path = join(folder, family.file);
    await family.write(path);
    return await describeFile(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The mark of thousands of the file, or else that of its columns. */
function groupMark(found: FileDescription): string | null {
  const own = found.columns.flatMap(
    ({ written }) => (written as { readonly groupChar?: string } | null)?.groupChar ?? [],
  );
  return found.groupChar.value ?? own[0] ?? null;
}

/** Where the layout found is not that of the key. */
function layoutErrors(found: FileDescription, key: FamilyKey): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['format', found.format.value, key.format],
    ['encoding', found.encoding?.value, key.encoding],
    ['delimiter', found.delimiter?.value, key.delimiter],
    ['sheet', found.sheet?.value, key.sheet],
    ['title', found.title.value, key.title],
    ['header', found.header.value, key.header],
    ['footer', found.footerLines[0]?.replaceAll('"', '') ?? null, key.footer],
    ['decimal mark', found.decimalChar.value, key.decimalChar],
    ['group mark', groupMark(found), key.groupChar],
    ['language', found.language.value, key.language],
    ['record', found.record.value, key.record],
  ];
  return pairs.flatMap(([what, is, should]) =>
    should === undefined || is === should
      ? []
      : [`${what} is ${String(is)}, not ${String(should)}`],
  );
}

/** A heading whose merged cells repeat over the rows, said once. */
function once(heading: string): string {
  return heading.replace(/(^| )(.+?)(?: \2)+(?= |$)/gu, '$1$2');
}

/** The columns that were taken for something else, and how surely. */
function columnErrors(
  found: FileDescription,
  key: FamilyKey,
): { readonly wrong: readonly string[]; readonly sure: readonly string[]; readonly all: number } {
  const wrong: string[] = [];
  const sure: string[] = [];
  const expected = Object.entries(key.columns);
  for (const [heading, fields] of expected) {
    const column = [...found.columns, ...found.folds].find(({ headings }) =>
      headings.map(once).includes(heading),
    );
    const to = column?.to === 'quantity' ? 'value' : (column?.to ?? '-');
    if (fields.some((field) => (field === 'quantity' ? 'value' : field) === to)) continue;
    const told = `${heading}: ${column ? `${to} ${column.confidence}` : 'not found'}, not ${fields.join(' or ')}`;
    wrong.push(told);
    if (column && column.confidence >= 0.9) sure.push(told);
  }
  if (key.fold) {
    const groups = found.folds.flatMap(({ written }) =>
      Object.values(
        (written as { readonly groups: Readonly<Record<string, { readonly to: string }>> }).groups,
      ).map(({ to }) => to),
    );
    for (const field of key.fold) if (!groups.includes(field)) wrong.push(`no fold by ${field}`);
  }
  return { wrong, sure, all: expected.length + (key.fold?.length ?? 0) };
}

describe.each(families)('$name', (family) => {
  test('layout, columns, and nothing wrong that is called sure', async () => {
    const found = await described(family);
    const { wrong, sure, all } = columnErrors(found, family.key);
    expect(layoutErrors(found, family.key), 'layout').toEqual([]);
    expect(sure, 'wrong and called sure').toEqual([]);
    expect(wrong.length / all, wrong.join('; ')).toBeLessThanOrEqual(0.1);
    expect(found.trial.kind === 'refused' ? found.trial.problem : 'ingested').toBe('ingested');
  });
});

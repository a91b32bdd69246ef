import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import type { Issue } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../ingest/test/fixture.ts';

interface Next {
  readonly found: FileDescription;
  readonly said: string;
  readonly issues: readonly Issue[];
  readonly rows: readonly Row[];
}

/** Describes one edition, and reads the next with what was proposed. */
async function next(
  first: string,
  later: string,
  change: (yaml: string) => string = (yaml) => yaml,
): Promise<Next> {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  const engine = await openEngine({ threads: 1 });
  try {
    const path = join(folder, 'havens.csv');
    writeFileSync(path, first);
    const found = await describeFile(path);
    writeFileSync(join(folder, 'source.yaml'), change(found.yaml));
    for (const { name, text } of found.crosswalks) writeFileSync(join(folder, name), text);
    writeFileSync(path, later);
    const source = loadSource(join(folder, 'source.yaml'));
    const result = await ingest(engine, source, path, { draft: true }).catch(
      (error: Error) => error,
    );
    if (result instanceof Error) return { found, said: result.message, issues: [], rows: [] };
    const rows = await engine.rows<Row>(
      'select * from observation order by origin_line, origin_column',
    );
    return { found, said: 'read', issues: result.issues, rows };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}

const legend = ['Legenda', '* = voorlopig cijfer', 'x = geheim (minder dan 5)', '- = nul'];

function havens(title: string, below: readonly string[] = legend): string {
  return [
    title,
    'Haven;jan 2025;feb 2025;mrt 2025;apr 2025',
    'Rotterdam;1.850;2.140;1.320;980*',
    'Vlissingen;420;353;610;390',
    'Terneuzen;12;x;8;15',
    'Moerdijk;0;4;-;6',
    '',
    ...below,
    'Bron: Douane Nederland',
    '',
  ].join('\n');
}

describe('the unit that a title states', () => {
  const title = 'Inbeslagnames cocaïne per haven 2025, in kg';
  const german = [
    'Sichergestellte Mengen Kokain in kg nach Hafen',
    'Hafen;2022;2023',
    'Hamburg;45;61',
    'Bremerhaven;21;27',
    '',
  ].join('\n');

  it.each([
    [havens(title), havens(title), 'kg'],
    [havens(title), havens(title.replace('in kg', 'in ton')), 't'],
    [havens(title), havens(title.replace('in kg', 'in gram')), 'g'],
    [havens(title.replace(', in kg', ' (kg)')), havens(title.replace(', in kg', ' (ton)')), 't'],
    [
      havens(title.replace(', in kg', ' (in ton)')),
      havens(title.replace(', in kg', ' (kg)')),
      'kg',
    ],
    [german, german.replace('in kg', 'in Tonnen'), 't'],
    [
      havens(title.replace('in kg', 'in 1.000 kg')),
      havens(title.replace('in kg', 'in 1.000 kg')),
      't',
    ],
  ])('is read from each edition', async (first, later, unit) => {
    const { said, rows } = await next(first, later);
    expect(said).toBe('read');
    expect(new Set(rows.map((row) => row['unit']))).toEqual(new Set([unit]));
  });

  it.each([
    [title, title.replace(', in kg', '')],
    [title, title.replace('in kg', 'in pakken')],
    [title, title.replace('in kg', 'in 1.000 kg')],
    [title, title.replace('in kg', 'in duizend kg')],
    [title, `${title} (x 1.000)`],
    [title.replace('in kg', 'in 1.000 kg'), title],
  ])('%s, then %s: is refused', async (first, later) => {
    const { said } = await next(havens(first), havens(later));
    expect(said).toMatch(/title .*unit/u);
  });

  it('is not what a count beside it has', async () => {
    const two = (unit: string): string =>
      [
        `Inbeslagnames per haven 2025, in ${unit}`,
        'Haven;Jaar;Aantal inbeslagnames;Hoeveelheid',
        'Rotterdam;2024;12;1850,5',
        'Vlissingen;2024;5;420,25',
        '',
      ].join('\n');
    const { said, rows } = await next(two('kg'), two('ton'));
    expect(said).toBe('read');
    expect(rows.map((row) => `${row['metric']} ${row['unit']}`).sort()).toEqual([
      'quantity t',
      'quantity t',
      'seizures seizure',
      'seizures seizure',
    ]);
  });
});

describe('the legend of a file', () => {
  const title = 'Inbeslagnames cocaïne per haven 2025, in kg';
  const changedTo = (from: string, to: string): readonly string[] =>
    legend.map((line) => (line === from ? to : line));
  const about = ({ issues }: Next): readonly string[] =>
    issues.flatMap(({ rule, value }) => (rule.startsWith('legend.') ? `${rule} ${value}` : []));

  it('is kept, and a dash that it calls nil is a figure of 0', async () => {
    const { found, rows } = await next(havens(title), havens(title));
    expect(found.yaml).toMatch(/zeroValues:\n {2}- "-" # 0\.95: a figure of 0: .*"- = nul"/u);
    expect(found.yaml).toContain('x: geheim (minder dan 5)');
    expect(found.decisions.map(({ about }) => about).join()).not.toContain('mark "-"');
    expect(rows.filter(({ origin_raw }) => origin_raw === '-')).toMatchObject([
      { value: 0, missing: null },
    ]);
  });

  it.each([
    [legend, []],
    [legend.map((line) => `"${line.toUpperCase().replace('X', 'x')}"`), []],
    [
      changedTo('* = voorlopig cijfer', '* = herzien, exclusief proefvangsten'),
      ['legend.changed *'],
    ],
    [changedTo('x = geheim (minder dan 5)', 'x = niet gemeld'), ['legend.changed x']],
    [changedTo('- = nul', '- = gegevens ontbreken'), ['legend.changed -']],
    [legend.slice(0, 3), ['legend.absent -']],
  ])('%j is compared with the one that was described', async (below, said) => {
    expect(about(await next(havens(title), havens(title, below)))).toEqual(said);
  });

  it.each([
    '- = nihil',
    '- = néant',
    '- = zéro',
    '- = nil',
    '- = none',
    '- = genau null',
    '- = geen inbeslagnames',
    '- = 0',
  ])('%s is nil', async (line) => {
    const { found } = await next(havens(title, changedTo('- = nul', line)), havens(title));
    expect(Object.keys(found.zeroValues)).toEqual(['-']);
  });
});

describe('a header that has moved', () => {
  const title = 'Inbeslagnames cocaïne per haven 2025, in kg';

  it.each([
    [[title, 'Bijgewerkt op 1 februari 2026'], '1 line lower', 'title: 2'],
    [[title, 'Bijgewerkt', 'op 1 februari 2026'], '2 lines lower', 'title: 3'],
    [[], '1 line higher', 'title: 0'],
  ])('with %j above it is refused with its line and the key', async (above, where, key) => {
    const later = havens(title).split('\n').slice(1);
    const { said } = await next(havens(title), [...above, ...later].join('\n'));
    expect(said).toContain(where);
    expect(said).toContain(`write \`${key}\` under \`file\``);
    expect(said).toContain('expected the column');
  });

  it('is named in a packed file too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'editions-'));
    const engine = await openEngine({ threads: 1 });
    try {
      writeFileSync(join(folder, 'havens.csv'), havens(title));
      const { yaml, crosswalks } = await describeFile(join(folder, 'havens.csv'));
      writeFileSync(join(folder, 'source.yaml'), yaml);
      for (const { name, text } of crosswalks) writeFileSync(join(folder, name), text);
      const later = join(folder, 'havens.csv.gz');
      writeFileSync(later, gzipSync(`Bijgewerkt op 1 februari 2026\n${havens(title)}`));
      const source = loadSource(join(folder, 'source.yaml'));
      await expect(ingest(engine, source, later, { draft: true })).rejects.toThrow(
        'The header stands 1 line lower',
      );
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('is not named where it is another file', async () => {
    const { said } = await next(havens(title), `${title}\nGemeente;Jaar;Aantal\nBreda;2022;1\n`);
    expect(said).not.toContain('The header stands');
  });

  it('flags of columns that share a pattern are said of all of them', async () => {
    const { found } = await next(havens(title), havens(title));
    expect(Object.keys(found.flags)).toEqual(['jan 2025 … apr 2025']);
  });
});

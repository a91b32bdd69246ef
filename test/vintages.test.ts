import { existsSync, readFileSync } from 'node:fs';
import { sampleFile } from '@samenbeeld/sources';
import { describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { hasRealData, realData, temporary } from './pictures.ts';

interface Diff {
  readonly says: { readonly en: string };
  readonly revisions: readonly { readonly says: { readonly en: string } }[];
  readonly compared: number;
}

const declaring = [
  '--declare',
  '--where',
  'place=NL nationalCode=0.0.0',
  '--role',
  'analyst, national police',
  '--reason',
  'both are all recorded offences of the register, by year',
  '--time',
  '2026-11-01T09:00:00Z',
];

const samples = [
  `politie-47022ned:${sampleFile('politie-47022ned')}`,
  `politie-47013ned:${sampleFile('politie-47013ned')}`,
];

describe('samenbeeld diff', () => {
  test('refuses two tables that nobody declared the same, and says how to declare it', async () => {
    const decisions = `${temporary('diff')}/decisions.jsonl`;
    const { code, stderr } = await samenbeeld(['diff', ...samples, '--decisions', decisions]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'Nobody has declared that politie-47022ned and politie-47013ned measure the same',
    );
    expect(stderr).toContain('--declare');
    expect(existsSync(decisions)).toBe(false);
  });

  test('needs a role and a reason to declare, and records both', async () => {
    const decisions = `${temporary('diff')}/decisions.jsonl`;
    const bare = await samenbeeld(['diff', ...samples, '--decisions', decisions, '--declare']);
    expect(bare.code).toBe(2);
    const { code } = await samenbeeld(['diff', ...samples, '--decisions', decisions, ...declaring]);
    expect(code).toBe(0);
    const recorded = JSON.parse(readFileSync(decisions, 'utf8').trim());
    expect(recorded).toMatchObject({
      kind: 'same-measure',
      subject:
        'politie-47013ned place=NL nationalCode=0.0.0 == politie-47022ned place=NL nationalCode=0.0.0',
      verdict: 'accept',
      role: 'analyst, national police',
    });
  });
});

if (!hasRealData)
  console.log(`skipped: the vintages of 47022NED, because ${realData} is not there`);

describe.skipIf(!hasRealData)('the national total of 47022NED against 47013NED', () => {
  const releases = [
    `politie-47022ned:${realData}/nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv`,
    `politie-47013ned:${realData}/nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv`,
  ];

  test('is refused without a decision', async () => {
    const decisions = `${temporary('diff')}/decisions.jsonl`;
    const { code } = await samenbeeld(['diff', ...releases, '--decisions', decisions]);
    expect(code).toBe(1);
  });

  test('names what was revised once it is declared the same, and again without declaring', async () => {
    const decisions = `${temporary('diff')}/decisions.jsonl`;
    const first = await samenbeeld(['diff', ...releases, '--decisions', decisions, ...declaring]);
    expect(first.stdout).toMatch(/799,895 offences\s+800,027 offences\s+\+132; 0\.02%/u);
    const diff = await samenbeeldJson<Diff>(['diff', ...releases, '--decisions', decisions]);
    expect(diff.compared).toBe(2);
    expect(diff.revisions.map(({ says }) => says.en)).toEqual([
      'Netherlands 2023: 802,043 offences → 805,590 offences (+3,547; 0.44%)',
      'Netherlands 2022: 799,895 offences → 800,027 offences (+132; 0.02%)',
    ]);
    expect(diff.says.en).toBe('Netherlands 2023 +3,547 (0.44%), 2 rows revised, 0 vanished');
  });
});

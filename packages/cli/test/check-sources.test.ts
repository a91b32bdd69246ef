import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { casesSource } from './cases-source.ts';
import { told } from './told.ts';

// EXERCISE: an invented office publishes a table, and another republishes it with one slip.
const checks = `checks:
  - id: republished
    left: { source: exercise-republished }
    right: { source: exercise-office }
    by: [place, periodStart]
    relation: equal
    reason: The one shows the table of the other.
`;

let folder = '';
const at = (name: string): string => join(folder, name);

async function samenbeeld(...args: readonly string[]): ReturnType<typeof told> {
  const { code, said } = await told(...args);
  return { code, said: said.replaceAll(folder, 'FOLDER') };
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'check-sources-'));
  writeFileSync(at('checks.yaml'), checks);
  for (const [name, rotterdam] of [
    ['office', 10],
    ['republished', 100],
  ] as const) {
    writeFileSync(at(`${name}.yaml`), casesSource(`exercise-${name}`));
    const rows = [
      `Rotterdam;2022;${rotterdam}`,
      'Vlissingen;2022;5',
      `Gent;${name === 'office' ? 2021 : 2020};7`,
    ];
    writeFileSync(at(`${name}.csv`), `${['Haven;Jaar;Aantal', ...rows].join('\n')}\n`);
    await samenbeeld(
      'ingest',
      at(`${name}.yaml`),
      at(`${name}.csv`),
      '--out',
      at(name),
      '--audience',
      'internal',
    );
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('figures that two sources both have are compared, and what differs is named', async () => {
  const { code, said } = await samenbeeld(
    'check-sources',
    at('office'),
    at('republished'),
    '--checks',
    at('checks.yaml'),
  );
  expect(code).toBe(1);
  expect(said).toMatchInlineSnapshot(`
    "  republished  exercise-republished = exercise-office: holds in 1 of 2
        The one shows the table of the other.
        NLRTM 2022-01-01: 100 in exercise-republished, 10 in exercise-office

      2 pairs of figures compared by 1 check, 1 differs."
  `);
});

test('one source twice, and sources of which no check speaks, are said', async () => {
  const twice = await samenbeeld('check-sources', at('office'), at('office'));
  expect(twice.code).toBe(2);
  expect(twice.said).toContain('exercise-office is in FOLDER/office and in FOLDER/office.');
  const none = await samenbeeld('check-sources', at('office'), at('republished'));
  expect(none.code).toBe(0);
  expect(none.said).toContain('No check between sources is about two sources that are here.');
});

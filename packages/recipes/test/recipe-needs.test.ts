import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPicture } from '@samenbeeld/recipes';
import { RefusalError } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const [head = '', ...lines] = readFileSync(`${fixtures}/published/claims.csv`, 'utf8').split('\n');
const inScope = lines.find((line) => /^C\d+,NLVLI,[^,]*,seized_in_port,.*,COC,/.test(line)) ?? '';

/** The claim with one of its cells changed, under another id. */
function changed(column: string, value: string): string {
  const cells = inScope.split(',');
  cells[head.split(',').indexOf(column)] = value;
  return cells.join(',');
}

/** Builds a picture of one claim sheet; what was thrown, and whether anything was written. */
async function built(recipe: string, rows: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-needs-'));
  writeFileSync(join(folder, 'claims.csv'), [head, ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'decisions.jsonl'), '');
  writeFileSync(join(folder, 'money.yaml'), 'rates: [0.1]\nassumptions: []\nquestions: []\n');
  const money = recipe === 'follow-the-money' ? 'money: money.yaml\n' : '';
  writeFileSync(
    join(folder, 'a.picture.yaml'),
    `picture: a
title: { nl: a, fr: a, de: a, en: a }
recipe: ${recipe}
asOf: 2026-06-30
audience: public
decisions: decisions.jsonl
${money}inputs:
  - { source: published-claims, file: claims.csv }
`,
  );
  const out = join(folder, 'out');
  const error = await buildPicture(join(folder, 'a.picture.yaml'), { out }).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(RefusalError);
  expect((error as RefusalError).dimension).toBe('inputs');
  expect(existsSync(out)).toBe(false);
  return (error as RefusalError).message;
}

const others = [
  ['another substance', changed('substance', 'HER')],
  ['another basis', changed('basis', 'seized_in_territory')],
  ['another place', changed('place', 'BEANR')],
  [
    'another metric',
    changed('metric', 'seizures').replace(',sum,', ',count,').replace(',kg,', ',seizure,'),
  ],
  ['a later publication', changed('published_on', '2026-09-01')],
] as const;

describe.each(['north-sea-port', 'exercise', 'follow-the-money'])('%s', (recipe) => {
  it.each(others)(
    'refuses where all there is has %s, and says what would fill it',
    async (_, row) => {
      const message = await built(recipe, [row]);
      expect(message).toMatch(
        recipe === 'follow-the-money'
          ? /^The answer money-findings needs a file of questions .*hold none\. Name /u
          : /^These inputs answer no question of a\. .* Add /u,
      );
    },
  );

  it('refuses where there are no records', async () => {
    expect(await built(recipe, [])).toMatch(/hold 0 items|hold none/u);
  });
});

it('a recipe builds what files of one’s own answer, and says what the rest lacks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-own-'));
  const post = changed('basis', 'seized_in_post')
    .replace(/^C\d+/, 'P1')
    .replace(',NLVLI,', ',NL,')
    .replace(',COC,', ',ALL,')
    .replace(',quantity,sum,', ',seizures,count,')
    .replace(',kg,', ',seizure,');
  writeFileSync(join(folder, 'eigen.csv'), [head, post, ''].join('\n'));
  writeFileSync(join(folder, 'decisions.jsonl'), '');
  writeFileSync(
    join(folder, 'a.picture.yaml'),
    'picture: a\ntitle: { nl: a, fr: a, de: a, en: own post }\nrecipe: post-and-courier\nasOf: 2026-06-30\naudience: public\ninputs:\n  - { source: published-claims, file: eigen.csv }\n',
  );
  const out = join(folder, 'out');
  await buildPicture(join(folder, 'a.picture.yaml'), { out });
  const report = readFileSync(join(out, 'report.html'), 'utf8');
  expect(report).toContain('The answer assessments needs statements');
  expect(report).toMatch(/A find, .* are not the same/u);
  expect(report).not.toMatch(/13,700|16,500|Brussels Airport/u);
});

it('a picture with quantities, prices and questions about money has a chapter of them, without reports of any unit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-money-'));
  const price = (stat: string, value: number): string =>
    changed('metric', 'price')
      .replace(/^C\d+,NLVLI,/, `P${stat},BE,`)
      .replace(',seized_in_port,', ',not_applicable,')
      .replace(/,price,sum,[\d.]+,kg,/, `,price,${stat},${value},EUR/kg,`)
      .replace(/,high,,/, ',high,wholesale,')
      .replace(/https?:[^,]*/, `https://example.org/${stat}`);
  const rows = [head, inScope, price('min', 20_000), price('max', 30_000), ''];
  writeFileSync(join(folder, 'eigen.csv'), rows.join('\n'));
  writeFileSync(join(folder, 'decisions.jsonl'), '');
  const [id = '', , , , , , , , , , , , , , , , from = ''] = inScope.split(',');
  const label = '{ nl: a, fr: a, de: a, en: what we seized }';
  const wholesale = `{ place: BE, substance: COC, level: wholesale, year: ${from.slice(0, 4)} }`;
  writeFileSync(
    join(folder, 'money.yaml'),
    `rates: [0.1, 0.5]\nassumptions: []\nquestions: [{ id: Q, label: ${label}, quantity: { claim: ${id} }, wholesale: ${wholesale} }]\n`,
  );
  writeFileSync(
    join(folder, 'a.picture.yaml'),
    'picture: a\ntitle: { nl: a, fr: a, de: a, en: own }\nmoney: money.yaml\nasOf: 2026-06-30\naudience: public\nquestions: [{ place: NLVLI, substance: COC, basis: seized_in_port, metric: quantity, unit: kg }]\ninputs:\n  - { source: published-claims, file: eigen.csv }\n',
  );
  const out = join(folder, 'out');
  await buildPicture(join(folder, 'a.picture.yaml'), { out });
  const report = readFileSync(join(out, 'report.html'), 'utf8');
  expect(report).toContain('Money: value and revenue');
  expect(report).toMatch(/20,000 – 30,000\s*EUR\/kg/u);
});

it('says at which part each claim falls out', async () => {
  const message = await built(
    'north-sea-port',
    others.slice(0, 3).map(([, row], i) => row.replace(/^C\d+/, `C9${i}`)),
  );
  expect(message).toMatchInlineSnapshot(
    `"These inputs answer no question of a. North Sea Port, cocaine, seized in the port, kg: This picture holds no figure of it that is added. What it holds (North Sea Port): cocaine · quantity seized · seized in the country; heroin · quantity seized · seized in the port. Of "cocaine · quantity seized" it has figures for: Antwerp. A source, or a figure of your own, with this scope would answer it. Of 3 records: 1 is of another substance (HER), 1 has another basis (seized_in_territory), 1 is of another place (BEANR). Add the source that publishes it, or figures of your own in a claim sheet (samenbeeld claim-sheet)."`,
  );
});

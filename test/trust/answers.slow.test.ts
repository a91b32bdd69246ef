// An answer that others were asked before is what a fresh one is, and is marked as strictly as the records it shows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, open } from '@samenbeeld/notebook';
import { plainBlocks } from '@samenbeeld/page';
import { observationTable, observationToRow } from '@samenbeeld/schema';
import { type Clearance, type ClearanceInput, clearance, writePicture } from '@samenbeeld/store';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { observation } from '../../packages/notebook/test/example-picture.ts';
import { handling, source } from '../../packages/store/test/handling.ts';
import { samenbeeld as fresh } from '../command.ts';
import { samenbeeld as oneProcess } from '../one-process.ts';
import { exercise, hazeldonk, published } from '../pictures.ts';

type Words = Readonly<Record<string, string>>;

/** Questions of three pictures, of which several share steps: the same trend, the same totals, another place or period. */
const questions: readonly (readonly [folder: string, answer: string, of: Words])[] = [
  [published, 'total', {}],
  [published, 'trend', {}],
  [published, 'trend', { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' }],
  [published, 'trend', { place: 'NLRTM', substance: 'COC', basis: 'seized_in_port' }],
  [published, 'contradictions', {}],
  [published, 'best-known', { place: 'BEANR', substance: 'COC', basis: 'seized_in_port' }],
  [exercise, 'trend', {}],
  [exercise, 'sizes', {}],
  [exercise, 'double-reports', {}],
  [hazeldonk, 'rate', { place: 'BE', metric: 'persons_with_drugs', per: 'persons_checked' }],
  [hazeldonk, 'rate', { place: 'BE', metric: 'arrests', per: 'persons_checked' }],
  [hazeldonk, 'sources', {}],
];

const optionsOf = (of: Words): readonly string[] =>
  Object.entries(of).flatMap(([key, value]) => [`--${key}`, value]);
const argsOf = (at: number): readonly string[] => {
  const [folder, answer, of] = questions[at] as (typeof questions)[number];
  return ['ask', folder, answer, ...optionsOf(of), '--json'];
};

describe('whatever was asked before in the same process', () => {
  const opened = new Map<string, Awaited<ReturnType<typeof open>>>();
  afterAll(async () => {
    for (const picture of opened.values()) await picture.close();
  });
  const known = new Map<number, Promise<string>>();
  /** What a process that was asked nothing before says. */
  const alone = (at: number): Promise<string> => {
    const said = known.get(at) ?? fresh(argsOf(at)).then(({ stdout }) => stdout);
    known.set(at, said);
    return said;
  };
  const sequences = fc.array(fc.nat(questions.length - 1), { minLength: 2, maxLength: 5 });

  test('the command says what it says when asked first', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(sequences, async (order) => {
        for (const at of order) {
          const { code, stdout } = await oneProcess(argsOf(at));
          expect([argsOf(at), code, stdout]).toEqual([argsOf(at), 0, await alone(at)]);
          asked += 1;
        }
      }),
      { seed: 15, numRuns: 5 },
    );
    expect(asked).toBeGreaterThan(10);
  });

  test('a notebook says what the command says when asked first', async () => {
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(sequences, async (order) => {
        for (const at of order) {
          const [folder, answer, of] = questions[at] as (typeof questions)[number];
          const picture = opened.get(folder) ?? (await open(folder, { language: 'en' }));
          opened.set(folder, picture);
          const given = await ask(picture, answer, of);
          const blocks = 'blocks' in given ? plainBlocks(given.blocks, 'en') : null;
          const first = JSON.parse(await alone(at)) as { readonly blocks: unknown };
          expect([argsOf(at), JSON.parse(JSON.stringify(blocks))]).toEqual([
            argsOf(at),
            first.blocks,
          ]);
          seen.add(at);
        }
      }),
      { seed: 16, numRuns: 12 },
    );
    expect(seen.size).toBe(questions.length);
  });
});

const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
const classifications = ['none', 'restricted', 'confidential', 'secret'] as const;

describe('the marking of an answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-answers-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const marked = fc.record({
    tlp: fc.constantFrom(...tlps.slice(0, 4)),
    classification: fc.constantFrom('none', 'none', 'restricted' as const),
    audiences: fc.constantFrom<readonly string[]>([], ['benelux-analysts'], ['partners']),
  });
  const cases = fc.record({
    markings: fc.array(marked, { minLength: 1, maxLength: 3 }),
    audience: fc.constantFrom(
      'public',
      'policy',
      'partners',
      'court',
      'benelux-analysts',
      'internal',
    ),
  });

  test('is never weaker than that of a record it shows, whoever it is for', async () => {
    let [refused, mixed, at] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(cases, async ({ markings, audience }) => {
        at += 1;
        const sources = markings.map((given, index) =>
          source({
            id: `source-${index}`,
            handling: handling({ ...given, audiences: [...given.audiences] }),
          }),
        );
        const inputs = sources.map(({ id }) => ({ source: id, file: `${id}.csv`, sha256: id }));
        const asked = sources.map((one, index): ClearanceInput => {
          const { id, handling: own } = one;
          return { source: id, handling: own, files: inputs.slice(index, index + 1) };
        });
        let cleared: Clearance;
        try {
          cleared = clearance(asked, audience);
        } catch {
          refused += 1;
          return;
        }
        // Each source speaks of another year, and the first is asked for alone too.
        const rows = sources.map(({ id }, index) => {
          const days = { periodStart: `${2020 + index}-01-01`, periodEnd: `${2020 + index}-12-31` };
          const row = observationToRow(observation({ id: `o${index}`, source: id, ...days }));
          return observationTable.map(({ name }) => row[name] ?? null);
        });
        const title = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
        const out = join(folder, `p${at}`);
        await writePicture(
          out,
          {
            metadata: { name: 'p', title, sources, inputs },
            tables: [{ name: 'observation', columns: observationTable, rows }],
          },
          cleared,
        );
        const picture = await open(out, { language: 'en' });
        const of = { place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' };
        for (const [name, question] of [
          ['total', of],
          ['total', { ...of, from: '2020', to: '2020' }],
          ['sources', {}],
        ] as const) {
          const answer = await ask(picture, name, question);
          const html = String(answer.outputs()[0]?.['text/html' as never]);
          const tlp = /TLP:([A-Z]+(?:\+STRICT)?)/u.exec(html.replace(/<[^>]+>/gu, ''))?.[1];
          const { stdout } = await oneProcess(['ask', out, name, ...optionsOf(question), '--json']);
          const { banner } = JSON.parse(stdout) as { readonly banner: { readonly en: string } };
          expect(banner.en).toContain(`TLP:${tlp}`);
          const shown = 'sources' in answer ? answer.sources : [];
          expect(shown.length).toBeGreaterThan(0);
          for (const id of shown) {
            const own = sources.find((one) => one.id === id)?.handling ?? handling({ tlp: 'RED' });
            const level = (one: string | undefined): number => tlps.indexOf(one as 'CLEAR');
            expect(level(tlp)).toBeGreaterThanOrEqual(level(own.tlp));
            expect(
              classifications.indexOf(picture.stored.metadata.handling.classification),
            ).toBeGreaterThanOrEqual(classifications.indexOf(own.classification));
          }
        }
        if (new Set(markings.map(({ tlp }) => tlp)).size > 1) mixed += 1;
        await picture.close();
      }),
      { seed: 17, numRuns: 30 },
    );
    // What is always refused, or always marked alike, proves nothing.
    expect(refused).toBeGreaterThan(5);
    expect(mixed).toBeGreaterThan(2);
  });
});

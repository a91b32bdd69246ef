import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import {
  type Clearance,
  clearance,
  type PictureContents,
  type PictureRows,
  type TableMemory,
  writePicture,
} from '@samenbeeld/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handling, source } from './handling.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'table-memory-'));
});
afterAll(() => rm(parent, { recursive: true }));

const open = clearance(handling({ originators: [] }), 'public');
const title = { nl: 'Havens', fr: 'Ports', de: 'Häfen', en: 'Ports' };

/** A memory as a build keeps it: what comes back has been JSON. */
function memory(): TableMemory & { readonly taken: string[] } {
  const kept = new Map<string, string>();
  const taken: string[] = [];
  return {
    taken,
    key: (made) => made,
    read: (key) => {
      const found = kept.get(key);
      if (found === undefined) return null;
      const table = JSON.parse(found) as ReturnType<TableMemory['read']>;
      taken.push(table?.name ?? '');
      return table;
    },
    remember: (key, table) => {
      kept.set(key, JSON.stringify(table));
    },
  };
}

const columns = [
  { name: 'place', type: 'VARCHAR' },
  { name: 'kg', type: 'DOUBLE' },
  { name: 'day', type: 'DATE' },
  { name: 'held', type: 'BOOLEAN' },
] as const;
const table = (name: string, rows: PictureRows['rows']): PictureRows => ({ name, columns, rows });

const contents = (tables: PictureContents['tables'], engine?: PictureContents['engine']) => ({
  metadata: { name: 'ports', title, sources: [source()], inputs: [] },
  tables,
  ...(engine && { engine }),
});

async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(join(folder, 'data'));
  const pairs = names.sort().map(async (name) => {
    const bytes = await readFile(join(folder, 'data', name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** What the same contents are where nothing was written before. */
async function anew(given: PictureContents, cleared: Clearance = open) {
  const folder = join(await mkdtemp(join(parent, 'anew-')), 'ports');
  await writePicture(folder, given, cleared);
  return filesOf(folder);
}

const cell = {
  place: fc.option(
    fc.oneof(fc.constantFrom('', '=1+1', '-0', '0', 'null', '2021-03-01'), fc.string()),
  ),
  kg: fc.option(fc.oneof(fc.constantFrom(0, -0, 1, 0.1, 1e21), fc.double({ noNaN: true }))),
  day: fc.option(fc.constantFrom(new Date('2021-03-01'), new Date('1969-12-31'))),
  held: fc.option(fc.boolean()),
};
const rows = fc.array(fc.tuple(cell.place, cell.kg, cell.day, cell.held), { maxLength: 4 });

describe('a picture written over another', () => {
  test('is to the byte what it is where nothing was, whatever rows changed', async () => {
    const folder = join(parent, 'property');
    const kept = memory();
    let before: readonly (typeof rows extends fc.Arbitrary<infer R> ? R : never)[] = [[], [], []];
    await fc.assert(
      fc.asyncProperty(
        fc.array(rows, { minLength: 3, maxLength: 3 }),
        fc.nat(7),
        async (all, same) => {
          // Some of the three tables stay as they were.
          const next = all.map((one, at) => ((same >> at) & 1 ? (before[at] ?? one) : one));
          before = next;
          const given = contents(next.map((one, at) => table(`t_${at}`, one)));
          await writePicture(folder, given, open, { memory: kept });
          expect(await filesOf(folder)).toEqual(await anew(given));
        },
      ),
      { numRuns: 25, seed: 1 },
    );
    expect(kept.taken.length).toBeGreaterThan(20);
  });

  test('takes nothing of a file that somebody changed', async () => {
    const folder = join(parent, 'changed');
    const kept = memory();
    const given = contents([table('port', [['NLVLI', 4157, null, true]])]);
    for (const name of ['port.csv', 'port.parquet']) {
      await writePicture(folder, given, open, { memory: kept });
      await appendFile(join(folder, 'data', name), 'x');
      await writePicture(folder, given, open, { memory: kept });
      expect(await filesOf(folder)).toEqual(await anew(given));
    }
  });

  test('takes no table of another name, column, source or marking', async () => {
    const folder = join(parent, 'other');
    const kept = memory();
    const one = table('port', [['NLVLI', 4157, null, true]]);
    await writePicture(folder, contents([one]), open, { memory: kept });
    const internal = clearance(handling({ originators: [] }), 'internal');
    const others: readonly (readonly [PictureContents, Clearance])[] = [
      [contents([{ ...one, name: 'harbour' }]), open],
      [
        contents([{ ...one, columns: [{ ...columns[0], title: 'Place' }, ...columns.slice(1)] }]),
        open,
      ],
      [contents([one]), internal],
    ];
    for (const [given, cleared] of others) {
      await writePicture(folder, given, cleared, { memory: kept });
      expect(await filesOf(folder)).toEqual(await anew(given, cleared));
    }
    expect(kept.taken).toEqual([]);
  });

  test('looks anew at rows that may be restricted', async () => {
    const folder = join(parent, 'restricted');
    const kept = memory();
    const restriction = { name: 'publication_restriction', type: 'VARCHAR' } as const;
    const given = contents([
      {
        name: 'seizure',
        columns: [{ name: 'id', type: 'VARCHAR' }, restriction],
        rows: [['a', 'none']],
      },
    ]);
    for (let time = 0; time < 2; time += 1)
      await writePicture(folder, given, open, { memory: kept });
    expect(kept.taken).toEqual([]);
  });

  test('runs a query only where what it reads is other than before', async () => {
    const folder = join(parent, 'query');
    const kept = memory();
    const engine = await openEngine();
    let laid = 0;
    const write = (kg: number) =>
      writePicture(
        folder,
        contents(
          [
            {
              name: 'port',
              sql: 'select place, kg from find order by place',
              reads: {
                sha256: String(kg),
                lay: async () => {
                  laid += 1;
                  await engine.run('drop table if exists find');
                  await engine.insert('find', columns.slice(0, 2), [['NLVLI', kg]]);
                },
              },
            },
          ],
          engine,
        ),
        open,
        { memory: kept },
      );
    try {
      for (const kg of [1, 1, 2, 2]) {
        await write(kg);
        expect(await readFile(join(folder, 'data', 'port.csv'), 'utf8')).toContain(`NLVLI,${kg}`);
      }
      expect(laid).toBe(2);
    } finally {
      await engine.close();
    }
  });
});

// The notebooks under Deno's kernel, which no analyst needs to have: what they show is what they show under tslab.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { type Executed, execute, notebooks, textOf } from './execute-notebook.ts';

/** Nothing answers there: whoever asks the network for a package or an update fails. */
const nowhere = 'http://127.0.0.1:9';
const offline = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  NPM_CONFIG_REGISTRY: nowhere,
  JSR_URL: nowhere,
};

const vegaLite = 'application/vnd.vegalite.v5+json';

type Format = string | object;

/**
 * What a notebook shows, cell by cell. Ids are hashes of the time, or of figures in full: they stand as the first, the second
 * id of the notebook. Exponentials and powers of two V8s differ in the last digits, so figures of a chart have ten.
 */
function shown(cells: readonly Executed[]): readonly object[] {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
    return ids.get(id) as string;
  };
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value;
  const format = (name: string, value: unknown): Format =>
    name === vegaLite
      ? (JSON.parse(JSON.stringify(value, rounded)) as object)
      : textOf(value).replace(/(?<![\w.])c?[0-9a-f]{12}(?=\b)/g, named);
  return cells.map(({ source, outputs }) => ({
    source,
    outputs: outputs.map(({ data = {} }) =>
      Object.fromEntries(Object.entries(data).map(([name, value]) => [name, format(name, value)])),
    ),
  }));
}

/** How many outputs hold a format. */
function count(cells: readonly Executed[], format: string): number {
  return cells.flatMap(({ outputs }) => outputs).filter(({ data = {} }) => format in data).length;
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  execFileSync(process.execPath, ['scripts/deno-kernel.mjs'], { cwd: root });
});

describe.each(notebooks)('%s', (name) => {
  let deno: readonly Executed[] = [];

  beforeAll(() => {
    deno = execute(name, { kernel: 'deno', more: offline });
  });

  test('no cell fails, and none prints beside what it shows', () => {
    const types = deno.flatMap(({ outputs }) => outputs.map(({ output_type }) => output_type));
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !['display_data', 'execute_result'].includes(type))).toEqual([]);
  });

  test('shows what it shows under tslab: tables, drawings, banners, figures', () => {
    const tslab = execute(name);
    expect(count(tslab, 'text/html')).toBeGreaterThan(10);
    if (name !== 'unseen-file') {
      expect(count(tslab, vegaLite)).toBeGreaterThan(1);
      expect(count(tslab, 'image/svg+xml')).toBe(count(tslab, vegaLite));
    }
    expect(shown(deno)).toEqual(shown(tslab));
  });
});

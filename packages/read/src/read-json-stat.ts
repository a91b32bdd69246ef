import { withheldText } from '@samenbeeld/schema';
import { columnLetter } from './column-letter.ts';
import type { FileBytes } from './file-bytes.ts';
import { issueLog } from './issue-log.ts';
import { type Cube, jsonStatCube } from './json-stat-cube.ts';
import { type Dataset, jsonStatDatasets } from './json-stat-datasets.ts';
import type { CubeDimension } from './json-stat-dimension.ts';
import { jsonText } from './json-text.ts';
import { jsonTree } from './json-tree.ts';
import { pickNamed } from './pick-named.ts';
import type { FileShape, ReadRow, ReadTable } from './table.ts';

/** A column of the table: what it is called, and its cell at a place of the cube. */
interface CubeColumn {
  readonly header: string;
  cell(place: number): string | null;
}

/** A dimension's code, and its label and unit where the publisher gives them. */
function dimensionColumns(
  { id, codes, labels, units }: CubeDimension,
  stride: number,
): readonly CubeColumn[] {
  const of =
    (texts: readonly (string | null)[]) =>
    (place: number): string | null =>
      texts[Math.floor(place / stride) % codes.length] ?? null;
  return [
    { header: id, cell: of(codes) },
    ...(labels ? [{ header: `${id} label`, cell: of(labels) }] : []),
    ...(units ? [{ header: `${id} unit`, cell: of(units) }] : []),
  ];
}

function cubeColumns({ dimensions, values, statuses }: Cube): readonly CubeColumn[] {
  const columns: (readonly CubeColumn[])[] = [];
  let stride = 1;
  for (const dimension of [...dimensions].reverse()) {
    columns.unshift(dimensionColumns(dimension, stride));
    stride *= dimension.codes.length;
  }
  return [
    ...columns.flat(),
    { header: 'value', cell: (place) => values.get(place) ?? null },
    ...(statuses.size > 0
      ? [{ header: 'status', cell: (place: number) => statuses.get(place) ?? null }]
      : []),
  ];
}

function readDataset(
  { file, sha256 }: FileBytes,
  { name, json }: Dataset,
  others: readonly Dataset[],
): ReadTable {
  const log = issueLog(file, name);
  const cube = jsonStatCube(file, json);
  const columns = cubeColumns(cube);
  const places = [...new Set([...cube.values.keys(), ...cube.statuses.keys()])].sort(
    (a, b) => a - b,
  );
  const rows = places.map(
    (place): ReadRow => ({ line: place, lines: 1, cells: columns.map(({ cell }) => cell(place)) }),
  );
  if (others.length > 0) {
    const names = others.map((other) => `"${other.name ?? ''}"`).join(', ');
    log.add('note', 'sheet.other', {}, `data sets not read: ${names}`, 'name those that hold data');
  }
  if (cube.remarks > 0) {
    const problem = `the publisher attached ${cube.remarks} remarks to the data set`;
    log.add('note', 'cube.remarks', {}, problem, 'read the keys "note" of the file');
  }
  for (const { id, nested } of cube.dimensions) {
    if (!nested) continue;
    const problem = `categories of "${id}" are parts of others: totals and parts stand together`;
    log.add('note', 'cube.nested', {}, problem, 'leave out one side by name');
  }
  const used = columns.map((_, index) => rows.some(({ cells }) => cells[index] !== null));
  const data = rows.length;
  const blank = cube.places - data;
  return {
    file,
    sheet: name,
    columns: columns.map(({ header }, index) => ({
      index,
      letter: columnLetter(index),
      headers: [withheldText(header.trim())],
      filled: false,
      empty: !used[index],
    })),
    rows,
    lines: { total: cube.places, title: 0, header: 0, footer: 0, blank, data },
    sha256,
    notes: log.notes(),
    rejects: log.rejects(),
  };
}

/**
 * JSON-stat 1.x and 2.0: a data set, a collection or a bundle, of which `sheet` names the data sets. A column a
 * dimension with its codes, `… label` and `… unit` where the publisher gives them, `value`, and `status` where
 * one stands. `line` is the place in the cube, from 0, the last dimension changing fastest; a place with neither
 * value nor status is blank.
 */
export function readJsonStat(source: FileBytes, shape: FileShape): readonly ReadTable[] {
  const { file } = source;
  const datasets = jsonStatDatasets(file, jsonTree(file, jsonText(source, shape)));
  const chosen = pickNamed(file, datasets, shape.sheet);
  const others = datasets.filter((each) => !chosen.includes(each));
  return chosen.map((dataset) => readDataset(source, dataset, others));
}

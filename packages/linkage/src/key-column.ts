import { dialect } from '@samenbeeld/engine';
import type { BlockingPass } from './blocking-pass.ts';

type Side = 'left' | 'right';

/** The key of one side as one text: its parts, and the types they are compared in. */
const textOf = (pass: BlockingPass | undefined, side: Side): string =>
  (pass?.[side] ?? []).map((key, at) => `${key}\u0001${pass?.types?.[at] ?? ''}`).join('\u0000');

/** Name of the column with the key of a pass, for the left or the right record. */
export function keyColumn(passes: readonly BlockingPass[], pass: number, side: Side): string {
  const all = passes.flatMap((one) => [textOf(one, 'left'), textOf(one, 'right')]);
  return `#key${all.indexOf(textOf(passes[pass], side))}`;
}

// Half of the hash, so that it fits a signed number; NULL where a part is. A text that is no number equals none.
function keySql(pass: BlockingPass, side: Side): string {
  const parts = pass[side].map((key, at) => {
    const type = pass.types?.[at];
    return type === undefined ? key : dialect.tryCast(`(${key})`, type as 'VARCHAR');
  });
  const known = parts.map((part) => `(${part}) is not null`).join(' and ');
  return `case when ${known} then cast(${dialect.fingerprint(parts)} >> 1 as BIGINT) end`;
}

/** Names and SQL of the columns that hold the keys of the passes. */
export function keyColumns(passes: readonly BlockingPass[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  passes.forEach((pass, at) => {
    if (pass.left.length === 0) return;
    for (const side of ['left', 'right'] as const)
      columns.set(keyColumn(passes, at, side), keySql(pass, side));
  });
  return columns;
}

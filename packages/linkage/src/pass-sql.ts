import { dialect } from '@samenbeeld/engine';
import type { BlockingPass } from './blocking-pass.ts';
import type { LinkKind } from './linked-table.ts';
import { keyColumn } from './record-table.ts';

/** The records, and which of their pairs count. */
export interface PairSpace {
  readonly records: string;
  readonly link: LinkKind;
  /** How many records each linked table has. */
  readonly sizes: readonly number[];
  readonly passes: readonly BlockingPass[];
  /** Only pairs with a new record. */
  readonly only: boolean;
}

/** Keys run from 0 up to, not including, this. */
export const keyEnd: bigint = 2n ** 63n;

/** A part of a pass: keys, or record numbers where there is no key, from `from` up to `to`. */
export interface PassPart {
  readonly from: number | bigint;
  readonly to: number | bigint;
}

/** Which tables a pair may come from, and that it is seen once. */
export function allowedSql({ link, sizes }: PairSpace): readonly string[] {
  if (link === 'between' && sizes.length === 2) return ['l."#source" = 0', 'r."#source" = 1'];
  const sources =
    sizes.length === 1 || link === 'all'
      ? []
      : [`l."#source" ${link === 'within' ? '=' : '<>'} r."#source"`];
  return [...sources, 'l."#n" < r."#n"'];
}

const keyOf = (space: PairSpace, pass: number, side: 'left' | 'right'): string =>
  `${side === 'left' ? 'l' : 'r'}.${dialect.identifier(keyColumn(space.passes, pass, side))}`;

/** What makes a pair one of a pass: its key and its condition. */
export function passConditions(space: PairSpace, pass: number): readonly string[] {
  const { left = [], where } = space.passes[pass] ?? {};
  return [
    ...(left.length > 0 ? [`${keyOf(space, pass, 'left')} = ${keyOf(space, pass, 'right')}`] : []),
    ...(where === undefined ? [] : [`(${where})`]),
  ];
}

function partConditions(space: PairSpace, pass: number, part: PassPart | undefined): string[] {
  if (!part) return [];
  const columns =
    (space.passes[pass]?.left.length ?? 0) > 0
      ? [keyOf(space, pass, 'left'), keyOf(space, pass, 'right')]
      : ['l."#n"'];
  return columns.map((column) => `${column} between ${part.from} and ${BigInt(part.to) - 1n}`);
}

/**
 * FROM and WHERE of the pairs of a pass, or of a part of it and of those that SQL tells (`among`); without those of earlier
 * passes where `once`.
 */
export function passSql(
  space: PairSpace,
  pass: number,
  options: { readonly part?: PassPart; readonly once?: boolean; readonly among?: string } = {},
): string {
  const records = dialect.identifier(space.records);
  const earlier = options.once
    ? space.passes.slice(0, pass).map((_, at) => {
        const conditions = passConditions(space, at);
        return conditions.length === 0 ? 'false' : `(${conditions.join(' and ')}) is not true`;
      })
    : [];
  const conditions = [
    ...passConditions(space, pass),
    ...allowedSql(space),
    ...partConditions(space, pass, options.part),
    ...earlier,
    ...(options.among ? [options.among] : []),
  ];
  return `from ${records} l join ${records} r on ${conditions.join(' and ')}`;
}

/** The two halves of "a new record with any", so that each is a join from a short list. */
export const freshHalves = ({ only }: PairSpace): readonly (string | undefined)[] =>
  only ? ['l."#new"', 'not l."#new" and r."#new"'] : [undefined];

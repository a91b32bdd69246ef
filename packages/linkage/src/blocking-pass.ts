import { dialect } from '@samenbeeld/engine';
import type { BlockingKey, BlockingRule } from './blocking-rule.ts';
import { isDay } from './column-types.ts';
import { finite } from './compare/finite.ts';
import type { LinkedTables } from './linked-table.ts';
import { splitCondition, swapRecords } from './split-condition.ts';

/** One join of a blocking rule. A rule is several where it has neighbours or is not the same both ways. */
export interface BlockingPass {
  /** Place of the rule, from 0. */
  readonly rule: number;
  /** Key expressions over one record, of the left and of the right one; empty: everything with everything. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** By part of the key: the type in which its two sides are compared, where theirs are unlike. */
  readonly types?: readonly (string | undefined)[];
  /** Condition over `l` and `r` on top. */
  readonly where?: string;
}

const isKeyList = (rule: BlockingRule): rule is readonly BlockingKey[] => Array.isArray(rule);

/** A rule as it is called in messages and results. */
export function ruleName(rule: BlockingRule): string {
  if (typeof rule === 'string') return rule;
  if (isKeyList(rule)) return rule.map(keyName).join(', ');
  return rule.name ?? [...rule.keys.map(keyName), ...(rule.where ? [rule.where] : [])].join(', ');
}

function keyName(key: BlockingKey): string {
  if (typeof key === 'string') return key;
  if ('sql' in key) return key.sql;
  return `${key.bucket} by ${key.width}${key.neighbours ? ' with neighbours' : ''}`;
}

/** How the left key of a bucket is told from the right one's: the same bucket, the next, the one before. */
type Alternatives = readonly { readonly left: string; readonly right: string }[];

function alternatives(key: BlockingKey, dates: ReadonlySet<string>): Alternatives {
  if (typeof key === 'string') {
    const column = dialect.identifier(key);
    return [{ left: column, right: column }];
  }
  if ('sql' in key) return [{ left: key.sql, right: key.sql }];
  if (!(Number.isFinite(key.width) && key.width > 0))
    throw new RangeError(
      `a blocking bucket of "${key.bucket}" needs a width above zero, not ${key.width}`,
    );
  const column = dialect.identifier(key.bucket);
  const number = dates.has(key.bucket)
    ? `(cast(${column} as DATE) - DATE '1970-01-01')`
    : finite(column);
  // A number too large for a bucket has none, as NaN and infinity have none.
  const bucket = dialect.tryCast(`floor((${number}) / cast(${key.width} as DOUBLE))`, 'BIGINT');
  const same = { left: bucket, right: bucket };
  if (!key.neighbours) return [same];
  return [same, { left: `${bucket} + 1`, right: bucket }, { left: `${bucket} - 1`, right: bucket }];
}

/** The joins of rules over the tables, rule by rule. */
export function passesOf(
  rules: readonly BlockingRule[],
  { columns, link }: LinkedTables,
): readonly BlockingPass[] {
  const dates = new Set(columns.filter(({ type }) => isDay(type)).map(({ name }) => name));
  return rules.flatMap((rule, place) =>
    passesOfRule(rule, place, { dates, bothWays: link !== 'between' }),
  );
}

/** The joins of a rule. `bothWays` where left and right are of one table and stand in no order of their own. */
function passesOfRule(
  rule: BlockingRule,
  place: number,
  options: { readonly dates: ReadonlySet<string>; readonly bothWays: boolean },
): readonly BlockingPass[] {
  const { dates, bothWays } = options;
  if (typeof rule === 'string') {
    const { left, right, rest } = splitCondition(rule);
    return turned([{ rule: place, left, right, ...(rest ? { where: rest } : {}) }], bothWays);
  }
  const { keys, where } = isKeyList(rule) ? { keys: rule, where: undefined } : rule;
  if (keys.length === 0 && where === undefined)
    throw new TypeError(`blocking rule ${place + 1} is empty: give it key columns or a condition`);
  const combined = keys.reduce<Alternatives[]>(
    (sofar, key) => alternatives(key, dates).flatMap((one) => sofar.map((list) => [...list, one])),
    [[]],
  );
  const passes = combined.map((parts) => ({
    rule: place,
    left: parts.map(({ left }) => left),
    right: parts.map(({ right }) => right),
    ...(where === undefined ? {} : { where }),
  }));
  // Neighbours are there both ways already; only the condition may have a direction.
  return passes.map((pass) => (bothWays ? eitherWay(pass) : pass));
}

function eitherWay(pass: BlockingPass): BlockingPass {
  if (pass.where === undefined || swapRecords(pass.where) === pass.where) return pass;
  return { ...pass, where: `(${pass.where}) or (${swapRecords(pass.where)})` };
}

const same = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((key, at) => key === two[at]);

function turned(passes: readonly BlockingPass[], bothWays: boolean): readonly BlockingPass[] {
  if (!bothWays) return passes;
  return passes.flatMap((pass) => {
    if (same(pass.left, pass.right)) return [eitherWay(pass)];
    const where = pass.where === undefined ? undefined : swapRecords(pass.where);
    return [
      pass,
      { rule: pass.rule, left: pass.right, right: pass.left, ...(where ? { where } : {}) },
    ];
  });
}

/** Whether a pass has the same key on both sides. */
export const isSymmetric = (pass: BlockingPass): boolean => same(pass.left, pass.right);

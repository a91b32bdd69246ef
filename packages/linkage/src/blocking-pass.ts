import { dialect } from '@samenbeeld/engine';
import type { BlockingKey, BlockingRule } from './blocking-rule.ts';
import { finite } from './compare/finite.ts';
import type { LinkedTables } from './linked-table.ts';
import { isDay } from './linked-table.ts';

/** A condition of SQL taken apart: equalities of a left record's expression with a right one's, and what is left. */
interface SplitCondition {
  /** Expressions over one record, without `l.` and `r.`. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** What is no such equality, joined by AND; undefined where there is nothing more. */
  readonly rest: string | undefined;
}

interface Token {
  readonly text: string;
  readonly at: number;
  /** How many brackets and CASEs it stands in. */
  readonly depth: number;
}

const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*|\d[\w.]*|<=|>=|<>|!=|==|\|\||::|[^\s]/g;

function tokens(sql: string): readonly Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (const match of sql.matchAll(token)) {
    const [text] = match;
    const word = text.toLowerCase();
    if (text === ')' || text === ']' || word === 'end') depth--;
    found.push({ text, at: match.index, depth });
    if (text === '(' || text === '[' || word === 'case') depth++;
  }
  return found;
}

/** The conjuncts of a condition; the AND of a BETWEEN does not part them, and an OR parts nothing. */
function conjuncts(sql: string): readonly string[] {
  const top = tokens(sql).filter(({ depth }) => depth === 0);
  if (top.some(({ text }) => text.toLowerCase() === 'or')) return [sql];
  const cuts: Token[] = [];
  let between = 0;
  for (const one of top) {
    const word = one.text.toLowerCase();
    if (word === 'between') between++;
    else if (word === 'and' && between > 0) between--;
    else if (word === 'and') cuts.push(one);
  }
  const starts = [0, ...cuts.map(({ at }) => at + 3)];
  return starts.map((start, index) => sql.slice(start, cuts[index]?.at ?? sql.length).trim());
}

/** Without the brackets around the whole of it. */
function bare(sql: string): string {
  const all = tokens(sql);
  const inner = all.slice(1, -1);
  const wrapped =
    all.length > 1 &&
    all[0]?.text === '(' &&
    all.at(-1)?.text === ')' &&
    inner.every(({ depth }) => depth > 0);
  return wrapped ? bare(sql.slice(1, sql.lastIndexOf(')')).trim()) : sql;
}

/** `l` or `r` where the expression reads that record and not the other. */
function recordOf(sql: string): 'l' | 'r' | undefined {
  const all = tokens(sql);
  const read = new Set(
    all.flatMap(({ text }, at) =>
      all[at + 1]?.text === '.' && /^[lr]$/i.test(text) && all[at - 1]?.text !== '.'
        ? [text.toLowerCase()]
        : [],
    ),
  );
  const [only] = read;
  return read.size === 1 ? (only as 'l' | 'r') : undefined;
}

/** The expression with each `l.` and `r.` put through a function; texts and quoted names stay as they are. */
export function mapRecords(sql: string, map: (record: 'l' | 'r') => string): string {
  const all = tokens(sql);
  let out = '';
  let from = 0;
  all.forEach(({ text, at }, index) => {
    if (all[index + 1]?.text !== '.' || !/^[lr]$/i.test(text) || all[index - 1]?.text === '.')
      return;
    const end = (all[index + 1]?.at ?? at) + 1;
    out += sql.slice(from, at) + map(text.toLowerCase() as 'l' | 'r');
    from = end;
  });
  return out + sql.slice(from);
}

/** The condition with the records changed over. */
export const swapRecords = (sql: string): string =>
  mapRecords(sql, (record) => (record === 'l' ? 'r.' : 'l.'));

const nameOf = (text: string): string | undefined => {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  return /^[A-Za-z_]/.test(text) ? text : undefined;
};

/** Names that stand in an expression as columns might: every word and quoted name that is not a text. */
export function namesIn(sql: string): ReadonlySet<string> {
  return new Set(tokens(sql).flatMap(({ text }) => nameOf(text) ?? []));
}

/** Columns that a condition over two records reads: what stands after `l.` or `r.`. */
export function columnsIn(sql: string): ReadonlySet<string> {
  const all = tokens(sql);
  return new Set(
    all.flatMap(({ text }, at) => {
      const isOfRecord =
        all[at - 1]?.text === '.' &&
        /^"?[lr]"?$/i.test(all[at - 2]?.text ?? '') &&
        all[at - 3]?.text !== '.';
      return isOfRecord ? (nameOf(text) ?? []) : [];
    }),
  );
}

export function splitCondition(sql: string): SplitCondition {
  const left: string[] = [];
  const right: string[] = [];
  const rest: string[] = [];
  for (const conjunct of conjuncts(bare(sql.trim()))) {
    const part = bare(conjunct);
    const nested = part === conjunct ? undefined : splitCondition(part);
    if (nested && nested.left.length > 0) {
      left.push(...nested.left);
      right.push(...nested.right);
      if (nested.rest) rest.push(nested.rest);
      continue;
    }
    const top = tokens(part).filter(({ depth }) => depth === 0);
    const equals = top.filter(({ text }) => text === '=' || text === '==');
    const other = top.some(({ text }) =>
      /^(<|>|<=|>=|<>|!=|is|not|or|in|like|between)$/i.test(text),
    );
    const [equal] = equals;
    const sides = equal && [
      part.slice(0, equal.at).trim(),
      part.slice(equal.at + equal.text.length).trim(),
    ];
    const records = sides?.map(recordOf);
    if (sides && equals.length === 1 && !other && new Set(records).size === 2) {
      const [one = '', two = ''] = sides.map((side) => mapRecords(side, () => ''));
      if (records?.[0] === 'l' && records[1] === 'r') {
        left.push(one);
        right.push(two);
        continue;
      }
      if (records?.[0] === 'r' && records[1] === 'l') {
        left.push(two);
        right.push(one);
        continue;
      }
    }
    if (part !== '') rest.push(`(${part})`);
  }
  return { left, right, rest: rest.length > 0 ? rest.join(' and ') : undefined };
}

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

import { readdirSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { pathToFileURL } from 'node:url';
import { InputError, RefusalError, UsageError } from '@samenbeeld/schema';
import { from, table } from 'arquero';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../doctest.ts';
import { root } from '../command.ts';
import { stated } from './reliability.ts';

type Call = (...args: readonly unknown[]) => unknown;
type Room = Readonly<Record<string, unknown>>;

const { DataFrame } = createRequire(`${root}/notebooks/package.json`)('danfojs-node');

const rooms: Readonly<Record<string, () => Promise<Room>>> = {
  trends: () => import('@samenbeeld/trends'),
  money: () => import('@samenbeeld/money'),
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A valid call of each function of a room: the first that its own examples make. */
async function validCalls(name: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const room = await rooms[name]?.();
  const calls = new Map<string, readonly unknown[]>();
  const recording = Object.fromEntries(
    Object.entries(room ?? {}).map(([key, value]) => [
      key,
      typeof value !== 'function'
        ? value
        : (...args: readonly unknown[]) => {
            if (!calls.has(key)) calls.set(key, args);
            return (value as Call)(...args);
          },
    ]),
  );
  const load = (module: string) =>
    module === `@samenbeeld/${name}`
      ? recording
      : import(
          /* @vite-ignore */ module.startsWith('@samenbeeld/') || isBuiltin(module)
            ? module
            : pathToFileURL(own.resolve(module)).href
        );
  const own = createRequire(`${root}/packages/${name}/package.json`);
  const folder = `packages/${name}/src`;
  for (const file of readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const { code } of examplesOf(`${folder}/${file}`)) {
      const body = code.replace(
        /^\s*import\s+(type\s+)?\{(.+)\}\s+from\s+(['"].+['"]);?\s*$/gm,
        (_, onlyType: string | undefined, names: string, module: string) =>
          onlyType ? '' : `const {${names.replaceAll(' as ', ': ')}} = await load(${module});`,
      );
      // A line that states its value is a statement of its own.
      const { outputText } = ts.transpileModule(
        `async function example() {\n${body.replace(/^.*\/\/ => /gm, ';$&')}\n}`,
        {
          compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
        },
      );
      await new Function('load', `${outputText}\nreturn example();`)(load).catch(
        (error: unknown) => {
          throw new Error(`the example of ${folder}/${file} does not run`, { cause: error });
        },
      );
    }
  }
  return calls;
}

type Hostile = readonly [name: string, value: unknown];

function* given(values: readonly unknown[]): Generator<unknown> {
  yield* values;
}

/** What has no place where a number, a text or a record is meant. */
function otherThan(value: unknown): readonly Hostile[] {
  const all: readonly Hostile[] = [
    ['text', 'seven'],
    ['number', 7],
    ['flag', true],
    ['BigInt', 7n],
    ['Date', new Date('2024-07-01')],
    ['list', [7]],
    ['object', { seven: 7 }],
    ['Promise', Promise.resolve(value)],
    ['Map', new Map([['value', value]])],
    ['Set', new Set([value])],
    ['function', () => value],
    ['Symbol', Symbol('seven')],
  ];
  return all.filter(([, other]) => typeof other !== typeof value || typeof value === 'object');
}

function withAt<Of>(values: readonly Of[], at: number, value: unknown): readonly unknown[] {
  return values.map((own, i) => (i === at ? value : own));
}

function holed(values: readonly unknown[]): readonly unknown[] {
  const copy = [...values];
  delete copy[0];
  return copy;
}

function renamed(record: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [`own ${key}`, value]));
}

/** What stands where a list is meant. */
function insteadOfList(values: readonly unknown[]): readonly Hostile[] {
  const records = values.every(isRecord);
  const first = values[0];
  const within: readonly Hostile[] =
    values.length === 0
      ? []
      : [
          ['hole', holed(values)],
          ['undefined entry', withAt(values, 0, undefined)],
          ['list of lists', Array.isArray(first) ? values.map((one) => [one]) : [values]],
          ...otherThan(first)
            .filter(
              ([name]) =>
                !(isRecord(first) && name === 'object') &&
                !(Array.isArray(first) && name === 'list'),
            )
            .map(([name, other]): Hostile => [`entry ${name}`, withAt(values, 0, other)]),
          ...(typeof first === 'number'
            ? [['NaN entry', withAt(values, 0, Number.NaN)] as const]
            : []),
          ...(isRecord(first)
            ? [['other field names', values.map((one) => renamed(one as never))] as const]
            : []),
        ];
  return [
    ['arquero table', records ? from(values as object[]) : table({ value: values as number[] })],
    ['danfo frame', new DataFrame([{ value: 1 }])],
    ['Set', new Set(values)],
    ['Map', new Map(values.map((value, i) => [i, value]))],
    ['iterator', values[Symbol.iterator]()],
    ['generator', given(values)],
    ['text', values.join(', ')],
    ['number', 7],
    ['flag', true],
    ['null', null],
    ['Promise', Promise.resolve(values)],
    ['object', { ...values }],
    ['object of the list', { values }],
    ['function', () => values],
    ['Date', new Date('2024-07-01')],
    ['BigInt64Array', new BigInt64Array(values.length)],
    ...within,
  ];
}

/** What stands where a record is meant: other things, and the record with another thing in each list it holds. */
function insteadOfRecord(record: Readonly<Record<string, unknown>>): readonly Hostile[] {
  return [
    ...otherThan(record).filter(([name]) => name !== 'object'),
    ['null', null],
    ['arquero table', from([record])],
    ['danfo frame', new DataFrame([{ value: 1 }])],
    ['iterator', [record][Symbol.iterator]()],
    ...Object.entries(record).flatMap(([key, value]) =>
      Array.isArray(value)
        ? insteadOfList(value).map(
            ([name, other]): Hostile => [`.${key} ${name}`, { ...record, [key]: other }],
          )
        : [],
    ),
  ];
}

function instead(value: unknown): readonly Hostile[] {
  if (Array.isArray(value)) return insteadOfList(value);
  if (isRecord(value)) return insteadOfRecord(value);
  const others: readonly Hostile[] = [...otherThan(value), ['null', null]];
  return typeof value === 'number' ? [...others, ['NaN', Number.NaN]] : others;
}

/** What a call gave that it should have refused; null where it was refused in words. */
async function answeredBy(call: Call, args: readonly unknown[]): Promise<string | null> {
  try {
    await call(...args);
    return 'answered';
  } catch (error) {
    const known = [InputError, UsageError, RefusalError].some((kind) => error instanceof kind);
    return known ? null : `${(error as Error).name}: ${(error as Error).message}`.slice(0, 90);
  }
}

/** What a method takes besides. */
const alsoTaken: Readonly<Record<string, readonly string[]>> = {
  'toCents 1': ['number'],
  'readFtm 1': ['Set'],
  'loadTransactions 2': ['text', 'iterator', 'generator'],
};

let tried = 0;
const open: string[] = [];

describe.each(Object.keys(rooms))('%s', (name) => {
  test('no method takes what has another shape for its data', async () => {
    const room = (await rooms[name]?.()) ?? {};
    const calls = await validCalls(name);
    const methods = Object.entries(room).filter(([, value]) => typeof value === 'function');
    expect(methods.map(([key]) => key).filter((key) => !calls.has(key))).toEqual([]);
    const answered: string[] = [];
    for (const [method, call] of methods) {
      const valid = calls.get(method) ?? [];
      for (const [position, value] of valid.entries())
        for (const [shape, other] of instead(value)) {
          if (alsoTaken[`${method} ${position + 1}`]?.includes(shape)) continue;
          tried += 1;
          const found = await answeredBy(call as Call, withAt(valid, position, other));
          if (found) answered.push(`${method} argument ${position + 1}, ${shape}: ${found}`);
        }
    }
    open.push(...answered);
    expect(answered).toEqual([]);
  });
});

test('the page on reliability says how many were tried', () => {
  const attack = 'other shapes than a method takes';
  expect(stated(attack)).toEqual({ tried, held: tried - open.length });
});

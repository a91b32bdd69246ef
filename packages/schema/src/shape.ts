import { InputError } from './errors.ts';

/** Where a value is not what a shape asks for. */
interface Fault {
  readonly at: string;
  readonly expected: string;
  readonly found: unknown;
  readonly repair: string | null;
}

/** What a value given to a method must be like. */
export interface Shape {
  readonly says: string;
  /** How it is written within another. */
  readonly brief?: string;
  readonly fault: (value: unknown, at: string) => Fault | null;
}

type Keyed = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null;
}

function has(value: unknown, ...names: readonly PropertyKey[]): value is Keyed {
  return isObject(value) && names.every((name) => name in value);
}

/** Something that is often given where a list of values or records is meant, and how to make one of it. */
interface Familiar {
  readonly is: (value: unknown) => boolean;
  readonly name: (value: never) => string;
  readonly repair: string;
}

function columns(names: unknown): string {
  return Array.isArray(names) && names.length > 0
    ? ` with the columns ${names.slice(0, 6).join(', ')}`
    : '';
}

const familiar: readonly Familiar[] = [
  {
    is: (value) => has(value, 'columnNames', 'objects'),
    name: (value: { columnNames(): unknown }) => `an arquero table${columns(value.columnNames())}`,
    repair:
      "pass its rows, `table.objects()`, or one column of it, `[...table.array('name of the column')]`",
  },
  {
    is: (value) => has(value, '$isSeries') || has(value, '$data', 'columns'),
    name: (value: { $isSeries?: boolean; columns?: unknown }) =>
      value.$isSeries ? 'a danfo series' : `a danfo frame${columns(value.columns)}`,
    repair: "pass its rows, `toJSON(frame)`, or one column of it, `frame['name'].values`",
  },
  {
    is: (value) => has(value, 'numRows', 'toArray'),
    name: () => 'an Arrow table',
    repair: 'pass its rows, `table.toArray()`, or one column of it as a list',
  },
  {
    is: (value) => isObject(value) && typeof value['then'] === 'function',
    name: () => 'a promise',
    repair: 'put `await` before it',
  },
  {
    is: (value) => value instanceof Map,
    name: (value: Map<unknown, unknown>) => `a Map of ${value.size}`,
    repair:
      'pass what it holds as a list, `[...map.values()]`, or as an object, `Object.fromEntries(map)`',
  },
  {
    is: (value) => value instanceof Set,
    name: (value: Set<unknown>) => `a Set of ${value.size}`,
    repair: 'pass a list, `[...set]`; a set has dropped values that are alike',
  },
  {
    is: (value) => value instanceof Date,
    name: () => 'a Date',
    repair: "write the day or period as text, '2024-07-01'",
  },
  {
    is: ArrayBuffer.isView,
    name: (value: object) => `a ${value.constructor.name}`,
    repair: 'pass a list, `Array.from(values, Number)`',
  },
  {
    is: (value) => has(value, 'rows', 'picture'),
    name: () => 'a selection of a picture',
    repair: 'pass its records, `selection.rows`, or ask the notebook, which takes selections',
  },
  {
    is: (value) => has(value, 'kind', 'reason', 'remedy'),
    name: () => 'a refusal of the notebook',
    repair: 'read what it says; `answered(…)` stops the cell there',
  },
  {
    is: (value) => isObject(value) && !Array.isArray(value) && Symbol.iterator in value,
    name: () => 'an iterator',
    repair: 'pass a list, `[...values]`',
  },
  {
    is: (value) => isObject(value) && Symbol.asyncIterator in value,
    name: () => 'what arrives later, piece by piece',
    repair: 'collect it first, `for await (const value of values) list.push(value)`',
  },
  {
    is: (value) => typeof value === 'bigint',
    name: (value: bigint) => `the BigInt ${value}`,
    repair: 'make a number of it, `Number(value)`',
  },
  {
    is: (value) => typeof value === 'function',
    name: () => 'a function',
    repair: 'call it, and pass what it returns',
  },
  {
    is: (value) => value === undefined,
    name: () => 'nothing (undefined, or a hole in the list)',
    repair: '',
  },
];

const nameless: Familiar = { is: () => true, name: String, repair: '' };

function familiarOf(value: unknown): Familiar {
  return familiar.find(({ is }) => is(value)) ?? nameless;
}

/** What a value is, in words. */
function nameOf(value: unknown): string {
  const known = familiarOf(value);
  if (known !== nameless) return known.name(value as never);
  if (value === null) return 'null';
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (isObject(value)) {
    const names = Object.keys(value);
    return names.length === 0
      ? 'an object without fields'
      : `an object with the fields ${names.slice(0, 6).join(', ')}`;
  }
  return String(value);
}

function single(says: string, test: (value: unknown) => boolean, repair: string): Shape {
  return {
    says,
    fault: (value, at) => (test(value) ? null : { at, expected: says, found: value, repair }),
  };
}

/** An object with named fields, and nothing that only looks like one. */
function isRecord(value: unknown): value is Keyed {
  return isObject(value) && !Array.isArray(value) && familiarOf(value) === nameless;
}

function listOf(one: Shape, says: string, also: (value: unknown) => boolean): Shape {
  return {
    says,
    brief: `[${one.brief ?? '…'}${one.brief ? ', …' : ''}]`,
    fault(value, at) {
      if (!Array.isArray(value) && !also(value))
        return {
          at,
          expected: says,
          found: value,
          repair: isRecord(value)
            ? 'pass a list; one record alone stands in brackets, `[record]`'
            : `pass ${says}`,
        };
      const values = value as ArrayLike<unknown>;
      for (let i = 0; i < values.length; i++) {
        const fault = one.fault(values[i], `${at}[${i}]`);
        if (fault) return fault;
      }
      return null;
    },
  };
}

function isTyped(value: unknown): boolean {
  return (
    ArrayBuffer.isView(value) &&
    !(value instanceof DataView) &&
    !(value instanceof BigInt64Array) &&
    !(value instanceof BigUint64Array)
  );
}

/** NaN and infinite numbers are the method's to refuse: it knows what to do instead. */
const number: Shape = single(
  'a number',
  (value) => typeof value === 'number',
  'use null where a value is missing, and say why in the source',
);
const text: Shape = single('text', (value) => typeof value === 'string', 'pass it as text');

function orNull(one: Shape): Shape {
  const says = `${one.says} or null`;
  return {
    says,
    fault(value, at) {
      if (value === null) return null;
      const fault = one.fault(value, at);
      return fault && fault.at === at ? { ...fault, expected: says } : fault;
    },
  };
}

/** The shapes that methods ask for, to be put together. */
export const shape: {
  readonly number: Shape;
  readonly text: Shape;
  readonly flag: Shape;
  readonly anything: Shape;
  readonly call: Shape;
  /** Something made by the toolkit, known by what it can do. */
  readonly made: (says: string, repair: string, ...names: readonly PropertyKey[]) => Shape;
  /** Options by name. */
  readonly options: Shape;
  /** Numbers in order, null where missing; also a typed array. */
  readonly series: Shape;
  readonly numbers: Shape;
  readonly orNull: (one: Shape) => Shape;
  /** May be left out. */
  readonly maybe: (one: Shape) => Shape;
  readonly either: (...shapes: readonly Shape[]) => Shape;
  readonly list: (one: Shape, says?: string) => Shape;
  /** An object with at least these fields. */
  readonly record: <Of>(fields: Readonly<Partial<Record<keyof Of & string, Shape>>>) => Shape;
} = {
  number,
  text,
  flag: single('true or false', (value) => typeof value === 'boolean', 'pass true or false'),
  anything: { says: 'anything', fault: () => null },
  call: single('a function', (value) => typeof value === 'function', 'pass a function'),
  made: (says, repair, ...names) => single(says, (value) => has(value, ...names), repair),
  options: single('options by name', isRecord, 'pass them as an object, `{ name: value }`'),
  series: listOf(orNull(number), 'a list of numbers in order, null where one is missing', isTyped),
  numbers: listOf(number, 'a list of numbers', () => false),
  orNull,
  maybe: (one) => ({
    says: one.says,
    fault: (value, at) => (value === undefined ? null : one.fault(value, at)),
  }),
  either: (...shapes) => {
    const says = shapes.map((one) => one.says).join(' or ');
    return {
      says,
      fault(value, at) {
        const faults = shapes.map((one) => one.fault(value, at));
        if (faults.includes(null)) return null;
        const within = faults.find((fault) => fault !== null && fault.at !== at);
        return within ?? { at, expected: says, found: value, repair: `pass ${says}` };
      },
    };
  },
  list: (one, says = `a list of ${one.says}`) => listOf(one, says, () => false),
  record: (fields) => {
    const shapes = Object.entries(fields) as [string, Shape][];
    const needed = shapes.filter(([, one]) => one.fault(undefined, '') !== null);
    const brief = `{ ${needed.map(([name, one]) => (one.brief ? `${name}: ${one.brief}` : name)).join(', ')} }`;
    const says = needed.length === 0 ? 'options by name' : `\`${brief}\``;
    return {
      says,
      brief,
      fault(value, at) {
        if (!isRecord(value)) return { at, expected: says, found: value, repair: `pass ${says}` };
        for (const [name, one] of shapes) {
          const fault = one.fault(value[name], `${at}.${name}`);
          if (!fault) continue;
          return name in value
            ? fault
            : { at, expected: says, found: value, repair: `give it the field \`${name}\`` };
        }
        return null;
      },
    };
  },
};

/** An argument by its name, with what was given and what must be given. */
export type Given = readonly [name: string, value: unknown, shape: Shape];

/**
 * The one check at the entry of a method: what it was given has the shape it takes. A table, a set, a promise or a record
 * with other fields would otherwise be read as a series without figures.
 *
 * @throws InputError that names the method, the argument, what was expected and found, and how to make one of the other
 * @example
 * ```ts
 * import { shape, takes } from '@samenbeeld/schema';
 * takes('median', ['values', [1, null, 3], shape.series]) // => undefined
 * let said = '';
 * try { takes('median', ['values', new Set([1, 3]), shape.series]) } catch (error) { said = String(error) }
 * said.slice(0, 110) // => 'InputError: median: expected `values` to be a list of numbers in order, null where one is missing, found a Set'
 * ```
 */
export function takes(method: string, ...given: readonly Given[]): void {
  for (const [name, value, { fault }] of given) {
    const wrong = fault(value, name);
    if (!wrong) continue;
    const known = familiarOf(wrong.found);
    throw new InputError(
      `${method}: expected \`${wrong.at}\` to be ${wrong.expected}, found ${nameOf(wrong.found)}`,
      { repair: known.repair || wrong.repair || `pass ${wrong.expected}` },
    );
  }
}

import { InputError } from './errors.ts';
import type { Text } from './language.ts';
import { inEach, inFour } from './sentence.ts';

/** Where a value is not what a shape asks for. */
interface Fault {
  readonly at: string;
  readonly expected: Text;
  readonly found: unknown;
  readonly repair: Text | null;
}

/** What a value given to a method must be like. */
export interface Shape {
  readonly says: Text;
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
  readonly name: (value: never) => Text;
  readonly repair: Text | null;
}

function columns(names: unknown): Text {
  return Array.isArray(names) && names.length > 0
    ? inFour(
        ' met de kolommen {names}',
        ' avec les colonnes {names}',
        ' mit den Spalten {names}',
        ' with the columns {names}',
        { names: names.slice(0, 6).join(', ') },
      )
    : inEach(() => '');
}

const familiar: readonly Familiar[] = [
  {
    is: (value) => has(value, 'columnNames', 'objects'),
    name: (value: { columnNames(): unknown }) =>
      inFour(
        'een arquero-tabel{columns}',
        'une table arquero{columns}',
        'eine arquero-Tabelle{columns}',
        'an arquero table{columns}',
        { columns: columns(value.columnNames()) },
      ),
    repair: inFour(
      "geef de rijen, `table.objects()`, of één kolom, `[...table.array('naam van de kolom')]`",
      "donnez ses lignes, `table.objects()`, ou une de ses colonnes, `[...table.array('nom de la colonne')]`",
      "ihre Zeilen übergeben, `table.objects()`, oder eine Spalte, `[...table.array('Name der Spalte')]`",
      "pass its rows, `table.objects()`, or one column of it, `[...table.array('name of the column')]`",
    ),
  },
  {
    is: (value) => has(value, '$isSeries') || has(value, '$data', 'columns'),
    name: (value: { $isSeries?: boolean; columns?: unknown }) =>
      value.$isSeries
        ? inFour('een danfo-reeks', 'une série danfo', 'eine danfo-Reihe', 'a danfo series')
        : inFour(
            'een danfo-frame{columns}',
            'un frame danfo{columns}',
            'ein danfo-Frame{columns}',
            'a danfo frame{columns}',
            { columns: columns(value.columns) },
          ),
    repair: inFour(
      "geef de rijen, `toJSON(frame)`, of één kolom, `frame['naam'].values`",
      "donnez ses lignes, `toJSON(frame)`, ou une de ses colonnes, `frame['nom'].values`",
      "seine Zeilen übergeben, `toJSON(frame)`, oder eine Spalte, `frame['Name'].values`",
      "pass its rows, `toJSON(frame)`, or one column of it, `frame['name'].values`",
    ),
  },
  {
    is: (value) => has(value, 'numRows', 'toArray'),
    name: () =>
      inFour('een Arrow-tabel', 'une table Arrow', 'eine Arrow-Tabelle', 'an Arrow table'),
    repair: inFour(
      'geef de rijen, `table.toArray()`, of één kolom als lijst',
      'donnez ses lignes, `table.toArray()`, ou une de ses colonnes comme liste',
      'ihre Zeilen übergeben, `table.toArray()`, oder eine Spalte als Liste',
      'pass its rows, `table.toArray()`, or one column of it as a list',
    ),
  },
  {
    is: (value) => isObject(value) && typeof value['then'] === 'function',
    name: () =>
      inFour(
        'een belofte (promise)',
        'une promesse (promise)',
        'ein Versprechen (Promise)',
        'a promise',
      ),
    repair: inFour(
      'zet er `await` voor',
      'mettez `await` devant',
      '`await` davor setzen',
      'put `await` before it',
    ),
  },
  {
    is: (value) => value instanceof Map,
    name: (value: Map<unknown, unknown>) =>
      inFour('een Map van {n}', 'une Map de {n}', 'eine Map von {n}', 'a Map of {n}', {
        n: value.size,
      }),
    repair: inFour(
      'geef wat erin zit als lijst, `[...map.values()]`, of als object, `Object.fromEntries(map)`',
      'donnez ce qu’elle contient comme liste, `[...map.values()]`, ou comme objet, `Object.fromEntries(map)`',
      'ihren Inhalt als Liste übergeben, `[...map.values()]`, oder als Objekt, `Object.fromEntries(map)`',
      'pass what it holds as a list, `[...map.values()]`, or as an object, `Object.fromEntries(map)`',
    ),
  },
  {
    is: (value) => value instanceof Set,
    name: (value: Set<unknown>) =>
      inFour('een Set van {n}', 'un Set de {n}', 'ein Set von {n}', 'a Set of {n}', {
        n: value.size,
      }),
    repair: inFour(
      'geef een lijst, `[...set]`; een Set heeft gelijke waarden al weggelaten',
      'donnez une liste, `[...set]` ; un Set a déjà écarté les valeurs égales',
      'eine Liste übergeben, `[...set]`; ein Set hat gleiche Werte schon weggelassen',
      'pass a list, `[...set]`; a set has dropped values that are alike',
    ),
  },
  {
    is: (value) => value instanceof Date,
    name: () => inFour('een Date', 'une Date', 'ein Date', 'a Date'),
    repair: inFour(
      "schrijf de dag of periode als tekst, '2024-07-01'",
      "écrivez le jour ou la période comme texte, '2024-07-01'",
      "den Tag oder Zeitraum als Text schreiben, '2024-07-01'",
      "write the day or period as text, '2024-07-01'",
    ),
  },
  {
    is: ArrayBuffer.isView,
    name: (value: object) =>
      inFour('een {name}', 'un {name}', 'ein {name}', 'a {name}', { name: value.constructor.name }),
    repair: inFour(
      'geef een lijst, `Array.from(values, Number)`',
      'donnez une liste, `Array.from(values, Number)`',
      'eine Liste übergeben, `Array.from(values, Number)`',
      'pass a list, `Array.from(values, Number)`',
    ),
  },
  {
    is: (value) => has(value, 'rows', 'picture'),
    name: () =>
      inFour(
        'een selectie van een beeld',
        'une sélection d’un tableau',
        'eine Auswahl eines Lagebilds',
        'a selection of a picture',
      ),
    repair: inFour(
      'geef de records, `selection.rows`, of vraag het notebook, dat selecties aanneemt',
      'donnez ses enregistrements, `selection.rows`, ou demandez au notebook, qui prend des sélections',
      'ihre Datensätze übergeben, `selection.rows`, oder das Notebook fragen, das Auswahlen annimmt',
      'pass its records, `selection.rows`, or ask the notebook, which takes selections',
    ),
  },
  {
    is: (value) => has(value, 'kind', 'reason', 'remedy'),
    name: () =>
      inFour(
        'een weigering van het notebook',
        'un refus du notebook',
        'eine Absage des Notebooks',
        'a refusal of the notebook',
      ),
    repair: inFour(
      'lees wat ze zegt; `answered(…)` stopt de cel daar',
      'lisez ce qu’il dit ; `answered(…)` arrête la cellule là',
      'lesen, was sie sagt; `answered(…)` hält die Zelle dort an',
      'read what it says; `answered(…)` stops the cell there',
    ),
  },
  {
    is: (value) => isObject(value) && !Array.isArray(value) && Symbol.iterator in value,
    name: () => inFour('een iterator', 'un itérateur', 'ein Iterator', 'an iterator'),
    repair: inFour(
      'geef een lijst, `[...values]`',
      'donnez une liste, `[...values]`',
      'eine Liste übergeben, `[...values]`',
      'pass a list, `[...values]`',
    ),
  },
  {
    is: (value) => isObject(value) && Symbol.asyncIterator in value,
    name: () =>
      inFour(
        'wat later stuk voor stuk aankomt',
        'ce qui arrive plus tard, pièce par pièce',
        'was später Stück für Stück kommt',
        'what arrives later, piece by piece',
      ),
    repair: inFour(
      'verzamel het eerst, `for await (const value of values) list.push(value)`',
      'rassemblez-le d’abord, `for await (const value of values) list.push(value)`',
      'es zuerst sammeln, `for await (const value of values) list.push(value)`',
      'collect it first, `for await (const value of values) list.push(value)`',
    ),
  },
  {
    is: (value) => typeof value === 'bigint',
    name: (value: bigint) =>
      inFour('de BigInt {value}', 'le BigInt {value}', 'das BigInt {value}', 'the BigInt {value}', {
        value: String(value),
      }),
    repair: inFour(
      'maak er een getal van, `Number(value)`',
      'faites-en un nombre, `Number(value)`',
      'eine Zahl daraus machen, `Number(value)`',
      'make a number of it, `Number(value)`',
    ),
  },
  {
    is: (value) => typeof value === 'function',
    name: () => aFunction,
    repair: inFour(
      'roep haar aan, en geef wat ze teruggeeft',
      'appelez-la, et donnez ce qu’elle renvoie',
      'sie aufrufen und übergeben, was sie zurückgibt',
      'call it, and pass what it returns',
    ),
  },
  {
    is: (value) => value === undefined,
    name: () =>
      inFour(
        'niets (undefined, of een gat in de lijst)',
        'rien (undefined, ou un trou dans la liste)',
        'nichts (undefined, oder eine Lücke in der Liste)',
        'nothing (undefined, or a hole in the list)',
      ),
    repair: null,
  },
];

const nameless: Familiar = {
  is: () => true,
  name: (value) => inEach(() => String(value)),
  repair: null,
};

function familiarOf(value: unknown): Familiar {
  return familiar.find(({ is }) => is(value)) ?? nameless;
}

/** What a value is, in words. */
function nameOf(value: unknown): Text {
  const known = familiarOf(value);
  if (known !== nameless) return known.name(value as never);
  if (value === null) return inEach(() => 'null');
  if (Array.isArray(value))
    return value.length === 0
      ? inFour('een lege lijst', 'une liste vide', 'eine leere Liste', 'an empty list')
      : inFour('een lijst van {n}', 'une liste de {n}', 'eine Liste von {n}', 'a list of {n}', {
          n: value.length,
        });
  if (typeof value === 'string')
    return inFour('de tekst {text}', 'le texte {text}', 'der Text {text}', 'the text {text}', {
      text: JSON.stringify(value.slice(0, 40)),
    });
  if (isObject(value)) {
    const names = Object.keys(value);
    return names.length === 0
      ? inFour(
          'een object zonder velden',
          'un objet sans champs',
          'ein Objekt ohne Felder',
          'an object without fields',
        )
      : inFour(
          'een object met de velden {names}',
          'un objet avec les champs {names}',
          'ein Objekt mit den Feldern {names}',
          'an object with the fields {names}',
          { names: names.slice(0, 6).join(', ') },
        );
  }
  return inEach(() => String(value));
}

function single(says: Text, test: (value: unknown) => boolean, repair: Text): Shape {
  return {
    says,
    fault: (value, at) => (test(value) ? null : { at, expected: says, found: value, repair }),
  };
}

const aFunction = inFour('een functie', 'une fonction', 'eine Funktion', 'a function');

/** To pass what is asked for. */
const pass = (says: Text): Text =>
  inFour('geef {says}', 'donnez {says}', '{says} übergeben', 'pass {says}', { says });

/** An object with named fields, and nothing that only looks like one. */
function isRecord(value: unknown): value is Keyed {
  return isObject(value) && !Array.isArray(value) && familiarOf(value) === nameless;
}

function listOf(one: Shape, says: Text, also: (value: unknown) => boolean): Shape {
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
            ? inFour(
                'geef een lijst; één record staat tussen haken, `[record]`',
                'donnez une liste ; un seul enregistrement va entre crochets, `[record]`',
                'eine Liste übergeben; ein einzelner Datensatz steht in Klammern, `[record]`',
                'pass a list; one record alone stands in brackets, `[record]`',
              )
            : pass(says),
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
  inFour('een getal', 'un nombre', 'eine Zahl', 'a number'),
  (value) => typeof value === 'number',
  inFour(
    'gebruik null waar een waarde ontbreekt, en zeg waarom in de bron',
    'mettez null là où une valeur manque, et dites pourquoi dans la source',
    'null verwenden, wo ein Wert fehlt, und in der Quelle sagen, warum',
    'use null where a value is missing, and say why in the source',
  ),
);
const text: Shape = single(
  inFour('tekst', 'du texte', 'Text', 'text'),
  (value) => typeof value === 'string',
  inFour('geef het als tekst', 'donnez-le comme texte', 'es als Text übergeben', 'pass it as text'),
);

function orNull(one: Shape): Shape {
  const says = inFour('{one} of null', '{one} ou null', '{one} oder null', '{one} or null', {
    one: one.says,
  });
  return {
    says,
    fault(value, at) {
      if (value === null) return null;
      const fault = one.fault(value, at);
      return fault && fault.at === at ? { ...fault, expected: says } : fault;
    },
  };
}

const trueOrFalse = inFour('true of false', 'true ou false', 'true oder false', 'true or false');
const byName = inFour(
  'opties bij naam',
  'des options par nom',
  'Optionen mit Namen',
  'options by name',
);
const listedOr = (says: readonly Text[]): Text =>
  says.reduce((left, right) =>
    inFour('{left} of {right}', '{left} ou {right}', '{left} oder {right}', '{left} or {right}', {
      left,
      right,
    }),
  );

/** The shapes that methods ask for, to be put together. */
export const shape: {
  readonly number: Shape;
  readonly text: Shape;
  readonly flag: Shape;
  readonly anything: Shape;
  readonly call: Shape;
  /** Something made by the toolkit, known by what it can do. */
  readonly made: (says: Text, repair: Text, ...names: readonly PropertyKey[]) => Shape;
  /** Options by name. */
  readonly options: Shape;
  /** Numbers in order, null where missing; also a typed array. */
  readonly series: Shape;
  readonly numbers: Shape;
  readonly orNull: (one: Shape) => Shape;
  /** May be left out. */
  readonly maybe: (one: Shape) => Shape;
  readonly either: (...shapes: readonly Shape[]) => Shape;
  readonly list: (one: Shape, says?: Text) => Shape;
  /** An object with at least these fields. */
  readonly record: <Of>(fields: Readonly<Partial<Record<keyof Of & string, Shape>>>) => Shape;
} = {
  number,
  text,
  flag: single(trueOrFalse, (value) => typeof value === 'boolean', pass(trueOrFalse)),
  anything: {
    says: inFour('om het even wat', 'n’importe quoi', 'etwas Beliebiges', 'anything'),
    fault: () => null,
  },
  call: single(aFunction, (value) => typeof value === 'function', pass(aFunction)),
  made: (says, repair, ...names) => single(says, (value) => has(value, ...names), repair),
  options: single(
    byName,
    isRecord,
    inFour(
      'geef ze als object, `{ name: value }`',
      'donnez-les comme objet, `{ name: value }`',
      'sie als Objekt übergeben, `{ name: value }`',
      'pass them as an object, `{ name: value }`',
    ),
  ),
  series: listOf(
    orNull(number),
    inFour(
      'een lijst van getallen op volgorde, null waar er een ontbreekt',
      'une liste de nombres dans l’ordre, null là où il en manque un',
      'eine Liste von Zahlen der Reihe nach, null, wo eine fehlt',
      'a list of numbers in order, null where one is missing',
    ),
    isTyped,
  ),
  numbers: listOf(
    number,
    inFour(
      'een lijst van getallen',
      'une liste de nombres',
      'eine Liste von Zahlen',
      'a list of numbers',
    ),
    () => false,
  ),
  orNull,
  maybe: (one) => ({
    says: one.says,
    fault: (value, at) => (value === undefined ? null : one.fault(value, at)),
  }),
  either: (...shapes) => {
    const says = listedOr(shapes.map((one) => one.says));
    return {
      says,
      fault(value, at) {
        const faults = shapes.map((one) => one.fault(value, at));
        if (faults.includes(null)) return null;
        const within = faults.find((fault) => fault !== null && fault.at !== at);
        return within ?? { at, expected: says, found: value, repair: pass(says) };
      },
    };
  },
  list: (
    one,
    says = inFour(
      'een lijst van {one}',
      'une liste, dont chaque élément est {one}',
      'eine Liste: {one}',
      'a list of {one}',
      { one: one.says },
    ),
  ) => listOf(one, says, () => false),
  record: (fields) => {
    const shapes = Object.entries(fields) as [string, Shape][];
    const needed = shapes.filter(([, one]) => one.fault(undefined, '') !== null);
    const brief = `{ ${needed.map(([name, one]) => (one.brief ? `${name}: ${one.brief}` : name)).join(', ')} }`;
    const says = needed.length === 0 ? byName : inEach(() => `\`${brief}\``);
    return {
      says,
      brief,
      fault(value, at) {
        if (!isRecord(value)) return { at, expected: says, found: value, repair: pass(says) };
        for (const [name, one] of shapes) {
          const fault = one.fault(value[name], `${at}.${name}`);
          if (!fault) continue;
          return name in value
            ? fault
            : {
                at,
                expected: says,
                found: value,
                repair: inFour(
                  'geef het het veld `{name}`',
                  'donnez-lui le champ `{name}`',
                  'ihm das Feld `{name}` geben',
                  'give it the field `{name}`',
                  { name },
                ),
              };
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
      inFour(
        '{method}: verwacht voor `{at}`: {expected}; gevonden: {found}',
        '{method} : attendu pour `{at}` : {expected} ; trouvé : {found}',
        '{method}: erwartet für `{at}`: {expected}; gefunden: {found}',
        '{method}: expected `{at}` to be {expected}, found {found}',
        { method, at: wrong.at, expected: wrong.expected, found: nameOf(wrong.found) },
      ),
      { repair: known.repair ?? wrong.repair ?? pass(wrong.expected) },
    );
  }
}

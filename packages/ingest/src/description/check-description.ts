import {
  InputError,
  inFour,
  inSigns,
  ownValue,
  quoted,
  type Text,
  unitFitsMetric,
} from '@samenbeeld/schema';
import { periodIn } from '../cell/resolve-cell.ts';
import { codeLists, isCode } from '../code-lists.ts';
import { type Field, fields } from '../fields.ts';
import { codeAdvice } from '../find-codes.ts';
import { columnWords } from './build-mapping.ts';
import type { Mapping, SourceDescription } from './description.ts';
import { isFolded } from './is-folded.ts';

/** A description as it is checked, before it gets its hash. */
type Unhashed = Omit<SourceDescription, 'sha256'>;

/** Refuses a description file for something that it says. */
function refuse(file: string, problem: Text, repair: Text): never {
  throw new InputError(problem, { place: { file }, repair });
}

/** Figures of one column or fold, and the fields that its own headings fill. */
interface ValueColumn {
  readonly mapping: Mapping;
  readonly own: readonly string[];
  readonly where: Where;
}

/** Where in a description something stands, as its errors call it. */
interface Where {
  readonly says: Text;
  readonly isFold: boolean;
}

const inColumn = (header: string): Where => ({ says: columnWords(header), isFold: false });

const inFold = (index: number): Where => ({
  says: inFour('`fold` {n}', '`fold` {n}', '`fold` {n}', 'fold {n}', { n: index + 1 }),
  isFold: true,
});

const theKey = (key: string): Text => inFour('`{key}`', '`{key}`', '`{key}`', '{key}', { key });

const constantWords = (name: string): Text =>
  inFour('de constante {name}', 'la constante {name}', 'die Konstante {name}', 'constant {name}', {
    name,
  });

const useOneOf = (names: readonly string[]): Text =>
  inFour(
    'gebruik een van {list}',
    'employez l’un de {list}',
    'eines von {list} verwenden',
    'use one of {list}',
    { list: names.join(', ') },
  );

const removeOne = inFour(
  'verwijder een van de twee',
  'supprimez l’un des deux',
  'eines der beiden entfernen',
  'remove one of the two',
);

function valueColumns({ columns, folds }: Unhashed): readonly ValueColumn[] {
  return [
    ...columns.flatMap(({ header, mappings }) =>
      mappings.flatMap((mapping) =>
        mapping.to === 'value' ? [{ mapping, own: [], where: inColumn(header) }] : [],
      ),
    ),
    ...folds.map(({ groups, value }, index) => ({
      mapping: value,
      own: Object.values(groups).map(({ to }) => to),
      where: inFold(index),
    })),
  ];
}

/** Names that are filled beside those given: a period holds its two ends, and they make it up. */
function withPeriods(names: Iterable<string>): ReadonlySet<string> {
  const filled = new Set(names);
  if (filled.has('period')) for (const name of ['periodStart', 'periodEnd']) filled.add(name);
  if (filled.has('periodStart') && filled.has('periodEnd')) filled.add('period');
  return filled;
}

/** What every record of the source is filled by, whichever value column it comes from. */
function filledEverywhere({ columns, constants }: Unhashed): readonly string[] {
  const mapped = columns.flatMap(({ mappings }) => mappings.map(({ to }) => to));
  const given = Object.entries(constants).filter(
    ([, constant]) => !('value' in constant && constant.value === ''),
  );
  return [...mapped.filter((to) => to !== 'value'), ...given.map(([name]) => name)];
}

/** A figure has only what its own column, its row and the constants say: each must fill what a record needs. */
function checkEachValue(description: Unhashed): void {
  const { file, record } = description;
  const everywhere = filledEverywhere(description);
  const values = valueColumns(description);
  if (values.length === 0)
    refuse(
      file,
      inFour(
        'geen kolom gaat naar value',
        'aucune colonne ne va vers value',
        'keine Spalte geht nach value',
        'no column is mapped to value',
      ),
      inFour(
        'laat de kolom met de cijfers naar value gaan',
        'faites aller vers value la colonne des chiffres',
        'die Spalte mit den Zahlen value zuordnen',
        'map the column that holds the figures to value',
      ),
    );
  for (const { mapping, own, where } of values) {
    const set = Object.entries(mapping.set).flatMap(([name, text]) => (text === '' ? [] : [name]));
    const unit = mapping.as === 'quantity' ? ['unit'] : [];
    const filled = withPeriods([...everywhere, ...own, ...set, ...unit]);
    for (const [name, field] of Object.entries(fields[record])) {
      if (!field.required || filled.has(name)) continue;
      if (values.length === 1)
        refuse(
          file,
          inFour(
            'niets vult {name}',
            'rien ne remplit {name}',
            'nichts füllt {name}',
            'nothing fills {name}',
            { name },
          ),
          inFour(
            'laat een kolom naar {name} gaan, of geef het onder constants',
            'faites aller une colonne vers {name}, ou donnez-le sous constants',
            'eine Spalte {name} zuordnen oder es unter constants angeben',
            'map a column to {name}, or give it under constants',
            { name },
          ),
        );
      const group = where.isFold
        ? inFour(
            ', haal het met een groep uit de kop',
            ', prenez-le dans l’en-tête par un groupe',
            ', es mit einer Gruppe aus der Überschrift nehmen',
            ', take it from the heading with a group',
          )
        : inSigns('');
      const said = { name, where: where.says, group };
      refuse(
        file,
        inFour(
          'niets vult {name} van de cijfers van {where}',
          'rien ne remplit {name} des chiffres de {where}',
          'nichts füllt {name} der Zahlen von {where}',
          'nothing fills {name} of the figures of {where}',
          said,
        ),
        inFour(
          'geef het onder `set:` van {where}{group}, laat een kolom naar {name} gaan, geef het onder constants, of negeer een kolom waarvan de cijfers sommen zijn',
          'donnez-le sous `set:` de {where}{group}, faites aller une colonne vers {name}, donnez-le sous constants, ou ignorez une colonne dont les chiffres sont des sommes',
          'es unter `set:` von {where} angeben{group}, eine Spalte {name} zuordnen, es unter constants angeben oder eine Spalte ignorieren, deren Zahlen Summen sind',
          'give it under `set:` of {where}{group}, map a column to {name}, give it under constants, or ignore a column whose figures are sums',
          said,
        ),
      );
    }
  }
}

/** A metric and a unit that every figure of a value column gets must go together. */
function checkUnits(description: Unhashed): void {
  const { file, record, columns, constants } = description;
  if (record !== 'observation') return;
  const rows = columns.flatMap(({ mappings }) => mappings.map(({ to }) => to));
  for (const { mapping, own, where } of valueColumns(description)) {
    const given = (name: string): string | null => {
      const set = ownValue(mapping.set, name);
      if (set) return set;
      const constant = ownValue(constants, name);
      return rows.includes(name) || own.includes(name) || !constant || !('value' in constant)
        ? null
        : constant.value;
    };
    const [metric, unit] = [given('metric'), given('unit')];
    if (!metric || !unit || unitFitsMetric(metric, unit)) continue;
    // A figure may be printed with a unit of its own, which wins.
    if (mapping.as === 'quantity' && !mapping.set['unit']) continue;
    refuse(
      file,
      inFour(
        'de cijfers van {where} zouden {metric} in {unit} zijn',
        'les chiffres de {where} seraient {metric} en {unit}',
        'die Zahlen von {where} wären {metric} in {unit}',
        'the figures of {where} would be {metric} in {unit}',
        { where: where.says, metric, unit },
      ),
      inFour(
        'geef ze een eigen `set: { metric: …, unit: … }` bij {where}',
        'donnez-leur un propre `set: { metric: …, unit: … }` à {where}',
        'ihnen ein eigenes `set: { metric: …, unit: … }` bei {where} geben',
        'give them their own under `set: { metric: …, unit: … }` of {where}',
        { where: where.says },
      ),
    );
  }
}

/** No field of a record may be filled twice. */
function checkFilledOnce(
  { file, constants }: Unhashed,
  all: readonly (readonly [Mapping, Where])[],
): void {
  const mapped = new Map<string, Where>();
  for (const [{ to }, where] of all) {
    if (to === 'value') continue;
    const before = mapped.get(to);
    if (before !== undefined && before !== where && !where.isFold)
      refuse(
        file,
        inFour(
          '{before} en {where} vullen beide {to}',
          '{before} et {where} remplissent l’une et l’autre {to}',
          '{before} und {where} füllen beide {to}',
          '{before} and {where} both fill {to}',
          { before: before.says, where: where.says, to },
        ),
        inFour(
          'gebruik een van beide, of negeer ze',
          'employez l’une des deux, ou ignorez-la',
          'eine von beiden verwenden oder sie ignorieren',
          'map one of them, or ignore it',
        ),
      );
    mapped.set(to, where);
    if (ownValue(constants, to))
      refuse(
        file,
        inFour(
          '{to} is een constante en wordt gevuld door {where}',
          '{to} est une constante et est rempli par {where}',
          '{to} ist eine Konstante und wird von {where} gefüllt',
          '{to} is a constant and is filled by {where}',
          { to, where: where.says },
        ),
        inFour(
          'verwijder er een; wat een lege cel betekent, hoort in `blank:` van de kolom',
          'supprimez-en un ; ce que veut dire une cellule vide va dans `blank:` de la colonne',
          'eines entfernen; was eine leere Zelle bedeutet, gehört in `blank:` der Spalte',
          'remove one; what an empty cell means goes into `blank:` of the column',
        ),
      );
  }
}

/** Checks that each field a record needs is filled, once, and that a metric has a unit of its own kind. */
function checkFilled(description: Unhashed, all: readonly (readonly [Mapping, Where])[]): void {
  checkFilledOnce(description, all);
  checkEachValue(description);
  checkUnits(description);
}

function checkCode(file: string, list: string, code: string, where: Text): void {
  if (isCode(list, code)) return;
  refuse(
    file,
    inFour(
      '{where} geeft {code}, dat geen code van {list} is',
      '{where} donne {code}, qui n’est pas un code de {list}',
      '{where} gibt {code}, was kein Code von {list} ist',
      '{where} gives {code}, which is no code of {list}',
      { where, code: quoted(code), list },
    ),
    codeAdvice(list, code),
  );
}

/** Codes a mapping can yield must be codes of the field's list. */
function checkMapping(file: string, mapping: Mapping, field: Field, where: Text): void {
  if (mapping.list !== null && !ownValue(codeLists, mapping.list))
    refuse(
      file,
      inFour(
        '{where} noemt de lijst {list}',
        '{where} nomme la liste {list}',
        '{where} nennt die Liste {list}',
        '{where} names the list {list}',
        { where, list: quoted(mapping.list) },
      ),
      useOneOf(Object.keys(codeLists)),
    );
  if (mapping.decimalChar !== null && mapping.decimalChar === mapping.groupChar)
    refuse(
      file,
      inFour(
        '{where} noemt {mark} als decimaalteken en als groepeerteken',
        '{where} nomme {mark} comme signe décimal et comme signe de groupe',
        '{where} nennt {mark} als Dezimalzeichen und als Gruppenzeichen',
        '{where} names {mark} as decimal mark and as grouping mark',
        { where, mark: quoted(mapping.groupChar) },
      ),
      inFour(
        'noem het één keer: `as: integer` waar het groepeert, zonder groupChar waar het het decimaalteken is',
        'nommez-le une fois : `as: integer` s’il groupe, sans groupChar s’il est le signe décimal',
        'es einmal nennen: `as: integer`, wo es gruppiert, ohne groupChar, wo es das Dezimalzeichen ist',
        'name it once: `as: integer` where it groups, without groupChar where it is the decimal mark',
      ),
    );
  if (mapping.times !== 1 && mapping.as !== 'integer' && mapping.as !== 'number')
    refuse(
      file,
      inFour(
        '{where} vermenigvuldigt met {times} wat geen bloot cijfer is',
        '{where} multiplie par {times} ce qui n’est pas un chiffre seul',
        '{where} multipliziert mit {times}, was keine bloße Zahl ist',
        '{where} multiplies by {times} what is no bare figure',
        { where, times: mapping.times },
      ),
      inFour(
        'lees het met `as: integer` of `as: number`; woorden in de cel (“1,5 miljoen”) zeggen hun duizendtallen zelf',
        'lisez-le avec `as: integer` ou `as: number` ; les mots de la cellule (« 1,5 million ») disent eux-mêmes leurs milliers',
        'es mit `as: integer` oder `as: number` lesen; Wörter in der Zelle („1,5 Millionen“) sagen ihre Tausender selbst',
        'read it with `as: integer` or `as: number`; words in the cell ("1.5 million") say their thousands themselves',
      ),
    );
  if (!field.list) return;
  const fixed = [
    ...Object.values(mapping.codes),
    ...(mapping.crosswalk?.rows ?? []).flatMap(({ to }) => to ?? []),
    ...mapping.rules.flatMap(({ to }) => (/\$[\d<]/.test(to) ? [] : [to])),
    ...(mapping.otherwise && 'to' in mapping.otherwise ? [mapping.otherwise.to ?? []].flat() : []),
    ...(mapping.blank ? [mapping.blank] : []),
  ];
  for (const code of fixed) checkCode(file, field.list, code, where);
}

/** What stands for an empty cell of figures must be a figure, or a mark with its reason. */
function checkBlank({ file, missingValues }: Unhashed, { blank }: Mapping, where: Text): void {
  if (blank === null) return;
  if (missingValues[''] !== undefined)
    refuse(
      file,
      inFour(
        '{where} zegt dat {blank} voor een lege cel staat, en missingValues zegt {reason}',
        '{where} dit que {blank} vaut pour une cellule vide, et missingValues dit {reason}',
        '{where} sagt, dass {blank} für eine leere Zelle steht, und missingValues sagt {reason}',
        '{where} says {blank} stands for an empty cell, and missingValues says {reason}',
        { where, blank: quoted(blank), reason: quoted(missingValues['']) },
      ),
      removeOne,
    );
  if (!/^\d+$/.test(blank) && ownValue(missingValues, blank) === undefined)
    refuse(
      file,
      inFour(
        '{where} zegt dat een lege cel met cijfers {blank} betekent',
        '{where} dit qu’une cellule de chiffres vide signifie {blank}',
        '{where} sagt, dass eine leere Zelle mit Zahlen {blank} bedeutet',
        '{where} says that an empty cell of figures means {blank}',
        { where, blank: quoted(blank) },
      ),
      inFour(
        'schrijf een geheel getal (`blank: "0"`) of een teken dat missingValues noemt; een reden hoort daar als `"": not_reported`',
        'écrivez un nombre entier (`blank: "0"`) ou un signe que missingValues cite ; une raison s’y écrit `"": not_reported`',
        'eine ganze Zahl (`blank: "0"`) oder ein Zeichen schreiben, das missingValues nennt; ein Grund gehört dorthin als `"": not_reported`',
        'write a whole number (`blank: "0"`) or a mark that missingValues lists; a reason goes there as `"": not_reported`',
      ),
    );
}

/** A mark that means nil says not why a figure is missing. */
function checkZeros({ file, missingValues, zeroValues = [] }: Unhashed): void {
  const both = zeroValues.find((mark) => ownValue(missingValues, mark) !== undefined);
  if (both !== undefined)
    refuse(
      file,
      inFour(
        'zeroValues zegt dat {mark} nul is, en missingValues zegt {reason}',
        'zeroValues dit que {mark} est nul, et missingValues dit {reason}',
        'zeroValues sagt, dass {mark} null ist, und missingValues sagt {reason}',
        'zeroValues says that {mark} is nil, and missingValues says {reason}',
        { mark: quoted(both), reason: quoted(ownValue(missingValues, both) ?? '') },
      ),
      removeOne,
    );
}

/** What is filled down must be a label, said once for the rows below it, and nothing else may stand for an empty cell. */
function checkFill({ file, columns, exclusions, totals }: Unhashed): void {
  const rules = [...exclusions, ...totals].map(({ rule }) => rule);
  for (const { header, fill, mappings } of columns) {
    if (!fill) continue;
    const where = columnWords(header);
    if (mappings.some(({ to }) => to === 'value'))
      refuse(
        file,
        inFour(
          '{where} vult cijfers naar beneden aan',
          '{where} étend des chiffres vers le bas',
          '{where} füllt Zahlen nach unten auf',
          '{where} fills figures down',
          { where },
        ),
        inFour(
          'verwijder `fill`: een cijfer dat één keer voor meerdere rijen staat, zou voor elke rij worden geteld',
          'supprimez `fill` : un chiffre qui vaut une fois pour plusieurs lignes serait compté pour chacune',
          '`fill` entfernen: eine Zahl, die einmal für mehrere Zeilen steht, würde für jede gezählt',
          'remove `fill`: a figure that stands once for several rows would be counted once for each',
        ),
      );
    const blank = mappings.find((mapping) => mapping.blank !== null)?.blank;
    if (blank !== undefined)
      refuse(
        file,
        inFour(
          '{where} vult lege cellen van boven aan en zegt dat ze {blank} betekenen',
          '{where} remplit les cellules vides du dessus et dit qu’elles signifient {blank}',
          '{where} füllt leere Zellen von oben und sagt, dass sie {blank} bedeuten',
          '{where} fills empty cells down and says that they mean {blank}',
          { where, blank: quoted(blank ?? '') },
        ),
        inFour(
          'verwijder `fill` of `blank`',
          'supprimez `fill` ou `blank`',
          '`fill` oder `blank` entfernen',
          'remove `fill` or `blank`',
        ),
      );
    const unknown = fill.across.find((rule) => !rules.includes(rule));
    if (unknown !== undefined)
      refuse(
        file,
        inFour(
          '{where} vult over {rule} heen, dat geen regel van exclude of totals is',
          '{where} remplit au-delà de {rule}, qui n’est pas une règle d’exclude ni de totals',
          '{where} füllt über {rule} hinweg, was keine Regel von exclude oder totals ist',
          '{where} fills across {rule}, which is no rule of exclude or totals',
          { where, rule: quoted(unknown) },
        ),
        rules.length > 0
          ? useOneOf(rules)
          : inFour(
              'schrijf `fill: down`',
              'écrivez `fill: down`',
              '`fill: down` schreiben',
              'write `fill: down`',
            ),
      );
  }
}

function checkNames(description: Unhashed): void {
  const { file, columns, folds, exclusions, totals, corrections, key } = description;
  const headers = new Set(columns.map(({ header }) => header));
  const named: readonly (readonly [Text, readonly string[]])[] = [
    ...exclusions.map(
      ({ rule, where, columns: only }) =>
        [theKey(`exclude ${rule}`), [...Object.keys(where), ...only]] as const,
    ),
    ...totals.map(
      ({ rule, column, within }) => [theKey(`totals ${rule}`), [column, ...within]] as const,
    ),
    ...corrections.map(
      ({ column, where }) =>
        [
          inFour(
            'de verbetering van {column}',
            'la correction de {column}',
            'die Berichtigung von {column}',
            'the correction of {column}',
            { column },
          ),
          [...(isFolded(column, folds) ? [] : [column]), ...Object.keys(where)],
        ] as const,
    ),
    [theKey('key'), key],
  ];
  for (const [where, names] of named)
    for (const name of names)
      if (!headers.has(name))
        refuse(
          file,
          inFour(
            '{where} noemt de kolom {name}, die `columns` niet kent',
            '{where} nomme la colonne {name}, que `columns` ne connaît pas',
            '{where} nennt die Spalte {name}, die `columns` nicht kennt',
            '{where} names the column {name}, which columns does not list',
            { where, name: quoted(name) },
          ),
          useOneOf([...headers]),
        );
}

/** Checks what a JSON Schema cannot: that a description agrees with the code lists and with itself. */
export function checkDescription(description: Unhashed): void {
  const { file, columns, folds, constants } = description;
  checkCode(file, 'agencies', description.source.publisher, theKey('publisher'));
  for (const one of description.source.programmes ?? [])
    checkCode(file, 'programmes', one, theKey('programme'));
  const known = fields[description.record];
  const all = [
    ...columns.flatMap(({ header, mappings }) => {
      const where = inColumn(header);
      return mappings.map((mapping) => [mapping, where] as const);
    }),
    ...folds.flatMap(({ groups, value }, index) => {
      const where = inFold(index);
      return [...Object.values(groups), value].map((mapping) => [mapping, where] as const);
    }),
  ];
  for (const [mapping, { says: where }] of all) {
    const field = ownValue(known, mapping.to);
    if (field) checkMapping(file, mapping, field, where);
    if (mapping.to === 'value') checkBlank(description, mapping, where);
    for (const [name, value] of Object.entries(mapping.set)) {
      const target = ownValue(known, name);
      if (!target)
        refuse(
          file,
          inFour(
            '{where} zet {name}',
            '{where} fixe {name}',
            '{where} setzt {name}',
            '{where} sets {name}',
            { where, name: quoted(name) },
          ),
          inFour(
            'zet een van {list}',
            'fixez l’un de {list}',
            'eines von {list} setzen',
            'set one of {list}',
            { list: Object.keys(known).join(', ') },
          ),
        );
      if (target.list && value !== '') checkCode(file, target.list, value, where);
      if (name === 'period' && value !== '' && periodIn(value, description.language) === null)
        refuse(
          file,
          inFour(
            '{where} zet period op {value}, en dat is geen periode',
            '{where} fixe period à {value}, qui n’est pas une période',
            '{where} setzt period auf {value}, und das ist kein Zeitraum',
            '{where} sets period to {value}, which is no period',
            { where, value: quoted(value) },
          ),
          inFour(
            'schrijf een jaar, een maand of een dag, zoals 2023 of 2023-04',
            'écrivez une année, un mois ou un jour, comme 2023 ou 2023-04',
            'ein Jahr, einen Monat oder einen Tag schreiben, etwa 2023 oder 2023-04',
            'write a year, a month or a day, such as 2023 or 2023-04',
          ),
        );
    }
  }
  for (const [name, constant] of Object.entries(constants)) {
    const field = ownValue(known, name);
    if (!field)
      refuse(
        file,
        inFour(
          'de constante {name} is geen veld',
          'la constante {name} n’est pas un champ',
          'die Konstante {name} ist kein Feld',
          'constant {name} is no field',
          { name: quoted(name) },
        ),
        useOneOf(Object.keys(known)),
      );
    if (!('value' in constant)) checkMapping(file, constant.mapping, field, constantWords(name));
    if (field.list && 'value' in constant && constant.value !== '')
      checkCode(file, field.list, constant.value, constantWords(name));
  }
  checkFill(description);
  checkZeros(description);
  checkFilled(description, all);
  checkNames(description);
}

import {
  type Definition,
  englishQuoted,
  inFour,
  inSigns,
  isCounted,
  joinWith,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import type { Mapping, SourceDescription } from './description/description.ts';

const countingRule: Text = {
  nl: 'Niet vermeld in het bestand.',
  fr: 'Non précisé dans le fichier.',
  de: 'In der Datei nicht angegeben.',
  en: 'Not stated in the file.',
};

/** What a proposed description says where the file says nothing. */
export const notStated = {
  countingRule: countingRule as Text,
  licence: 'not stated in the file',
  publisher: 'publisher not stated',
} as const;

type Described = Pick<
  SourceDescription,
  'source' | 'definitions' | 'columns' | 'constants' | 'folds' | 'record'
>;

/** Of a crosswalk, labels that are named in a question. */
const named = 3;

/**
 * Whether somebody has said by which rule figures under a definition are counted. One that nobody stated is like no other.
 *
 * @example
 * ```ts
 * import { isRuleStated, notStated } from '@samenbeeld/ingest';
 * isRuleStated(notStated) // => false
 * ```
 */
export function isRuleStated({ countingRule: rule }: Pick<Definition, 'countingRule'>): boolean {
  return rule.en.trim() !== countingRule.en;
}

/** The mappings that hold figures, and the fields that anything else fills. */
function filledIn({ columns, constants, folds }: Described): {
  readonly figures: readonly Mapping[];
  readonly fills: (field: string) => boolean;
} {
  const mappings = [
    ...columns.flatMap((column) => column.mappings),
    ...folds.map((fold) => fold.value),
  ];
  const figures = mappings.filter(({ to }) => to === 'value' || to === 'quantity');
  const fields = new Set([
    ...Object.keys(constants),
    ...mappings.map(({ to }) => to),
    ...folds.flatMap(({ groups }) => Object.values(groups).map(({ to }) => to)),
  ]);
  const fills = (field: string): boolean =>
    fields.has(field) ||
    (figures.length > 0 && figures.every(({ set }) => set[field] !== undefined));
  return { figures, fills };
}

/** Who publishes figures is only asked where it may be who counted them: a figure that says so needs no publisher. */
function ofPublisher(description: Described): readonly Text[] {
  const { publisher, kind } = description.source;
  const isOpen =
    publisher === 'UNSPECIFIED' &&
    kind !== 'claim_sheet' &&
    !filledIn(description).fills('agencies');
  return isOpen
    ? [
        inFour('uitgever: {left}', 'éditeur : {left}', 'Herausgeber: {left}', 'publisher: {left}', {
          left: 'publisher UNSPECIFIED',
        }),
      ]
    : [];
}

/** A rule that nobody stated is asked where it alone would say what is counted. */
function ofCounting(description: Described): readonly Text[] {
  const { definitions, constants, record } = description;
  const { figures, fills } = filledIn(description);
  const whole =
    constants['metric'] && 'value' in constants['metric'] ? constants['metric'].value : '';
  const counts = figures.some(
    ({ set }) => set['countUnit'] === undefined && isCounted(set['metric'] ?? whole),
  );
  if (record === 'seizure' || fills('countUnit') || !counts) return [];
  return definitions
    .filter((definition) => definition.countUnit === null && !isRuleStated(definition))
    .map(({ id }) =>
      inFour(
        'telregel: die van {id} is niet vermeld',
        'règle de comptage : celle de {id} n’est pas indiquée',
        'Zählregel: die von {id} ist nicht angegeben',
        'counting rule: that of {id} is not stated',
        { id: quoted(id) },
      ),
    );
}

function ofCrosswalks({ columns, constants, folds }: Described): readonly Text[] {
  const mappings = [
    ...columns.flatMap((column) => column.mappings),
    ...Object.values(constants).map(({ mapping }) => mapping),
    ...folds.flatMap(({ groups, value }) => [...Object.values(groups), value]),
  ];
  const crosswalks = new Map(
    mappings.flatMap(({ crosswalk }) => (crosswalk ? [[crosswalk.file, crosswalk] as const] : [])),
  );
  return [...crosswalks.values()].flatMap(({ file, rows }) => {
    const left = rows.filter(({ note }) => /^\s*decide\b/iu.test(note ?? ''));
    const labels = joinWith(
      [
        ...left.slice(0, named).map(({ from }) => quoted(from)),
        ...(left.length > named ? [inSigns('…')] : []),
      ],
      ', ',
    );
    return left.length > 0
      ? [
          inFour(
            'omzettabel {file}: {n} {n:opmerking begint|opmerkingen beginnen} met "decide" ({labels})',
            'table de correspondance {file} : {n} {n:remarque commence|remarques commencent} par « decide » ({labels})',
            'Umschlüsselung {file}: {n} {n:Bemerkung beginnt|Bemerkungen beginnen} mit „decide“ ({labels})',
            'crosswalk {file}: {n} {n:note begins|notes begin} with "decide" ({labels})',
            { file, n: left.length, labels },
          ),
        ]
      : [];
  });
}

/** The rule of a question that is open in a description. */
export const openRule = 'description.open';
/** The rule of what a description leaves unsaid. */
export const unsaidRule = 'description.unsaid';

/**
 * What nobody has decided in a description: its lines under `open`, and what stands in for an answer all the same though
 * no line says so any more: a publisher that would say who counted, a counting rule that would say what was counted, labels whose
 * note in a crosswalk begins with "decide".
 */
export function undecided(description: Described, lines: readonly string[]): readonly Text[] {
  const asked = (about: RegExp): boolean => lines.some((line) => about.test(line));
  return [
    ...lines.map(englishQuoted),
    ...(asked(/^\d+ publisher$/) ? [] : ofPublisher(description)),
    ...(asked(/^\d+ counting rule$/) ? [] : ofCounting(description)),
    ...(asked(/^\d+ columns? /) ? [] : ofCrosswalks(description)),
  ];
}

/**
 * The keys of a description under which nothing is said that moves a figure or a comparison: who publishes it, under which licence, how
 * it is cited, by which rule it counts. It stays unknown, and every picture says so.
 */
export function unsaid({ source, definitions }: Described): readonly string[] {
  const { publisher, kind, licence, citation } = source;
  return [
    ...(publisher === 'UNSPECIFIED' && kind !== 'claim_sheet' ? ['publisher'] : []),
    ...(licence.trim() === notStated.licence ? ['licence'] : []),
    ...(citation.startsWith(notStated.publisher) ? ['citation'] : []),
    ...(definitions.every(isRuleStated) ? [] : ['definitions']),
  ];
}

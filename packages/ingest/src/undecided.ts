import { englishQuoted, inFour, inSigns, joinWith, quoted, type Text } from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';

const countingRule: Text = {
  nl: 'Niet vermeld in het bestand.',
  fr: 'Non précisé dans le fichier.',
  de: 'In der Datei nicht angegeben.',
  en: 'Not stated in the file.',
};

/** What a proposed description says where the file says nothing; while it stands, the question is open. */
export const notStated = {
  countingRule: countingRule as Text,
  licence: 'not stated in the file',
  publisher: 'publisher not stated',
} as const;

type Described = Pick<
  SourceDescription,
  'source' | 'definitions' | 'columns' | 'constants' | 'folds'
>;

/** Of a crosswalk, labels that are named in a question. */
const named = 3;

function ofPublisher({ source }: Described): readonly Text[] {
  const { publisher, kind, licence, citation } = source;
  const several = kind === 'claim_sheet';
  const left = [
    ...(publisher === 'UNSPECIFIED' && !several ? ['publisher UNSPECIFIED'] : []),
    ...(licence.trim() === notStated.licence ? [`licence "${licence.trim()}"`] : []),
    ...(citation.startsWith(notStated.publisher) ? [`citation "${notStated.publisher}, …"`] : []),
  ];
  const said = { left: left.join(', ') };
  return left.length > 0
    ? [
        inFour(
          'uitgever: {left}',
          'éditeur : {left}',
          'Herausgeber: {left}',
          'publisher: {left}',
          said,
        ),
      ]
    : [];
}

function ofCounting({ definitions }: Described): readonly Text[] {
  return definitions
    .filter(({ countingRule }) => countingRule.en.trim() === notStated.countingRule.en)
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

/**
 * What nobody has decided in a description: its lines under `open`, and what stands in for an answer all the same though
 * no line says so any more: a publisher, licence, citation or counting rule that the file did not state, labels whose
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

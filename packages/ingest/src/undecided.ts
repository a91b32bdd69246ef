import type { Text } from '@samenbeeld/schema';
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

function ofPublisher({ source }: Described): readonly string[] {
  const { publisher, kind, licence, citation } = source;
  const several = kind === 'claim_sheet';
  const left = [
    ...(publisher === 'UNSPECIFIED' && !several ? ['publisher UNSPECIFIED'] : []),
    ...(licence.trim() === notStated.licence ? [`licence "${licence.trim()}"`] : []),
    ...(citation.startsWith(notStated.publisher) ? [`citation "${notStated.publisher}, …"`] : []),
  ];
  return left.length > 0 ? [`publisher: ${left.join(', ')}`] : [];
}

function ofCounting({ definitions }: Described): readonly string[] {
  return definitions
    .filter(({ countingRule }) => countingRule.en.trim() === notStated.countingRule.en)
    .map(({ id }) => `counting rule: that of "${id}" is not stated`);
}

function ofCrosswalks({ columns, constants, folds }: Described): readonly string[] {
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
    const labels = left.slice(0, named).map(({ from }) => `"${from}"`);
    if (left.length > named) labels.push('…');
    return left.length > 0
      ? [
          `crosswalk ${file}: ${left.length} ${left.length > 1 ? 'notes begin' : 'note begins'} with "decide" (${labels.join(', ')})`,
        ]
      : [];
  });
}

/**
 * What nobody has decided in a description: its lines under `open`, and what stands in for an answer all the same though
 * no line says so any more: a publisher, licence, citation or counting rule that the file did not state, labels whose
 * note in a crosswalk begins with "decide".
 */
export function undecided(description: Described, open: readonly string[]): readonly string[] {
  const asked = (about: RegExp): boolean => open.some((line) => about.test(line));
  return [
    ...open,
    ...(asked(/^\d+ publisher$/) ? [] : ofPublisher(description)),
    ...(asked(/^\d+ counting rule$/) ? [] : ofCounting(description)),
    ...(asked(/^\d+ columns? /) ? [] : ofCrosswalks(description)),
  ];
}

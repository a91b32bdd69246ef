import type { FileDescription } from '@samenbeeld/describe';
import { cut, hanging } from '@samenbeeld/page';
import type { Signs } from './signs.ts';

const treated = {
  exclude: 'left out',
  totals: 'one side is used',
  check: 'kept and checked',
  note: 'kept',
} as const;

/** Totals listed; more of them are counted. */
const listed = 6;

function totalLines(found: FileDescription, signs: Signs, width: number): readonly string[] {
  const lines = found.totals
    .slice(0, listed)
    .flatMap(({ label, column, reason, proposal }) =>
      hanging(
        '  total   ',
        `"${cut(label, 40, signs.more)}" in ${cut(column, 30, signs.more)}: ${reason} [${treated[proposal]}]`,
        width,
      ),
    );
  const more = found.totals.length - listed;
  return more > 0
    ? [...lines, `          ${signs.more} ${more} more totals, in the description`]
    : lines;
}

/** What else the file shows: fields for every record, missing marks, flags, totals, sums, notes on the layout. */
export function findingLines(
  found: FileDescription,
  signs: Signs,
  width: number,
): readonly string[] {
  const open = (about: string): string => {
    const decision = found.decisions.find((each) => each.about === about);
    return decision ? ` ${signs.arrow} decide ${decision.number}` : '';
  };
  const constants = Object.entries(found.constants).map(([name, { value, confidence }]) =>
    value === ''
      ? `${name} not known${open(name)}`
      : `${name} ${value} (${confidence.toFixed(2)}${open(name)})`,
  );
  const marks = Object.entries(found.missingValues).map(
    ([cell, { value, confidence }]) =>
      `"${cell}" ${value} (${confidence.toFixed(2)}${open(`missing mark "${cell}"`)})`,
  );
  const flags = Object.entries(found.flags).map(
    ([heading, letters]) => `${letters.join(' ')} in ${heading}`,
  );
  const personal = Object.entries(found.personal).map(
    ([heading, detector]) => `${heading} (${detector})`,
  );
  return [
    ...(constants.length > 0 ? hanging('  always  ', constants.join(', '), width) : []),
    ...(marks.length > 0 ? hanging('  missing ', marks.join(', '), width) : []),
    ...(flags.length > 0 ? hanging('  flags   ', flags.join('; '), width) : []),
    ...(personal.length > 0
      ? hanging(
          '  persons ',
          `looks like data of persons, not shown: ${personal.join(', ')}`,
          width,
        )
      : []),
    ...totalLines(found, signs, width),
    ...found.relations.flatMap(({ column, formula, holds, rows }) =>
      hanging(
        '  follows ',
        `${column} = ${formula}, in ${holds.toLocaleString('en')} of ${rows.toLocaleString('en')} rows`,
        width,
      ),
    ),
    ...(found.otherSheets.length > 0
      ? hanging(
          '  sheets  ',
          `not described, name one with --sheet: ${found.otherSheets.join(', ')}`,
          width,
        )
      : []),
    ...found.notes.flatMap((note) => hanging('  note    ', note, width)),
  ];
}

/** The known source that comes nearest, and what to do with that. */
export function nearestLines({ nearest, file }: FileDescription, width: number): readonly string[] {
  if (nearest === null) return [];
  const { id, shared, needed, renamed, missing, unknown, fits } = nearest;
  if (fits)
    return hanging(
      '  known   ',
      `this is a file of ${id}, which is described already: samenbeeld ingest ${id} ${file} --out pictures/${id}`,
      width,
    );
  const differences = [
    ...renamed.map(([from, to]) => `"${from}" is called "${to}"`),
    ...(missing.length > 0
      ? [
          `it lacks ${missing
            .slice(0, 4)
            .map((name) => `"${name}"`)
            .join(', ')}${missing.length > 4 ? ` and ${missing.length - 4} more` : ''}`,
        ]
      : []),
    ...(unknown.length > 0
      ? [`${unknown.length} ${unknown.length === 1 ? 'column is' : 'columns are'} new`]
      : []),
  ];
  return hanging(
    '  nearest ',
    `${id}, ${shared} of ${needed} headings: ${differences.join('; ') || 'in another format'}. Perhaps start from its description`,
    width,
  );
}

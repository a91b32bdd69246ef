import {
  detectPersonalData,
  inEach,
  notShown,
  quoted,
  type Text,
  withheldNames,
} from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import type { Geometry } from '../geometry.ts';
import type { Guess } from '../guess.ts';
import { namelessLabels, type Persons } from './persons.ts';
import { throughout } from './withhold.ts';

/** Words with nothing in their quotation marks. */
function unquoted(words: Text): Text {
  return inEach((language) =>
    words[language].replace(/"[^"]*"|“[^”]*”|„[^“]*“|« [^»]* »/gu, quoted('…')[language]),
  );
}

function withoutQuotes<T>(guess: Guess<T>): Guess<T> {
  return { ...guess, reason: unquoted(guess.reason), alternatives: [] };
}

function shown(line: string): string {
  return detectPersonalData(line, { column: 'free-text' }).length > 0
    ? notShown
    : withheldNames(line);
}

/**
 * A layout as it may be told: lines around the table that look like data of persons are withheld, and where the table
 * holds some, no reason quotes a cell of it.
 */
export function shownGeometry(
  { shape, ...found }: Geometry,
  { columns, mayName, hide }: Persons,
): Geometry {
  const lines = {
    titleLines: found.titleLines.map(shown),
    footerLines: found.footerLines.map(shown),
  };
  const quotes = Object.keys(columns).length + mayName.size > 0 && {
    title: withoutQuotes(found.title),
    header: withoutQuotes(found.header),
    footer: withoutQuotes(found.footer),
    quote: found.quote && withoutQuotes(found.quote),
    notes: found.notes.map(unquoted),
  };
  return { ...throughout({ ...found, ...lines, ...quotes }, hide), shape };
}

/** A column with those of its samples only that cannot be the name of a person. */
export function withShownSamples(column: ColumnGuess): ColumnGuess {
  const [heading = ''] = column.headings;
  return { ...column, samples: namelessLabels(heading, column.samples) };
}

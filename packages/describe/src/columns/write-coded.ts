import { inFour } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import { alpha3Codes } from './iso3.ts';
import type { ColumnProfile } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import { type CodeWriting, writeCodes } from './write-codes.ts';
import { byAlpha3, writePlace } from './write-place.ts';
import type { WrittenGuess } from './written-guess.ts';

/** A column of codes, with how many were found. */
export function coded(
  writing: CodeWriting,
  more: readonly Readonly<Record<string, unknown>>[] = [],
): WrittenGuess {
  const share = writing.all > 0 ? writing.found / writing.all : 0;
  const first = writing.written as { readonly to: string };
  return {
    to: first.to,
    written: more.length > 0 ? [first, ...more] : first,
    crosswalks: writing.crosswalks,
    decide: writing.decide,
    ...(writing.proven && writing.decide.length === 0 && { proven: true }),
    factor: writing.factor ?? 1,
    why:
      writing.why ??
      inFour(
        '{found} van de {all} {all:label|labels} gevonden in de codelijst{rest}',
        '{found} {found:libellé|libellés} sur {all} {found:trouvé|trouvés} dans la liste de codes{rest}',
        '{found} von {all} {all:Bezeichnung|Bezeichnungen} in der Codeliste gefunden{rest}',
        '{found} of {all} labels found in the code list{rest}',
        {
          found: writing.found,
          all: writing.all,
          rest:
            share < 1
              ? inFour(
                  '; over de andere moet worden beslist',
                  ' ; les autres sont à trancher',
                  '; über die anderen ist zu entscheiden',
                  '; the others must be decided',
                )
              : '',
        },
      ),
  };
}

/** A column of countries: the place of a figure; the country that seized, and the place where nothing finer is given. */
export function country(
  profile: ColumnProfile,
  labels: readonly string[],
  view: TableView,
): WrittenGuess {
  if (view.record === 'observation') {
    const writing = writePlace(labels, profile.heading, view.language, view.country, {
      file: 'countries.csv',
    });
    return coded(writing);
  }
  const alpha3 = alpha3Codes(labels);
  const writing = alpha3
    ? byAlpha3(alpha3, labels, 'seizingCountry')
    : writeCodes('seizingCountry', 'countries', labels, view.language, 'countries.csv');
  const finer = view.columns.some(
    ({ meanings, profile: other }) =>
      other !== profile &&
      meanings[0]?.concept === 'place' &&
      meanings[0].confidence >= thresholds.meaningLikely,
  );
  const place = { ...writing.written, to: 'place' };
  return finer ? coded(writing) : coded(writing, [place]);
}

/** The same where a cell may hold several codes. */
export function withSplit(guess: WrittenGuess, mark: string | undefined): WrittenGuess {
  if (!mark || !guess.written || Array.isArray(guess.written)) return guess;
  return { ...guess, written: { ...guess.written, split: mark } };
}

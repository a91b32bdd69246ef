import { type ReportingShare, reportingShares } from '@samenbeeld/money';
import { paragraph } from '@samenbeeld/page';
import {
  inEach,
  inFour,
  listed,
  listedTexts,
  type Observation,
  RefusalError,
  type Text,
} from '@samenbeeld/schema';
import { output } from '../cell.ts';
import type { Picture, Selection } from '../opened-picture.ts';
import { answer, type Refused } from '../refused.ts';
import { type View, view } from '../view.ts';

/** Shares within a country. */
export interface SharesAnswer extends View {
  readonly kind: 'shares';
  readonly picture: Picture;
  readonly shares: readonly ReportingShare[];
}

/** Options of `shares`. */
export interface SharesOptions {
  /** The source's own codes of the part, such as "DRUGS". */
  readonly parts: readonly string[];
  readonly whole?: readonly (string | null)[];
  /** Words that follow the percentage; the codes where none are given. */
  readonly label?: Text;
}

const noCode = inFour('geen code', 'aucun code', 'kein Code', 'no code');

function codesIn(rows: readonly Observation[]): readonly string[] {
  const codes = rows.map(({ nationalCode }) => nationalCode ?? noCode.en);
  return [...new Set(codes)].sort();
}

/** Why there is no share: a part that no row has, or no year with both the part and its whole. */
function nothingToShare(
  rows: readonly Observation[],
  parts: readonly string[],
  whole: readonly (string | null)[],
): RefusalError {
  const known = codesIn(rows);
  const lacking = parts.filter((part) => !known.includes(part));
  const there =
    known.length === 0
      ? inFour(
          'Er zijn geen rijen.',
          'Il n’y a pas de lignes.',
          'Es gibt keine Zeilen.',
          'There are no rows.',
        )
      : inFour(
          'Er zijn: {known}.',
          'Il y a : {known}.',
          'Es gibt: {known}.',
          'There are: {known}.',
          { known: known.join(', ') },
        );
  if (lacking.length > 0)
    return new RefusalError(
      inFour(
        'Geen rij heeft het deel {lacking}.',
        'Aucune ligne n’a la partie {lacking}.',
        'Keine Zeile hat den Teil {lacking}.',
        'No row has the part {lacking}.',
        { lacking: inEach((language) => listed(lacking, language, 'or')) },
      ),
      {
        dimension: 'part',
        remedy: there,
      },
    );
  return new RefusalError(
    inFour(
      'Geen bron telt zowel {parts} als het geheel ervan ({wholes}) in één land, periode en eenheid.',
      'Aucune source ne compte à la fois {parts} et leur tout ({wholes}) dans un même pays, une même période et une même unité.',
      'Keine Quelle zählt sowohl {parts} als auch das Ganze davon ({wholes}) in einem Land, einem Zeitraum und einer Einheit.',
      'No source counts both {parts} and its whole ({wholes}) in one country, period and unit.',
      {
        parts: parts.join(' + '),
        wholes: listedTexts(
          whole.map((code) => (code === null ? noCode : inEach(() => code))),
          'or',
        ),
      },
    ),
    {
      dimension: 'whole',
      remedy: inFour(
        'Noem het geheel: {call}. {there}',
        'Nommez le tout : {call}. {there}',
        'Nennen Sie das Ganze: {call}. {there}',
        'Name the whole: {call}. {there}',
        { call: "`{ whole: ['…'] }`", there },
      ),
    },
  );
}

/** The share that a class has in what one authority publishes, year by year: what may be compared within a country. */
export function shares(
  { picture, rows }: Selection<Observation>,
  { parts, whole, label }: SharesOptions,
): SharesAnswer | Refused {
  return answer(picture, () => {
    const found = reportingShares(rows, {
      parts,
      ...(label && { label }),
      ...(whole && { whole }),
    });
    if (found.length === 0) throw nothingToShare(rows, parts, whole ?? [null, 'TOTAL']);
    return view<SharesAnswer>({ kind: 'shares', picture, shares: found }, () => [
      output(
        picture,
        found.map(({ says }) => paragraph(says)),
      ),
    ]);
  });
}

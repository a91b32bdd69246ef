import { addendsText, type Claim } from '@samenbeeld/merge';
import type { Figure, TableBlock } from '@samenbeeld/page';
import {
  agencies,
  bases,
  countUnits,
  extents,
  formatPeriod,
  inEach,
  marketLevels,
  type Observation,
  ownValue,
  type Text,
} from '@samenbeeld/schema';
import type { Held } from '../held.ts';
import { statWords } from '../money/distribution-text.ts';
import {
  column,
  dated,
  joined,
  labelled,
  patterned,
  placeText,
  plain,
  text,
  unitText,
  worded,
} from '../text.ts';
import { knownRemark, type Remarked } from './remarks.ts';

/** The agencies that counted, and when it was published where that is known: "HARC team, January 2023". */
export function sourceText(who: readonly string[], publishedOn: string | null): Text {
  const names = joined(
    who.map((agency) => labelled(agencies, agency)),
    ' + ',
  );
  return joined(
    [...(who.length > 0 ? [names] : []), ...(publishedOn ? [dated(publishedOn)] : [])],
    ', ',
  );
}

type Worded = Pick<Claim, 'value' | 'wording' | 'wordingPrinted'>;

/** Whether a claim is a floor that no source words as "more than": what finds add up to, or a sum with a part hidden. */
export function isBareFloor({ wording, wordingPrinted }: Worded): boolean {
  return wording === 'floor' && wordingPrinted === null;
}

/** The figure of a claim in its source's words; a floor that no source prints as one is "at least". */
export function wordedClaim(claim: Worded): Text {
  return worded(claim.value, isBareFloor(claim) ? 'at_least' : claim.wording);
}

/** A claim in one line: place, period, value in its words, who and when. */
export function claimText(claim: Claim): Text {
  return patterned('{place}, {period}: {value} {unit}', {
    place: placeText(claim.place),
    period: inEach((language) =>
      formatPeriod({ start: claim.periodStart, end: claim.periodEnd }, language),
    ),
    value: wordedClaim(claim),
    unit: unitText(claim.unit),
  });
}

/** What a figure that is not exact is counted as, where that has two ends: "11,500 (rounded)" as 11,450 to 11,550. */
export function takenAs({ value, interval: { low, high } }: Claim): Text | null {
  if (high === null || (low === value && high === value)) return null;
  return text(
    'gerekend als {low} tot {high}',
    'compté comme {low} à {high}',
    'gerechnet als {low} bis {high}',
    'taken as {low} to {high}',
    { low, high },
  );
}

/** Of which figures a claim that nobody published is the sum; null where somebody did. */
export function addedUp(claim: Claim): Text | null {
  const parts = addendsText(claim);
  return (
    parts &&
    text(
      'hier opgeteld uit {parts}',
      'somme faite ici de {parts}',
      'hier summiert aus {parts}',
      'added up here from {parts}',
      { parts },
    )
  );
}

/** The column of sources of a table. */
export const sourceColumn: TableBlock['columns'][number] = column(
  'words',
  'bron',
  'source',
  'Quelle',
  'source',
);

/** A source as a cell, with its address where it has one. */
export function sourceFigure(publication: string | null, shown: Text): Figure {
  return { shown, ...(publication?.startsWith('http') ? { url: publication } : {}) };
}

/** Who stands behind a claim, and when it was published. */
export function publisherText(claim: Claim): Text {
  return sourceText(claim.agencies, claim.publishedOn);
}

/** By which rules the sources of a picture count, and what its sheets remark. */
type Told = Remarked & { readonly gathered: Pick<Held, 'sources'> };

/** What may tell two figures of one place and time apart, in the order in which it is told. */
const differences: readonly ((row: Observation, analysis: Told) => Text | null)[] = [
  ({ placeNote }, analysis) =>
    placeNote === null ? null : (knownRemark(placeNote, analysis) ?? plain(placeNote)),
  ({ basis }) => (basis === 'not_applicable' ? null : labelled(bases, basis)),
  ({ extent }) => (extent === 'whole' ? null : labelled(extents, extent)),
  ({ countUnit }) => (countUnit === null ? null : labelled(countUnits, countUnit)),
  ({ stat }) => ownValue(statWords, stat) ?? null,
  ({ level }) => (level === null ? null : labelled(marketLevels, level)),
  ({ definition, source }, { gathered }) =>
    gathered.sources
      .flatMap(({ definitions }) => definitions)
      .find((rule) => rule.id === definition && rule.source === source)?.countingRule ?? null,
  ({ reference }) =>
    reference === null
      ? null
      : text('rij {row}', 'ligne {row}', 'Zeile {row}', 'row {row}', { row: reference }),
];

/**
 * What tells rows of a table apart that look the same but for their figure: the sector or part, the basis, the rule, at last the
 * number in its source. Nothing of a row that no other looks like.
 *
 * @param looks what stands in each row but its figure
 */
export function toldApart(
  rows: readonly Observation[],
  looks: readonly string[],
  analysis: Told,
): readonly (readonly Text[])[] {
  const told = rows.map((): Text[] => []);
  const seen = (at: number): string =>
    [looks[at], ...(told[at] ?? []).map(({ en }) => en)].join(' | ');
  for (const difference of differences) {
    const groups = new Map<string, number[]>();
    for (const at of rows.keys()) groups.set(seen(at), [...(groups.get(seen(at)) ?? []), at]);
    for (const alike of groups.values()) {
      const words = alike.map((at) => difference(rows[at] as Observation, analysis));
      if (new Set(words.map((one) => one?.en)).size < 2) continue;
      for (const [index, at] of alike.entries()) {
        const one = words[index];
        if (one) told[at]?.push(one);
      }
    }
  }
  return told;
}

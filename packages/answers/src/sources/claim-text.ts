import type { Claim } from '@samenbeeld/merge';
import { agencies, formatPeriod, inEach, type Text } from '@samenbeeld/schema';
import { dated, joined, labelled, placeText, text, unitText, worded } from '../text.ts';

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

/** A claim in one line: place, period, value in its words, who and when. */
export function claimText(claim: Claim): Text {
  return text(
    '{place}, {period}: {value} {unit}',
    '{place}, {period} : {value} {unit}',
    '{place}, {period}: {value} {unit}',
    '{place}, {period}: {value} {unit}',
    {
      place: placeText(claim.place),
      period: inEach((language) =>
        formatPeriod({ start: claim.periodStart, end: claim.periodEnd }, language),
      ),
      value: worded(claim.value, claim.wording),
      unit: unitText(claim.unit),
    },
  );
}

/** Who stands behind a claim, and when it was published. */
export function publisherText(claim: Claim): Text {
  return sourceText(claim.agencies, claim.publishedOn);
}

import type { Claim } from '@samenbeeld/merge';
import { agencies, places, type Text } from '@samenbeeld/schema';
import { joined, labelled, plain, text, worded } from './text.ts';

/** The name of a place, or of several joined by `+`. */
export function placeText(code: string): Text {
  return joined(
    code.split('+').map((part) => labelled(places, part)),
    ' + ',
  );
}

function period(claim: Claim): string {
  const year = claim.periodStart.slice(0, 4);
  return claim.periodStart === `${year}-01-01` && claim.periodEnd === `${year}-12-31`
    ? year
    : `${claim.periodStart} – ${claim.periodEnd}`;
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
      period: period(claim),
      value: worded(claim.value, claim.wording),
      unit: claim.unit,
    },
  );
}

/** Who stands behind a claim, and when it was published, in English codes that every language prints alike. */
export function publisherOf(claim: Claim): string {
  const who = claim.agencies
    .map((agency) => (agencies.has(agency) ? agencies.label(agency, 'en') : agency))
    .join(' + ');
  return claim.publishedOn ? `${who}, ${claim.publishedOn}` : who;
}

/** The same in four languages. */
export function publisherText(claim: Claim): Text {
  const who = joined(
    claim.agencies.map((agency) => labelled(agencies, agency)),
    ' + ',
  );
  return claim.publishedOn ? joined([who, plain(claim.publishedOn)], ', ') : who;
}

import type { Text } from '@samenbeeld/schema';
import { isAuthority } from './agency-relation.ts';
import type { Cell } from './cell.ts';
import type { Claim } from './claim.ts';
import { isTransposition } from './explain/transposition.ts';
import { explainPair } from './explain-pair.ts';
import { governing } from './govern.ts';
import { and, join, joinWith, say } from './words.ts';

/** What a person might decide, and why. */
export interface Proposal {
  readonly claim: Claim;
  readonly reason: Text;
}

/** The wholes that a claim would exceed, which it cannot. */
export function exceeded(claim: Claim, wholes: readonly Claim[]): readonly Claim[] {
  return wholes.filter(
    (whole) =>
      whole.interval.high !== null &&
      claim.interval.low > Math.max(whole.interval.high, whole.asPrinted.high ?? 0),
  );
}

/** Wholes as they stand behind "more than". */
export function listed(wholes: readonly Claim[]): Text {
  const named = wholes.map((whole) =>
    say(
      { nl: '{v} ({who})', fr: '{v} ({who})', de: '{v} ({who})', en: '{v} ({who})' },
      { v: whole.value, who: { agencies: whole.agencies } },
    ),
  );
  return joinWith(named, and);
}

function exceedsReason(claims: readonly Claim[], wholes: readonly Claim[]): Text | null {
  const [claim] = claims;
  const beyond = claim ? exceeded(claim, wholes) : [];
  if (!claim || beyond.length === 0) return null;
  return say(
    {
      nl: '{claim} kan niet kloppen: meer dan het geheel, {wholes}.',
      fr: '{claim} ne peut être exact : plus que l’ensemble, {wholes}.',
      de: '{claim} kann nicht stimmen: mehr als das Ganze, {wholes}.',
      en: '{claim} cannot be right: more than the whole, {wholes}.',
    },
    { claim: claim.value, wholes: listed(beyond) },
  );
}

/**
 * Proposes which of several rival claims to keep: those that exceed a whole are out; where one was printed with a
 * slip of the decimal mark, the claim the slip was made from is in; otherwise the best-ranked. null where nothing
 * tells them apart.
 */
export function propose(
  claims: readonly Claim[],
  wholes: readonly Claim[],
  all: readonly Claim[],
  cell: Cell,
): Proposal | null {
  if (claims.length < 2) return null;
  const beyond = claims.filter((claim) => exceeded(claim, wholes).length > 0);
  // Where every rival exceeds the whole, it is the whole that is in doubt.
  const impossible = beyond.length < claims.length ? beyond : [];
  const possible = claims.filter((claim) => !impossible.includes(claim));
  const slipped = possible.filter((claim) =>
    impossible.some((other) => explainPair(claim, other, all, cell).type === 'factor_10^k'),
  );
  const [origin] = slipped;
  if (origin && slipped.length === 1) {
    const other = impossible[0] as Claim;
    const swapped = possible.find(
      (claim) => claim !== origin && isTransposition(claim.value, origin.value),
    );
    const slipReason = say(
      {
        nl: 'Alleen {origin} geeft {other} als de komma verschuift en wordt afgerond.',
        fr: 'Seul {origin} donne {other} une fois la virgule déplacée et le résultat arrondi.',
        de: 'Nur {origin} ergibt, mit verschobenem Komma und gerundet, {other}.',
        en: 'Only {origin}, with its decimal mark moved and rounded, gives {other}.',
      },
      { origin: origin.value, other: other.value },
    );
    const swapReason = swapped
      ? say(
          {
            nl: '{swapped} is dan {origin} met twee omgewisselde cijfers.',
            fr: '{swapped} serait alors {origin} avec deux chiffres intervertis.',
            de: '{swapped} wäre dann {origin} mit zwei vertauschten Ziffern.',
            en: '{swapped} would then be {origin} with two digits swapped.',
          },
          { swapped: swapped.value, origin: origin.value },
        )
      : null;
    const reasons = [exceedsReason(impossible, wholes), slipReason, swapReason];
    return { claim: origin, reason: join(reasons.filter((reason) => reason !== null)) };
  }
  const first = governing(possible);
  if (!first) return null;
  const overPress =
    possible.some((claim) => !isAuthority(claim.agencies)) && isAuthority(first.agencies);
  return {
    claim: first,
    reason: overPress
      ? say(
          {
            nl: '{who}: eigen telling; achter het andere cijfer staat geen dienst die zelf telt.',
            fr: '{who} : son propre décompte ; l’autre chiffre n’émane d’aucun service qui compte lui-même.',
            de: '{who}: eigene Zählung; hinter der anderen Zahl steht keine Stelle, die selbst zählt.',
            en: '{who}: its own count; no agency that counts stands behind the other figure.',
          },
          { who: { agencies: first.agencies } },
        )
      : say(
          {
            nl: '{value} is het nauwkeurigste cijfer van een dienst die zelf telt.',
            fr: '{value} est le chiffre le plus précis d’un service qui compte lui-même.',
            de: '{value} ist die genaueste Zahl einer Stelle, die selbst zählt.',
            en: '{value} is the most exact figure of an agency that counts.',
          },
          { value: first.value },
        ),
  };
}

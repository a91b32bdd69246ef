import type { Decision, Text } from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { keptClaim } from '../kept-claim.ts';
import { joinWith, say, semicolon } from '../words.ts';
import { claimsNamed } from './find-matches.ts';
import { quote } from './phrase.ts';
import type { Stated } from './statement.ts';

/** By which decisions the figures asked for stand: who decided, when, for what and against what. */
export function standsBy(
  { conflicts }: Stated,
  claims: readonly Claim[],
  decisions: ReadonlyMap<string, Decision>,
): readonly Text[] {
  const decided = conflicts.filter(({ state }) => state === 'decided');
  const subjects = [...new Set(decided.map(({ subject }) => subject))];
  return subjects.flatMap((subject) => {
    const decision = decisions.get(subject);
    if (!decision) return [];
    const ids = decided.flatMap((one) => (one.subject === subject ? one.claims : []));
    const named = claimsNamed(claims, [...new Set(ids)]);
    const kept = keptClaim(decision, claims);
    const others = named.filter((claim) => claim !== kept);
    const by = { role: decision.role, on: { on: decision.time.slice(0, 10) } };
    const against = joinWith(others.map(quote), semicolon);
    return [
      kept
        ? say(
            {
              nl: '{q}, zo beslist door {role} {on}; niet gevolgd: {against}',
              fr: '{q}, selon la décision de {role} {on} ; non retenu : {against}',
              de: '{q}, so entschieden von {role} {on}; nicht gefolgt: {against}',
              en: '{q}, as decided by {role} {on}; not followed: {against}',
            },
            { ...by, q: quote(kept), against },
          )
        : say(
            {
              nl: 'beslist door {role} {on}: {against}',
              fr: 'décidé par {role} {on} : {against}',
              de: 'entschieden von {role} {on}: {against}',
              en: 'decided by {role} {on}: {against}',
            },
            { ...by, against },
          ),
    ];
  });
}

import { say, verdictText } from '@samenbeeld/merge';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import type { Decision, Language } from '@samenbeeld/schema';
import { isOriginator } from '@samenbeeld/store';
import { decideWords } from './decide-words.ts';

function saidBy({ id, verdict, role, agency }: Decision, language: Language): string {
  const who = agency ? say(decideWords.of, { role, agency }) : role;
  return say(decideWords.saidBy, { id, verdict: verdictText(verdict), who })[language];
}

/** Decisions of a picture that are not followed, or followed without knowing whether they still hold, one a line, with why. */
export function decisionTrouble(
  { stale, lapsed, disagreed, outside, unstated }: BuiltAnalysis,
  language: Language,
): readonly string[] {
  const lines = [
    ...stale.map(({ id, subject }) => {
      const why = lapsed.get(id)?.[language];
      return say(decideWords.lapsed, { id, subject, why: why ? `: ${why}` : '' });
    }),
    ...disagreed.map((group) =>
      say(decideWords.differently, {
        subject: group[0]?.subject ?? '',
        said: group.map((one) => saidBy(one, language)).join('; '),
        until: group.some(isOriginator)
          ? decideWords.originatorsAgree
          : decideWords.originatorDecides,
      }),
    ),
    ...outside.map(({ id, subject, role }) => say(decideWords.notApplied, { id, subject, role })),
    ...unstated.map(({ id, subject }) => say(decideWords.unstated, { id, subject })),
  ];
  return lines.map((line) => `  ${line[language]}`);
}

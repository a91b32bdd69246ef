import { say, verdictText } from '@samenbeeld/merge';
import type { Decision, Language } from '@samenbeeld/schema';
import { linkWords } from './link-words.ts';
import type { LinkedPicture } from './linked-picture.ts';
import { recordLines } from './pair-lines.ts';

const isVerdict = (verdict: string): verdict is keyof typeof verdictText =>
  Object.hasOwn(verdictText, verdict);

/**
 * What was recorded on a pair, as lines: the two records it is about, whose word it takes back, and what now holds where that is not
 * simply what was said. Blind, nothing of what others said.
 *
 * @param linked with the decisions as they were before
 * @param now the same once this is recorded
 */
export function receiptLines(
  decision: Decision,
  linked: LinkedPicture,
  now: Pick<LinkedPicture, 'pairs' | 'judged'>,
  { language, blind }: { readonly language: Language; readonly blind: boolean },
): readonly string[] {
  const { id, verdict, subject, supersedes } = decision;
  const one = linked.pairs.find(({ pair }) => pair.key === subject);
  const before = linked.decisions.find((each) => each.id === supersedes);
  const standing = now.judged.judged.find((judged) => judged.subject === subject);
  const differs = standing && (standing.because !== 'agreed' || standing.by.length > 1);
  return [
    `  ${say(linkWords.recorded, { id, verdict })[language]}  ${subject}`,
    ...(one ? recordLines(one, linked, language).map((line) => `  ${line}`) : []),
    ...(before
      ? [
          `     ${
            say(linkWords.takesBack, {
              said: isVerdict(before.verdict) ? verdictText[before.verdict] : before.verdict,
              role: before.role,
              id: before.id,
            })[language]
          }`,
        ]
      : []),
    ...(differs && !blind
      ? [`     ${say(linkWords.nowHolds, { says: standing.says })[language]}`]
      : []),
  ];
}

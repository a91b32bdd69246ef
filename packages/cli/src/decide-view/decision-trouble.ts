import type { Analysis } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';

/** Decisions of a picture that are not followed, or followed without knowing whether they still hold, one a line, with why. */
export function decisionTrouble(
  { stale, lapsed, disagreed, outside, unstated }: Analysis,
  language: Language,
): readonly string[] {
  return [
    ...stale.map(({ id, subject }) => {
      const why = lapsed.get(id)?.[language];
      return `  No longer applies: decision ${id} on "${subject}"${why ? `: ${why}` : ''}`;
    }),
    ...disagreed.map((group) => {
      const said = group.map(
        ({ id, verdict, role, agency }) =>
          `${id} "${verdict}" by ${role}${agency ? ` of ${agency}` : ''}`,
      );
      return `  Decided differently: "${group[0]?.subject}": ${said.join('; ')}. None is followed until the originator of the figure decides, or all decide the same`;
    }),
    ...outside.map(
      ({ id, subject, role }) =>
        `  Not applied: decision ${id} on "${subject}": the role "${role}" does not decide in this picture`,
    ),
    ...unstated.map(
      ({ id, subject }) =>
        `  Decision ${id} on "${subject}" does not say what it was taken on: whether these figures have changed since is not known; record it again to say so`,
    ),
  ];
}

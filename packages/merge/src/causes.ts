import type { Cause } from '@samenbeeld/schema';
import type { Cover } from './cover.ts';
import type { Resolution } from './resolve-claims.ts';
import { say } from './words.ts';

function causeOf(resolution: Resolution): Cause | null {
  const place = resolution.places.join('+');
  const words = { place: { place }, low: resolution.lowest };
  switch (resolution.state) {
    case 'not_reported':
      return {
        kind: 'not_reported',
        place,
        text: say(
          {
            nl: '{place}: niet gerapporteerd',
            fr: '{place} : non communiqué',
            de: '{place}: nicht gemeldet',
            en: '{place}: not reported',
          },
          words,
        ),
      };
    case 'finds_only':
      return {
        kind: 'finds_only',
        place,
        text: say(
          {
            nl: '{place}: alleen een ondergrens, ten minste {low}',
            fr: '{place} : un plancher seulement, au moins {low}',
            de: '{place}: nur eine Untergrenze, mindestens {low}',
            en: '{place}: a floor only, at least {low}',
          },
          words,
        ),
      };
    case 'undecided':
      return {
        kind: 'conflict',
        place,
        text: say(
          {
            nl: '{place}: betwist, {rivals}',
            fr: '{place} : contesté, {rivals}',
            de: '{place}: umstritten, {rivals}',
            en: '{place}: contested, {rivals}',
          },
          {
            ...words,
            rivals: say(
              { nl: '{a} of {b}', fr: '{a} ou {b}', de: '{a} oder {b}', en: '{a} or {b}' },
              {
                a: resolution.rivals[0]?.value ?? resolution.lowest,
                b: resolution.rivals[1]?.value ?? resolution.highest ?? resolution.lowest,
              },
            ),
          },
        ),
      };
    case 'reported': {
      const isPoint = resolution.highest === resolution.lowest;
      if (isPoint) return null;
      return {
        kind: 'wording',
        place,
        text: say(
          {
            nl: '{place}: {value} is geen exact cijfer',
            fr: '{place} : {value} n’est pas un chiffre exact',
            de: '{place}: {value} ist keine exakte Zahl',
            en: '{place}: {value} is not an exact figure',
          },
          { ...words, value: resolution.governing?.value ?? resolution.lowest },
        ),
      };
    }
  }
}

/** Why a row is partial or a range wide, in the order of its members. */
export function causesOf(
  members: readonly Resolution[],
  together: readonly Resolution[],
  cover: Cover,
): readonly Cause[] {
  const joint = together.map(
    (set): Cause => ({
      kind: 'joint_report',
      place: set.places.join('+'),
      text: say(
        {
          nl: '{place} samen: ten minste {low}',
          fr: '{place} ensemble : au moins {low}',
          de: '{place} zusammen: mindestens {low}',
          en: '{place} together: at least {low}',
        },
        { place: { place: set.places.join('+') }, low: set.lowest },
      ),
    }),
  );
  const covered = (member: Resolution) => !cover.units.includes(member);
  const single = members.flatMap((member) => {
    const cause = causeOf(member);
    return cause && !(covered(member) && cause.kind === 'not_reported') ? [cause] : [];
  });
  return [...single, ...joint];
}

import { isLaterVintage } from '../govern.ts';
import { say } from '../words.ts';
import type { Rule } from './explanation.ts';

/** The other figure is what the same publisher said earlier. Several newspapers are no one publisher. */
export const vintage: Rule = (governing, other) => {
  if (!isLaterVintage(governing, other)) return null;
  return {
    type: 'vintage',
    computed: true,
    rests: [],
    text: say(
      {
        nl: '{who}: eerst {other} ({earlier}), later {governing} ({later}); het latere cijfer geldt.',
        fr: '{who} : d’abord {other} ({earlier}), puis {governing} ({later}) ; le chiffre le plus récent fait foi.',
        de: '{who}: zuerst {other} ({earlier}), später {governing} ({later}); es gilt die spätere Zahl.',
        en: '{who}: first {other} ({earlier}), later {governing} ({later}); the later figure stands.',
      },
      {
        who: { agencies: governing.agencies },
        other: other.value,
        governing: governing.value,
        earlier: { date: other.publishedOn as string },
        later: { date: governing.publishedOn as string },
      },
    ),
  };
};

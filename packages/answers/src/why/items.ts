import type { ListItem } from '@samenbeeld/page';
import { inEach, type Language } from '@samenbeeld/schema';
import { asSaid } from '../text.ts';

/** Something said in one language, with what stands under it. */
export interface Said {
  readonly text: string;
  readonly under?: readonly Said[];
}

type InEach = Readonly<Record<Language, readonly Said[]>>;

function together(all: InEach): readonly ListItem[] {
  return all.en.map((_, at) => {
    const under: InEach = inEachOf((language) => all[language][at]?.under ?? []);
    return {
      ...asSaid(inEach((language) => all[language][at]?.text ?? '')),
      ...(under.en.length > 0 && { under: together(under) }),
    };
  });
}

const inEachOf = (make: (language: Language) => readonly Said[]): InEach => ({
  ...{ nl: make('nl'), fr: make('fr'), de: make('de'), en: make('en') },
});

/** A list that is made in each language in the same way, as one list in all of them. */
export function itemsIn(make: (language: Language) => readonly Said[]): readonly ListItem[] {
  return together(inEachOf(make));
}

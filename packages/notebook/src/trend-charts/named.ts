import { placeText } from '@samenbeeld/answers';
import type { Chart, ChartOptions, Drawing } from '@samenbeeld/charts';
import { colonAfter, inEach, type Text } from '@samenbeeld/schema';

/** What a drawing may be called. */
interface Named {
  /** The whole title. */
  readonly title?: Text | undefined;
  /** The name of what is drawn, which goes before the title that the chart gives itself. */
  readonly name?: Text | undefined;
}

type Options = Pick<ChartOptions, 'language' | 'width' | 'untitled' | 'title'>;

/** The name of a place, or of whatever else a finding is about; nothing where it does not say. */
export function nameOf(subject: string): Text | undefined {
  return subject === '' ? undefined : placeText(subject);
}

/** Draws under the title given, or under the chart's own behind a name: "Germany: where the level seems to change". */
export function named({ title, name }: Named, make: (options: Options) => Chart): Drawing {
  return (own) => {
    if (title) return make({ ...own, title });
    const bare = make(own);
    if (!name) return bare;
    const { language } = own;
    const [first = '', ...rest] = bare.title;
    const lower = `${language === 'de' ? first : first.toLowerCase()}${rest.join('')}`;
    return make({
      ...own,
      title: inEach(() => `${name[language]}${colonAfter[language]} ${lower}`),
    });
  };
}

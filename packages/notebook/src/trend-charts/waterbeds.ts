import { type Drawing, waterbedChart } from '@samenbeeld/charts';
import { inEach, type Text } from '@samenbeeld/schema';
import type { Waterbed } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { placeName } from '../labels.ts';
import { networkBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

function span(periods: readonly string[]): Text | undefined {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return inEach(() => (first === last ? first : `${first}–${last}`));
}

/** The drawing of the shares of a network before and after. */
export function waterbedDrawing(answer: FindingAnswer<Waterbed>, title: Text | undefined): Drawing {
  const { sites, details, subject } = answer.finding;
  const network = networkBehind(answer);
  const { periods = [], from } = network ?? {};
  const cut = from === undefined ? periods.length - 1 : periods.indexOf(from);
  const [before, after] = [span(periods.slice(0, cut)), span(periods.slice(cut))];
  const labelled = sites.map((site) => ({
    ...site,
    label: inEach((language) => placeName(site.site, language)),
  }));
  const counted = details.verdict !== 'described';
  return named({ title, name: nameOf(subject) }, (own) =>
    waterbedChart(labelled, {
      ...own,
      before,
      after,
      counted,
      unit: counted ? undefined : unitName(network?.unit, own),
    }),
  );
}

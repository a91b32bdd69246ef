import type { Difference } from '@samenbeeld/merge';
import { escapeXml, type Language, type Observation, type Text } from '@samenbeeld/schema';
import type { ComparedFigure, Differences } from './differences.ts';
import { type Cell, type Grid, grid, heading, output, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import { agencyNames, numberIn, worded } from './labels.ts';
import { type WordName, words } from './words.ts';

const outcomes: Readonly<Record<ComparedFigure['outcome'], Text>> = {
  agrees: { nl: 'sluit aan', fr: 'concorde', de: 'stimmt überein', en: 'agrees' },
  explained: { nl: 'verklaard', fr: 'expliqué', de: 'erklärt', en: 'explained' },
  open: { nl: 'te beslissen', fr: 'à trancher', de: 'zu entscheiden', en: 'to decide' },
};

const dimensionNames: Readonly<Record<string, Text>> = {
  place: words.place,
  basis: words.basis,
  agency: words.agency,
  substance: words.substance,
  period: words.period,
  extent: { nl: 'omvang', fr: 'étendue', de: 'Umfang', en: 'extent' },
  wording: { nl: 'bewoording', fr: 'formulation', de: 'Wortlaut', en: 'wording' },
  vintage: words.published,
  unit: { nl: 'eenheid', fr: 'unité', de: 'Einheit', en: 'unit' },
  metric: words.measure,
};

function differs({ dimensions }: Difference, language: Language): string {
  return dimensions
    .map(({ dimension }) => dimensionNames[dimension]?.[language] ?? dimension)
    .join(', ');
}

function figure(row: Observation, language: Language): Cell {
  const said = worded(row, language);
  const number = row.reference ? ` [${row.reference}]` : '';
  const who = `${agencyNames(row.agencies, language)}, ${row.publishedOn ?? '–'}${number}`;
  return {
    html: `<strong>${escapeXml(said)}</strong><br>${escapeXml(who)}`,
    plain: `${said}, ${who}`,
  };
}

function comparedGrid(rows: readonly ComparedFigure[], language: Language): Grid {
  const say = (name: WordName) => ({ label: words[name][language] });
  return {
    headings: [
      say('period'),
      say('standing'),
      say('other'),
      { ...say('difference'), number: true },
      say('differsIn'),
      { ...say('verdict'), tight: true },
      say('explanation'),
    ],
    rows: rows.map(({ year, standing, other, difference, outcome, says }) => [
      String(year),
      figure(standing, language),
      figure(other, language),
      numberIn(difference.difference, language),
      differs(difference, language),
      outcomes[outcome][language],
      says[language],
    ]),
  };
}

/** The figures beside the ones that stand, as a cell shows them. */
export function differencesOutputs({ picture, rows }: Differences): readonly Bundle[] {
  const { language } = picture;
  const count = (outcome: ComparedFigure['outcome']): string =>
    `${rows.filter((row) => row.outcome === outcome).length} ${outcomes[outcome][language]}`;
  return [
    output(picture, [
      heading(`${rows.length} ${words.compared[language]}`),
      paragraph(`${count('open')} · ${count('explained')} · ${count('agrees')}`, 'quiet'),
      grid(comparedGrid(rows, language)),
    ]),
  ];
}

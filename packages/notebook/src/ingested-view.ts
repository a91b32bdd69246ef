import { correctsFigures, type IngestResult } from '@samenbeeld/ingest';
import type { Conservation, Issue, Language } from '@samenbeeld/schema';
import { formatNumber } from '@samenbeeld/schema';
import { type Grid, grid, heading, list, output, paragraph } from './html.ts';
import type { Ingested } from './ingest-files.ts';
import type { Bundle } from './kernel.ts';
import { words } from './words.ts';

const shownAtMost = 10;

function fatesGrid(files: readonly Conservation[], language: Language): Grid {
  const number = (value: number): string => formatNumber(value, language);
  const amount = (name: 'rows' | 'items' | 'accepted' | 'excluded' | 'rejected' | 'files') => ({
    label: words[name][language],
    number: true,
  });
  return {
    headings: [
      { label: words.file[language] },
      amount('rows'),
      amount('items'),
      amount('accepted'),
      amount('excluded'),
      amount('rejected'),
      amount('files'),
    ],
    rows: files.map(({ file, rows, items, accepted, excluded, rejected, records }) => [
      file,
      ...[rows, items, accepted, excluded, rejected, records].map(number),
    ]),
  };
}

function sums({ source, conservation }: IngestResult, language: Language): readonly string[] {
  const inFile = correctsFigures(source) ? words.inFileCorrected : words.inFile;
  return conservation.flatMap(({ exclusions, quantities }) => [
    ...Object.entries(exclusions).map(
      ([rule, count]) => `${count} ${words.excluded[language]}: ${rule}`,
    ),
    ...quantities.map(
      ({ unit, raw, records }) =>
        `${unit}: ${inFile[language]} ${raw}, ${words.inRecords[language]} ${records}`,
    ),
  ]);
}

function issueRow({ line, column, message, repair }: Issue): readonly string[] {
  return [line === null ? '–' : String(line), column ?? '–', message, repair];
}

/** What became of every item of the files, as a cell shows it. */
export function ingestedOutputs({ picture, result, replay }: Ingested): readonly Bundle[] {
  const { language } = picture;
  const { conservation, issues } = result;
  const told = issues.filter(({ severity }) => severity !== 'note');
  const more = told.length - shownAtMost;
  return [
    output(picture, [
      heading(picture.metadata.title[language]),
      grid(fatesGrid(conservation, language)),
      paragraph(sums(result, language).join(' · '), 'quiet'),
      list(replay?.says ?? []),
      ...(told.length === 0
        ? []
        : [
            grid({
              headings: [
                { label: words.line[language], number: true },
                { label: words.column[language] },
                { label: words.problem[language] },
                { label: words.repair[language] },
              ],
              rows: told.slice(0, shownAtMost).map(issueRow),
            }),
          ]),
      ...(more > 0 ? [paragraph(`… ${more} ${words.more[language]}`, 'quiet')] : []),
    ]),
  ];
}

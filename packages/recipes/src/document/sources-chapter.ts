import { coverageChart } from '@samenbeeld/charts';
import type { Section } from '@samenbeeld/report';
import type { Analysis } from '../analysis.ts';
import { conflictTable } from './conflict-table.ts';
import { coverageCells } from './coverage-cells.ts';
import { breakTable, conservationTable, sourceTable } from './source-table.ts';
import { text } from './text.ts';

/** 2. Sources and comparability. */
export function sourcesChapter(analysis: Analysis): Section {
  const { gathered, result, conflicts } = analysis;
  const breaks = breakTable(gathered.sources);
  return {
    id: 'sources',
    title: text(
      'Bronnen en vergelijkbaarheid',
      'Sources et comparabilité',
      'Quellen und Vergleichbarkeit',
      'Sources and comparability',
    ),
    blocks: [
      sourceTable(gathered.sources),
      conservationTable(gathered.conservation),
      {
        kind: 'chart',
        draw: (options) =>
          coverageChart(coverageCells(analysis), {
            ...options,
            title: text(
              'Wie meldde wat',
              'Qui a déclaré quoi',
              'Wer was gemeldet hat',
              'Who reported what',
            ),
          }),
      },
      ...(conflicts.length > 0 ? [conflictTable(conflicts, result.claims)] : []),
      ...(breaks ? [breaks] : []),
    ],
  };
}

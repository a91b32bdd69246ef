import { loadSource } from '@samenbeeld/ingest';
import { countUnits, units } from '@samenbeeld/schema';
import { catalogue, catalogueFolder, sampleFiles } from '@samenbeeld/sources';

type Described = ReturnType<typeof loadSource>;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();

/** What one counts, as its definitions say ("file, transaction"), else the one unit of all records, else that rows differ. */
function unitsOf({ definitions, constants }: Described): string {
  const counted = definitions.flatMap(({ countUnit }) =>
    countUnit === null ? [] : [countUnits.get(countUnit).label.en],
  );
  if (counted.length > 0) return [...new Set(counted)].sort().join(', ');
  const unit = constants['unit'];
  return unit && 'value' in unit ? units.get(unit.value).label.en : 'each row names its own';
}

/** The years covered, as declared, else those of the citation. */
function yearsOf({ coverage, source }: Described): string {
  const days = coverage.flatMap(({ periodStart, periodEnd }) => [periodStart, periodEnd]);
  const years =
    days.length > 0
      ? days.map((day) => day.slice(0, 4))
      : [...source.citation.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => year);
  const sorted = [...new Set(years)].sort();
  return sorted.length > 1 ? `${sorted[0]}–${sorted.at(-1)}` : (sorted[0] ?? '');
}

function rowOf(described: Described): string {
  const { id, source, shapes } = described;
  const formats = [...new Set(shapes.map(({ format }) => format))].join(', ');
  const cells = [
    `[\`${id}\`](#${id})`,
    cell(source.title.en),
    unitsOf(described),
    yearsOf(described),
    formats,
    source.licence.startsWith('Figures quoted') ? 'quoted with source' : cell(source.licence),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What to beware of: how it counts, and where its series break. */
function trapsOf({ id, definitions, breaks, source }: Described): string {
  const rules = definitions.map(({ id: name, countingRule }) =>
    definitions.length > 1 ? `- *${name}*: ${cell(countingRule.en)}` : `- ${cell(countingRule.en)}`,
  );
  const marks = breaks.map(
    ({ on, severity, note }) =>
      `- **${on}**, ${severity === 'block_trend' ? 'no trend crosses it' : 'for information'}: ${cell(note.en)}`,
  );
  const cited = `${cell(source.citation)}. ${sampleFiles(id).length > 1 ? `${sampleFiles(id).length} layouts.` : ''}`;
  return [`### ${id}`, '', cited.trim(), '', ...rules, ...marks, ''].join('\n');
}

const head = [
  '| source | what | unit of count | years | format | licence |',
  '|---|---|---|---|---|---|',
];

/** The page of the catalogue, made of the descriptions: what they say, nothing added. */
export function cataloguePage(): string {
  const all = catalogue().map((id) => loadSource(catalogueFolder(id)));
  const real = all.filter(({ source }) => !source.synthetic);
  const invented = all.filter(({ source }) => source.synthetic);
  return [
    '# The catalogue',
    '',
    'The sources whose files are read without further work. This page is made of the descriptions themselves (`REGEN=1 npx vitest run --project house test/catalogue-page.test.ts`)',
    'and a test compares them, so that neither goes stale. How a description is written: [Source descriptions](../source-descriptions.md). How to add one: [Adding a national file](national-file.md).',
    '',
    `## ${real.length} sources of real figures`,
    '',
    ...head,
    ...real.map(rowOf),
    '',
    'Figures that count different things never share a sum, whatever they are called: a Dutch transaction, a Belgian report and a Luxembourg report class are three definitions. A source that counts "what each row',
    'names" is a transcription of publications. Where a publisher numbers places or offences in its own way, the record keeps the publisher’s code beside ours.',
    '',
    `## ${invented.length} offices of the exercise`,
    '',
    'Invented; a picture that holds one of them is marked EXERCISE.',
    '',
    ...head,
    ...invented.map(rowOf),
    '',
    '## Traps, source by source',
    '',
    ...real.map(trapsOf),
    ...invented.map(trapsOf),
  ].join('\n');
}

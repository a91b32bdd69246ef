import type { ContentEvidence } from './content-evidence.ts';
import { labelsLooked } from './label-evidence.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';
import { mostlyTimes, type TimeReading } from './time-shape.ts';
import type { Concept } from './vocabulary.ts';

/** 0, 1, 2 … or 1, 2, 3 … down the column. */
function isRowNumber({ values, said, rows, least: low, most, numbers }: ColumnProfile): boolean {
  return (
    said === rows &&
    rows > 2 &&
    numbers.whole === said &&
    values.size === said &&
    low <= 1 &&
    most - low === rows - 1 &&
    !/index|schl/iu.test([...values.keys()][0] ?? '')
  );
}

/** What the figures and times of a column say. */
export function figureEvidence(profile: ColumnProfile): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const { numbers, said, times } = profile;
  const numeric = shareOf(profile, numbers.cells);
  const years = times.get('year') ?? 0;
  if (isRowNumber(profile))
    found.set('administrative', { score: 0.85, why: `${said} whole numbers that count the rows` });
  const keep = (concept: Concept, cells: number, weight: number, what: string): void => {
    const share = shareOf(profile, cells);
    if (share >= 0.5)
      found.set(concept, {
        score: Math.round(weight * share * 1000) / 1000,
        why: `${cells} of ${said} cells ${what}`,
      });
  };
  const codeLike = labelsOf(profile)
    .slice(0, labelsLooked)
    .filter((label) => /^0\d/.test(label)).length;
  const figures = years === said ? 0.2 : codeLike > 0 ? 0.15 : 0.55;
  if (numeric > 0.5 && !found.has('administrative'))
    keep('value', numbers.cells, figures, 'are figures');
  keep('arrests', numbers.whole, 0.4, 'are whole numbers');
  const spread = profile.values.size <= 150 ? 0.85 : 0.4;
  keep('period', years, spread, 'are years of four digits');
  const other = [...times].filter(([reading]) => reading !== 'year' && !reading.startsWith('%'));
  for (const [reading, cells] of other)
    keep(
      'period',
      cells,
      { period: 0.85, yearmonth: 0.6, year2: 0.45 }[reading as 'period'] ?? 0.3,
      reading === 'year2' ? 'may be years of two digits' : 'are periods',
    );
  const any = ['year', 'yearmonth', 'period', '%Y-%m-%d'].reduce(
    (sum, reading) => sum + (times.get(reading as TimeReading) ?? 0),
    0,
  );
  if (any >= said * mostlyTimes && said > 0 && any > Math.max(...times.values()))
    keep('period', Math.min(said, any), 0.7, 'are years, months, days or periods');
  const days = [...times]
    .filter(([reading]) => reading.startsWith('%'))
    .sort((a, b) => b[1] - a[1])[0];
  if (days)
    for (const [concept, weight] of [
      ['date', 0.85],
      ['registeredOn', 0.8],
      ['periodStart', 0.8],
      ['periodEnd', 0.8],
      ['publishedOn', 0.75],
    ] as const)
      keep(concept, days[1], weight, `are days as ${days[0]}`);
  const all = [...times.values()].reduce((sum, cells) => sum + cells, 0);
  if (!found.has('publishedOn'))
    keep('publishedOn', Math.min(said, all), 0.6, 'are days, months or years');
  return found;
}

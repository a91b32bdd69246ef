import { ownValue } from '@samenbeeld/schema';
import type { TableView } from './table-view.ts';
import type { WrittenGuess } from './written-guess.ts';

/** Eurostat's names of units, which no person reads. */
const codebook: Readonly<Record<string, string>> = {
  NR: 'offence',
  P_HTHAB: 'per_1e5',
  P_THAB: 'per_1e3',
  PC: 'pct',
};

/** The same in words, as the data browser writes them. */
const inWords: readonly (readonly [words: RegExp, unit: string])[] = [
  [/^(?:number|nombre|anzahl|aantal)$/iu, 'offence'],
  [
    /^(?:per|pour|je) (?:hundred ?thousand|cent mille|hunderttausend|honderdduizend|100 ?000) (?:inhabitants|habitants|einwohner|inwoners)$/iu,
    'per_1e5',
  ],
  [
    /^(?:per|pour|je) (?:thousand|mille|tausend|duizend|1 ?000) (?:inhabitants|habitants|einwohner|inwoners)$/iu,
    'per_1e3',
  ],
  [/^(?:percentage|pourcentage|prozent|procent)$/iu, 'pct'],
];

function codebookOf(label: string): string | null {
  return ownValue(codebook, label) ?? inWords.find(([words]) => words.test(label))?.[1] ?? null;
}

/** What a bare number counts: offences where there are any, persons where the rows are split by sex or age. */
function thingCounted({ columns }: TableView): string {
  const has = (concepts: readonly string[]): boolean =>
    columns.some(
      ({ meanings: [top] }) => top && concepts.includes(top.concept) && top.confidence > 0.6,
    );
  return !has(['offence', 'offenceKey']) && has(['sex', 'age']) ? 'person' : 'offence';
}

/** Units that are a number, or a rate of it, as Eurostat gives them; null where others are among them. */
export function byCodebook(labels: readonly string[], view: TableView): WrittenGuess | null {
  const coded = labels.every((label) => Object.hasOwn(codebook, label));
  const rated = labels.some((label) => codebookOf(label)?.startsWith('per_'));
  if (labels.length > 0 && (coded || (rated && labels.every((label) => codebookOf(label))))) {
    const counts = thingCounted(view);
    const codes = Object.fromEntries(
      labels.map((label) => {
        const unit = codebookOf(label) ?? '';
        return [label, unit === 'offence' ? counts : unit];
      }),
    );
    const rates = labels.filter((label) => ownValue(codes, label) !== counts);
    return {
      to: 'unit',
      written: { to: 'unit', codes },
      crosswalks: [],
      decide:
        rates.length > 0 && labels.length > rates.length
          ? [
              `Rows with ${rates.map((label) => `"${label}"`).join(', ')} are rates of the others: exclude them by name?`,
            ]
          : [],
      factor: 0.92,
      why: 'codes of Eurostat: NR is a number, of offences unless the data set counts persons',
    };
  }
  return null;
}

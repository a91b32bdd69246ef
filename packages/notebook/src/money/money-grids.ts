import { capitalised, distributionText } from '@samenbeeld/answers';
import {
  type Assumed,
  eurosFromTo,
  type Influence,
  type Revenue,
  sourceOf,
} from '@samenbeeld/money';
import { type TableBlock, table } from '@samenbeeld/page';
import { figure, type Language, type Text } from '@samenbeeld/schema';
import { moneyWords } from './money-words.ts';

const entered: Text = {
  nl: 'Aannamen en bronnen',
  fr: 'Hypothèses et sources',
  de: 'Annahmen und Quellen',
  en: 'Assumptions and sources',
};

/** Every number that entered: by id, with its spread and its source. */
export function inputTable(inputs: readonly Assumed[]): TableBlock {
  return table(
    entered,
    [
      ['label', 'id'],
      ['words', moneyWords.assumption],
      ['words', moneyWords.value],
      ['words', moneyWords.source],
    ],
    inputs.map((input) => [
      input.id,
      input.label,
      distributionText(input.distribution, input.unit),
      sourceOf(input),
    ]),
  );
}

/** The result with each number at its low and its high end, the widest first. */
export function influenceTable(influences: readonly Influence[], language: Language): TableBlock {
  return table(
    moneyWords.matters,
    [
      ['label', 'id'],
      ['words', '5 % – 95 %'],
    ],
    influences.map(({ id, atLow, atHigh }) => [
      id,
      eurosFromTo(Math.min(atLow, atHigh), Math.max(atLow, atHigh), language),
    ]),
  );
}

/** A range of revenue for each assumed share. */
export function revenueTable({ byRate }: Revenue, language: Language): TableBlock {
  return table(
    capitalised(moneyWords.range),
    [
      ['label', moneyWords.rate],
      ['words', moneyWords.range],
    ],
    byRate.map(({ rate, spread }) => [
      `${figure(Number((rate * 100).toPrecision(3)), language)} %`,
      eurosFromTo(spread.p5, spread.p95, language),
    ]),
  );
}

import {
  type Assumed,
  type Distribution,
  eurosFromTo,
  type Influence,
  type Revenue,
  sourceOf,
} from '@samenbeeld/money';
import { figure, formatNumber, type Language, typeset } from '@samenbeeld/schema';
import type { Grid } from '../html.ts';
import { moneyWords } from './money-words.ts';

function numbersIn(one: Distribution, language: Language): string {
  const shown = (value: number): string =>
    formatNumber(Number(value.toPrecision(value >= 1000 ? 6 : 3)), language);
  const { kind, ...numbers } = one;
  const listed = Object.values(numbers).map((value) => shown(value as number));
  return kind === 'fixed' ? (listed[0] ?? '') : `${listed.join(' – ')} (${kind})`;
}

/** Every number that entered: by id, with its spread and its source. */
export function inputGrid(inputs: readonly Assumed[], language: Language): Grid {
  return {
    headings: [
      { label: 'id' },
      { label: moneyWords.assumption[language] },
      { label: moneyWords.value[language] },
      { label: moneyWords.source[language] },
    ],
    rows: inputs.map((input) => [
      input.id,
      input.label[language],
      `${numbersIn(input.distribution, language)} ${input.unit}`,
      sourceOf(input)[language],
    ]),
  };
}

/** The result with each number at its low and its high end, the widest first. */
export function influenceGrid(influences: readonly Influence[], language: Language): Grid {
  return {
    headings: [{ label: moneyWords.matters[language] }, { label: typeset('5 % – 95 %', language) }],
    rows: influences.map(({ id, atLow, atHigh }) => [
      id,
      eurosFromTo(Math.min(atLow, atHigh), Math.max(atLow, atHigh), language),
    ]),
  };
}

/** A range of revenue for each assumed share. */
export function revenueGrid({ byRate }: Revenue, language: Language): Grid {
  return {
    headings: [{ label: moneyWords.rate[language] }, { label: moneyWords.range[language] }],
    rows: byRate.map(({ rate, spread }) => [
      typeset(`${figure(Number((rate * 100).toPrecision(3)), language)} %`, language),
      eurosFromTo(spread.p5, spread.p95, language),
    ]),
  };
}

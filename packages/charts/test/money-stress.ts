import {
  type Chart,
  type ChartOptions,
  cohortFlowChart,
  flowChart,
  hypothesisMatrixChart,
  networkChart,
  revenueFanChart,
  tornadoChart,
} from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';

const name = (at: number): Text => ({
  nl: `Vermogensbestanddeel ${at} in het grensgebied`,
  fr: `Élément de patrimoine ${at} de la région frontalière`,
  de: `Vermögensbestandteil ${at} in der Grenzregion`,
  en: `Asset ${at} in the border region`,
});

const ratings = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;

/** Many rows, long words, extreme amounts: the tests look for words that overlap or are cut. */
export const moneyStress: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  'revenue, twenty rates': (options) =>
    revenueFanChart(
      Array.from({ length: 20 }, (_, at) => ({
        rate: (at + 1) / 22,
        spread: {
          p5: 1e3 * 3 ** at,
          p25: 1e4 * 3 ** at,
          median: 2e4 * 3 ** at,
          p75: 3e4 * 3 ** at,
          p95: 9e5 * 3 ** at,
        },
      })),
      options,
    ),
  'tornado, twelve assumptions': (options) =>
    tornadoChart(
      Array.from({ length: 12 }, (_, at) => ({
        id: `A${at}`,
        label: name(at),
        atLow: 5e9 - 4e8 * at * (at % 3 === 0 ? -1 : 1),
        atHigh: 5e9 + 9e8 * at,
      })),
      { ...options, middle: 5e9 },
    ),
  'tornado, nothing matters': (options) =>
    tornadoChart([{ id: 'A1', label: name(1), atLow: 0, atHigh: 0 }], { ...options, middle: 0 }),
  'flow, five columns': (options) =>
    flowChart(
      Array.from({ length: 15 }, (_, at) => ({ id: `n${at}`, label: name(at) })),
      Array.from({ length: 12 }, (_, at) => [
        { from: `n${at}`, to: `n${at + 3}`, value: 10 + at },
        { from: `n${at % 3}`, to: `n${12 + (at % 3)}`, value: 2 },
      ]).flat(),
      { ...options, unit: 'kg' },
    ),
  'cohorts, ten of five stages': (options) =>
    cohortFlowChart(
      Array.from({ length: 10 }, (_, at) => ({
        label: name(2015 + at),
        open: at > 6,
        applicable: at !== 3,
        stages: ['a', 'b', 'c', 'd', 'e'].map((stage, step) => ({
          stage,
          label: name(step),
          cases: 1000 + at,
          amount: 123_456_789 / (step + 1),
        })),
      })),
      options,
    ),
  'matrix, eight explanations': (options) =>
    hypothesisMatrixChart(
      Array.from({ length: 8 }, (_, at) => ({
        id: `H${at}`,
        label: name(at),
        rank: at + 1,
        inconsistency: 1.23 * at,
      })),
      Array.from({ length: 12 }, (_, row) => ({
        id: `E${row}`,
        label: name(row),
        grade: 'B2',
        ratings: Object.fromEntries(
          Array.from({ length: 8 }, (_, at) => [`H${at}`, ratings[(at + row) % 6] ?? 'N']),
        ),
      })),
      options,
    ),
  'network, forty nodes': (options) =>
    networkChart(
      Array.from({ length: 40 }, (_, at) => ({
        id: `n${at}`,
        label: name(at),
        x: (at % 7) / 6,
        y: Math.floor(at / 7) / 5,
        kind: `k${at % 3}`,
      })),
      Array.from({ length: 60 }, (_, at) => ({ from: `n${at % 40}`, to: `n${(at * 7) % 40}` })),
      { ...options, kinds: { k0: name(1), k1: name(2), k2: name(3) } },
    ),
};

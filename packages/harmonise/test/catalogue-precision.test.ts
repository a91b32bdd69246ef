import { proposeCodes } from '@samenbeeld/harmonise';
import type { CrosswalkRow } from '@samenbeeld/ingest';
import { substanceContains, substances } from '@samenbeeld/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueCrosswalks } from './catalogue-crosswalks.ts';

/** What the harmoniser says of every label that a person has put into a crosswalk, without having seen that crosswalk. */
interface Tried {
  readonly source: string;
  readonly row: CrosswalkRow;
  readonly to: string | null;
  readonly match: string;
  readonly confidence: number;
}

let tried: readonly Tried[];

beforeAll(() => {
  const all = catalogueCrosswalks();
  tried = all.flatMap(({ source, language, country, list, crosswalk }) => {
    const others = all
      .filter((other) => other.source !== source && other.list === list)
      .map((other) => other.crosswalk);
    const labels = crosswalk.rows.map(({ from }) => from);
    const found = proposeCodes(labels, list, {
      language,
      crosswalks: others,
      context: { country },
    });
    return crosswalk.rows.map((row, index) => ({
      source,
      row,
      to: found[index]?.to ?? null,
      match: found[index]?.match ?? 'none',
      confidence: found[index]?.confidence ?? 0,
    }));
  });
});

/** A crosswalk to prices has the unit of the amount behind the currency. */
function amountOf(code: string | null): string | null {
  return code?.replace(/^[A-Z]{3}\//u, '') ?? null;
}

/** Right: the same code and relation; or a set where the person, who had none, wrote one of its members as broader. */
function isRight({ row, to, match }: Tried): boolean {
  if (amountOf(row.to) === to && row.match === match) return true;
  const set = row.match === 'broader' && match === 'exact' && to !== null && row.to !== null;
  return set && substances.has(to) && substances.has(row.to) && substanceContains(to, row.to);
}

function share(of: readonly Tried[], right: (item: Tried) => boolean): number {
  return of.filter(right).length / of.length;
}

describe('every crosswalk of the catalogue, each left out in turn', () => {
  test('what is called certain is right in at least 99 of 100', () => {
    const certain = tried.filter(({ match, confidence }) => match === 'exact' && confidence >= 0.9);
    expect(certain.length).toBeGreaterThan(90);
    const wrong = certain.filter((item) => !isRight(item)).map(({ row }) => row.from);
    expect(share(certain, isRight), `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.99);
  });

  test('what is likely is right in at least 9 of 10', () => {
    const likely = tried.filter(({ confidence }) => confidence >= 0.8);
    expect(likely.length).toBeGreaterThan(150);
    expect(share(likely, isRight)).toBeGreaterThanOrEqual(0.9);
  });

  test('at least 3 of 4 substances are found, code and relation', () => {
    const drugs = tried.filter(({ row }) => row.to !== null && substances.has(row.to));
    expect(share(drugs, isRight)).toBeGreaterThanOrEqual(0.75);
  });
});

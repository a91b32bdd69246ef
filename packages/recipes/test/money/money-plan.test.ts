import { describe, expect, test } from 'vitest';
import { readMoneyPlan } from '../../src/money/money-asked.ts';
import { refusalOf, words, writtenFile } from './written-file.ts';

const assumption = {
  id: 'A-LOSS',
  label: words,
  unit: 'share',
  distribution: { kind: 'pert', low: 0, mode: 0.05, high: 0.15 },
  source: 'judgement',
  grade: 'X4',
};
const question = {
  id: 'Q',
  label: words,
  quantity: { total: '2022' },
  wholesale: { place: 'BE', substance: 'COC_HCL', level: 'wholesale', year: 2022 },
};
const plan = { rates: [0.1, 0.2], assumptions: [assumption], questions: [question] };

const read = (content: unknown) => readMoneyPlan(writtenFile('m.yaml', content), 'm.yaml');

describe('readMoneyPlan', () => {
  test('gives what is written; what is left out is null, and no claims are no claims', () => {
    expect(read(plan)).toEqual({
      rates: [0.1, 0.2],
      exchange: [],
      assumptions: [{ ...assumption, year: null, claims: [], level: null }],
      questions: [{ ...question, retail: null, purity: null, loss: null }],
    });
  });

  test('takes rates of other money, each of one year', () => {
    const pound = { currency: 'GBP', year: 2024, perEuro: 0.85, source: 'ECB' };
    expect(read({ ...plan, exchange: [pound] }).exchange).toEqual([pound]);
  });

  test('takes a claim for a quantity and an assumption for a price', () => {
    const [asked] = read({
      ...plan,
      questions: [{ ...question, quantity: { claim: 'C030' }, wholesale: { assumption: 'A' } }],
    }).questions;
    expect(asked).toMatchObject({ quantity: { claim: 'C030' }, wholesale: { assumption: 'A' } });
  });

  test.each([
    [
      'rates: 0.1',
      'm.yaml: expected rates as a list of shares, found 0.1. Repair: write `rates: [0.1, 0.2, 0.3]`',
    ],
    [
      { ...plan, exchange: [{ currency: 'GBP', year: 2024, perEuro: 0, source: 'ECB' }] },
      'm.yaml: expected exchange as keys with values, found {"currency":"GBP","year":2024,"perEuro":0,"source":"ECB"}. Repair: write `exchange: [{ currency: GBP, year: 2024, perEuro: …, source: … }]`',
    ],
    [
      { ...plan, rates: [0.05, 10] },
      'm.yaml: expected rates above 0 and below 1, found 10. Repair: write `rates: [0.1, 0.2, 0.3]`',
    ],
    [
      { ...plan, assumptions: [{ ...assumption, distribution: { kind: 'fixed', value: 15 } }] },
      'm.yaml: A-LOSS, distribution.value: expected a share from 0 to 1, found 15. Repair: write a share of one: 15 % is 0.15',
    ],
    [
      {
        ...plan,
        assumptions: [{ ...assumption, unit: 'EUR/kg', distribution: { kind: 'guess' } }],
      },
      'm.yaml: A-LOSS: {"kind":"guess"} is no distribution. Repair: give finite numbers in order: low ≤ mode ≤ high; alpha and beta above zero; 0 < median ≤ p95',
    ],
    [
      { ...plan, questions: [{ ...question, purity: { seized: 'A-LOSS', sold: 'A-LOSS' } }] },
      'm.yaml: A-LOSS, distribution.low: expected a share above 0 and at most 1, by which something is divided, found 0. Repair: give a share above 0',
    ],
    [
      {
        ...plan,
        assumptions: [{ ...assumption, unit: 'pct' }],
        questions: [{ ...question, loss: 'A-LOSS' }],
      },
      'm.yaml: expected A-LOSS.unit as share, found "pct". Repair: purities and losses are shares of one: 15 % is 0.15',
    ],
    [
      { ...plan, assumptions: [{ ...assumption, grade: 'good' }] },
      'm.yaml: expected A-LOSS.grade as a grade such as B2: source A to X, information 1 to 4, found "good". Repair: write X4 for a judgement that nothing supports',
    ],
    [
      { ...plan, assumptions: [{ ...assumption, distribution: 0.05 }] },
      'm.yaml: expected A-LOSS.distribution as keys with values, found 0.05. Repair: write `distribution: { kind: pert, low: …, mode: …, high: … }`',
    ],
    [
      { ...plan, assumptions: [{ ...assumption, label: { nl: 'a' } }] },
      'm.yaml: expected A-LOSS.label as words in nl, fr, de and en, found none in fr, de, en. Repair: write `label: { nl: …, fr: …, de: …, en: … }`',
    ],
    [
      { ...plan, assumptions: [{ ...assumption, level: 'street' }] },
      'm.yaml: expected A-LOSS.level as one of import, wholesale, mid_level, retail, found "street". Repair: name the step of the trade at which the price is paid',
    ],
    [
      { ...plan, questions: [{ ...question, quantity: {} }] },
      'm.yaml: expected Q.quantity.claim as text, found none. Repair: write `claim: …`',
    ],
    [
      { ...plan, questions: question },
      'm.yaml: expected questions as a list, found {"id":"Q","label":{"nl":"een","fr":"deux","de":"drei","en":"four"},"quantity":{". Repair: begin each entry with `- `',
    ],
    ['- a', 'm.yaml: expected keys with values, found ["a"]. Repair: see the files beside it'],
    [
      'rates: [0.1',
      'm.yaml, line 1: expected YAML, found Flow sequence in block collection must be sufficiently indented and end with a ] (character 12). Repair: mend the line',
    ],
  ])('refuses %j', (content, message) => {
    expect(refusalOf(() => read(content))).toBe(message);
  });

  test('names a file that is not there', () => {
    expect(refusalOf(() => readMoneyPlan('/none/m.yaml', 'm.yaml'))).toBe(
      'm.yaml: expected a YAML file, found none. Repair: put the file there, or correct its path; paths start at the folder of the picture file',
    );
  });
});

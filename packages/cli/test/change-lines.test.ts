import type {
  Changes,
  ChangesInFolder,
  ContradictionChange,
  DecisionChange,
} from '@samenbeeld/recipes';
import { type Language, languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { afterBuild, changeLines, differenceLines } from '../src/changes-view/change-lines.ts';

type Figure = Changes['figures'][number];
type Standing = NonNullable<Figure['before']>;

const point: Standing = {
  ...{ lowest: 4776, likely: 4776, highest: 4776, interval90: null, atLeast: 4776, atMost: null },
  ...{ state: 'partial', missing: ['NLTNZ'] },
};

function figure(more: Partial<Figure> = {}): Figure {
  return {
    cell: 'PC_NSP COC seized_in_port quantity 2022',
    scope: {
      ...{ place: 'PC_NSP', complex: 'PC_NSP', period: '2022', substance: 'COC' },
      ...{ basis: 'seized_in_port', metric: 'quantity', unit: 'kg', agencies: null },
    },
    ...{ change: 'changed', before: point, after: point, unitBefore: 'kg', isModelled: false },
    ...{ because: [], reasons: 0 },
    ...more,
  };
}

function compared(more: Partial<Changes>): Extract<ChangesInFolder, Changes> {
  return {
    ...{ kind: 'compared', since: '2026-06-30', figures: [], contradictions: [] },
    ...{ pairs: { new: [], gone: [] }, decisions: [], findings: [], inputs: [] },
    ...more,
  };
}

const where = { folder: 'out', file: 'x.picture.yaml', most: afterBuild };
const lines = (more: Partial<Changes>, language: Language = 'en'): readonly string[] =>
  changeLines(compared(more), where, language).map((line) => line.replaceAll('\u00a0', ' '));
const why = '  samenbeeld why out "NSP cocaine 2022"';
const said = '    North Sea Port · cocaine · 2022: ';
const unknown =
  ' (no claim, decision or file beneath it changed: the picture file or the program differs)';

describe('changeLines(changes, where, language)', () => {
  test('a figure whose number stays says what of it moved: its bound, or who reports', () => {
    const bound = figure({ after: { ...point, atMost: 6310 } });
    const reported = figure({ after: { ...point, state: 'complete', missing: [] } });
    expect(lines({ figures: [bound, reported] })).toEqual([
      '  Since the last build (as of 30 June 2026): 2 figures changed.',
      `${said}4,776 kg → 4,776 kg, 4,776 to 6,310 kg in all${unknown}${why}`,
      `${said}4,776 kg, at least 4,776 kg in all, partial, not reported by Terneuzen → 4,776 kg, at least 4,776 kg in all, complete${unknown}${why}`,
    ]);
  });

  test('a figure of no drug has no hole, a complete range is said once, a record without a name is called by its line', () => {
    const range = (from: number, to: number): Standing => ({
      ...{ lowest: from, likely: (from + to) / 2, highest: to, interval90: null },
      ...{ atLeast: from, atMost: to, state: 'complete', missing: [] },
    });
    const about = (value: string) => ({ nl: value, fr: value, de: value, en: value });
    const cash = figure({
      scope: {
        ...{ place: 'LU', complex: 'LU', period: '2018', substance: '', agencies: null },
        ...{ basis: 'seized_in_territory', metric: 'cash', unit: 'EUR' },
      },
      ...{
        unitBefore: 'EUR',
        before: range(1_150_000, 1_250_000),
        after: range(1_245_000, 1_255_000),
      },
      because: [
        {
          ...{
            kind: 'record',
            id: '609aa062227d775e',
            name: '609aa062227d775e',
            change: 'changed',
          },
          ...{
            file: 'cash.csv',
            line: 3,
            before: about('about € 1.2m'),
            after: about('about € 1.25m'),
          },
        },
      ],
      reasons: 1,
    });
    expect(lines({ figures: [cash] })[1]).toBe(
      '    Luxembourg · cash seized · 2018: likely €1,200,000, €1,150,000 to 1,250,000 → likely €1,250,000, €1,245,000 to 1,255,000 (cash.csv:3: about € 1.2m → about € 1.25m)',
    );
    expect(lines({ figures: [cash] }, 'fr')[1]).toMatch(
      /^ {4}Luxembourg · argent liquide saisi · 2018\s: probablement /u,
    );
  });

  test('what is undecided, has no figure, is modelled, or cannot be compared is said in words', () => {
    const none = { ...point, lowest: null, likely: null, highest: null, atLeast: null };
    const open = { ...point, likely: 'undecided', highest: null } as const;
    const [, ...told] = lines({
      figures: [
        figure({ after: open }),
        figure({ before: none }),
        figure({ change: 'new', before: null, isModelled: true }),
        figure({ change: 'not comparable', unitBefore: 'tablet' }),
      ],
    });
    expect(told).toEqual([
      `${said}4,776 kg → undecided, at least 4,776 kg${unknown}${why}`,
      `${said}no figure → 4,776 kg${unknown}${why}`,
      `${said}new: 4,776 kg, modelled${why}`,
      `${said}not compared, it is of something else than then: now 4,776 kg, then 4,776 tablets${why}`,
    ]);
  });

  test('is a dozen lines at most, however much changed, and counts the rest; `diff` has all', () => {
    const decision: DecisionChange = {
      ...{ id: 'd', kind: 'conflict', subject: 's', verdict: 'accept', role: 'analyst' },
      ...{
        time: '2026-07-01',
        change: 'applies',
        because: null,
        by: null,
        says: null,
        claim: null,
      },
    } as const;
    const contradiction: ContradictionChange = {
      subject: 's',
      scope: {
        ...{ place: 'NLVLI', substance: 'COC', basis: 'seized_in_port' },
        ...{ periodStart: '2022-01-01', periodEnd: '2022-12-31' },
      },
      ...{ before: null, after: 'undecided', decision: null },
      says: { nl: 'a', fr: 'b', de: 'c', en: 'd' },
    };
    const many = {
      figures: Array.from({ length: 9 }, () => figure()),
      contradictions: Array.from({ length: 9 }, () => contradiction),
      decisions: Array.from({ length: 9 }, () => decision),
      inputs: [
        {
          ...{ source: 's', file: 'a.csv', change: 'new' as const },
          records: { before: null, after: 1 },
        },
      ],
    };
    for (const language of languages) {
      const told = lines(many, language);
      expect(told).toHaveLength(13);
      expect(told.at(-1)).toContain('17');
      expect(told.join('\n')).not.toMatch(/\{\w+[:}]/u);
    }
    expect(differenceLines(compared(many), ['a', 'b'], 'en')).toHaveLength(1 + 9 * 3 + 1);
    expect(lines(many).at(-2)).toBe('    Inputs: a.csv is new (1 record)');
  });

  test('there may be nothing to compare with, or nothing that changed, in four languages', () => {
    const title = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
    const kinds: readonly ChangesInFolder[] = [
      { kind: 'first' },
      { kind: 'another picture', title },
      { kind: 'unreadable', problem: title },
      compared({}),
    ];
    for (const language of languages)
      for (const changes of kinds) expect(changeLines(changes, where, language)).toHaveLength(1);
    expect(lines({}, 'nl')).toEqual([
      '  Sinds de vorige bouw (peildatum 30 juni 2026) is geen cijfer, tegenspraak, beslissing of invoerbestand veranderd.',
    ]);
  });
});

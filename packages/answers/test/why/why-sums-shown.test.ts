import { jointTotals, type Why, whyTotal } from '@samenbeeld/merge';
import { renderTerminal } from '@samenbeeld/page';
import {
  capital,
  type Decision,
  type JointTotal,
  type Language,
  languages,
  sumExact,
} from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow, decision } from '../../../merge/test/claim-row.ts';
import { nspCocaine } from '../../../merge/test/nsp-cocaine.ts';
import { publishedClaims } from '../../../merge/test/published.ts';
import { whyBlocks } from '../../src/why/why-blocks.ts';
import { sentences } from '../../src/why/why-sentences.ts';
import { words } from '../../src/why/why-words.ts';

let found: readonly Why[];
let claims: Awaited<ReturnType<typeof publishedClaims>>;
beforeAll(async () => {
  claims = await publishedClaims();
  const result = jointTotals(claims, nspCocaine);
  found = result.totals.map((total) => whyTotal(result, total));
});

const marks: Readonly<Record<Language, readonly [group: RegExp, decimal: string]>> = {
  nl: [/\./g, ','],
  fr: [/[\u202f\u00a0]/g, ','],
  de: [/\./g, ','],
  en: [/,/g, '.'],
};

/** A printed number, as the language prints it. */
function read(printed: string, language: Language): number {
  const [group, decimal] = marks[language];
  return Number(printed.trim().replace(group, '').replace(decimal, '.'));
}

const whyLines = (why: Why, language: Language): readonly string[] =>
  renderTerminal(whyBlocks(why), { language });

/** What stands under "how it adds up": each number with what it is made of. */
function sumsIn(why: Why, language: Language) {
  const lines = whyLines(why, language);
  const at = lines.indexOf(capital(words.sums[language]));
  if (at < 0) return [];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !line.startsWith('- '));
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => {
    const [head = '', of = ''] =
      line.slice(2).split(' = ').length > 1
        ? [line.slice(0, line.indexOf(' = ')), line.slice(line.indexOf(' = ') + 3)]
        : [line];
    const value = read(
      head.slice(head.lastIndexOf(': ') + 2).replace(/[\u00a0 ]?kg$/, ''),
      language,
    );
    const parts = [...of.matchAll(/([\d.,\u202f\u00a0]+) \(/g)].map((part) =>
      read(part[1] ?? '', language),
    );
    const by = [words.largest, words.smallest].map(
      (word) => word[language].split('{')[0] as string,
    );
    const isLargest = of.startsWith(by[0] ?? '–');
    const isSmallest = of.startsWith(by[1] ?? '–');
    return {
      line,
      value,
      again: isLargest ? Math.max(...parts) : isSmallest ? Math.min(...parts) : sumExact(parts),
      isHeld: of.includes(words.within[language].split('{')[1]?.slice(7) ?? '–'),
    };
  });
}

describe('why, printed, adds every number up from its cells', () => {
  it.each(languages)(
    'to the last digit, in %s, every year of the published picture',
    (language) => {
      let sums = 0;
      for (const why of found) {
        const shown = sumsIn(why, language);
        for (const { line, value, again, isHeld } of shown) {
          if (isHeld) continue;
          expect([line, again]).toEqual([line, value]);
          sums += 1;
        }
        const { lowest, likely, highest } = why.total.reported;
        const numbers = [lowest, likely, highest].filter((one) => typeof one === 'number');
        for (const number of numbers) expect(shown.map(({ value }) => value)).toContain(number);
      }
      expect(sums).toBeGreaterThan(40);
    },
  );

  it('names the cells, the ports and the ends', () => {
    const why = found.find(({ total }) => total.period === '2022') as Why;
    const of = (language: Language) => {
      const lines = whyLines(why, language);
      return lines
        .slice(lines.indexOf(capital(words.sums[language])) + 1)
        .slice(0, 12)
        .join('\n')
        .replaceAll('\u00a0', ' ')
        .replaceAll('\u202f', ' ')
        .split('\n\n')[0];
    };
    expect(of('en')).toMatchInlineSnapshot(`
      "- Ghent, lowest: 619 kg = 619 (P026 = C109)
      - Ghent, likely: 619 kg = 619 (P026 = C109)
      - Ghent, highest: 619 kg = 619 (P026 = C109)
      - Vlissingen, lowest: 4,157 kg = 4,157 (P032)
      - Vlissingen, likely: 4,157 kg = 4,157 (P032)
      - Vlissingen, highest: 4,157 kg = 4,157 (P032)
      - North Sea Port, lowest: 4,776 kg = 619 (Ghent) + 4,157 (Vlissingen)
      - North Sea Port, likely: 4,776 kg = 619 (Ghent) + 4,157 (Vlissingen)
      - North Sea Port, highest: 4,776 kg = 619 (Ghent) + 4,157 (Vlissingen)
      - North Sea Port, total at least: 4,776 kg = 4,776 (lowest)"
    `);
    expect(of('nl')).toMatchInlineSnapshot(`
      "- Gent, laagste: 619 kg = 619 (P026 = C109)
      - Gent, waarschijnlijk: 619 kg = 619 (P026 = C109)
      - Gent, hoogste: 619 kg = 619 (P026 = C109)
      - Vlissingen, laagste: 4.157 kg = 4.157 (P032)
      - Vlissingen, waarschijnlijk: 4.157 kg = 4.157 (P032)
      - Vlissingen, hoogste: 4.157 kg = 4.157 (P032)
      - North Sea Port, laagste: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, waarschijnlijk: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, hoogste: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, totaal ten minste: 4.776 kg = 4.776 (laagste)"
    `);
    expect(of('fr')).toMatchInlineSnapshot(`
      "- Gand, minimum : 619 kg = 619 (P026 = C109)
      - Gand, probable : 619 kg = 619 (P026 = C109)
      - Gand, maximum : 619 kg = 619 (P026 = C109)
      - Flessingue, minimum : 4 157 kg = 4 157 (P032)
      - Flessingue, probable : 4 157 kg = 4 157 (P032)
      - Flessingue, maximum : 4 157 kg = 4 157 (P032)
      - North Sea Port, minimum : 4 776 kg = 619 (Gand) + 4 157 (Flessingue)
      - North Sea Port, probable : 4 776 kg = 619 (Gand) + 4 157 (Flessingue)
      - North Sea Port, maximum : 4 776 kg = 619 (Gand) + 4 157 (Flessingue)
      - North Sea Port, total au moins : 4 776 kg = 4 776 (minimum)"
    `);
    expect(of('de')).toMatchInlineSnapshot(`
      "- Gent, niedrigste: 619 kg = 619 (P026 = C109)
      - Gent, wahrscheinlich: 619 kg = 619 (P026 = C109)
      - Gent, höchste: 619 kg = 619 (P026 = C109)
      - Vlissingen, niedrigste: 4.157 kg = 4.157 (P032)
      - Vlissingen, wahrscheinlich: 4.157 kg = 4.157 (P032)
      - Vlissingen, höchste: 4.157 kg = 4.157 (P032)
      - North Sea Port, niedrigste: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, wahrscheinlich: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, höchste: 4.776 kg = 619 (Gent) + 4.157 (Vlissingen)
      - North Sea Port, insgesamt mindestens: 4.776 kg = 4.776 (niedrigste)"
    `);
  });
});

it('a claim that a person decided against is set aside by that decision: whose role, and when', () => {
  const rows = [
    claimRow('a', { value: 4157, wording: 'exact' }),
    claimRow('b', { value: 9000, wording: 'exact' }),
  ];
  const taken: Decision = {
    ...decision('d1', 'NLVLI COC seized_in_port quantity 2022', 'keep a'),
    role: 'analyst',
    agency: 'NL_CUST',
    time: '2026-03-12T09:00:00Z',
  };
  const result = jointTotals(rows, {
    ...nspCocaine,
    complex: 'NLVLI',
    years: [2022],
    decisions: new Map([[taken.subject, taken]]),
  });
  const why = whyTotal(result, result.totals[0] as JointTotal, [taken]);
  const lines = (language: Language) =>
    whyLines(why, language).map((line) => line.replaceAll('\u00a0', ' '));
  expect(
    languages.map(
      (language) =>
        lines(language)
          .find((line) => line.includes('(d1'))
          ?.split(/(?<=\)) ?:/)[0],
    ),
  ).toMatchInlineSnapshot(`
    [
      "- opzijgezet door een beslissing (d1, analyst, Douane (Nederland), 12 maart 2026)",
      "- écarté par une décision (d1, analyst, douane néerlandaise, 12 mars 2026)",
      "- durch eine Entscheidung zurückgestellt (d1, analyst, niederländischer Zoll, 12. März 2026)",
      "- set aside by a decision (d1, analyst, Dutch Customs, 12 March 2026)",
    ]
  `);
  for (const [language, away] of [
    ['en', 'explained'],
    ['nl', 'verklaard'],
    ['fr', 'expliqué'],
    ['de', 'erklärt'],
  ] as const)
    expect(lines(language).filter((line) => line.startsWith(`- ${away}`))).toEqual([]);
});

it('tells a sum where there is something to add, or where what is reported together holds it higher', () => {
  const { totals } = jointTotals(claims, nspCocaine);
  const shown = totals.flatMap((total) => {
    const reported = total.members.filter(({ lowest }) => lowest !== null);
    const isAlone = reported.length === 1 && reported[0]?.lowest === total.reported.lowest;
    const [first] = sentences(total, [], []);
    return reported.length === 0
      ? []
      : [{ isAlone, tellsSum: /; together /u.test(first?.en ?? '') }];
  });
  expect(new Set(shown.map(({ isAlone }) => isAlone)).size).toBe(2);
  for (const { isAlone, tellsSum } of shown) expect(tellsSum).toBe(!isAlone);
});

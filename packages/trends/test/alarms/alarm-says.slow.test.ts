import { type Finding, type Language, languages } from '@samenbeeld/schema';
import { type AlarmChart, ears, farrington, gapChart, poissonCusum } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const none: Readonly<Record<Language, RegExp>> = {
  nl: /^(In|Bij) geen van de/,
  fr: /^(Dans|Pour) aucune? des/,
  de: /^(In|Bei) kein(er|em) der/,
  en: /^(In|For) none of the/,
};
const nothing: Readonly<Record<Language, RegExp>> = {
  nl: /^Geen conclusie mogelijk/,
  fr: /^Aucune conclusion possible/,
  de: /^Keine Aussage möglich/,
  en: /^No conclusion possible/,
};
const above: Readonly<Record<Language, RegExp>> = {
  nl: /ligt boven wat gebruikelijk is/,
  fr: /\d, dépasse le niveau habituel/,
  de: /liegt über dem Üblichen/,
  en: /lies above what is usual/,
};
/** Words that would name a cause or a culprit. */
const blame =
  /because|caused|due to|smuggl|criminals?\b|door(dat)? de|dader|à cause|auteur|wegen|verursacht|Täter/i;

function wholesome(finding: Finding): void {
  for (const language of languages) {
    expect(finding.says[language]).not.toMatch(/undefined|null|NaN|Infinity|\$\{| {2}/);
    expect(finding.says[language]).not.toMatch(blame);
  }
}

/** Verdict, alarms, bound and sentence say the same in each language. */
function agrees(result: AlarmChart, together = false): void {
  wholesome(result);
  const { verdict, latest, alarms, examined } = result.details;
  for (const time of result.times) {
    if (time.reason !== null) expect(time.alarm).toBe(false);
    else if (time.upper !== null)
      expect(time.alarm).toBe((time.count as number) > (time.upper as number));
    if (time.score !== null && time.reason === null && time.score !== 1)
      expect(time.score > 1).toBe(time.alarm);
  }
  expect(alarms).toBe(result.times.filter(({ alarm }) => alarm).length);
  expect(verdict).toBe(examined === 0 ? 'no_conclusion' : alarms > 0 ? 'alarms' : 'none');
  const only = examined === 1 && latest !== 'not_examined';
  for (const language of languages) {
    const says = result.says[language];
    expect(nothing[language].test(says), says).toBe(verdict === 'no_conclusion');
    if (!only) expect(none[language].test(says), says).toBe(verdict === 'none');
    expect(above[language].test(says), says).toBe(latest === 'alarm');
  }
  const last = result.times.at(-1);
  if (!together && latest !== 'not_examined') {
    expect((last?.count as number) > (result.interval?.high as number)).toBe(latest === 'alarm');
    const [, count = '', usual = ''] =
      /: ([\d,.]+) counted, .* at most (−?[\d,.]+) is usual/.exec(result.says.en) ?? [];
    const [seen, bound] = [count, usual].map((text) => Number(text.replaceAll(',', '')));
    expect((seen as number) > (bound as number), result.says.en).toBe(latest === 'alarm');
  }
}

const count = fc.oneof(fc.nat(4), fc.nat(30), fc.constantFrom(0, 0, 0, 200, 100_000));

describe('a sentence, its alarms and its bound never contradict', () => {
  it('farrington', () => {
    const series = fc.array(count, { minLength: 52, maxLength: 58 });
    fc.assert(
      fc.property(
        series,
        fc.constantFrom('farrington' as const, 'noufaily' as const),
        fc.constantFrom('delta' as const, 'nbPlugin' as const, 'muan' as const),
        fc.constantFrom([0, 1] as const, [5, 4] as const),
        (counts, method, thresholdMethod, limit54) =>
          agrees(
            farrington(counts, {
              method,
              thresholdMethod,
              limit54,
              frequency: 12,
              yearsBack: 4,
              simulate: { runs: 15, seed: 1 },
            }),
          ),
      ),
      { numRuns: 60 },
    );
  });

  it('ears', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(count, { freq: 8 }), { minLength: 12, maxLength: 40 }),
        fc.constantFrom('C1' as const, 'C2' as const, 'C3' as const),
        fc.constantFrom(0, 0.5),
        (counts, method, minSigma) => agrees(ears(counts, { method, minSigma }), method === 'C3'),
      ),
      { numRuns: 60 },
    );
  });

  it('poissonCusum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(count, { freq: 8 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0.3, max: 20, noNaN: true }),
        (counts, expected) => {
          const result = poissonCusum(counts, { expected, threshold: 5 });
          wholesome(result);
          const { verdict, threshold, alarms } = result.details;
          for (const { sum, alarm, reason } of result.times)
            if (reason === null && Math.abs(sum - threshold) > 1e-6)
              expect(alarm).toBe(sum > threshold);
          expect(alarms > 0).toBe(verdict === 'alarms');
          for (const language of languages) {
            expect(none[language].test(result.says[language])).toBe(verdict === 'none');
            expect(nothing[language].test(result.says[language])).toBe(verdict === 'no_conclusion');
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gapChart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(90), { minLength: 9, maxLength: 25 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('geometric' as const, 'exponential' as const),
        (gaps, gapsTogether, law) => {
          fc.pre(gaps.slice(0, 4).some((gap) => gap > 0));
          const result = gapChart(gaps, { gapsTogether, law, alpha: 0.05 });
          wholesome(result);
          const { verdict, short, long, examined, latest } = result.details;
          for (const { gap, alarm, lull } of result.times) {
            if (Math.abs(gap - (short ?? -1)) > 1e-6 || law === 'geometric')
              expect(alarm).toBe(short !== null && gap <= short);
            if (Math.abs(gap - long) > 1e-6 || law === 'geometric') expect(lull).toBe(gap >= long);
          }
          const fast = {
            nl: /volgde ongewoon snel/,
            fr: /a suivi le précédent/,
            de: /folgte ungewöhnlich schnell/,
            en: /followed the one before unusually soon/,
          };
          for (const language of languages) {
            const says = result.says[language];
            expect(nothing[language].test(says)).toBe(verdict === 'no_conclusion');
            if (examined > 1) expect(none[language].test(says), says).toBe(verdict === 'none');
            if (verdict !== 'no_conclusion')
              expect(fast[language].test(says), says).toBe(latest === 'sooner');
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

import {
  displacementDifference,
  displacementQuotient,
  eTest,
  type SiteShift,
  waterbed,
} from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, liesOn, type Marks, speaksOf } from '../signs.ts';

const none: Marks[string] = [
  /Geen conclusie/,
  /Aucune conclusion/,
  /Keine Aussage/,
  /No conclusion/,
];
const count = fc.oneof(fc.nat(6), fc.nat(60), fc.nat(400));
const area = fc.record({ before: count, after: count });
const causal =
  /displaced by|caused|thanks to|verplaatst door|dankzij|veroorzaakt|grâce à|dû à|verursacht|dank der|infolge/i;

describe('a sentence, its sign and its interval never contradict', () => {
  it('displacementQuotient', () => {
    const marks: Marks = {
      buffer_rose: [
        /stegen de cijfers ernaast/,
        /voisine était en hausse/,
        /stiegen sie im/,
        /next to it rose/,
      ],
      buffer_fell: [
        /daalden de cijfers ernaast/,
        /voisine l’était aussi/,
        /sanken sie auch/,
        /next to it fell too/,
      ],
      not_shown: [
        /geen stijging of daling/,
        /aucune hausse ni baisse/,
        /weder ein Anstieg/,
        /neither a rise/,
      ],
      no_conclusion: none,
    };
    const unread = ['undefined', 'no_fall', 'fall_not_shown'];
    fc.assert(
      fc.property(area, area, area, (response, buffer, control) => {
        const result = displacementQuotient(response, buffer, control);
        const { verdict, success, reading } = result.details;
        const closed = unread.includes(verdict);
        speaksOf(result, closed ? 'no_conclusion' : verdict, marks);
        isWhole(result);
        expect([result.estimate === null, result.interval === null, reading === null]).toEqual([
          closed,
          closed,
          closed,
        ]);
        if (closed) return;
        expect(success).toBeLessThan(0);
        liesOn(result, verdict === 'buffer_fell' ? 1 : verdict === 'buffer_rose' ? -1 : 0, 0);
      }),
      { numRuns: 150 },
    );
  });

  it('displacementDifference', () => {
    const marks: Marks = {
      up: [/ hoger dan/, /supérieur/, / höher als/, / higher than/],
      down: [/ lager dan/, /inférieur/, / niedriger als/, / lower than/],
      not_shown: [/geen verandering/, /aucun changement/, /keine Veränderung/, /no change/],
      no_conclusion: none,
    };
    fc.assert(
      fc.property(area, area, area, area, fc.boolean(), (treated, control, buffer, other, wide) => {
        const result = displacementDifference(
          wide ? { treated, control, buffer, bufferControl: other } : { treated, control },
        );
        const { verdict, displacementVerdict, displacement } = result.details;
        speaksOf(result, verdict, marks);
        isWhole(result);
        if (verdict === 'no_conclusion') return;
        const { usualLow, usualHigh } = result.details;
        const interval = { low: usualLow as number, high: usualHigh as number, level: 0.95 };
        liesOn({ ...result, interval }, verdict === 'up' ? 1 : verdict === 'down' ? -1 : 0, 0);
        expect(interval.low).toBeLessThanOrEqual(result.interval?.low as number);
        if (verdict !== 'not_shown') expect(result.p).toBeLessThanOrEqual(0.05);
        expect(/Next to it alone it is .* higher/.test(result.says.en)).toBe(
          displacementVerdict === 'up',
        );
        expect(/voisine, il est inférieur/.test(result.says.fr)).toBe(
          displacementVerdict === 'down',
        );
        expect(/Ernaast is geen verandering/.test(result.says.nl)).toBe(
          displacementVerdict === 'not_shown',
        );
        if (displacementVerdict === 'up') expect(displacement).toBeGreaterThan(0);
        if (displacementVerdict === 'down') expect(displacement).toBeLessThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('eTest', () => {
    const marks: Marks = {
      higher: [/ hoger /, /plus élevé/, / höher /, / higher /],
      lower: [/ lager /, /plus bas/, / niedriger /, / lower /],
      not_shown: [/geen verschil/, /Aucune différence/, /nicht nachweisen/, /No difference/],
      no_conclusion: none,
    };
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (a, b, exposure) => {
          const result = eTest(a, b, { exposures: [exposure, 1], exposure: { unit: 'control' } });
          const { verdict } = result.details;
          speaksOf(result, verdict, marks);
          isWhole(result, false);
          expect(result.says.en).toMatch(/Measured against: .* checks\.$/);
          if (result.p === null) return;
          expect(result.p).toBeLessThanOrEqual(1);
          const { usualP } = result.details;
          expect(usualP).toBeGreaterThanOrEqual(result.p);
          expect((usualP as number) <= 0.05).toBe(verdict !== 'not_shown');
          liesOn(result, verdict === 'higher' ? 1 : verdict === 'lower' ? -1 : 0, 0);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('waterbed', () => {
    const marks: Marks = {
      moved: [
        /zijn .* verschoven .*: /,
        /parts ont changé .*: /,
        /haben sich .* verschoben .*: /,
        /shares moved .*: /,
      ],
      moved_somewhere: [
        /geen enkele plaats/,
        /aucun site/,
        /keinen einzelnen Ort/,
        /no single site/,
      ],
      not_shown: [
        /geen verschuiving/,
        /aucun changement des parts ne/,
        /keine Verschiebung der/,
        /No shift/,
      ],
      no_conclusion: none,
      described: [/alleen beschreven/, /descriptif/, /nur beschrieben/, /described only/],
    };
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(2, 2, 5))
      .chain(([sites, periods]) =>
        fc.array(
          fc.array(fc.oneof(fc.nat(4), fc.nat(50)), { minLength: periods, maxLength: periods }),
          {
            minLength: sites,
            maxLength: sites,
          },
        ),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('seizure', 'seizure', 'kg'), (rows, unit) => {
        const periods = rows[0]?.map((_, t) => String(2015 + t)) ?? [];
        const result = waterbed(
          {
            unit,
            periods,
            sites: rows.map((values, i) => ({ site: `S${i}`, values })),
            from: periods.length === 2 ? '2016' : '2018',
          },
          { draws: 199 },
        );
        const {
          verdict,
          totalVerdict,
          totalLow,
          totalHigh,
          totalRatio,
          detectableLow,
          detectableHigh,
        } = result.details;
        speaksOf(result, verdict === 'unclear' ? 'no_conclusion' : verdict, marks);
        isWhole(result);
        for (const language of ['nl', 'fr', 'de', 'en'] as const)
          expect(result.says[language]).not.toMatch(causal);
        const shown = (one: SiteShift): boolean => one.verdict === 'up' || one.verdict === 'down';
        for (const one of result.sites) {
          if (one.low === null || one.high === null) continue;
          const own = one.low > 0 ? 'up' : one.high < 0 ? 'down' : 'not_shown';
          expect(result.details.usualP === null ? [own] : [own, 'not_shown']).toContain(
            one.verdict,
          );
          expect(one.difference).toBeGreaterThanOrEqual(one.low);
          expect(one.difference).toBeLessThanOrEqual(one.high);
          const said = new RegExp(`${one.site} (up|down) by`).exec(result.says.en)?.[1];
          const spoken = verdict === 'moved' || verdict === 'unclear';
          expect(said).toBe(spoken && shown(one) ? one.verdict : undefined);
          const rise = one.detectableRise;
          if (rise !== null) expect(rise).toBeGreaterThan(0);
        }
        const judged = result.details.usualP ?? result.p;
        if (verdict === 'moved' || verdict === 'moved_somewhere')
          expect(judged).toBeLessThanOrEqual(0.05 + 1e-9);
        if (verdict === 'not_shown' || verdict === 'unclear') expect(judged).toBeGreaterThan(0.05);
        expect(result.sites.some(shown)).toBe(verdict === 'moved' || verdict === 'unclear');
        if (detectableLow !== null && detectableHigh !== null)
          expect(detectableLow).toBeLessThanOrEqual(detectableHigh);
        expect(/per period is lower/.test(result.says.en)).toBe(totalVerdict === 'lower');
        expect(/per période est supérieur|par période est supérieur/.test(result.says.fr)).toBe(
          totalVerdict === 'higher',
        );
        const low = result.details.totalUsualLow ?? totalLow;
        const high = result.details.totalUsualHigh ?? totalHigh;
        if (low !== null && high !== null)
          liesOn(
            { estimate: totalRatio, interval: { low, high, level: 0.95 } },
            totalVerdict === 'higher' ? 1 : totalVerdict === 'lower' ? -1 : 0,
            1,
          );
      }),
      { numRuns: 120 },
    );
  });
});

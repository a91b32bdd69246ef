import { displacementQuotient } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const area = (before: number, after: number, name?: string) =>
  name === undefined ? { before, after } : { before, after, name };

describe('displacementQuotient', () => {
  it('the formulas of POP Center guide 10, appendix B, by hand', () => {
    const { details, estimate } = displacementQuotient(
      area(200, 100),
      area(80, 90),
      area(400, 400),
    );
    expect(details).toMatchObject({
      grossEffect: 100,
      netEffect: 0.25,
      totalNetEffect: 90,
      success: -0.25,
      reading: 'displacement_below_effect',
    });
    expect(details.buffer).toBeCloseTo(0.025, 12);
    expect(estimate).toBeCloseTo(-0.1, 12);
  });

  it("Fieller's interval by a numerical derivative (NumPy 2): -0.2193 to 0.6933", () => {
    const { interval, details, says } = displacementQuotient(
      area(207, 110),
      area(178, 157),
      area(308, 318),
    );
    expect(interval?.low).toBeCloseTo(-0.2193192822, 7);
    expect(interval?.high).toBeCloseTo(0.693345282, 7);
    expect([details.reading, details.verdict]).toEqual(['diffusion', 'not_shown']);
    expect(says.en).toMatch(/^Next to it neither a rise nor a fall can be shown/);
  });

  it.each([
    [area(200, 100), area(300, 100), 'diffusion_exceeds_effect', 'buffer_fell'],
    [area(200, 100), area(200, 130), 'diffusion', 'buffer_fell'],
    [area(200, 100), area(80, 80), 'neither', 'not_shown'],
    [area(200, 100), area(80, 150), 'displacement_below_effect', 'buffer_rose'],
    [area(200, 100), area(80, 400), 'displacement_exceeds_effect', 'buffer_rose'],
  ])('reads %j and %j as %s', (response, buffer, reading, verdict) => {
    const { details } = displacementQuotient(response, buffer, area(400, 400));
    expect([details.reading, details.verdict]).toEqual([reading, verdict]);
  });

  it('is not read without a fall, nor where the fall may be chance, nor over zero', () => {
    const rose = displacementQuotient(area(100, 200), area(80, 90), area(400, 400));
    expect([rose.estimate, rose.details.verdict, rose.details.reading]).toEqual([
      null,
      'no_fall',
      null,
    ]);
    expect(rose.details.quotient).toBeCloseTo(0.1, 12);
    expect(rose.says.nl).toMatch(/mag het quotiënt niet worden gelezen/);
    const slight = displacementQuotient(area(20, 18), area(8, 9), area(40, 40));
    expect([slight.estimate, slight.interval, slight.details.verdict]).toEqual([
      null,
      null,
      'fall_not_shown',
    ]);
    for (const control of [area(0, 4), area(4, 0), area(0, 0)]) {
      const { estimate, details, says } = displacementQuotient(area(20, 2), area(8, 9), control);
      expect([estimate, details.verdict, details.netEffect]).toEqual([null, 'undefined', null]);
      expect(says.fr).toContain('le quotient n’est pas défini');
    }
    expect(displacementQuotient(area(9, 9), area(1, 2), area(5, 5)).details.verdict).toBe(
      'undefined',
    );
  });

  it('refuses kilograms, and a control that is a target: why Antwerp is no control for Rotterdam', () => {
    // Kilograms of cocaine 2021 and 2023 as published by HARC and Belgian customs: the quotient would print -0.189, as
    // if a fifth of the fall in Rotterdam had moved to Zeeland and West-Brabant. Two rules stand against it.
    const rotterdam = area(70571, 45506, 'NLRTM');
    const zeeland = area(2156, 11500, 'NLVLI');
    const antwerp = area(89450, 116000, 'BEANR');
    expect(() =>
      displacementQuotient(rotterdam, zeeland, antwerp, { unit: 'kg' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The displacement quotient takes counts of events, found kg. Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.]`,
    );
    expect(() =>
      displacementQuotient(rotterdam, zeeland, antwerp, { targets: ['NLVLI', 'BEANR'] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: BEANR cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about. Compare with sites to which it could not have moved, or describe the shares of the whole network (\`waterbed\`).]`,
    );
    const bare = displacementQuotient(rotterdam, zeeland, antwerp).details.quotient;
    expect(bare).toBeCloseTo(-0.189, 3);
  });

  it('refuses counts that are none', () => {
    expect(() =>
      displacementQuotient(area(1.5, 2), area(1, 1), area(1, 1)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the response area before to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them]`,
    );
  });
});

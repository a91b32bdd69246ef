import { displacementDifference } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const area = (before: number, after: number, size?: number) =>
  size === undefined ? { before, after } : { before, after, size };
const treated = area(20, 10);
const control = area(20, 20);
const paper = {
  treated: area(207, 110),
  control: area(308, 318),
  buffer: area(178, 157),
  bufferControl: area(150, 140),
};

describe('displacementDifference', () => {
  it('(20,20;20,10): -10, SE 8.366600, Z -1.195229, 90 % -23.761833 to 3.761833 (ptools README)', () => {
    const { estimate, interval, details, says } = displacementDifference(
      { treated, control },
      { level: 0.9, dispersion: 1 },
    );
    expect(estimate).toBe(-10);
    expect(details.error).toBeCloseTo(8.3666, 6);
    expect(details.z).toBeCloseTo(-1.195229, 6);
    expect(interval?.low).toBeCloseTo(-23.761833, 6);
    expect(interval?.high).toBeCloseTo(3.761833, 6);
    expect(says.en).toBe(
      'Relative to comparable areas, no change can be shown for the area studied (estimate −10, 90% interval −23.8 to 3.8). That does not prove that nothing changed. There are no data on controls: more or fewer checks may explain or hide a change.',
    );
  });

  it('with displacement: -20, SE 13.416408, Z -1.490712 (ptools formula)', () => {
    const { estimate, details } = displacementDifference({
      treated,
      control,
      buffer: area(30, 20),
      bufferControl: area(30, 30),
    });
    expect(estimate).toBe(-20);
    expect(details.error).toBeCloseTo(13.416408, 6);
    expect(details.z).toBeCloseTo(-1.490712, 6);
  });

  it('unequal time (2,1): -10, SE 6.324555; (100,50;80,20): -20, SE √115 (ptools man page and tests)', () => {
    const one = displacementDifference({ treated, control }, { lengths: [2, 1] });
    expect([one.estimate, one.details.error.toFixed(6)]).toEqual([-10, '6.324555']);
    const two = displacementDifference(
      { treated: area(80, 20), control: area(100, 50) },
      { lengths: [2, 1] },
    );
    expect([two.estimate, two.details.error]).toEqual([-20, Math.sqrt(115)]);
  });

  it('areas (2,1.5,3,3.2): -9.791667, SE 5.906167, 90 % -19.506447 to -0.076886 (ptools man page)', () => {
    const { estimate, details, interval } = displacementDifference(
      {
        treated: area(20, 10, 1.5),
        control: area(20, 20, 2),
        buffer: area(30, 20, 3.2),
        bufferControl: area(30, 30, 3),
      },
      { level: 0.9 },
    );
    expect(estimate).toBeCloseTo(-9.791667, 6);
    expect(details.error).toBeCloseTo(5.906167, 6);
    expect(interval?.low).toBeCloseTo(-19.506447, 6);
    expect(interval?.high).toBeCloseTo(-0.076886, 6);
  });

  it('the paper: local -107 (30.708), displacement -11 (25), total -118 (39.598), Z -2.980, 95 % -196 to -40', () => {
    const { estimate, details, interval, says } = displacementDifference(paper, { dispersion: 1 });
    expect([details.local, details.displacement, estimate]).toEqual([-107, -11, -118]);
    expect(details.localError).toBeCloseTo(30.708, 3);
    expect(details.displacementError).toBe(25);
    expect(details.error).toBeCloseTo(39.598, 3);
    expect(details.z).toBeCloseTo(-2.98, 4);
    expect([Math.round(interval?.low ?? 0), Math.round(interval?.high ?? 0)]).toEqual([-196, -40]);
    expect([details.verdict, details.displacementVerdict]).toEqual(['down', 'not_shown']);
    expect(says.nl).toContain(
      'Ernaast is geen verandering aantoonbaar (schatting −11, 95%-interval −60,0 tot 38,0): een stijging tot 38,0 blijft mogelijk.',
    );
  });

  it('the paper again, with nothing known of the dispersion: not shown at the usual one, and both intervals are said', () => {
    // By hand: 1568 events, eight counts of 196 on average: 1 + 196/15 = 14.0667; -118 -+ 1.959964 sqrt(14.0667) 39.598.
    const { details, says, confidence } = displacementDifference(paper);
    expect(details.usualDispersion).toBeCloseTo(14.0667, 4);
    expect(details.usualLow).toBeCloseTo(-409.08, 1);
    expect([details.verdict, confidence]).toEqual(['not_shown', 'low']);
    expect(says.en).toContain('for independent events: 95% interval −196 to −40');
  });

  it('the paper with areas (0.9,1.2,1.6,1.5): -99.694, 35.428, Z -2.813995, -169.13 to -30.26 (ptools tests)', () => {
    const { estimate, details, interval } = displacementDifference({
      treated: { ...paper.treated, size: 1.2 },
      control: { ...paper.control, size: 0.9 },
      buffer: { ...paper.buffer, size: 1.5 },
      bufferControl: { ...paper.bufferControl, size: 1.6 },
    });
    expect(estimate).toBeCloseTo(-99.69444444, 8);
    expect(details.error).toBeCloseTo(35.4280755, 7);
    expect(details.z).toBeCloseTo(-2.813995483, 9);
    expect(interval?.low).toBeCloseTo(-169.1321965, 6);
    expect(interval?.high).toBeCloseTo(-30.25669241, 6);
  });

  it('a declared dispersion widens the interval by its root', () => {
    const { details } = displacementDifference(paper, { dispersion: 4 });
    expect(details.error).toBeCloseTo(2 * Math.sqrt(1568), 10);
    expect(details.verdict).toBe('not_shown');
  });

  it('concludes nothing where nothing was counted', () => {
    const { estimate, p, details } = displacementDifference({
      treated: area(0, 0),
      control: area(0, 0),
    });
    expect([estimate, p, details.verdict]).toEqual([null, null, 'no_conclusion']);
  });

  it('refuses kilograms, targets as controls, a buffer alone, sizes of zero', () => {
    expect(() =>
      displacementDifference({ treated, control }, { unit: 'kg' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: The displacement difference takes counts of events, found kg. Count the seizures. Quantities follow no Poisson law: describe them by their shares and their size classes.]`,
    );
    expect(() => displacementDifference({ treated, control }, { unit: 'tablet' })).toThrow(
      /takes counts of events, found tablet/,
    );
    expect(() =>
      displacementDifference(
        { treated: { ...treated, name: 'NLRTM' }, control: { ...control, name: 'BEANR' } },
        { targets: ['BEANR'] },
      ),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RefusalError: BEANR cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about. Compare with sites to which it could not have moved, or describe the shares of the whole network (\`waterbed\`).]`,
    );
    expect(() =>
      displacementDifference({ treated, control, buffer: control }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a buffer and its control together, found a buffer alone. Repair: add an area like the buffer to compare it with, or leave both out]`,
    );
    expect(() =>
      displacementDifference({ treated: area(1, 2, 0), control }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the size of the treated area to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against]`,
    );
  });
});

import { displacement } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const areas = {
  treated: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  buffer: { before: 178, after: 157 },
  bufferControl: { before: 150, after: 140 },
};

describe('displacement', () => {
  it('gives the difference of the published case, and the quotient beside it', () => {
    // ptools wdd: local −107 (30.708), displacement −11 (25), total −118 (39.598), Z −2.980.
    const { estimate, difference, quotient, details } = displacement(areas);
    expect([estimate, details]).toEqual([-118, difference.details]);
    expect(difference.details['error']).toBeCloseTo(39.598, 3);
    expect(difference.details['localError']).toBeCloseTo(30.708, 3);
    expect(quotient?.details.quotient).toBeCloseTo(0.2582, 4);
  });

  it('says both, and says once that effort may explain it', () => {
    expect(displacement(areas).says.en).toMatchInlineSnapshot(
      `"Relative to comparable areas, no change can be shown for the area studied and the one next to it together (estimate −118, 95% interval −409 to 173). That does not prove that nothing changed. Next to it no change can be shown (estimate −11, 95% interval −195 to 173): a rise of up to 173 remains possible. This holds if the variance of such counts is, as usual, 14 times that of independent events; for independent events: 95% interval −196 to −40. Next to it neither a rise nor a fall can be shown that goes with the fall in the area studied (quotient 0.26, 95% interval −0.22 to 0.69). That does not prove that nothing moved. There are no data on controls: more or fewer checks may explain or hide a change."`,
    );
    expect(displacement(areas).says.nl.match(/controles/g)).toHaveLength(1);
  });

  it('has no quotient without a buffer', () => {
    const { treated, control } = areas;
    expect(displacement({ treated, control }).quotient).toBeNull();
  });
});

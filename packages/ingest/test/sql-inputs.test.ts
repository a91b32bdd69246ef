import { describe, expect, it } from 'vitest';
import { replaceInputs, writtenOut } from '../src/compile/kept-record.ts';

describe('the inputs of an expression', () => {
  it('are found outside of texts only', () => {
    const sql =
      "case when i.c1 = 'i.c2''d0.v1' then d12.v0 else concat(fl.v1, w.v2, xi.c3, 'fl.v0') end";
    const found: string[] = [];
    const replaced = replaceInputs(sql, (input) => {
      found.push(input);
      return `<${input}>`;
    });
    expect(found).toEqual(['i.c1', 'd12.v0', 'fl.v1', 'w.v2']);
    expect(replaced).toBe(
      "case when <i.c1> = 'i.c2''d0.v1' then <d12.v0> else concat(<fl.v1>, <w.v2>, xi.c3, 'fl.v0') end",
    );
  });

  it('are written out until only those are left that nothing defines', () => {
    const definitions = new Map([
      ['i.k_c1', "case when i.c1 = 'i.plain' then 'x' else i.c1 end"],
      ['i.plain', 'i.k_c1 is not null'],
      ['i.same', 'i.same'],
    ]);
    expect(writtenOut('i.plain and i.same', definitions)).toBe(
      "((case when i.c1 = 'i.plain' then 'x' else i.c1 end) is not null) and i.same",
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftYaml } from '../../src/draft/draft-yaml.ts';
import { asks } from '../../src/draft/mark.ts';
import { alike } from '../../src/quoted.ts';

test('questions stand above their line, reasons behind it, codes in quotes', () => {
  const yaml = draftYaml(
    {
      source: 'x',
      file: { format: 'csv', delimiter: ';' },
      missingValues: { '.': 'suppressed' },
      columns: {
        Drug: { to: 'substance', crosswalk: 'drug.csv' },
        Code: { to: 'nationalCode', pattern: '^(\\d)$' },
      },
    },
    [
      asks(['columns', 'Drug'], alike('column Drug'), alike('what is\n"coke/hero"?'), {
        alternatives: [alike('{ to: nationalCode }')],
        remark: alike('0.88: 11 of 12'),
      }),
    ],
    [alike('first line')],
    'en',
  );
  expect(yaml).toBe(`# first line

source: x

file: { format: csv, delimiter: ";" }

missingValues:
  ".": suppressed

columns:
  # decide 1: what is "coke/hero"?
  #   or { to: nationalCode }
  Drug: { to: substance, crosswalk: drug.csv } # 0.88: 11 of 12
  Code: { to: nationalCode, pattern: '^(\\d)$' }
`);
});

test('whatever a heading, a code or a reason holds, the text means what was written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(fc.dictionary(text, text, { minKeys: 1, maxKeys: 4 }), text, (columns, reason) => {
      const written = { columns };
      const [first = ''] = Object.keys(columns);
      const yaml = draftYaml(
        written,
        [
          asks(['columns', first], alike('x'), alike(`why ${reason}`), {
            remark: alike(`0.5: ${reason}`),
          }),
        ],
        [alike('h')],
        'en',
      );
      expect(parse(yaml)).toEqual(written);
    }),
    { numRuns: 300, seed: 11 },
  );
});

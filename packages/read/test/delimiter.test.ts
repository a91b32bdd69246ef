import { sniffDelimiter } from '@samenbeeld/read';
import { expect, test } from 'vitest';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  [';', 'Jahr;Faelle;HZ\n1987;4,444,108;7,268.70\n1988;4,356,726;7,114.40\n'],
  [',', 'a,b\n"x;y;z",1\n"x;y",2\n'],
  ['\t', 'unit,geo\t2021\t2022\nNR,BE\t1\t2\nNR,NL\t2\t3\n'],
  ['|', 'a|b|c\n1,5|2,5|3;5\n'],
  [';', 'a;b;c\n1;2;3\n\n\n4;5;6\n'],
])('%j splits %j', (delimiter, text) => {
  expect(sniffDelimiter(bytes(text))).toEqual({ delimiter, share: 1 });
});

test('title lines are passed over', () => {
  const text = 'one, two, three, four\nfive, six, seven, eight\na;b\n1;2\n';
  expect(sniffDelimiter(bytes(text), { title: 2 })).toEqual({ delimiter: ';', share: 1 });
});

test('one column has no delimiter', () => {
  expect(sniffDelimiter(bytes('name\nx\ny\n'))).toEqual({ delimiter: ',', share: 0 });
});

test('only the beginning of a large file is looked at', () => {
  const text = `${'aa;b;c\n'.repeat(20_000)}${'a,b,c,d,e,f,g,h\n'.repeat(40_000)}`;
  expect(sniffDelimiter(bytes(text))).toEqual({ delimiter: ';', share: 1 });
});

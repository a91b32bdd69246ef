import { sniffEncoding } from '@samenbeeld/read';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';

test.each([
  ['', 'utf-8', 0, true],
  ['plain', 'utf-8', 0, true],
  ['efbbbf61', 'utf-8', 3, true],
  ['fffe6100', 'utf-16le', 2, true],
  ['feff0061', 'utf-16be', 2, true],
])('%s starts as %s', (bytes, encoding, bom, certain) => {
  const content = bytes === 'plain' ? Buffer.from(bytes) : Buffer.from(bytes, 'hex');
  expect(sniffEncoding(content)).toEqual({ encoding, bom, certain });
});

test.each([
  ['windows-1252', 'Gefährliche und schwere Körperverletzung; Straßenraub; Nötigung'],
  ['windows-1252', 'Usage / Trafic de stupéfiants – Région “Île-de-France” à côté'],
  ['windows-1252', 'België, Curaçao en de ’s-Gravenhaagse financiën: € 5'],
  ['cp850', 'Gefährliche und schwere Körperverletzung für die Tür'],
  ['cp850', 'Geländewagen, Nötigung, Körperverletzung'],
  ['utf-16le', 'Misdrijven naar gemeente'],
  ['utf-16be', 'Misdrijven naar gemeente'],
])('%s without a mark: %s', (encoding, text) => {
  expect(sniffEncoding(iconv.encode(text, encoding))).toEqual({ encoding, bom: 0, certain: false });
});

test('bytes that a caller fills anew are weighed anew', () => {
  const words = 'Fälle für Köln und Düsseldorf größer, Höhe üblich';
  const [dos, windows] = ['cp850', 'windows-1252'].map((name) => iconv.encode(words, name));
  const bytes = Uint8Array.from(dos as Buffer);
  const first = sniffEncoding(bytes).encoding;
  bytes.set(windows as Buffer);
  const again = sniffEncoding(bytes).encoding;
  expect(again).toBe('windows-1252');
  expect(first).not.toBe(again);
});

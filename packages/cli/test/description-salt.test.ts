import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { saltFor, withSalt } from '../src/description-salt.ts';

const hashing = 'source: a\nrecord: seizure\n\ncolumns:\n  Box: { to: containerKey, as: hash }\n';

test('a description that hashes has a salt that nobody guesses, and all of a folder the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salt-'));
  const salt = saltFor(folder);
  expect(salt).toMatch(/^[0-9a-f]{32}$/u);
  expect(saltFor(folder)).not.toBe(salt);
  writeFileSync(join(folder, 'a.source.yaml'), withSalt(hashing, salt, 'en'));
  expect(saltFor(folder)).toBe(salt);
  // Of two there is none that all share.
  writeFileSync(join(folder, 'b.source.yaml'), 'salt: other\n');
  expect([salt, 'other']).not.toContain(saltFor(folder));
});

test('it stands once, after what a record is, with what it asks in the reader’s language', () => {
  const told = languages.map((language) => withSalt(hashing, 'f00d', language));
  expect(new Set(told).size).toBe(languages.length);
  for (const yaml of told) {
    expect(yaml).toMatch(/^record: seizure\nsalt: "f00d" # \S/mu);
    expect(withSalt(yaml, 'other', 'en')).toBe(yaml);
  }
});

test('what hashes nothing needs none', () => {
  const plain = hashing.replace(', as: hash', '');
  expect(withSalt(plain, 'f00d', 'en')).toBe(plain);
});

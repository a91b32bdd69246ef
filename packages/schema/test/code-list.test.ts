import {
  type CodeEntry,
  codeList,
  editDistance,
  nameDistance,
  places,
  unlike,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function entry(code: string, name: string, synonyms: readonly string[] = []): CodeEntry {
  return { code, label: { nl: name, fr: name, de: name, en: name }, synonyms };
}

const things = codeList(
  'things',
  [
    { ...entry('crate', 'Crate', ['krat', 'Kästchen']), aliases: ['CRT1'] },
    entry('box', 'Box', ['étui', 'case']),
    entry('bag', 'Bag', ['case', 'sac à dos']),
  ],
  { case: { de: 'bag' } },
);

describe('codeList', () => {
  test('is a frozen array whose methods do not show', () => {
    expect(things.map(({ code }) => code)).toEqual(['crate', 'box', 'bag']);
    expect(Object.keys(things)).toEqual(['0', '1', '2']);
    expect(Object.isFrozen(things)).toBe(true);
    expect(Object.isFrozen(things[0])).toBe(true);
    expect(things.get('box')).toBe(things[1]);
  });

  test('get and has take codes and aliases, and nothing else', () => {
    expect(things.get('CRT1').code).toBe('crate');
    expect(things.has('CRT1')).toBe(true);
    expect(things.has('Crate')).toBe(false);
    expect(() => things.get('bxo')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: things has no code "bxo". Nearest: box (Box).]`,
    );
  });

  test.each([
    ['CRATE', 'crate'],
    [' crate. ', 'crate'],
    ['kastchen', 'crate'],
    ['ETUI', 'box'],
    ['Sac  à-dos', 'bag'],
    ['crt1', 'crate'],
  ])('lookup of %j finds %s', (name, code) => {
    expect(things.lookup(name)).toEqual({ kind: 'exact', entry: things.get(code) });
  });

  test('a shared name is ambiguous, except in a language where it means one thing', () => {
    const both = [things.get('box'), things.get('bag')];
    expect(things.lookup('case')).toEqual({ kind: 'ambiguous', entries: both });
    expect(things.lookup('case', 'fr')).toEqual({ kind: 'ambiguous', entries: both });
    expect(things.lookup('Case', 'de')).toEqual({ kind: 'exact', entry: things.get('bag') });
  });

  test('codes of up to three letters count only as written', () => {
    const list = codeList('countries', [entry('IN', 'India')]);
    expect(list.lookup('in').kind).toBe('none');
    expect(list.lookup('IN').kind).toBe('exact');
  });

  test('an unknown name names the nearest entries; an empty one means nothing', () => {
    const match = things.lookup('crates');
    expect(match.kind === 'none' && match.nearest[0]?.code).toBe('crate');
    expect(things.lookup('').kind).toBe('none');
    expect(things.lookup('···').kind).toBe('none');
  });

  test('no name that is near is passed over, whatever its letters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abceé'), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (wanted, name) => {
        const apart =
          0.1 + (0.9 * editDistance(wanted, name)) / Math.max(wanted.length, name.length);
        if (wanted === name || name.includes(wanted)) return;
        const found = nameDistance(wanted, name);
        expect(found < unlike).toBe(apart < unlike);
        if (apart < unlike) expect(found).toBe(apart);
      }),
    );
  });

  test('refuses a list that is not fit for use', () => {
    expect(() =>
      codeList('a', [entry('x', 'X'), entry('x', 'Y')]),
    ).toThrowErrorMatchingInlineSnapshot(`[UsageError: a lists the code "x" twice.]`);
    expect(() => codeList('a', [entry('x', '')])).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a has no label for x in nl, fr, de, en.]`,
    );
    expect(() =>
      codeList('a', [entry('x', 'same'), entry('y', 'Same')]).lookup('a word'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a: "same" means x and y. Declare it as shared, or remove it.]`,
    );
    expect(() =>
      codeList('a', [entry('x', 'one')], { one: {} }).lookup('a word'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a: "one" is declared as shared but means x.]`,
    );
    expect(() =>
      codeList('a', [entry('x', 'one')], { two: {} }).lookup('a word'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a: "two" is declared as shared but means none.]`,
    );
  });
});

test.each([
  ['Gent/Gand', 'BEGNE'],
  ['Antwerpen (Anvers)', 'BEANR'],
  ['Vlissingen - Flessingue', 'NLVLI'],
])('a name in two languages is one name: %s', (name, code) => {
  expect(places.lookup(name)).toMatchObject({ kind: 'exact', entry: { code } });
});

test.each(['Gent/Antwerpen', 'Gent (x)', 'Gent/Gand/x'])('%s is no name', (name) => {
  expect(places.lookup(name).kind).toBe('none');
});

test.each([
  ['haven Antwerpen', 'BEANR'],
  ['port d’Anvers', 'BEANR'],
  ['Hafen von Gent', 'BEGNE'],
  ['Port of Ghent', 'BEGNE'],
])('a port bears the word for one: %s', (name, code) => {
  expect(places.lookup(name)).toMatchObject({ kind: 'exact', entry: { code } });
});

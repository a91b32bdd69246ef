import { join, say } from '@samenbeeld/merge';
import { languages, placeLabel } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

const same = (template: string) => ({ nl: template, fr: template, de: template, en: template });

describe('say(templates, words)', () => {
  it('prints numbers, quantities, dates and codes as each language does', () => {
    const text = say(same('{n} · {q} · {d} · {p} · {a} · {s} · {w}'), {
      n: 1534.5,
      q: { quantity: 3, unit: 'seizure' },
      d: { date: '2023-01-10' },
      p: { place: 'NLVLI+BEGNE' },
      a: { agencies: ['NL_HARC'] },
      s: { substance: 'COC' },
      w: 'x',
    });
    expect(text).toMatchInlineSnapshot(`
      {
        "de": "1.534,5 · 3 Sicherstellungen · 10. Januar 2023 · Vlissingen + Gent · HARC-Team · Kokain · x",
        "en": "1,534.5 · 3 seizures · 10 January 2023 · Vlissingen + Ghent · HARC team · cocaine · x",
        "fr": "1 534,5 · 3 saisies · 10 janvier 2023 · Flessingue + Gand · équipe HARC · cocaïne · x",
        "nl": "1.534,5 · 3 inbeslagnames · 10 januari 2023 · Vlissingen + Gent · HARC-team · cocaïne · x",
      }
    `);
  });

  it('begins a sentence with a capital, and leaves a part of one', () => {
    expect(say(same('{a} counts.'), { a: 'customs' }).en).toBe('Customs counts.');
    expect(say(same('{a} counts'), { a: 'customs' }).en).toBe('customs counts');
  });

  it('leaves a word that is not given, so that the gap is seen', () => {
    expect(say(same('{a} of {b}'), { a: 1 }).en).toBe('1 of {b}');
  });
});

describe('join(texts)', () => {
  it('puts sentences behind each other', () => {
    expect(join([same('A.'), same('B.')]).fr).toBe('A. B.');
    expect(join([]).de).toBe('');
  });
});

describe('placeLabel(code, language)', () => {
  it('names several places, and a code nobody knows by itself', () => {
    expect(languages.map((language) => placeLabel('BEGNE+XXX', language))).toEqual([
      'Gent + XXX',
      'Gand + XXX',
      'Gent + XXX',
      'Ghent + XXX',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { loadSource } from '@samenbeeld/ingest';
import { agencies, type Language, languages } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import excel from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { exercise, money, published } from '../pictures.ts';
import { stated } from './reliability.ts';

const pictures = { published, exercise, money };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** What a reader sees of one language of a report, a text a node: no code, no quotation, no words of another language. */
function reportTexts(folder: string, language: Language): readonly string[] {
  const html = readFileSync(`${folder}/report.html`, 'utf8');
  const starts = languages.map((one) =>
    html.indexOf(`<div class="edition`, html.indexOf(`id="${one}" lang="${one}"`) - 60),
  );
  const at = languages.indexOf(language);
  const edition = html.slice(starts[at], starts[at + 1] ?? html.length);
  return edition
    .replace(
      /<(script|style|code|q)\b[\s\S]*?<\/\1>|<a class="url"[\s\S]*?<\/a>|<span lang="[^<]*<\/span>|<nav class="languages"[\s\S]*?<\/nav>/g,
      '<',
    )
    .split(/<[^>]*>|</)
    .map((text) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole))
    .filter((text) => text.trim() !== '');
}

/**
 * The words of a workbook; of the last sheet but one, which quotes its sources, only what the house says itself, and of the
 * last, the dictionary, only what it says in this language.
 */
async function workbookTexts(folder: string, language: Language): Promise<readonly string[]> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(`${folder}/workbook-${language}.xlsx`);
  const [evidence, dictionary] = workbook.worksheets.slice(-2);
  const explained = [1, 2, 3, 4 + ['nl', 'fr', 'de', 'en'].indexOf(language)];
  const texts: string[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row, line) => {
      row.eachCell((cell, column) => {
        const own = new Map([
          [evidence, [1, 2, 3, 6]],
          [dictionary, explained],
        ]).get(sheet);
        const isOwn = !own || line < (sheet === evidence ? 5 : 4) || own.includes(column);
        if (isOwn && typeof cell.value === 'string') texts.push(cell.value);
      });
    });
  return texts;
}

/** A text without what is no running text in any language: addresses, files, names of datasets and numbers of inputs. */
function running(text: string): string {
  return text
    .replace(
      /\S*(?:\/\/|\.(?:csv|tsv|xlsx|json|yaml|md)\b)\S*|\S+\.(?:nl|be|com|eu|fr|de|lu|org|tr|html)\b\S*/g,
      ' ',
    )
    .replace(/\b[APQH]\d?-[\w-]+/g, ' ')
    .replace(/\bcrim_off_cat\b/g, ' ')
    .replace(/"NSP[^"]*"/g, ' ');
}

const plurals: Readonly<Record<Language, string>> = {
  nl: 'cijfers|andere cijfers|vangsten|paren|meldingen|dubbele meldingen|jaren|rijen|bedragen|reeksen|dagen|gewichten|zaken|patronen|rekeningen|plaatsen',
  fr: 'chiffres|autres chiffres|saisies|paires|doublons|années|lignes|montants|séries|jours|affaires|schémas|comptes|sites',
  de: 'Zahlen|weitere Zahlen|Funde|Paare|Meldungen|Doppelmeldungen|Jahre|Zeilen|Beträge|Reihen|Tage|Gewichte|Fälle|Konten|Orte',
  en: 'figures|other figures|finds|seizures|pairs|reports|double reports|years|rows|amounts|days|weights|cases|patterns|accounts|sites',
};

const banned: Readonly<Record<Language, RegExp>> = {
  nl: /\bcitaat\b|Vraag één|welke van de tegenstrijdige cijfers .* ook juist|gewone, hoogste|breekt een trend af|trend die afbreekt|gerapporteerd|\bvondst|omgewissel|Één/u,
  fr: /inconnu, non nul|date d’arrêt(?!é)|communiqué|découverte|cocaïne, saisi\b|Transité n’est pas saisi|image de la criminalité|cette image|banque souterraine|tout public|Combien de|publié :|habituel, maximum/u,
  de: /\bZitat\b|(?<!\p{L})bricht einen Trend|Durchgeschleust ist|üblicher, höchster/u,
  en: /\bsamples? (?:carr|has|of kind)|written by scripts/u,
};

/** Each class of error: what of a text breaks it; the texts are those a reader sees. */
const classes: Readonly<Record<string, (text: string, language: Language) => boolean>> = {
  'a day of ISO in running text': (text) =>
    /(?<![\d-])(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?(?![\d-])/.test(running(text)),
  'a noun that does not go with its number': (text, language) =>
    new RegExp(
      `(?<![\\d.,\\u202f\\u00a0–])${language === 'fr' ? '[01]' : '1'} (?:${plurals[language]})(?![\\p{L}])`,
      'u',
    ).test(text),
  'a blank that may break or is missing in French': (text, language) =>
    language === 'fr' && (/ [:;!?»]|« /.test(text) || /[\p{L}\p{N})»][;:]\s/u.test(running(text))),
  'a percent sign as another language sets it': (text, language) =>
    ['nl', 'en'].includes(language)
      ? /\d[ \u00a0\u202f]%/.test(text)
      : /\d(?: |\u202f)?%/.test(text),
  'an agency by its English name': (text, language) =>
    language !== 'en' &&
    agencies.some(
      ({ label }) =>
        label.en.length > 6 &&
        /\p{Ll} \p{L}/u.test(label.en) &&
        !label[language].includes(label.en) &&
        text.includes(label.en),
    ),
  'a code where a name belongs': (text) =>
    /\b[A-Z]{2}\.[A-Z]{2,}\.[\w-]+|\bPC_[A-Z]+|\b(?:NL|BE|LU|FR|DE|FIU)_[A-Z]{2,}\b|\b(?:seized|entered|destined|finds|not)_[a-z]+/.test(
      running(text),
    ),
  'a term that the house does not use': (text, language) => banned[language].test(text),
};

const editions = Object.entries(pictures).flatMap(([name, folder]) =>
  languages.map((language) => ({ name, folder, language })),
);
let [tried, held] = [0, 0];

describe.each(editions)('$name, $language', ({ folder, language }) => {
  let read: readonly (readonly string[])[] = [];
  beforeAll(async () => {
    read = [reportTexts(folder, language), await workbookTexts(folder, language)];
  });

  test.each(Object.keys(classes))('neither report nor workbook holds %s', (name) => {
    const breaks = classes[name] as (text: string, language: Language) => boolean;
    expect(read).toHaveLength(2);
    const found = read.map((texts) => texts.filter((text) => breaks(text, language)));
    for (const texts of read) expect(texts.length).toBeGreaterThan(200);
    tried += found.length;
    held += found.filter((texts) => texts.length === 0).length;
    expect([...new Set(found.flat())].slice(0, 8)).toEqual([]);
  });
});

test('headings do not begin with a figure that is read as a word', () => {
  for (const { folder, language } of editions) {
    const html = readFileSync(`${folder}/report.html`, 'utf8');
    const headings = [...html.matchAll(/<h[1-4][^>]*>([^<]+)/g)].map(([, text = '']) => text);
    expect(headings.length, language).toBeGreaterThan(10);
    expect(headings.filter((text) => /^(?:[1-9]|1[0-2]) \p{Ll}/u.test(text))).toEqual([]);
  }
});

test('the public list of sources speaks to its readers', () => {
  // A rule may speak of a laboratory's samples; where a file comes from is said to readers, not to those who test with it.
  const remarks =
    /scripts\/|repositor(?:y|ies)|\blayout\b|read in public code|copies this description/i;
  const aboutSamples = /\bsamples?\b/i;
  for (const id of catalogue()) {
    const { source, breaks, definitions } = loadSource(catalogueFolder(id));
    const { title, citation, licence } = source;
    const texts = languages.flatMap((language) => [
      title[language],
      ...definitions.map(({ countingRule }) => countingRule[language]),
      ...breaks.map(({ note }) => note[language]),
    ]);
    expect(
      [...texts, citation].filter((text) => remarks.test(text)),
      id,
    ).toEqual([]);
    expect(citation, id).not.toMatch(aboutSamples);
    expect(licence, id).not.toMatch(/scripts\//);
    for (const language of languages)
      expect(banned[language].test(title[language]), `${id} ${language}`).toBe(false);
  }
});

test('the page on reliability says what was found here', () => {
  expect({ tried, held }).toEqual(
    stated('reports and workbooks read for a class of error in words'),
  );
});

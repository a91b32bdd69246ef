import { readFileSync } from 'node:fs';
import { loadSource } from '@samenbeeld/ingest';
import { languages, type Text } from '@samenbeeld/schema';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';

/** The keys of a description in the order every folder keeps. */
const order = [
  'source',
  'title',
  'publisher',
  'country',
  'kind',
  'language',
  'licence',
  'citation',
  'url',
  'fetch',
  'grade',
  'handling',
  'programme',
  'synthetic',
  'record',
  'salt',
  'file',
  'missingValues',
  'definitions',
  'breaks',
  'coverage',
  'doubleCounts',
  'constants',
  'columns',
  'fold',
  'exclude',
  'totals',
  'corrections',
  'key',
  'checks',
];

/** Licences a source of the catalogue may come under; a new one is added here after somebody has read it. */
const licences = new Set([
  'CC-BY-4.0',
  'CC0-1.0',
  'dl-de/by-2-0',
  'Licence Ouverte 2.0',
  'UNODC terms of use, with attribution',
  'EUDA terms of use; reproduction is authorised with attribution',
  'Figures quoted with their source; rights in the texts stay with the publishers',
  'MIT, synthetic data of this repository',
]);

const year = /(?:19|20)\d\d/;

function complete(text: Text, atLeast: number): void {
  const words = languages.map((language) => text[language]);
  for (const word of words) expect(word.trim().length).toBeGreaterThan(atLeast);
  expect(new Set(words).size).toBe(languages.length);
}

describe.each(catalogue())('the description of %s', (id) => {
  const folder = catalogueFolder(id);
  const written = readFileSync(`${folder}/source.yaml`, 'utf8');
  const { id: name, source, definitions, breaks, checks, open } = loadSource(folder);
  const keys = [...written.matchAll(/^([a-zA-Z]+):/gm)].map(([, key]) => key ?? '');

  it('bears the name of its folder, in small letters and hyphens', () => {
    expect(name).toBe(id);
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(id.startsWith('exercise-')).toBe(source.synthetic);
  });

  it('starts with the schema that editors complete from', () => {
    expect(written.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../../../ingest/source-description.schema.json',
    );
  });

  it('gives its keys in the order of all others, and leaves no question open', () => {
    expect(keys).toEqual(order.filter((key) => keys.includes(key)));
    expect(open).toEqual([]);
  });

  it('says everything a reader sees in four languages', () => {
    complete(source.title, 5);
    for (const { countingRule } of definitions) complete(countingRule, 20);
    for (const { note } of breaks) complete(note, 20);
  });

  it('comes under a licence of the closed list, and is cited with a year', () => {
    expect(licences).toContain(source.licence);
    expect(source.citation).toMatch(year);
  });

  it('has an address that can be visited, or is a sheet or an exercise that has none', () => {
    if (source.url === null) {
      expect(source.synthetic || source.kind === 'claim_sheet').toBe(true);
      return;
    }
    const url = new URL(source.url);
    expect(['http:', 'https:']).toContain(url.protocol);
    expect(url.hostname).toMatch(/\.[a-z]{2,}$/);
  });

  it('declares its breaks, or that it knows of none', () => {
    expect(keys).toContain('breaks');
    expect(breaks.length > 0 || /^breaks: \[\]/m.test(written)).toBe(true);
    for (const { on } of breaks) expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('checks its records, or says why it cannot', () => {
    expect(checks.length > 0 || /^checks: \[\] # .{20,}$/m.test(written)).toBe(true);
  });
});

describe('definitions', () => {
  it('have ids that are told apart within a source', () => {
    for (const id of catalogue()) {
      const ids = loadSource(catalogueFolder(id)).definitions.map((definition) => definition.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

import { existsSync } from 'node:fs';
import { catalogue, catalogueFolder, sampleFile, sampleFiles } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';

describe('catalogue()', () => {
  it('lists the folders with a description, in code-unit order', () => {
    const ids = catalogue();
    expect(ids).toContain('unodc-seizures');
    expect(ids).toEqual([...ids].sort());
    for (const id of ids) expect(existsSync(`${catalogueFolder(id)}/source.yaml`)).toBe(true);
  });
});

describe('catalogueFolder(id)', () => {
  it('names the nearest ids where there is no such source', () => {
    expect(() => catalogueFolder('unodc-seizure')).toThrow(
      'There is no source "unodc-seizure" in the catalogue; the path of a source.yaml will do too. Do you mean unodc-seizures',
    );
  });

  it('does not leave the catalogue', () => {
    expect(() => catalogueFolder('../src')).toThrow(
      'There is no source "../src" in the catalogue; the path of a source.yaml will do too. There are ',
    );
  });
});

describe('sampleFile(id)', () => {
  it('is the first sample of the folder', () => {
    expect(sampleFile('unodc-prices')).toMatch(/unodc-prices\/sample\.json$/);
    expect(sampleFile('unodc-prices')).toBe(sampleFiles('unodc-prices')[0]);
  });
});

describe('sampleFiles(id)', () => {
  it('lists every layout that the folder shows, in code-unit order', () => {
    const files = sampleFiles('bka-pks-zeitreihe');
    expect(files.length).toBeGreaterThan(1);
    expect(files).toEqual([...files].sort());
  });
});

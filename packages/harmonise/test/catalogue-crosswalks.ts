import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownCrosswalk } from '@samenbeeld/harmonise';
import { loadSource } from '@samenbeeld/ingest';

const catalogue = join(import.meta.dirname, '../../sources/catalogue');

/** A crosswalk of the catalogue, with the list it leads to and the language of its source. */
export interface CatalogueCrosswalk {
  readonly source: string;
  readonly language: 'nl' | 'fr' | 'de' | 'en';
  readonly country: string;
  readonly list: string;
  readonly crosswalk: KnownCrosswalk;
}

const lists: Readonly<Record<string, string>> = {
  substance: 'substances',
  place: 'places',
  agencies: 'agencies',
  offence: 'offences',
  unit: 'units',
};

/** Every crosswalk of the catalogue that fills a field with a code list. */
export function catalogueCrosswalks(): readonly CatalogueCrosswalk[] {
  return readdirSync(catalogue)
    .filter((name) => existsSync(join(catalogue, name, 'source.yaml')))
    .sort()
    .flatMap((name) => {
      const source = loadSource(join(catalogue, name));
      const mappings = [
        ...source.columns.flatMap(({ mappings: own }) => own),
        ...source.folds.flatMap(({ groups, value }) => [...Object.values(groups), value]),
      ];
      const seen = new Set<string>();
      return mappings.flatMap(({ to, crosswalk }) => {
        const list = lists[to];
        if (!crosswalk || !list || seen.has(crosswalk.file)) return [];
        seen.add(crosswalk.file);
        return [
          {
            source: name,
            language: source.language,
            country: source.source.country,
            list,
            crosswalk: { ...crosswalk, source: name },
          },
        ];
      });
    });
}

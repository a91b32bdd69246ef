import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueWords } from '@samenbeeld/ingest';
import type { Issue } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';
import { ingested } from './fixture.ts';

const dutch = (issues: readonly Issue[]) =>
  issues.map((issue) => {
    const words = issueWords(issue);
    return [issue.rule, words?.message.nl, words?.repair.nl];
  });

describe('the words of an issue in another language than English', () => {
  it('say that nothing fills a field, not that its cell is empty', async () => {
    const { issues, conservation } = await ingested({
      files: 'Plaats;Aantal\nNLVLI;12\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year', optional: true },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(dutch(issues)).toEqual([
      [
        'field.unfilled',
        'een verplicht veld van dit cijfer is nergens gegeven, en mag niet leeg zijn',
        'geef het onder `set:` van de kolom met cijfers, als groep van de fold, als constante, of in een kolom die er is',
      ],
    ]);
    expect(conservation[0]?.rejections).toEqual({ 'field.unfilled': 1 });
  });

  it('do not advise `fill: down` for a column that has it, and do for one that has not', async () => {
    const files = 'Plaats;Jaar;Aantal\n;2021;1\nNLVLI;2021;2\n';
    const columns = { Jaar: { to: 'period', as: 'year' }, Aantal: { to: 'value', as: 'integer' } };
    const repairOf = async (place: object): Promise<readonly unknown[]> => {
      const { issues } = await ingested({
        files,
        description: { columns: { Plaats: place, ...columns } },
      });
      return dutch(issues.filter(({ severity }) => severity === 'rejection'));
    };
    expect(await repairOf({ to: 'place', fill: 'down' })).toEqual([
      [
        'field.unlabelled',
        'de cel is leeg, en mag dat niet zijn',
        'zet het label in de cel: de waarschuwing `cell.not-filled` zegt waarom ze er geen van boven krijgt',
      ],
    ]);
    expect(await repairOf({ to: 'place' })).toEqual([
      ['field.blank', expect.anything(), expect.stringContaining('schrijf `fill: down`')],
    ]);
  });

  it('say of an ignored column that its rows stay, and of another that the row is left out', async () => {
    const { issues } = await ingested({
      files:
        'Plaats;Jaar;Aantal;Balie;Opm\nNLVLI;2021;1;tel 06-12345678;\nNLVLI;2022;1;;tel 06-12345678\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year' },
          Aantal: { to: 'value', as: 'integer' },
          Balie: { ignore: 'the desk that answers', screen: 'report' },
          Opm: { to: 'note' },
        },
      },
    });
    const said = new Map(issues.map((issue) => [issue.column, issueWords(issue)?.message.nl]));
    expect(said.get('D "Balie"')).toContain('haar rijen blijven');
    expect(said.get('E "Opm"')).toContain('de hele rij wordt weggelaten');
  });

  it('say why a cell is not shown, and do not call an empty one withheld', async () => {
    const { issues } = await ingested({
      files: 'Plaats;Jaar;Aantal\nNLVLI;06-12345678;1\nNLVLI;;1\nNLVLI;20x2;1\n',
      description: {
        columns: {
          Plaats: { to: 'place' },
          Jaar: { to: 'period', as: 'year', screen: false },
          Aantal: { to: 'value', as: 'integer' },
        },
      },
    });
    expect(issues.map((issue) => issueWords(issue)?.message.nl)).toEqual([
      'de cel is niet te lezen; ze lijkt op persoonsgegevens en wordt niet getoond',
      'de cel is leeg, en mag dat niet zijn',
      '"20x2" is geen dag of periode zoals de beschrijving die verwacht',
    ]);
    expect(JSON.stringify(issues)).not.toContain('06-12345678');
  });

  it('stand for every rule that the readers and the checks of items name', () => {
    const sources = ['read', 'ingest'].flatMap((room) => {
      const folder = join(import.meta.dirname, '../../', room, 'src');
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('issue-words.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    });
    const rules = new Set(
      sources.flatMap((code) =>
        [
          ...code.matchAll(
            /rule: ["']+([a-z]+\.[a-z-]+)|'(?:note|warning|rejection)',\s*'([a-z0-9-]+\.[a-z0-9-]+)'/gu,
          ),
        ].map(([, named, logged]) => named ?? logged ?? ''),
      ),
    );
    expect(rules.size).toBeGreaterThan(45);
    const place = { file: 'a.csv', sheet: null, line: 1, column: 'A', severity: 'note' } as const;
    const without = [...rules].filter(
      (rule) => issueWords({ ...place, value: 'x', rule, message: 'm', repair: 'r' }) === null,
    );
    // What no cell comes to while the dictionary holds.
    expect(without.sort()).toEqual(['cell.unread']);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetTemplate, templateDescription } from '@samenbeeld/ingest';
import { describe, expect, test } from 'vitest';
import { asked, starting } from './asked-lines.ts';
import { samenbeeld } from './one-process.ts';
import { smallPicture, temporary } from './pictures.ts';

describe('the page of best practice', () => {
  test('what is decided and contradicts on closed sources is not counted, and closed sources are said', async () => {
    const folder = temporary('closed-sources');
    const file = smallPicture(folder);
    const items = async (agency: string, tlp: string): Promise<string> => {
      const row = { item: 'P1', amount: '1.5', date: '2024-05-01', country: 'NL', place: 'NL' };
      const more = { service: agency, sort: 'post_letter', substance: 'COC', unit: 'kg' };
      writeFileSync(
        join(folder, `${agency}.xlsx`),
        await sheetTemplate('post-items', [{ ...row, ...more }]),
      );
      writeFileSync(
        join(folder, `${agency}.source.yaml`),
        (templateDescription('post-items', agency, 'a salt of nobody') ?? '').replace(
          'tlp: AMBER',
          `tlp: ${tlp}`,
        ),
      );
      return `  - { source: ./${agency}.source.yaml, file: ${agency}.xlsx }\n`;
    };
    const inputs = `${await items('NL_CUST', 'AMBER')}${await items('NL_POL', 'CLEAR')}`;
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8').replace('audience: public', 'audience: internal')}${inputs}`,
    );
    const out = join(folder, 'out');
    const build = async () =>
      expect(await samenbeeld(['build', file, '--out', out])).toMatchObject({ code: 0 });
    await build();
    const contradictions = (page: readonly string[]): string =>
      page.find((line) => line.includes('contradiction')) ?? '';
    const before = await asked(out, 'best-practice', '--tlp', 'AMBER');
    expect(before.join('\n')).toContain('up to TLP:AMBER. Nothing is left out.');
    expect(before).toContain('- Nobody has decided anything yet.');
    const open = await asked(out, 'best-practice');
    expect(open.join('\n')).toContain('One item is not on it. One source of figures may not stand');
    expect(open.join('\n')).toContain('The figures rest in part on sources');
    for (const [language, words] of [
      ['fr', 'Une donnée n’y figure pas. Une source de chiffres ne peut y figurer.'],
      ['de', 'Eine Angabe steht nicht darauf. Eine Quelle von Zahlen darf nicht darauf stehen.'],
    ] as const) {
      const { stdout } = await samenbeeld(['ask', out, 'best-practice', '--language', language]);
      expect(stdout.replace(/\s+/gu, ' ')).toContain(words);
    }
    expect(open).toContain('- No decision is known to rest on the shown sources alone.');
    // The claims are open, so what they contradict is counted as before.
    expect(contradictions(open)).toContain('Between the shown sources: ');
    expect(contradictions(open).slice(-60)).toBe(contradictions(before).slice(-60));
    const { stdout } = await samenbeeld(['link', file, '--all', '--json']);
    const [pair] = (JSON.parse(stdout) as { readonly pairs: readonly { readonly key: string }[] })
      .pairs;
    const by = ['--role', 'analyst, port desk', '--reason', 'one parcel'];
    await samenbeeld(['link', file, '--same', pair?.key ?? '', ...by]);
    await samenbeeld(['decide', file, '1', '--keep', 'C067', ...by]);
    await build();
    const all = await asked(out, 'best-practice', '--tlp', 'AMBER');
    expect(starting(all, '- Two decisions')).toContain('each with a role and a reason');
    const shown = await asked(out, 'best-practice');
    expect(starting(shown, '- One decision')).toContain('One decision, with a role and a reason');
    expect(shown.join('\n')).toContain('that rest on what may not stand here are not counted');
  });
});

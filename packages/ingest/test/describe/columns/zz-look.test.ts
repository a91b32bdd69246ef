import { mkdirSync, writeFileSync } from 'node:fs';
import { readTable } from '@samenbeeld/ingest';
import { expect, it } from 'vitest';
import { guessTable } from '../../../src/describe/columns/guess-table.ts';
import { lookAlikes } from './look-alikes.ts';

const only = process.env['ONLY'];
it('x', async () => {
  expect(1).toBe(1);
  mkdirSync('/tmp/columns/f', { recursive: true });
  for (const l of lookAlikes) {
    if (only && !l.name.includes(only)) continue;
    const path = `/tmp/columns/f/${l.file}`;
    writeFileSync(path, l.text);
    const [table] = await readTable(path, {
      format: 'csv',
      encoding: 'utf-8',
      header: l.header ?? 1,
      delimiter: l.delimiter ?? ',',
    });
    const t0 = Date.now();
    const guess = guessTable(table!, {
      file: l.file,
      titleLines: l.title ?? [],
      footerLines: l.footer ?? [],
    });
    const out = [
      `=== ${l.name} ${guess.record.value === l.record ? '' : '✗'} ${guess.record.value} ${guess.record.confidence} ${guess.language.value === l.language ? '' : '✗'} ${guess.language.value} ${guess.language.confidence} dec ${guess.decimalChar.value} grp ${guess.groupChar.value} ${Date.now() - t0} ms`,
    ];
    for (const c of guess.columns) {
      const want =
        l.columns[c.headings[0]!] ??
        Object.entries(l.columns).find(
          ([k]) => /[\^$]|_/.test(k) && c.headings.every((h) => new RegExp(k, 'u').test(h)),
        )?.[1] ??
        '?';
      const got = c.written === null ? '??' : (c.to ?? '-');
      out.push(
        `${got === want ? ' ' : '✗'} ${c.kind === 'fold' ? 'F' : ' '} ${c.headings.slice(0, 3).join(' | ').slice(0, 40).padEnd(40)} ${got.padEnd(14)} ${got === want ? '' : `want ${want}`.padEnd(24)} ${c.confidence} ${c.reason.slice(0, 100)} ${process.env['FULL'] || c.kind === 'fold' ? JSON.stringify(c.written) : ''} ${c.decide.length ? `?? ${c.decide.join(' / ').slice(0, 160)}` : ''}`,
      );
    }
    for (const [k, g] of Object.entries(guess.constants))
      out.push(`   const ${k} = ${g.value} ${g.confidence} ${g.reason.slice(0, 120)}`);
    out.push(
      `   missing ${JSON.stringify(Object.fromEntries(Object.entries(guess.missingValues).map(([k, g]) => [k, g.value])))}`,
    );
    console.log(out.join('\n'));
  }
});

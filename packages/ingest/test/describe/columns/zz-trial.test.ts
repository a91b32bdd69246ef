import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeFile } from '../../../src/describe/describe-file.ts';
import { lookAlikes } from './look-alikes.ts';

const only = process.env['ONLY'];
it('x', async () => {
  expect(1).toBe(1);
  mkdirSync('/tmp/columns/f', { recursive: true });
  for (const l of lookAlikes) {
    if (only && !l.name.includes(only)) continue;
    const path = `/tmp/columns/f/${l.file}`;
    const d = l.delimiter ?? ',';
    writeFileSync(path, [...(l.title ?? []), l.text, ...(l.footer ?? [])].join('\n') + '\n');
    try {
      const got = (await describeFile(path)) as any;
      const t = got.trial;
      console.log(
        `=== ${l.name} ${t?.kind} records ${t?.records} ${t?.kind === 'ingested' ? `acc ${t.conservation.accepted} exc ${t.conservation.excluded} rej ${t.conservation.rejected}` : JSON.stringify(t).slice(0, 400)}\n` +
          (t?.issues ?? [])
            .map((i: any) => `   ${i.rule} ${i.column} x${i.count} ${i.example.message}`)
            .join('\n') +
          (process.env['FULL'] ? `\n${got.yaml}` : ''),
      );
    } catch (e) {
      console.log(`=== ${l.name} THROWS ${String(e).slice(0, 500)}`);
    }
  }
}, 300000);

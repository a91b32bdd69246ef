import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadSource, readTable } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { expect, it } from 'vitest';
import { guessTable } from '../../../src/describe/columns/guess-table.ts';

const only = process.env['ONLY'];
it('x', async () => {
  expect(1).toBe(1);
  const root = `${import.meta.dirname}/../../../../sources/catalogue`;
  for (const id of readdirSync(root)) {
    if (only && !id.includes(only)) continue;
    const folder = catalogueFolder(id);
    const file = readdirSync(folder).find((n) => n.startsWith('sample'));
    if (!file) continue;
    const source = loadSource(folder);
    let table;
    for (const shape of source.shapes) {
      try {
        [table] = await readTable(`${folder}/${file}`, shape);
        break;
      } catch {}
    }
    if (!table) {
      console.log('unreadable', id);
      continue;
    }
    const t0 = Date.now();
    const guess = guessTable(table, { file, titleLines: [], footerLines: [] });
    const out = [
      `=== ${id} ${guess.record.value} ${guess.record.confidence} ${guess.language.value} ${guess.language.confidence} dec ${guess.decimalChar.value} grp ${guess.groupChar.value} ${Date.now() - t0} ms`,
    ];
    for (const c of guess.columns) {
      const rule = source.columns.find((r) => c.headings.some((h) => r.headers.includes(h)));
      const fold = source.folds.find((f) =>
        c.headings.every((h) => new RegExp(f.headers, 'u').test(h)),
      );
      const want = rule
        ? rule.ignore !== null
          ? '-'
          : rule.mappings.map((m) => m.to).join('+')
        : fold
          ? 'FOLD'
          : '?';
      const got =
        c.kind === 'fold'
          ? 'FOLD'
          : c.written === null
            ? '??'
            : Array.isArray(c.written)
              ? c.written.map((w) => w['to']).join('+')
              : String((c.written as any).to ?? '-');
      out.push(
        `${got === want ? ' ' : want.split('+')[0] === got.split('+')[0] ? '~' : '✗'} ${c.headings.slice(0, 2).join(' | ').slice(0, 40).padEnd(40)} ${got.padEnd(28)} ${got === want ? '' : `want ${want}`.padEnd(24)} ${c.confidence} ${c.reason.slice(0, 100)} ${process.env['FULL'] ? JSON.stringify(c.written) : ''} ${c.decide.length ? `?? ${c.decide.join(' / ').slice(0, 120)}` : ''}`,
      );
    }
    for (const [k, g] of Object.entries(guess.constants))
      out.push(`   const ${k} = ${g.value} ${g.confidence} ${g.reason}`);
    out.push(
      `   missing ${JSON.stringify(Object.fromEntries(Object.entries(guess.missingValues).map(([k, g]) => [k, g.value])))}`,
    );
    console.log(out.join('\n'));
  }
});

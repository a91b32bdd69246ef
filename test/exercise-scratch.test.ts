import { mkdirSync, writeFileSync } from 'node:fs';
import { openEngine } from '../packages/engine/src/index.ts';
import { generateExercise, writeExerciseFiles } from '../packages/exercise/src/index.ts';
import { ingest, loadSource } from '../packages/ingest/src/index.ts';
import { eventTotals, findDoubleReports } from '../packages/merge/src/index.ts';
import { seizureFromRow, type TableRow } from '../packages/schema/src/index.ts';
import { expect, test } from 'vitest';
test('run', async () => {
  expect(1).toBe(1);
  let TP = 0, FP = 0, FN = 0, CAND = 0, CANDT = 0, cov = 0, cells = 0, all = 0, allcov = 0;
  for (let seed = Number(process.env.FROM ?? 1); seed <= Number(process.env.TO ?? 20); seed++) {
    const world = generateExercise({ seed });
    const files = await writeExerciseFiles(world);
    mkdirSync('/tmp/ex', { recursive: true });
    const engine = await openEngine();
    const coverage: any[] = [];
    for (const f of world.files) {
      writeFileSync(`/tmp/ex/${f.name}`, files[f.name]!);
      const s = loadSource(`packages/sources/catalogue/exercise-${f.office}`);
      coverage.push(...s.coverage);
      const r = await ingest(engine, s, [`/tmp/ex/${f.name}`]);
      const want = JSON.stringify(world.truth.rejections[f.name]);
      if (JSON.stringify(Object.fromEntries(Object.entries(r.conservation[0]!.rejections).sort())) !== want) console.log('REJ', seed, f.name, JSON.stringify(r.conservation[0]!.rejections), want, r.issues.filter(i=>i.severity==='rejection').map(i=>i.rule+i.line+i.message));
    }
    const seizures = (await engine.rows<TableRow>('select * from seizure order by id')).map(seizureFromRow);
    await engine.close();
    const at = new Map(seizures.map((s) => [`${s.origin.file}:${s.origin.line}`, s]));
    const idOf = new Map(world.truth.seizures.flatMap((t) => t.reports.map((r) => [`${r.file}:${r.line}`, t] as const)));
    const tOf = (id: string) => { const s = seizures.find((x) => x.id === id)!; return idOf.get(`${s.origin.file}:${s.origin.line}`)!; };
    const truthPairs = new Set(world.truth.doubles.filter((d) => d.readable).map((d) => [at.get(`${d.a.file}:${d.a.line}`)!.id, at.get(`${d.b.file}:${d.b.line}`)!.id].sort().join(' ')));
    const pairs = findDoubleReports(seizures);
    const same = new Set(pairs.filter((p) => p.verdict === 'same').map((p) => `${p.a} ${p.b}`));
    const cand = pairs.filter((p) => p.verdict === 'candidate');
    const short = (s: any) => `${s.source} ${s.date} ${s.place} ${s.substance} ${s.quantity}${s.unit} ${s.agencies} cr:${s.creditedTo} dep:${s.departureCountry} ${s.coverLoadHs} c:${s.containerKey?.slice(0,4)} ${s.concealment}`;
    const show = (k: string) => k.split(' ').map((id) => short(seizures.find((x) => x.id === id)!)).join('\n      ');
    for (const k of truthPairs) if (!same.has(k)) { const p = pairs.find((x) => `${x.a} ${x.b}` === k); console.log('FN', seed, p?.points, p?.reasons.map((r) => r.rule + r.points).join(), '\n     ', show(k)); }
    for (const k of same) if (!truthPairs.has(k)) { const p = pairs.find((x) => `${x.a} ${x.b}` === k)!; console.log('FP', seed, p.points, p.reasons.map((r) => r.rule + r.points).join(), '\n     ', show(k)); }
    TP += [...same].filter((k) => truthPairs.has(k)).length; FP += [...same].filter((k) => !truthPairs.has(k)).length; FN += [...truthPairs].filter((k) => !same.has(k)).length;
    CAND += cand.length; CANDT += cand.filter((p) => truthPairs.has(`${p.a} ${p.b}`)).length;
    const known = seizures.filter((s) => (s.registeredOn ?? s.date) <= world.truth.asOf);
    const totals = eventTotals(known, { years: [2018,2019,2020,2021,2022,2023,2024,2025], coverage, pairs: findDoubleReports(known) });
    for (const t of world.truth.totals) {
      const m = totals.find((x) => x.period === String(t.year))!.members.find((x) => x.place === t.place)!;
      const inside = m.lowest! <= t.asOfKg + 1e-6 && (m.highest === null || m.highest >= t.asOfKg - 1e-6);
      all++; if (inside) allcov++;
      if (t.missing === 0 && t.slips === 0) { cells++; if (inside) cov++; else console.log('COV', seed, t.place, t.year, t.asOfKg, m.lowest, m.likely, m.highest, m.state); }
      if (process.env.SHOW) console.log(seed, t.place, t.year, t.seizures, t.asOfKg, '|', m.lowest, m.likely, m.highest, m.state, 'miss', t.missing, 'slips', t.slips);
    }
  }
  console.log('TP', TP, 'FP', FP, 'FN', FN, 'F1', (2 * TP) / (2 * TP + FP + FN), 'cand', CAND, 'of which true', CANDT, 'coverage', cov, '/', cells, 'all', allcov, '/', all);
}, 600000);

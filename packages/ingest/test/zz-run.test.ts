import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { test } from 'vitest';
const [folder, ...files] = (process.env.ARGS ?? '').split(' ');
test('run', async () => {
  const engine = await openEngine();
  const t = performance.now();
  const source = loadSource(folder!);
  const t1 = performance.now();
  try {
  const r = await ingest(engine, source, files);
  console.log('load', t1 - t, 'ingest', performance.now() - t1, JSON.stringify(r.conservation, null, 1), r.issues.length);
  console.log(JSON.stringify(r.issues.slice(0, 12), null, 1));
  console.log(await engine.rows(`select * from ${source.record} limit 2`));
  if (process.env.SQL) console.log(JSON.stringify(await engine.rows(process.env.SQL)));
  } catch (e) { console.log(e); }
  await engine.close();
}, 120000);

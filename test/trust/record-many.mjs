// Records decisions as another process would: `node record-many.mjs FILE NAME CALLS LINES`, a line of output a call that is done.
import { appendDecisions } from '../../packages/store/dist/index.js';

const [, , file, name, calls, lines] = process.argv;
const reason = 'what it rests on is told at some length, so that a line takes time to write '
  .repeat(4)
  .trim();
for (let call = 0; call < Number(calls); call += 1) {
  const drafts = Array.from({ length: Number(lines) }, (_, at) => ({
    kind: 'conflict',
    subject: `${name} ${call} ${at}`,
    verdict: 'add',
    role: 'analyst, port desk',
    time: '2026-01-01',
    reason,
    evidence: null,
    supersedes: null,
  }));
  try {
    const recorded = await appendDecisions(file, drafts);
    process.stdout.write(`${recorded.map(({ id }) => id).join(' ')}\n`);
  } catch (error) {
    process.stdout.write(`refused ${error.name}: ${error.message}\n`);
  }
}

// Runs one command after another in one process; what each prints is sent back with its exit code.
import { run } from '../packages/cli/dist/index.js';

const streams = ['stdout', 'stderr'];

process.on('message', async ({ args, cwd }) => {
  const printed = { stdout: '', stderr: '' };
  for (const stream of streams) {
    process[stream].write = (chunk, encoding, done) => {
      printed[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      (typeof encoding === 'function' ? encoding : done)?.();
      return true;
    };
  }
  try {
    process.chdir(cwd);
    process.send({ code: await run(args), ...printed });
  } catch (error) {
    process.send({ code: null, ...printed, stderr: `${printed.stderr}${error.stack}` });
  }
});

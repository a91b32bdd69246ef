import { CommanderError } from 'commander';
import { program } from './program.ts';

/**
 * Runs the command line and returns the exit code: 0 done, 1 a problem in the data, 2 wrong use.
 */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const root = program((value) => {
    code = value;
  });
  root.exitOverride();
  for (const command of root.commands) command.exitOverride();
  try {
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { failure } = await import('./terminal.ts');
    const { code: exit, report } = failure(error);
    if (args.includes('--json')) console.log(JSON.stringify(report, null, 2));
    else console.error(report['message']);
    if (process.env['SAMENBEELD_DEBUG'] && error instanceof Error) console.error(error.stack);
    return exit;
  }
}

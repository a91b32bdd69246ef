import type { Language } from '@samenbeeld/schema';
import { CommanderError } from 'commander';
import { asRun } from './as-run.ts';
import { languageIn } from './misuse.ts';
import { askingCommands, program } from './program.ts';
import { failure, setForReader, showControls } from './terminal.ts';

/** Says what went wrong, for people or machines, and returns the exit code. */
function tell(error: unknown, json: boolean, language: Language): number {
  const { code, report } = failure(error, json ? 'en' : language);
  if (json) console.log(JSON.stringify(report, null, 2));
  else console.error(asRun(setForReader(String(report['message']), language)));
  if (process.env['SAMENBEELD_DEBUG'] && error instanceof Error) console.error(error.stack);
  return code;
}

/**
 * Runs the command line and returns the exit code: 0 done, 1 a problem in the data, 2 wrong use.
 */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const language = languageIn(args);
  const isAsking = args.some((arg) => askingCommands.has(arg));
  const asking = isAsking ? await import('@samenbeeld/answers') : null;
  const done = (value: number): void => {
    code = value;
  };
  const root = program(done, language, asking);
  root.exitOverride();
  for (const command of root.commands) command.exitOverride();
  const json = args.includes('--json');
  const sendAgain = showControls();
  const crashed = (error: unknown): never => process.exit(tell(error, json, language));
  process.once('uncaughtException', crashed);
  try {
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return tell(error, json, language);
  } finally {
    process.off('uncaughtException', crashed);
    sendAgain();
  }
}

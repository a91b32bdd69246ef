import { InputError, machineAnswer } from '@samenbeeld/schema';

/** What keeps a decision from being recorded, as an error that names the file and what to do. */
export function unwritable(error: NodeJS.ErrnoException, file: string): InputError {
  const { code = 'unknown' } = error;
  const [what, todo] = machineAnswer(code);
  return new InputError(`the decision is not recorded: ${what} (${code})`, {
    place: { file },
    repair: `${todo}, then record the decision again`,
  });
}

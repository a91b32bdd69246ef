import { InputError, inFour, machineAnswer, type Text } from '@samenbeeld/schema';

/** A decision was not recorded, and why. */
export const notRecorded = (why: Text): Text =>
  inFour(
    'De beslissing is niet vastgelegd: {why}.',
    'La décision n’est pas enregistrée : {why}.',
    'Die Entscheidung ist nicht festgehalten: {why}.',
    'The decision is not recorded: {why}.',
    { why },
  );

/** What keeps a decision from being recorded, as an error that names the file and what to do. */
export function unwritable(error: NodeJS.ErrnoException, file: string): InputError {
  const { code = 'unknown' } = error;
  const [what, todo] = machineAnswer(code);
  return new InputError(
    inFour(
      'de beslissing is niet vastgelegd: {what} ({code})',
      'la décision n’est pas enregistrée : {what} ({code})',
      'die Entscheidung ist nicht festgehalten: {what} ({code})',
      'the decision is not recorded: {what} ({code})',
      { what, code },
    ),
    {
      place: { file },
      repair: inFour(
        '{todo}, en leg de beslissing opnieuw vast',
        '{todo}, puis enregistrez à nouveau la décision',
        '{todo}, dann die Entscheidung noch einmal festhalten',
        '{todo}, then record the decision again',
        { todo },
      ),
    },
  );
}

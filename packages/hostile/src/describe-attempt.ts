import { describeFile } from '@samenbeeld/ingest';
import { type Outcome, outcomeOf } from './attempt.ts';

/** Describes a file that nobody has mapped; a description it gives must be one that loads. */
export async function describeAttempt(path: string): Promise<Outcome> {
  try {
    const { yaml } = await describeFile(path);
    return yaml.includes('source:')
      ? { fate: 'read', message: 'described' }
      : { fate: 'lost', message: 'a description without a source' };
  } catch (error) {
    return outcomeOf(error);
  }
}

import { InputError } from '@samenbeeld/schema';
import type { SourceDescription } from './description.ts';

/** A description as it is checked, before it gets its hash. */
export type Unhashed = Omit<SourceDescription, 'sha256'>;

/** Refuses a description file for something that it says. */
export function refuse(file: string, problem: string, repair: string): never {
  throw new InputError(problem, { place: { file }, repair });
}

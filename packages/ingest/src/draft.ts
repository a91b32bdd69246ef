import { InputError, type Issue } from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';

const repair = (file: string): string =>
  `answer each in ${file}, and delete its line under \`open\` and the word "decide" in the crosswalk; to look at the figures before that, ingest a draft (--draft)`;

function listed(open: readonly string[]): string {
  const shown = open.slice(0, 5).join('; ');
  return open.length > 5 ? `${shown}; … ${open.length - 5} more` : shown;
}

/** Refuses a description in which a person has questions left to answer, unless a draft is asked for. */
export function refuseDraft({ id, file, open }: SourceDescription, draft: boolean): void {
  if (open.length === 0 || draft) return;
  throw new InputError(
    `${id} is a draft: ${open.length} question${open.length > 1 ? 's are' : ' is'} open: ${listed(open)}`,
    { place: { file }, repair: repair(file) },
  );
}

/** One warning a question that is open, so that every picture of a draft carries them. */
export function draftIssues({ file, open }: SourceDescription): readonly Issue[] {
  return open.map((question) => ({
    file,
    sheet: null,
    line: null,
    column: null,
    value: null,
    rule: 'description.open',
    severity: 'warning',
    message: `draft, not decided: ${question}`,
    repair: repair(file),
  }));
}

import { type Issue, shownText, withheldText } from '@samenbeeld/schema';
import { remembered } from './remembered.ts';

/** Where in the table, as far as known. */
export interface IssuePlace {
  readonly line?: number;
  readonly column?: string;
}

/** Collects what a reader has to say about one table. */
export interface IssueLog {
  add(
    severity: Issue['severity'],
    rule: string,
    place: IssuePlace,
    message: string,
    repair: string,
  ): void;
  /** Notes and warnings; past the third note or twentieth warning of a rule they are counted in one more. */
  notes(): readonly Issue[];
  rejects(): readonly Issue[];
}

const most = { note: 3, warning: 20 } as const;

const limit = ({ severity }: Issue): number => (severity === 'note' ? most.note : most.warning);

/** Texts as they may be told: the same words and the same file stand in issue after issue. */
const told = remembered((text) => shownText(withheldText(text)), 2000);

/**
 * An issue as it may be told: file, sheet, column, cell and words, none of which may name a person, and of which a reader
 * sees every sign.
 */
export function shownIssue(issue: Issue): Issue {
  const { file, sheet, column, value, message, repair } = issue;
  const orNull = (text: string | null): string | null => text && told(text);
  return {
    ...issue,
    file: told(file),
    sheet: orNull(sheet),
    column: orNull(column),
    value: orNull(value),
    message: told(message),
    repair: told(repair),
  };
}

/** Cell values are left out: nobody has yet looked whether they are personal data. */
export function issueLog(file: string, sheet: string | null): IssueLog {
  const notes: Issue[] = [];
  const rejects: Issue[] = [];
  const counts = new Map<string, { count: number; last: Issue }>();
  return {
    add(severity, rule, { line, column }, message, repair) {
      const place = { line: line ?? null, column: column ?? null, value: null };
      const issue: Issue = { file, sheet, ...place, rule, severity, message, repair };
      if (severity === 'rejection') {
        rejects.push(issue);
        return;
      }
      const count = (counts.get(rule)?.count ?? 0) + 1;
      counts.set(rule, { count, last: issue });
      if (count <= most[severity]) notes.push(issue);
    },
    notes() {
      const more = [...counts.values()].filter(({ count, last }) => count > limit(last));
      return [
        ...notes,
        ...more.map(({ count, last }) => ({
          ...last,
          message: `${count - limit(last)} more such places, the last here: ${last.message}`,
        })),
      ];
    },
    rejects: () => rejects,
  };
}

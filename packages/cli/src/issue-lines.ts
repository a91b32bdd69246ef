import type { Issue } from '@samenbeeld/schema';

/** Kinds of issues shown; the others are counted. */
const kindsShown = 20;
/** Lines named of issues that are the same. */
const linesShown = 3;

const openQuestion = 'description.open';

/** What a person repairs once: the same rule on the same text of the same column. */
function kindOf({ severity, file, sheet, column, rule, value, message }: Issue): string {
  // The questions of a draft are answered in one file, in one go.
  if (rule === openQuestion) return JSON.stringify([severity, file, rule]);
  return JSON.stringify([severity, file, sheet, column, rule, value ?? message]);
}

function placeOf(issues: readonly Issue[]): string {
  const [{ file, column } = { file: '', column: null }] = issues;
  const lines = [...new Set(issues.flatMap(({ line }) => line ?? []))];
  const more = lines.length - linesShown;
  const named = `${lines.slice(0, linesShown).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
  return [
    file,
    lines.length === 0 ? null : `${lines.length > 1 ? 'lines' : 'line'} ${named}`,
    column === null ? null : `column ${column}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function lineOf(issues: readonly Issue[]): string {
  const [issue] = issues;
  if (!issue) return '';
  const { severity, value, rule, repair } = issue;
  const message =
    rule === openQuestion
      ? issues
          .map((each, at) => (at === 0 ? each.message : each.message.replace(/^[^:]*: /u, '')))
          .join('; ')
      : issue.message;
  const shown = value === null || message.includes(`"${value}"`);
  const times = issues.length > 1 ? ` × ${issues.length.toLocaleString('en')}` : '';
  return `${severity}${times}: ${placeOf(issues)}:${shown ? '' : ` "${value}"`} ${message} [${rule}]. Repair: ${repair}`;
}

/**
 * Issues as lines, in the order of their first: those with the same rule, column and text in one, with how many and the
 * first lines. What is not shown is counted, and it is said where all of it stands.
 */
export function issueLines(
  issues: readonly Issue[],
  kept = 'in the table "issue" of the picture',
): readonly string[] {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const known = kinds.get(kindOf(issue));
    if (known) known.push(issue);
    else kinds.set(kindOf(issue), [issue]);
  }
  const groups = [...kinds.values()];
  const left = groups.slice(kindsShown);
  const lines = groups.slice(0, kindsShown).map(lineOf);
  if (left.length === 0) return lines;
  const count = left.reduce((sum, group) => sum + group.length, 0);
  const said = count === left.length ? '' : ` of ${left.length.toLocaleString('en')} kinds`;
  return [...lines, `… and ${count.toLocaleString('en')} more${said}, ${kept}`];
}

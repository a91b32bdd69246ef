import { existsSync } from 'node:fs';
import {
  diffReleases,
  figureWords,
  type Release,
  type ReleaseDiff,
  wrongUse,
} from '@samenbeeld/merge';
import { InputError, type Observation, RefusalError, shellWord } from '@samenbeeld/schema';
import { currentDecisions, readDecisions } from '@samenbeeld/store';
import { differenceLines } from '../changes-view/change-lines.ts';
import { decisionsOf, sameDecisions } from '../decisions-file.ts';
import { builtChanges } from '../diff/built-changes.ts';
import { declareSame } from '../diff/declare-same.ts';
import { type NamedRelease, releaseOf } from '../diff/release-of.ts';
import { issueLines } from '../issue-lines.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

const scopeOf = ({ place, periodStart, nationalCode, offence, substance }: Observation): string =>
  [place, periodStart, substance ?? nationalCode ?? offence].filter(Boolean).join(' ');

function list(terminal: Terminal, title: string, rows: readonly Observation[]): void {
  if (rows.length === 0) return;
  terminal.print('', `  ${title}`);
  for (const row of rows.slice(0, 20))
    terminal.print(
      `    ${scopeOf(row)}: ${figureWords(row)[terminal.language]} (${row.origin.file}, line ${row.origin.line})`,
    );
  if (rows.length > 20) terminal.print(`    … and ${rows.length - 20} more`);
}

/** Figures whose unit changed, each with where both stand. */
function listOtherUnit({ otherUnit }: ReleaseDiff, terminal: Terminal): void {
  if (otherUnit.length === 0) return;
  terminal.print('', '  The same amount in another unit, not compared');
  for (const { earlier, later, says } of otherUnit.slice(0, 20))
    terminal.print(
      `    ${scopeOf(earlier)}: ${says[terminal.language]} (${earlier.origin.file}, line ${earlier.origin.line}; ${later.origin.file}, line ${later.origin.line})`,
    );
  if (otherUnit.length > 20)
    terminal.print(`    … and ${otherUnit.length - 20} more; --json has them all`);
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** How many items of a release could not be read; its cells where these alone are known. */
function unread(n: number, { atLeast }: ReleaseDiff['rejected']): string {
  return `${atLeast ? 'at least ' : ''}${counted(n, 'item', 'items')} could not be read`;
}

function show(diff: ReleaseDiff, terminal: Terminal): void {
  const { language } = terminal;
  terminal.print(`  ${diff.earlier}  →  ${diff.later}`);
  for (const { id, role, reason } of diff.decisions)
    terminal.print(`  The same measure by decision ${id} (${role}: ${reason})`);
  for (const warning of diff.warnings) terminal.print(`  ${warning}`);
  terminal.print('', `  ${diff.says[language]}`, '');
  for (const { says } of diff.revisions.slice(0, 40)) terminal.print(`    ${says[language]}`);
  if (diff.revisions.length > 40)
    terminal.print(`    … and ${diff.revisions.length - 40} more; --json has them all`);
  const { outside, otherMeasures, rejected, untold } = diff;
  list(terminal, 'Vanished', diff.vanished);
  list(terminal, 'New', diff.added);
  list(
    terminal,
    `Not in the later release, of which ${unread(rejected.later, rejected)}: nothing is concluded`,
    untold.vanished,
  );
  list(
    terminal,
    `Not in the earlier release, of which ${unread(rejected.earlier, rejected)}: nothing is concluded`,
    untold.added,
  );
  listOtherUnit(diff, terminal);
  list(terminal, 'Stated twice with different values or wordings, not compared', diff.contradicted);
  terminal.print(
    '',
    `  ${counted(diff.compared, 'figure', 'figures')} compared, ${diff.unchanged} unchanged. Only one of the two has their period: ${outside.earlier} earlier, ${outside.later} later. Of other measures: ${otherMeasures.earlier} earlier, ${otherMeasures.later} later.`,
  );
}

/** What decisions changed in a release, and what of it could not be read. */
function showRead({ release, applied, issues }: NamedRelease, terminal: Terminal): void {
  if (applied > 0)
    terminal.print(
      `  ${release.name}: ${applied} ${applied === 1 ? 'decision' : 'decisions'} on labels and slips applied`,
    );
  for (const line of issueLines(issues, 'as an ingest of this release says'))
    terminal.print(`  ${line}`);
}

/** The comparison; a refusal says how to declare the measures the same in the words of this command. */
async function compared(
  earlier: Release,
  later: Release,
  named: readonly [string, string],
  options: Readonly<Record<string, unknown>>,
): Promise<ReleaseDiff> {
  const file = String(options['decisions']);
  const recorded = existsSync(file) ? await readDecisions(file) : [];
  try {
    return diffReleases(earlier, later, {
      decisions: [...currentDecisions(recorded, 'same-measure').values()],
    });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { reason, remedy, dimension, subject } = error;
    const own = named.map(shellWord).join(' ') + sameDecisions(options);
    throw new RefusalError(reason, {
      dimension,
      subject,
      remedy: remedy.replace('EARLIER LATER', () => own),
    });
  }
}

/**
 * `samenbeeld diff`: what changed between two releases of one measure, or two builds of one picture; exit 1 where it must not
 * be said, and where items of a release could not be read.
 */
export async function diff(
  options: Readonly<Record<string, unknown>>,
  earlier: string | readonly string[],
  later: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const named = [String(earlier), String(later)] as const;
  const built = await builtChanges(...named);
  if (built) terminal.print(...differenceLines(built.changes, named, terminal.language), '');
  if (built && !built.hasFigures) {
    terminal.result({ changes: built.changes });
    return 0;
  }
  const declaring = options['declare'] === true;
  const decisions = await decisionsOf(options, terminal);
  const draft = options['draft'] === true;
  const [before, after] = [
    await releaseOf(named[0], decisions, draft),
    await releaseOf(named[1], decisions, draft),
  ];
  for (const read of [before, after]) {
    showRead(read, terminal);
    const { name, observations } = read.release;
    if (observations.length === 0)
      throw new InputError(`expected observations in ${name}, found none`, {
        repair:
          read.issues.length > 0
            ? 'mend what could not be read; the lines above say how'
            : 'name a release of figures; events are compared by the totals of two builds',
      });
  }
  if (declaring) {
    if (before.source === null || after.source === null)
      throw wrongUse(
        '--declare vraagt twee uitgaven als BRON:BESTAND.',
        '--declare demande deux éditions sous la forme SOURCE:FICHIER.',
        '--declare verlangt zwei Ausgaben als QUELLE:DATEI.',
        '--declare takes two releases as SOURCE:FILE.',
      );
    terminal.print(await declareSame(options, before, after));
  }
  const found = await compared(before.release, after.release, named, options);
  show(found, terminal);
  terminal.result({ ...found, ...(built && { changes: built.changes }) });
  return found.rejected.earlier + found.rejected.later > 0 ? 1 : 0;
}

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest } from '@samenbeeld/ingest';
import {
  diffReleases,
  parseMeasure,
  type Release,
  type ReleaseDiff,
  sameMeasureSubject,
} from '@samenbeeld/merge';
import { findSource } from '@samenbeeld/recipes';
import {
  InputError,
  type Observation,
  observationFromRow,
  RefusalError,
  type TableRow,
  UsageError,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { appendDecision, currentDecisions, openPicture, readDecisions } from '@samenbeeld/store';
import { checkFiles } from '../check-files.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

/** A source and its file as the command names them, or null where a picture is meant. */
function sourceAndFile(named: string): readonly [source: string, file: string] | null {
  const known = catalogue().find((id) => named.startsWith(`${id}:`));
  const [, source = '', file = ''] = known
    ? ['', known, named.slice(known.length + 1)]
    : (/^(.+\.ya?ml):(.+)$/.exec(named) ?? []);
  return source ? [source, file] : null;
}

async function ofFile(source: string, file: string): Promise<Release> {
  checkFiles([file]);
  const description = findSource(source);
  if (description.record !== 'observation')
    throw new RefusalError(
      `${description.id} lists events; two lists of events have no figures to compare.`,
      {
        dimension: 'record',
        remedy: 'Build a picture of each and compare their totals.',
      },
    );
  const engine = await openEngine();
  try {
    await ingest(engine, description, [file]);
    const rows = await engine.rows<TableRow>('select * from observation order by id');
    return {
      name: `${description.id} ${basename(file)}`,
      observations: rows.map(observationFromRow),
    };
  } finally {
    await engine.close();
  }
}

async function ofPicture(folder: string): Promise<Release> {
  const picture = await openPicture(folder);
  try {
    return { name: folder, observations: await picture.observations() };
  } finally {
    await picture.close();
  }
}

async function releaseOf(named: string): Promise<Release> {
  const pair = sourceAndFile(named);
  if (pair) return ofFile(...pair);
  if (existsSync(named)) return ofPicture(named);
  throw new UsageError(
    `A release is SOURCE:FILE (politie-47022ned:extract.csv) or the folder of a picture; found "${named}".`,
  );
}

async function declare(
  options: Readonly<Record<string, unknown>>,
  file: string,
  named: readonly [string, string],
): Promise<string> {
  const [role, reason] = [options['role'], options['reason']];
  if (typeof role !== 'string' || typeof reason !== 'string')
    throw new UsageError(
      'To declare two measures the same takes --role (never a name) and --reason.',
    );
  const [one, other] = named.map((release) => {
    const pair = sourceAndFile(release);
    if (!pair) throw new UsageError('--declare takes two releases as SOURCE:FILE.');
    return findSource(pair[0]).id;
  });
  const where = String(options['where'] ?? '');
  const whereLater = String(options['whereLater'] ?? where);
  const subject = sameMeasureSubject(
    parseMeasure(`${one} ${where}`),
    parseMeasure(`${other} ${whereLater}`),
  );
  const recorded = existsSync(file) ? await readDecisions(file) : [];
  const standing = currentDecisions(recorded, 'same-measure').get(subject);
  const decision = await appendDecision(file, {
    kind: 'same-measure',
    subject,
    verdict: 'accept',
    role,
    time: typeof options['time'] === 'string' ? options['time'] : new Date().toISOString(),
    reason,
    evidence: typeof options['evidence'] === 'string' ? options['evidence'] : null,
    supersedes: standing?.id ?? null,
  });
  return `  Recorded ${decision.id}: "${subject}" measure the same.`;
}

const scopeOf = ({ place, periodStart, nationalCode, offence, substance }: Observation): string =>
  [place, periodStart, substance ?? nationalCode ?? offence].filter(Boolean).join(' ');

function list(terminal: Terminal, title: string, rows: readonly Observation[]): void {
  if (rows.length === 0) return;
  terminal.print(`\n  ${title}`);
  for (const row of rows.slice(0, 20))
    terminal.print(
      `    ${scopeOf(row)}: ${row.value ?? row.missing} ${row.unit} (${row.origin.file}, line ${row.origin.line})`,
    );
  if (rows.length > 20) terminal.print(`    … and ${rows.length - 20} more`);
}

function show(diff: ReleaseDiff, terminal: Terminal): void {
  const { language } = terminal;
  terminal.print(`  ${diff.earlier}  →  ${diff.later}`);
  for (const { id, role, reason } of diff.decisions)
    terminal.print(`  The same measure by decision ${id} (${role}: ${reason})`);
  for (const warning of diff.warnings) terminal.print(`  ${warning}`);
  terminal.print(`\n  ${diff.says[language]}\n`);
  for (const { says } of diff.revisions.slice(0, 40)) terminal.print(`    ${says[language]}`);
  if (diff.revisions.length > 40)
    terminal.print(`    … and ${diff.revisions.length - 40} more; --json has them all`);
  list(terminal, 'Vanished', diff.vanished);
  list(terminal, 'New', diff.added);
  list(terminal, 'Stated twice with different values, not compared', diff.contradicted);
  const { outside, otherMeasures } = diff;
  terminal.print(
    `\n  ${diff.compared} figures compared, ${diff.unchanged} unchanged. Only one of the two has their period: ${outside.earlier} earlier, ${outside.later} later. Of other measures: ${otherMeasures.earlier} earlier, ${otherMeasures.later} later.`,
  );
}

/** `samenbeeld diff`: what changed between two releases of one measure; exit 1 where it must not be said. */
export async function diff(
  options: Readonly<Record<string, unknown>>,
  earlier: string | readonly string[],
  later: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const file = String(options['decisions']);
  const named = [String(earlier), String(later)] as const;
  if (options['declare'] === true) terminal.print(await declare(options, file, named));
  const decisions = existsSync(file) ? await readDecisions(file) : [];
  const inForce = [...currentDecisions(decisions, 'same-measure').values()];
  const [before, after] = [await releaseOf(named[0]), await releaseOf(named[1])];
  for (const { name, observations } of [before, after])
    if (observations.length === 0)
      throw new InputError(`expected observations in ${name}, found none`, {
        repair: 'name a release of figures; events are compared by their totals',
      });
  const found = diffReleases(before, after, { decisions: inForce });
  show(found, terminal);
  terminal.result(found);
}

import type { Failure, HostileReport } from './run-hostile.ts';

/** A failure in a few lines: what became of which file, and where it is kept. */
function failureLines({ fate, recipe, message, kept }: Failure): readonly string[] {
  const told = message
    .split('\n')
    .slice(0, 6)
    .map((line) => line.slice(0, 300));
  return [
    `✗ ${fate}: ${recipe}`,
    ...[...told, kept ?? ''].filter(Boolean).map((line) => `    ${line}`),
  ];
}

/** What a run found, as lines of text. */
export function reportLines(report: HostileReport): readonly string[] {
  const { files, read, refused, failures, slowest, megabytes } = report;
  const count = (fate: Failure['fate']): number =>
    failures.filter((failure) => failure.fate === fate).length;
  return [
    ...failures.flatMap(failureLines),
    `  files      ${files}`,
    `  read       ${read}, with nothing lost`,
    `  refused    ${refused}, in plain words`,
    `  crashes    ${count('crash')}`,
    `  hangs      ${count('hang')} (over 5 s of the processor, or 40 s by the clock)`,
    `  lost       ${count('lost')}`,
    `  memory     at most ${Math.round(megabytes)} MB; ${count('memory')} over 2,000 MB`,
    `  slowest    ${Math.round(slowest.milliseconds)} ms: ${slowest.recipe.slice(0, 120)}`,
  ];
}

import type { IngestPhase, IngestProgress } from '@samenbeeld/ingest';

const doing: Readonly<Record<IngestPhase, string>> = {
  reading: 'reading',
  mapping: 'mapping',
  writing: 'writing records',
};

const every = 2_000;

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${seconds} s left`;
  return `${Math.round(seconds / 60)} min left`;
}

/** How far an ingest is, in a line: what it does, to which file, and how long it may take. */
export function progressLine({ phase, file, share, secondsLeft }: IngestProgress): string {
  const left = secondsLeft === null ? '' : `, ${timeLeft(secondsLeft)}`;
  return `${Math.floor(share * 100)} %: ${doing[phase]}${file === null ? '' : ` ${file}`}${left}`;
}

/** Prints how far an ingest is every two seconds; one that is done sooner prints nothing. */
export function showProgress(
  print: (line: string) => void,
  clock: () => number = () => performance.now(),
): (progress: IngestProgress) => void {
  let last = clock();
  return (progress) => {
    const now = clock();
    if (now - last < every) return;
    last = now;
    print(progressLine(progress));
  };
}

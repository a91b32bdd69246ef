import type { IngestPhase, IngestProgress } from '@samenbeeld/ingest';
import { inFour, type Language, type Text } from '@samenbeeld/schema';
import { told } from './terminal.ts';

const doing: Readonly<Record<IngestPhase, Text>> = {
  reading: inFour('lezen', 'lecture', 'lesen', 'reading'),
  mapping: inFour('omzetten', 'mise en correspondance', 'zuordnen', 'mapping'),
  writing: inFour(
    'records schrijven',
    'écriture des enregistrements',
    'Datensätze schreiben',
    'writing records',
  ),
};

const every = 2_000;

const left = inFour(', nog {time}', ', encore {time}', ', noch {time}', ', {time} left');

function timeLeft(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** How far an ingest is, in a line: what it does, to which file, and how long it may take. */
export function progressLine(
  { phase, file, share, secondsLeft }: IngestProgress,
  language: Language,
): string {
  const time = secondsLeft === null ? '' : told(left, language, { time: timeLeft(secondsLeft) });
  return `${Math.floor(share * 100)} %: ${doing[phase][language]}${file === null ? '' : ` ${file}`}${time}`;
}

/** Prints how far an ingest is every two seconds; one that is done sooner prints nothing. */
export function showProgress(
  print: (line: string) => void,
  language: Language,
  clock: () => number = () => performance.now(),
): (progress: IngestProgress) => void {
  let last = clock();
  return (progress) => {
    const now = clock();
    if (now - last < every) return;
    last = now;
    print(progressLine(progress, language));
  };
}

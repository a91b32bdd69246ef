import { type Drawing, penaltyPathChart } from '@samenbeeld/charts';
import { type Text, UsageError } from '@samenbeeld/schema';
import type { ChangePoints } from '@samenbeeld/trends';
import { words } from '../words.ts';
import { named, nameOf } from './named.ts';

/** The drawing of how many breaks each penalty would allow. */
export function penaltyPathDrawing(finding: ChangePoints | null, title: Text | undefined): Drawing {
  const path = finding?.path ?? [];
  if (!finding || path.length === 0)
    throw new UsageError(
      'No path of penalties was computed: ask with `{ depth: "full" }`, or call `changePoints` with `{ path: true }`.',
    );
  const steps = path.map(({ changes, from, to }) => ({ breaks: changes, from, to }));
  const chosen = { penalty: finding.details.penalty, name: words.chosen };
  return named({ title, name: nameOf(finding.subject) }, (own) =>
    penaltyPathChart(steps, { ...own, chosen }),
  );
}

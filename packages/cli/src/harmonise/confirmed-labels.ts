import { parseMeaning, type UndecidedLabel } from '@samenbeeld/ingest';
import { UsageError } from '@samenbeeld/schema';
import { type Options, textOption } from '../options.ts';

/** A label with what a person says it means. */
export interface ConfirmedLabel {
  readonly label: UndecidedLabel;
  readonly meaning: ReturnType<typeof parseMeaning>;
}

function proposed({ proposal, label }: UndecidedLabel): ConfirmedLabel['meaning'] {
  if (!proposal?.to)
    throw new UsageError(`Nothing is proposed for "${label}". Say --as exact:CODE, or --as none.`);
  return { match: proposal.match, to: proposal.to };
}

/** The labels that --confirm names: one label as it stands, or numbers and ranges of the list. */
function named(text: string, labels: readonly UndecidedLabel[]): readonly UndecidedLabel[] {
  const whole = labels.filter(({ label }) => label === text);
  if (whole.length > 1) {
    const places = whole.map(
      (label) => `${labels.indexOf(label) + 1} (${label.column} → ${label.field})`,
    );
    throw new UsageError(
      `"${text}" stands in ${whole.length} fields: ${places.join(', ')}. Give --confirm the number of the one you mean, or several with commas.`,
    );
  }
  if (whole.length === 1) return whole;
  return text.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/u.exec(part.trim()) ?? [];
    const found = first === '' ? [] : labels.slice(Number(first) - 1, Number(last));
    if (Number(first) > 0 && found.length === Number(last) - Number(first) + 1) return found;
    throw new UsageError(
      labels.length === 0
        ? 'No label is undecided.'
        : `--confirm takes numbers of the list (1 to ${labels.length}), ranges, or one label, not "${part.trim()}".`,
    );
  });
}

function inBulk(text: string, labels: readonly UndecidedLabel[]): readonly ConfirmedLabel[] {
  const least = Number(text);
  if (!(least > 0 && least <= 1))
    throw new UsageError(`--accept-above takes a confidence from 0 to 1, not "${text}".`);
  return labels.flatMap((label) =>
    label.proposal?.match === 'exact' && label.proposal.to && label.proposal.confidence >= least
      ? [{ label, meaning: proposed(label) }]
      : [],
  );
}

/** What --confirm or --accept-above say; null where neither is given. Throws UsageError for what cannot be meant. */
export function confirmedLabels(
  options: Options,
  labels: readonly UndecidedLabel[],
): readonly ConfirmedLabel[] | null {
  const above = textOption(options, 'acceptAbove');
  if (above) return inBulk(above, labels);
  const [one, as] = [textOption(options, 'confirm'), textOption(options, 'as')];
  if (!one && as) throw new UsageError('--as goes with --confirm NUMBER.');
  if (!one) return null;
  if (!as)
    throw new UsageError(
      'Say what it means: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none, or proposed.',
    );
  return named(one, labels).map((label) => ({
    label,
    meaning: as === 'proposed' ? proposed(label) : parseMeaning(as),
  }));
}

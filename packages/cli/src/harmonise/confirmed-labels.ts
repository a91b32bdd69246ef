import { parseMeaning, type UndecidedLabel } from '@samenbeeld/harmonise';
import { wrongUse } from '@samenbeeld/merge';
import { type Options, textOption } from '../options.ts';

/** A label with what a person says it means. */
export interface ConfirmedLabel {
  readonly label: UndecidedLabel;
  readonly meaning: ReturnType<typeof parseMeaning>;
}

function proposed({ proposal, label }: UndecidedLabel): ConfirmedLabel['meaning'] {
  if (!proposal?.to)
    throw wrongUse(
      'Voor "{label}" is niets voorgesteld. Geef --as exact:CODE, of --as none.',
      'Rien n’est proposé pour « {label} ». Donnez --as exact:CODE, ou --as none.',
      'Für „{label}“ ist nichts vorgeschlagen. Geben Sie --as exact:CODE oder --as none an.',
      'Nothing is proposed for "{label}". Say --as exact:CODE, or --as none.',
      { label },
    );
  return { match: proposal.match, to: proposal.to };
}

/** The labels that --confirm names: one label as it stands, or numbers and ranges of the list. */
function named(text: string, labels: readonly UndecidedLabel[]): readonly UndecidedLabel[] {
  const whole = labels.filter(({ label }) => label === text);
  if (whole.length > 1) {
    const places = whole.map(
      (label) => `${labels.indexOf(label) + 1} (${label.column} → ${label.field})`,
    );
    throw wrongUse(
      '"{text}" staat in {n} velden: {places}. Geef --confirm het nummer van het bedoelde veld, of meer nummers met komma’s.',
      '« {text} » figure dans {n} champs : {places}. Donnez à --confirm le numéro du champ visé, ou plusieurs séparés par des virgules.',
      '„{text}“ steht in {n} Feldern: {places}. Geben Sie --confirm die Nummer des gemeinten Felds, oder mehrere mit Kommas.',
      '"{text}" stands in {n} fields: {places}. Give --confirm the number of the one you mean, or several with commas.',
      { text, n: whole.length, places: places.join(', ') },
    );
  }
  if (whole.length === 1) return whole;
  return text.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/u.exec(part.trim()) ?? [];
    const found = first === '' ? [] : labels.slice(Number(first) - 1, Number(last));
    if (Number(first) > 0 && found.length === Number(last) - Number(first) + 1) return found;
    throw labels.length === 0
      ? wrongUse(
          'Over elk label is beslist.',
          'Aucun libellé n’est en suspens.',
          'Über jede Bezeichnung ist entschieden.',
          'No label is undecided.',
        )
      : wrongUse(
          '--confirm vraagt nummers van de lijst (1 tot {n}), reeksen of één label, niet "{part}".',
          '--confirm demande des numéros de la liste (1 à {n}), des plages ou un libellé, et non « {part} ».',
          '--confirm verlangt Nummern der Liste (1 bis {n}), Bereiche oder eine Bezeichnung, nicht „{part}“.',
          '--confirm takes numbers of the list (1 to {n}), ranges, or one label, not "{part}".',
          { n: labels.length, part: part.trim() },
        );
  });
}

function inBulk(text: string, labels: readonly UndecidedLabel[]): readonly ConfirmedLabel[] {
  const least = Number(text.replace(',', '.'));
  if (!(least > 0 && least <= 1))
    throw wrongUse(
      '--accept-above vraagt een zekerheid van 0 tot 1, niet "{text}".',
      '--accept-above demande une confiance de 0 à 1, et non « {text} ».',
      '--accept-above verlangt eine Sicherheit von 0 bis 1, nicht „{text}“.',
      '--accept-above takes a confidence from 0 to 1, not "{text}".',
      { text: String(text) },
    );
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
  if (!one && as)
    throw wrongUse(
      '--as hoort bij --confirm NUMMER.',
      '--as va avec --confirm NUMÉRO.',
      '--as gehört zu --confirm NUMMER.',
      '--as goes with --confirm NUMBER.',
    );
  if (!one) return null;
  if (!as)
    throw wrongUse(
      'Zeg wat het betekent: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none of proposed.',
      'Dites ce que cela signifie : --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none ou proposed.',
      'Sagen Sie, was es bedeutet: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none oder proposed.',
      'Say what it means: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none, or proposed.',
    );
  return named(one, labels).map((label) => ({
    label,
    meaning: as === 'proposed' ? proposed(label) : parseMeaning(as),
  }));
}

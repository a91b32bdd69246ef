import { confirmCorrection, replayReport } from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import { wrongUse } from '@samenbeeld/schema';
import { type Options, textOption } from '../options.ts';
import type { Drafted } from '../record-decisions.ts';

function whereOf(
  options: Options,
): Readonly<Record<string, { readonly texts: readonly string[] }>> {
  const given = options['where'];
  const all = Array.isArray(given) ? given.map(String) : [];
  return Object.fromEntries(
    all.map((condition) => {
      const at = condition.indexOf('=');
      if (at < 1)
        throw wrongUse(
          '--where vraagt KOP=TEKST voor één kolom van de rij, niet "{condition}".',
          '--where demande EN-TÊTE=TEXTE pour une colonne de la ligne, et non « {condition} ».',
          '--where verlangt KOPF=TEXT für eine Spalte der Zeile, nicht „{condition}“.',
          '--where takes HEADING=TEXT for one column of the row, not "{condition}".',
          { condition },
        );
      return [condition.slice(0, at), { texts: [condition.slice(at + 1)] }];
    }),
  );
}

/**
 * The correction that --correct, --from, --to and --where describe, as a decision to record; null where none is asked
 * for. It is tried on the files first: one that changes no cell is a UsageError that says why.
 */
export async function correctedCell(
  options: Options,
  source: SourceDescription,
  files: readonly string[],
): Promise<Drafted | null> {
  const [column, from, to] = ['correct', 'from', 'to'].map((name) => textOption(options, name));
  if (!column && !from && !to && options['where'] === undefined) return null;
  if (!column || !from || !to)
    throw wrongUse(
      'Een correctie vraagt --correct KOLOM, --from TEKST en --to TEKST, en --where KOP=TEKST voor de rij.',
      'Une correction demande --correct COLONNE, --from TEXTE et --to TEXTE, et --where EN-TÊTE=TEXTE pour la ligne.',
      'Eine Korrektur verlangt --correct SPALTE, --from TEXT und --to TEXT, und --where KOPF=TEXT für die Zeile.',
      'A correction needs --correct COLUMN, --from TEXT and --to TEXT, and --where HEADING=TEXT for the row.',
    );
  const draft = confirmCorrection(source.id, { column, from, to, where: whereOf(options) });
  const tried: Decision = {
    ...draft,
    id: 'it',
    role: 'analyst',
    time: '2000-01-01',
    reason: 'tried',
    evidence: null,
    supersedes: null,
  };
  const { inapplicable } = await replayReport(source, [tried], files);
  const [refused] = inapplicable;
  if (refused)
    throw wrongUse(
      'De correctie zou in deze bestanden niets veranderen ({says}).',
      'La correction ne changerait rien dans ces fichiers ({says}).',
      'Die Korrektur würde in diesen Dateien nichts ändern ({says}).',
      'The correction would change nothing in these files: {says}.',
      { says: refused.says },
    );
  return draft;
}

import { type Anomaly, anomalyId, confirmCorrection } from '@samenbeeld/harmonise';
import { wrongUse } from '@samenbeeld/merge';
import type { Drafted } from '../record-decisions.ts';

/**
 * The anomalies that `--accept` names: ids, which stay while others are accepted; numbers and ranges of the list that was
 * just shown ("1,4-6"); or all of a kind ("lost_zeros").
 */
export function chosen(text: string, found: readonly Anomaly[]): readonly Anomaly[] {
  const ofKind = found.filter(({ kind, correction }) => kind === text && correction !== null);
  if (ofKind.length > 0) return ofKind;
  return text.split(',').flatMap((part) => {
    const known = found.filter((anomaly) => anomalyId(anomaly) === part.trim());
    if (known.length > 0) return known;
    const [first = '', last = first] = part.trim().split('-');
    const [from, to] = [Number(first), Number(last)];
    const named = found.slice(from - 1, to);
    if (!/^\d+$/u.test(first) || !/^\d+$/u.test(last) || from < 1 || named.length !== to - from + 1)
      throw found.length === 0
        ? wrongUse(
            'Er is niets te aanvaarden: er is geen afwijking gevonden.',
            'Rien à accepter : aucune anomalie n’a été trouvée.',
            'Es gibt nichts anzunehmen: Es wurde keine Auffälligkeit gefunden.',
            'There is nothing to accept: no anomaly was found.',
          )
        : wrongUse(
            '--accept vraagt nummers van de lijst (1 tot {n}), aanduidingen, reeksen of een soort met voorstellen, niet "{part}".',
            '--accept demande des numéros de la liste (1 à {n}), des identifiants, des plages ou un type avec propositions, et non « {part} ».',
            '--accept verlangt Nummern der Liste (1 bis {n}), Kennungen, Bereiche oder eine Art mit Vorschlägen, nicht „{part}“.',
            '--accept takes numbers of the list (1 to {n}), ids, ranges, or a kind with proposals, not "{part}".',
            { n: found.length, part: part.trim() },
          );
    return named;
  });
}

/** The corrections of anomalies as decisions to record. Throws UsageError where one has none. */
export function acceptedCorrections(
  anomalies: readonly Anomaly[],
  given: string | null,
): readonly Drafted[] {
  return anomalies.map(({ correction, where, evidence, open }) => {
    if (correction === null)
      throw wrongUse(
        'Er is geen correctie te aanvaarden voor {file}, regel {line}, kolom {column}: {open}.',
        'Pas de correction à accepter pour {file}, ligne {line}, colonne {column} : {open}.',
        'Keine Korrektur anzunehmen für {file}, Zeile {line}, Spalte {column}: {open}.',
        'There is no correction to accept for {file}, line {line}, column {column}: {open}.',
        {
          file: where.file,
          line: String(where.line),
          column: String(where.column),
          open: open ?? '',
        },
      );
    const all = [given ?? [], evidence.map(({ en }) => en)].flat();
    return { ...confirmCorrection(where.source, correction), evidence: all.join('; ') };
  });
}

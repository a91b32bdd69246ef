import type { Block, TableBlock } from '@samenbeeld/page';
import { type Decision, dimensionLabel, parseOverrideSubject, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { column, joined, plain, text } from '../text.ts';

/** What an override does here: which figures rest on it, or why it changes none. */
function effectOf(decision: Decision, { whole: { guarded }, breaks }: Analysis): Text {
  const subject = parseOverrideSubject(decision.subject);
  if (subject?.override === 'never')
    return text(
      'zonder gevolg: hiervoor bestaat geen uitzondering',
      'sans effet : aucune dérogation n’est possible',
      'ohne Wirkung: Hier gibt es keine Ausnahme',
      'without effect: there is no override for this',
    );
  const used = guarded.filter(({ overrides }) =>
    overrides.some((applied) => applied.decision.id === decision.id),
  );
  if (used.length > 0)
    return text('nodig voor {n}', 'nécessaire pour {n}', 'nötig für {n}', 'needed for {n}', {
      n: used.map(({ total }) => total.period).join(', '),
    });
  return breaks.some(({ id }) => id === decision.subject)
    ? text(
        'voor reeksen die over de breuk gaan',
        'pour les séries qui franchissent la rupture',
        'für Reihen über den Bruch hinweg',
        'for series that cross the break',
      )
    : text(
        'geen cijfer in dit beeld heeft het nodig',
        'aucun chiffre de ce tableau n’en a besoin',
        'keine Zahl in diesem Lagebild braucht sie',
        'no figure of this picture needs it',
      );
}

function row(decision: Decision, analysis: Analysis): TableBlock['rows'][number] {
  const subject = parseOverrideSubject(decision.subject);
  return [
    { shown: dimensionLabel(subject?.dimension ?? 'break') },
    { shown: subject?.says ?? plain(decision.subject) },
    { shown: joined([plain(decision.id), plain(decision.role)], ', ') },
    { shown: plain(decision.reason) },
    { shown: effectOf(decision, analysis) },
  ];
}

/** Overrides in force: what was put together although it differs, who decided it, and which figures rest on it. */
export function overridesBlocks(analysis: Analysis): readonly Block[] {
  const overrides = [...analysis.inForce.values()].filter(
    ({ kind, verdict }) => kind === 'override' && verdict === 'accept',
  );
  if (overrides.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: text(
        'Samengenomen hoewel niet gelijk, volgens een beslissing',
        'Réuni malgré des différences, selon une décision',
        'Laut Entscheidung zusammengenommen, obwohl nicht gleich',
        'Put together although not alike, by a decision',
      ),
      columns: [
        column('label', 'verschil in', 'différence de', 'Unterschied in', 'differ in'),
        column('words', 'waarden', 'valeurs', 'Werte', 'values'),
        column('words', 'beslissing', 'décision', 'Entscheidung', 'decision'),
        column('words', 'reden', 'motif', 'Grund', 'reason'),
        column('words', 'gevolg', 'effet', 'Wirkung', 'effect'),
      ],
      rows: overrides.map((decision) => row(decision, analysis)),
    },
  ];
}

/** What stands under a table of totals: the overrides that its figures rest on, each once. */
export function overrideNotes({ guarded }: Analysis): readonly Text[] {
  const notes = new Map(
    guarded.flatMap(({ overrides }) =>
      overrides.map(({ decision, says }) => [decision.id, says] as const),
    ),
  );
  return [...notes.values()];
}

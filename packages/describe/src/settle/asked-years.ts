import { inFour, quoted } from '@samenbeeld/schema';
import type { Look } from '../column.ts';
import { fieldIn, groupsIn, isFigure, isOne, partsOf, setIn } from '../written.ts';

const ofTime: ReadonlySet<string> = new Set(['period', 'periodStart', 'date']);

/**
 * Columns of figures whose time nothing says, beside others that have it in their headings: a constant would be that of all, so that each is
 * asked, and answered by what it sets for its own figures.
 */
export const yearsOfFigures: Look = (columns) => {
  const parts = columns.flatMap(({ written }) => partsOf(written));
  const ofRows = parts.some((part) => ofTime.has(fieldIn(part) ?? ''));
  const ofHeadings = parts.some((part) =>
    Object.values(groupsIn(part)).some((group) => ofTime.has(fieldIn(group) ?? '')),
  );
  if (ofRows || !ofHeadings) return () => null;
  return ({ kind, headings: [heading = ''], written }) => {
    if (kind === 'fold' || !written || !isOne(written) || !isFigure(written)) return null;
    if (Object.keys(setIn(written)).some((field) => ofTime.has(field))) return null;
    return {
      entry: 'finding',
      reason: inFour(
        'niets zegt van welk jaar',
        'rien n’en dit l’année',
        'nichts sagt, von welchem Jahr',
        'nothing says of which year',
      ),
      told: true,
      decide: [
        inFour(
          'Van welk jaar zijn de cijfers van {heading}? Niets zegt het; schrijf het onder `set:` van deze kolom, zoals `period: 2023`: zonder is de beschrijving niet bruikbaar',
          'De quelle année sont les chiffres de {heading} ? Rien ne le dit ; écrivez-le sous `set:` de cette colonne, comme `period: 2023` : sans cela la description est inutilisable',
          'Aus welchem Jahr sind die Zahlen von {heading}? Nichts sagt es; unter `set:` dieser Spalte schreiben, etwa `period: 2023`: ohne das ist die Beschreibung nicht brauchbar',
          'Of which year are the figures of {heading}? Nothing says it; write it under `set:` of this column, such as `period: 2023`: without it the description cannot be used',
          { heading: quoted(heading) },
        ),
      ],
    };
  };
};

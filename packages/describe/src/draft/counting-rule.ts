import { notStated, type SourceDescription } from '@samenbeeld/ingest';
import { countUnits, inFour } from '@samenbeeld/schema';
import { asIn } from './like-constants.ts';
import { asks, type DraftPart } from './mark.ts';

/** What one unit of a figure is, and by which rule it was counted: never in the file, always a question. */
export function countingRule(
  record: 'observation' | 'seizure',
  unit: string | null,
  like: SourceDescription | null,
): DraftPart {
  const counted = unit !== null && countUnits.has(unit) ? unit : null;
  // The rule of a source that counts something else says nothing of these figures.
  const known = (like?.definitions ?? []).filter(
    ({ countUnit }) => counted === null || countUnit === null || countUnit === counted,
  );
  const definitions =
    known.length > 0
      ? known.map(({ id, countUnit, dateRole, countingRule: rule }) => ({
          id,
          countUnit,
          dateRole,
          rule,
        }))
      : [
          {
            id: 'as-delivered',
            countUnit: counted,
            dateRole: record === 'seizure' ? 'seizure' : 'registration',
            rule: notStated.countingRule,
          },
        ];
  return {
    written: { definitions },
    marks: [
      asks(
        ['definitions'],
        inFour('telregel', 'règle de comptage', 'Zählregel', 'counting rule'),
        inFour(
          'wat wordt geteld, op welke datum, volgens welke regel? In vier talen; vergelijkingen rusten erop',
          'que compte-t-on, à quelle date, selon quelle règle ? En quatre langues ; les comparaisons en dépendent',
          'was wird gezählt, nach welchem Datum, nach welcher Regel? In vier Sprachen; Vergleiche beruhen darauf',
          'what is counted, by which date, by which rule? In four languages; comparisons rest on it',
        ),
        like && known.length > 0 ? { remark: asIn(like.id) } : {},
      ),
    ],
  };
}

/**
 * Whether a file of finds holds all of them: never in the file, and the difference between a total and a floor. Of a file of a
 * known source it is known.
 */
export function coveragePart(
  record: 'observation' | 'seizure',
  like: SourceDescription | null,
  fits: boolean,
): DraftPart {
  if (record !== 'seizure') return { written: {}, marks: [] };
  const known = fits ? (like?.coverage ?? []) : [];
  return {
    written: { coverage: known.map(({ source: _, ...item }) => item) },
    marks: fits
      ? []
      : [
          asks(
            ['coverage'],
            inFour('dekking', 'couverture', 'Abdeckung', 'coverage'),
            inFour(
              'bevat het bestand alle vangsten van een dienst in een plaats, op één grondslag, over een periode? Schrijf elk als { agency, place, basis, periodStart, periodEnd, extent: full }; blijft het leeg, dan zijn de vangsten een ondergrens',
              'le fichier contient-il toutes les prises d’un service en un lieu, sur une base, pendant une période ? Écrivez chacune comme { agency, place, basis, periodStart, periodEnd, extent: full } ; laissé vide, ses prises sont un plancher',
              'enthält die Datei alle Funde einer Dienststelle an einem Ort, auf einer Grundlage, über einen Zeitraum? Jeweils als { agency, place, basis, periodStart, periodEnd, extent: full }; bleibt es leer, sind die Funde eine Untergrenze',
              'does the file hold every find of a service in a place, on one basis, over a period? Each such as { agency, place, basis, periodStart, periodEnd, extent: full }; left empty, its finds are a floor',
            ),
          ),
        ],
  };
}

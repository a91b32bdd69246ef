import { agencyNames } from '@samenbeeld/answers';
import type { ColumnTable } from '@samenbeeld/engine';
import { countedGroups, inKilograms, isOfDrug, isReported, weighsAmong } from '@samenbeeld/merge';
import { table } from '@samenbeeld/page';
import {
  assertComparable,
  formatNumber,
  inFour,
  placeLabel,
  RefusalError,
  type Seizure,
  substances,
  sumExact,
  type Together,
} from '@samenbeeld/schema';
import { output } from './cell.ts';
import { comparisonOf } from './comparison-of.ts';
import type { DataFrame } from './danfo.ts';
import { type FlatRow, flatFrame, flatTable } from './frames.ts';
import { declaredFor } from './joint.ts';
import type { Bundle } from './kernel.ts';
import { awaited } from './kernel.ts';
import { labelOf, numberIn } from './labels.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { howMany, words } from './words.ts';

/** One seizure, however many offices reported it. */
export interface CountedSeizure {
  readonly id: string;
  readonly year: number;
  readonly date: string;
  readonly place: string;
  readonly substance: string;
  /** As the office that seized weighed it; null where no weight is known. */
  readonly kilograms: number | null;
  readonly agencies: readonly string[];
  readonly reports: number;
}

/** Seizures, each counted once. */
export interface Counted extends View {
  readonly kind: 'counted';
  readonly picture: Picture;
  readonly rows: readonly CountedSeizure[];
  /** Places of the rows in years of the rows that files of finds cover in full: where no row is of them, there was no find. */
  readonly covered: readonly Pick<CountedSeizure, 'place' | 'year'>[];
  /** Records of the selection, double reports included. */
  readonly records: number;
  /** Known weight of all records as if each were a seizure, and of the seizures. */
  readonly kilograms: { readonly ofRecords: number; readonly once: number };
  arquero(): ColumnTable;
  danfo(): Promise<DataFrame>;
}

function flat(rows: readonly CountedSeizure[]): readonly FlatRow[] {
  return rows.map((row) => ({ ...row, agencies: row.agencies.join('+') }));
}

function outputs({ picture, rows, records, kilograms }: Counted): readonly Bundle[] {
  const { language } = picture;
  const ends = rows.length > 10 ? [...rows.slice(0, 5), ...rows.slice(-5)] : rows;
  return [
    output(picture, [
      table(
        `${howMany(rows.length, 'seizures')[language]}`,
        [
          ['label', words.date],
          ['words', words.place],
          ['words', words.substance],
          ['number', 'kg'],
          ['words', words.agency],
          ['number', words.files],
        ],
        ends.map((row) => [
          row.date,
          placeLabel(row.place, language),
          labelOf(substances, row.substance, language),
          numberIn(row.kilograms, language),
          agencyNames(row.agencies, language),
          String(row.reports),
        ]),
        [
          ...(ends.length < rows.length
            ? [`… ${rows.length - ends.length} ${words.more[language]}`]
            : []),
          `${howMany(records, 'files')[language]}: ${formatNumber(kilograms.ofRecords, language)} kg → ${howMany(rows.length, 'seizures')[language]}: ${formatNumber(kilograms.once, language)} kg`,
        ],
      ),
    ]),
  ];
}

/** The places and years of seizures for which files declare that they list every find of what was selected. */
function coveredIn(selection: Selection, counted: readonly CountedSeizure[]): Counted['covered'] {
  const declared = declaredFor(selection);
  const scopes = (selection.rows as readonly Seizure[]).map(({ basis, substance }) => ({
    basis,
    substance,
  }));
  const asked = [
    ...new Map(scopes.map((scope) => [`${scope.basis} ${scope.substance}`, scope])).values(),
  ];
  const years = [...new Set(counted.map(({ year }) => year))];
  const places = [...new Set(counted.map(({ place }) => place))];
  return places.flatMap((place) =>
    years
      .filter((year) =>
        asked.every((scope) =>
          isReported(
            place,
            { ...scope, periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` },
            declared,
          ),
        ),
      )
      .map((year) => ({ place, year })),
  );
}

function knownSum(weights: readonly (number | null)[]): number {
  return sumExact(weights.filter((weight) => weight !== null));
}

/** The seizures of a selection as the comparability guard sees them: those with a mass, each once, in kilograms. */
export function seizuresTogether({ picture }: Selection, seizures: readonly Seizure[]): Together {
  return {
    records: seizures
      .filter((seizure) => inKilograms(seizure) !== null)
      .map((seizure) => ({ ...seizure, unit: 'kg' })),
    comparison: {
      countedOnce: true,
      across: ['substance', 'definition'],
      ...comparisonOf(picture),
    },
  };
}

/** Seizures of a selection, each once; refused for claims, in which no single seizure can be seen. */
export function countOnce(selection: Selection): Counted {
  const { picture, rows } = selection;
  const claims = rows.filter(({ kind }) => kind === 'observation').length;
  if (claims > 0 || picture.extent.seizures.size === 0)
    throw new RefusalError(
      inFour(
        '{claims:Eén rij is een gepubliceerd cijfer|Deze # rijen zijn gepubliceerde cijfers}. Losse vangsten zijn in gepubliceerde cijfers niet te zien.',
        '{claims:Une ligne est un chiffre publié|Ces # lignes sont des chiffres publiés}. Les saisies isolées ne se voient pas dans des chiffres publiés.',
        '{claims:Eine Zeile ist eine veröffentlichte Zahl|Diese # Zeilen sind veröffentlichte Zahlen}. Einzelne Funde sind in veröffentlichten Zahlen nicht zu sehen.',
        '{claims:One row is a published figure|These # rows are published figures}. Single seizures cannot be seen in published figures.',
        { claims },
      ),
      {
        dimension: 'kind',
        remedy: inFour(
          'Vraag het van gebeurtenissen: `picture.seizures` van een beeld dat ze bevat.',
          'Demandez-le d’événements : `picture.seizures` d’un tableau qui en contient.',
          'Fragen Sie es von Ereignissen: `picture.seizures` eines Lagebilds, das sie enthält.',
          'Ask it of events: `picture.seizures` of a picture that holds them.',
        ),
      },
    );
  const groups = countedGroups(rows as readonly Seizure[], picture.doubleReports);
  const { records, comparison } = seizuresTogether(
    selection,
    groups.map(({ lead }) => lead),
  );
  assertComparable(records, { ...comparison, for: 'sum' });
  const weighers = new Map<string, ReturnType<typeof weighsAmong>>();
  const weighOf = ({ basis, substance }: Seizure): ReturnType<typeof weighsAmong> => {
    const footing = `${basis} ${substance}`;
    const isOn = (row: Seizure): boolean =>
      row.basis === basis && isOfDrug(row.substance, substance);
    const weigh = weighers.get(footing) ?? weighsAmong((rows as readonly Seizure[]).filter(isOn));
    weighers.set(footing, weigh);
    return weigh;
  };
  const counted = groups
    .map((group): CountedSeizure => {
      const { lead, members } = group;
      return {
        id: lead.id,
        year: Number(lead.date.slice(0, 4)),
        date: lead.date,
        place: lead.place,
        substance: lead.substance,
        kilograms: weighOf(lead)(members).leading,
        agencies: [...new Set(members.flatMap((member) => member.agencies))],
        reports: members.length,
      };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  return view<Counted>(
    {
      kind: 'counted',
      picture,
      rows: counted,
      covered: coveredIn(selection, counted),
      records: rows.length,
      kilograms: {
        ofRecords: knownSum((rows as readonly Seizure[]).map(inKilograms)),
        once: knownSum(counted.map(({ kilograms }) => kilograms)),
      },
      arquero: () => flatTable(flat(counted)),
      danfo: () => awaited('….danfo()', flatFrame(flat(counted))),
    },
    outputs,
  );
}

/** The seizures of a selection, each counted once: records of one seizure in several files become one row. */
export function countedOnce(selection: Selection): Counted | Refused {
  return answer(selection.picture, () => countOnce(selection));
}

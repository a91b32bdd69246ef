import { addDays, yearOf } from './calendar.ts';
import type { Draft, Planted } from './draft.ts';
import { type PersonalKind, personalValue } from './personal-values.ts';
import { type Random, randomOf } from './random.ts';
import type { Defect, Office } from './world.ts';

/** The day after which the picture knows nothing. */
export const asOf = '2026-06-30';

const northSeaPort = new Set(['BEGNE', 'NLVLI', 'NLTNZ']);
const inPorts = ({ find }: Draft): boolean =>
  northSeaPort.has(find.place) && find.basis === 'seized_in_port';
const isPlain = (draft: Draft): boolean =>
  draft.partner === null && draft.batch === null && draft.defects.length === 0;

function planted(kind: Defect['kind'], part: Planted['part'], rule: string | null = null): Planted {
  return { kind, part, rule, value: null, detector: null };
}

/** Changes so many drafts, chosen by lot among those that fit. */
function change(
  drafts: readonly Draft[],
  count: number,
  fits: (draft: Draft) => boolean,
  make: (draft: Draft) => Draft,
  random: Random,
): readonly Draft[] {
  const chosen = new Set(random.shuffle(drafts.filter(fits)).slice(0, count));
  return drafts.map((draft) => (chosen.has(draft) ? make(draft) : draft));
}

/** Personal data that each office's rows hold: in remarks, and once in the column of the team. */
const personal: readonly (readonly [Office, PersonalKind, Planted['part']])[] = [
  ['nl-harc', 'bsn', 'remark'],
  ['nl-harc', 'iban', 'remark'],
  ['nl-harc', 'plate', 'remark'],
  ['nl-harc', 'e-mail', 'contact'],
  ['be-customs', 'be-national-number', 'remark'],
  ['be-customs', 'phone', 'remark'],
  ['be-customs', 'plate', 'remark'],
  ['lu-police', 'lu-matricule', 'remark'],
  ['lu-police', 'phone', 'remark'],
  ['lu-customs', 'iban', 'remark'],
  ['fr', 'e-mail', 'remark'],
  ['fr', 'phone', 'remark'],
  ['nrw', 'plate', 'remark'],
  ['nrw', 'iban', 'remark'],
];

const introductions: Readonly<Record<Office, Readonly<Record<PersonalKind, string>>>> = {
  'nl-harc': words(
    'betrokkene',
    'rijksregister',
    'matricule',
    'rekening',
    'melder',
    'gsm',
    'kenteken',
  ),
  'be-customs': words(
    'betrokkene',
    'rijksregister',
    'matricule',
    'rekening',
    'melder',
    'contact',
    'plaat',
  ),
  'lu-police': words('personne', 'registre', 'matricule', 'compte', 'contact', 'tél.', 'plaque'),
  'lu-customs': words('personne', 'registre', 'matricule', 'compte', 'contact', 'tél.', 'plaque'),
  fr: words('personne', 'registre', 'matricule', 'compte', 'contact', 'tél.', 'plaque'),
  nrw: words('Person', 'Register', 'Matrikel', 'Konto', 'Kontakt', 'Tel.', 'Kennzeichen'),
};

function words(
  ...[bsn, register, matricule, iban, mail, phone, plate]: readonly string[]
): Readonly<Record<PersonalKind, string>> {
  return {
    bsn: bsn ?? '',
    'be-national-number': register ?? '',
    'lu-matricule': matricule ?? '',
    iban: iban ?? '',
    'e-mail': mail ?? '',
    phone: phone ?? '',
    plate: plate ?? '',
  };
}

function withPersonal(
  draft: Draft,
  kind: PersonalKind,
  part: Planted['part'],
  random: Random,
): Draft {
  const value = personalValue(kind, random);
  const text = `${introductions[draft.office][kind]} ${value}`;
  const defect: Planted = {
    kind: 'personal-data',
    part,
    rule: `personal-data.${kind}`,
    value,
    detector: kind,
  };
  return {
    ...draft,
    ...(part === 'contact' ? { contact: text } : { remark: text }),
    defects: [...draft.defects, defect],
  };
}

function plantPersonal(drafts: readonly Draft[], random: Random): readonly Draft[] {
  const outside = personal.reduce(
    (so, [office, kind, part]) =>
      change(
        so,
        1,
        (draft) => draft.office === office && isPlain(draft) && !inPorts(draft),
        (draft) => withPersonal(draft, kind, part, random),
        random,
      ),
    drafts,
  );
  // A row of a double report: quarantined here, and the find still stands in the other file with its weight.
  const unlike = new Set(drafts.filter(({ told }) => told !== 'same').map(({ find }) => find.id));
  return change(
    outside,
    1,
    (draft) =>
      draft.office === 'be-customs' &&
      draft.partner === 'nl-harc' &&
      !unlike.has(draft.find.id) &&
      draft.find.seizingCountry === 'NL',
    (draft) => withPersonal(draft, 'phone', 'remark', random),
    random,
  );
}

const labels: readonly (readonly [Office, string])[] = [
  ['nl-harc', 'wit poeder (n.n.b.)'],
  ['be-customs', 'wit poeder / poudre blanche'],
  ['fr', 'poudre blanche non analysée'],
];

function plantUnreadable(drafts: readonly Draft[], random: Random): readonly Draft[] {
  const labelled = labels.reduce(
    (so, [office, label]) =>
      change(
        so,
        1,
        (draft) => draft.office === office && isPlain(draft) && !inPorts(draft),
        (draft) => ({
          ...draft,
          label,
          defects: [planted('unknown-label', 'substance', 'crosswalk.unknown-code')],
        }),
        random,
      ),
    drafts,
  );
  const unreadable = (office: Office, cell: string, kind: 'ambiguous-number' | 'invalid-number') =>
    [
      (draft: Draft) => draft.office === office && isPlain(draft) && draft.unit !== 'tablet',
      (draft: Draft): Draft => ({
        ...draft,
        unreadable: cell,
        defects: [
          planted(
            kind,
            'quantity',
            kind === 'ambiguous-number' ? 'number.ambiguous' : 'number.invalid',
          ),
        ],
      }),
    ] as const;
  const ambiguous = change(
    labelled,
    1,
    ...unreadable('lu-customs', '1.234', 'ambiguous-number'),
    random,
  );
  return change(ambiguous, 1, ...unreadable('nrw', '3 Koffer', 'invalid-number'), random);
}

function plantQuantities(drafts: readonly Draft[], random: Random): readonly Draft[] {
  const missing = (so: readonly Draft[], office: Office, ports: boolean) =>
    change(
      so,
      1,
      (draft) =>
        draft.office === office &&
        isPlain(draft) &&
        inPorts(draft) === ports &&
        draft.unit !== 'tablet',
      (draft) => ({
        ...draft,
        quantity: null,
        told: 'missing',
        defects: [planted('missing-quantity', 'quantity')],
      }),
      random,
    );
  const slip = (so: readonly Draft[], office: Office) =>
    change(
      so,
      1,
      (draft) =>
        draft.office === office &&
        isPlain(draft) &&
        !inPorts(draft) &&
        draft.find.kg !== null &&
        draft.find.kg < 20,
      (draft) => ({
        ...draft,
        quantity: Math.round((draft.find.kg as number) * 1000),
        told: 'factor_1000',
        defects: [planted('unit-slip', 'quantity')],
      }),
      random,
    );
  const left = (
    [
      ['nl-harc', true],
      ['nl-harc', false],
      ['be-customs', true],
      ['be-customs', false],
      ['lu-police', false],
      ['lu-customs', false],
      ['fr', false],
      ['nrw', false],
    ] as const
  ).reduce((so, [office, ports]) => missing(so, office, ports), drafts);
  return (['nl-harc', 'be-customs', 'lu-police', 'fr', 'nrw'] as const).reduce(slip, left);
}

/** Finds of the last quarter that are registered the year after, and three of 2025 after the picture's day. */
function plantLate(drafts: readonly Draft[], random: Random): readonly Draft[] {
  const next = drafts.map((draft): Draft => {
    const lastQuarter = draft.date.slice(5) >= '10-01';
    if (!lastQuarter || !random.chance(0.2)) return draft;
    const registeredOn = addDays(`${yearOf(draft.date) + 1}-01-15`, random.int(0, 90));
    return {
      ...draft,
      registeredOn,
      defects: [...draft.defects, planted('late-registration', 'registered')],
    };
  });
  const after = (so: readonly Draft[], place: string, count: number) =>
    change(
      so,
      count,
      (draft) =>
        draft.find.place === place &&
        draft.date.startsWith('2025') &&
        isPlain(draft) &&
        inPorts(draft),
      (draft) => ({
        ...draft,
        registeredOn: addDays(asOf, random.int(5, 80)),
        defects: [planted('after-as-of', 'registered')],
      }),
      random,
    );
  return after(after(next, 'NLVLI', 2), 'BEGNE', 1);
}

/** The drafts with everything that is planted in them. */
export function plantDefects(drafts: readonly Draft[], seed: number): readonly Draft[] {
  const stream = (name: string): Random => randomOf(seed, `planted ${name}`);
  const marked = plantPersonal(drafts, stream('personal data'));
  const unreadable = plantUnreadable(marked, stream('unreadable cells'));
  return plantLate(plantQuantities(unreadable, stream('quantities')), stream('late'));
}

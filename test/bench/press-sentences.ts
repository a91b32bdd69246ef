import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  type ClaimFieldName,
  type NoClaimNumber,
  type ProposedClaim,
  proposeClaims,
} from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import { markerOf, parsePeriod, places, units } from '@samenbeeld/schema';
import { realData } from '../pictures.ts';

const file = `${realData}/text/press_sentences.csv`;

/** A fact that a person took from a sentence. */
type Fact = Readonly<Record<string, string>>;

/** How a field of a fact is proposed. `asked` where the sentence does not say it, or is left to a person. */
type Outcome = 'right' | 'asked' | 'wrong' | 'wrong as certain';

/** A fact of a sentence beside what is proposed of it. */
export interface Judged {
  readonly fact: Fact;
  readonly claim: ProposedClaim | null;
  /** A share is said to be one. */
  readonly share: NoClaimNumber | null;
  readonly outcomes: Readonly<Partial<Record<ClaimFieldName, Outcome>>>;
}

/** What was measured of some sentences. */
export interface Measured {
  readonly judged: readonly Judged[];
  /** Proposals that no fact of their sentence holds: a person took other figures from it. */
  readonly others: readonly (readonly [sentence: string, figure: string])[];
  readonly sentences: number;
  /** Sentences in a language that is not read. */
  readonly unread: number;
}

async function facts(): Promise<readonly Fact[]> {
  const [table] = await readTable(file, { format: 'csv', header: 1 });
  if (!table) throw new Error(`${file} holds no table`);
  return table.rows.map((row) =>
    Object.fromEntries(
      table.columns.map(({ index, headers }) => [headers[0] ?? '', String(row.cells[index] ?? '')]),
    ),
  );
}

/** Whether the file of sentences is at hand. */
export function hasSentences(): boolean {
  return existsSync(file);
}

/** Metrics of the claim sheet by the names that the transcription gave them. */
const metricOf: Readonly<Record<string, string>> = {
  seized_items: 'seizures',
  consignments_ports: 'seizures',
  quantity_abroad_destined: 'quantity',
  quantity_home: 'quantity',
  quantity_airports: 'quantity',
  quantity_containers: 'quantity',
  event_abroad_destined: 'quantity',
};
const ofSheet = new Set(
  'quantity persons_checked persons_with_drugs under_influence arrests vehicles_seized vehicles_checked trains_checked buses_checked staff cash offences seizures'.split(
    ' ',
  ),
);

/** The basis that a fact is of, or null where the transcription leaves it open. */
function basisOf({
  measure = '',
  basis_or_scope = '',
  place_or_country = '',
}: Fact): readonly string[] | null {
  const metric = metricOf[measure] ?? measure;
  if (measure.includes('destined')) return ['destined_for_country', 'destined_for_port'];
  if (!['quantity', 'seizures', 'cash'].includes(metric))
    return metric === 'offences' ? ['recorded'] : ['not_applicable'];
  if (/post|parcel|letter/u.test(basis_or_scope) && !/whole airport/u.test(basis_or_scope))
    return ['seized_in_post'];
  if (
    measure === 'consignments_ports' ||
    (measure === 'quantity_home' && place_or_country.length === 5)
  )
    return ['seized_in_port'];
  if (measure === 'quantity_home') return ['seized_in_territory'];
  return null;
}

const wordsOfMarks: readonly (readonly [RegExp, string])[] = [
  [/^(?:ronn)$/u, 'rounded'],
  [/cinquantaine/u, 'rounded'],
  [/^más de$/u, 'floor'],
];

function wordingOf(printed: string): string {
  const [first = ''] = printed.split(';');
  const [, known] = wordsOfMarks.find(([pattern]) => pattern.test(first)) ?? [];
  const marker =
    known ??
    markerOf(first, ['nl']) ??
    markerOf(first, ['fr']) ??
    markerOf(first, ['de']) ??
    markerOf(first, ['en']);
  return marker ?? 'unmarked';
}

function outcome(
  claim: ProposedClaim,
  name: ClaimFieldName,
  isRight: (value: string) => boolean,
): Outcome {
  const { value, sure } = claim.fields[name];
  if (value === null) return 'asked';
  if (isRight(value)) return 'right';
  return sure ? 'wrong as certain' : 'wrong';
}

/** A printed period as days; null where none was printed. */
function daysOf(period: string): string | null {
  try {
    const [from = '', to = ''] = period.split('/');
    if (to !== '') return `${parsePeriod(from).start}/${parsePeriod(to).end}`;
    const { start, end } = parsePeriod(period);
    return `${start}/${end}`;
  } catch {
    return null;
  }
}

/** Counting nouns that the transcription and the claim sheet enter in another unit: letters and parcels are items. */
const sameUnit: Readonly<Record<string, readonly string[]>> = {
  letter: ['consignment'],
  consignment: ['parcel', 'letter'],
};

function judge(
  fact: Fact,
  claims: readonly ProposedClaim[],
  noClaims: readonly NoClaimNumber[],
): Judged {
  const {
    measure = '',
    unit = '',
    substance = '',
    agency = '',
    wording = '',
    period = '',
    place_or_country = '',
  } = fact;
  const value = Number(fact['value']);
  if (unit === 'share') {
    const share =
      noClaims.find((one) => one.kind === 'share' && Math.abs(one.value / 100 - value) < 1e-9) ??
      null;
    return { fact, claim: null, share, outcomes: {} };
  }
  const isSame = (claim: ProposedClaim): boolean => {
    const own = claim.fields.unit.value;
    const factor = (code: string): number =>
      units.has(code) && units.get(code).dimension === 'mass'
        ? units.get(code).digits * 10 ** units.get(code).exponent
        : 1;
    return (
      Math.abs(claim.value * (own ? factor(own) : 1) - value * factor(unit)) <
      1e-6 * Math.max(1, value)
    );
  };
  const metric = metricOf[measure] ?? measure;
  const same = claims.filter(isSame);
  const claim = same.find(({ fields }) => fields.metric.value === metric) ?? same[0] ?? null;
  if (!claim) return { fact, claim, share: null, outcomes: {} };
  const days = daysOf(period);
  const basis = basisOf(fact);
  const place = place_or_country.replace(/ \(.*/u, '').replace(/^.*→/u, '');
  const outcomes: Partial<Record<ClaimFieldName, Outcome>> = {
    unit: units.has(unit)
      ? outcome(
          claim,
          'unit',
          (code) =>
            code === unit ||
            (sameUnit[unit] ?? []).includes(code) ||
            (units.has(code) &&
              units.get(code).dimension === 'mass' &&
              units.get(unit).dimension === 'mass'),
        )
      : claim.fields.unit.value === null
        ? 'right'
        : 'wrong as certain',
    wording: outcome(claim, 'wording', (code) => code === wordingOf(wording)),
    metric: ofSheet.has(metric)
      ? outcome(claim, 'metric', (code) => code === metric)
      : outcome(claim, 'metric', () => false),
    count_unit: outcome(
      claim,
      'count_unit',
      (code) => code === '' || code === unit || (sameUnit[unit] ?? []).includes(code),
    ),
    place: outcome(
      claim,
      'place',
      (code) =>
        code === place ||
        (places.has(code) && place.length === 2 && places.get(code).country === place),
    ),
    agency: outcome(claim, 'agency', (code) => code === agency),
    ...(days !== null && { period: outcome(claim, 'period', (code) => code === days) }),
    ...(basis !== null && { basis: outcome(claim, 'basis', (code) => basis.includes(code)) }),
    ...(substance !== '' &&
      ['quantity', 'seizures'].includes(metric) && {
        substance: outcome(claim, 'substance', (code) => code === substance),
      }),
  };
  return { fact, claim, share: null, outcomes };
}

/** Which half a sentence belongs to, by its hash. */
export function halfOf(sentence: string): 0 | 1 {
  return ((createHash('sha256').update(sentence).digest()[0] ?? 0) % 2) as 0 | 1;
}

/** What is proposed of the sentences, beside what a person took from them; of one half, or of both. */
export async function measured(half: 0 | 1 | null = null): Promise<Measured> {
  const all = (await facts()).filter(
    ({ value = '', text = '' }) => /^\d/u.test(value) && (half === null || halfOf(text) === half),
  );
  const texts = [...new Set(all.map(({ text = '' }) => text))];
  const judged: Judged[] = [];
  const others: (readonly [string, string])[] = [];
  let unread = 0;
  for (const text of texts) {
    const found = proposeClaims(text);
    if (found.claims.length + found.noClaims.length === 0 || found.unread.length > 0) {
      if (found.claims.length === 0) {
        unread += 1;
        continue;
      }
    }
    const own = all
      .filter((fact) => fact['text'] === text)
      .map((fact) => judge(fact, found.claims, found.noClaims));
    judged.push(...own);
    others.push(
      ...found.claims
        .filter((claim) => own.every((one) => one.claim !== claim))
        .map(({ figure }) => [text, figure] as const),
    );
  }
  return { judged, others, sentences: texts.length, unread };
}

/** Shares of the facts, from 0 to 1. */
export interface Rates {
  readonly facts: number;
  readonly found: number;
  readonly placeAndPeriod: number;
  readonly scope: number;
  readonly wording: number;
  readonly statedTrue: number;
  readonly wrongAsCertain: number;
}

/** The table of the measure. */
export function ratesOf({ judged }: Measured): Rates {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const found = judged.filter(
    ({ claim, share: said, outcomes }) =>
      said !== null || (claim !== null && (outcomes.unit === 'right' || outcomes.unit === 'asked')),
  );
  const matched = judged.filter(({ claim }) => claim !== null);
  const fine = (one: Judged, names: readonly ClaimFieldName[]): boolean =>
    names.every((name) => ['right', 'asked', undefined].includes(one.outcomes[name]));
  const stated = matched
    .flatMap(({ outcomes }) => Object.values(outcomes))
    .filter((one) => one !== 'asked');
  return {
    facts: judged.length,
    found: share(found.length, judged.length),
    placeAndPeriod: share(
      matched.filter((one) => fine(one, ['place', 'period'])).length,
      matched.length,
    ),
    scope: share(
      matched.filter((one) => fine(one, ['basis', 'agency', 'count_unit'])).length,
      matched.length,
    ),
    wording: share(
      matched.filter((one) => one.outcomes.wording === 'right').length,
      matched.length,
    ),
    statedTrue: share(stated.filter((one) => one === 'right').length, stated.length),
    wrongAsCertain: matched
      .flatMap(({ outcomes }) => Object.values(outcomes))
      .filter((one) => one === 'wrong as certain').length,
  };
}

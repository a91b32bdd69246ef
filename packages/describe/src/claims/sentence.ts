import { inEach, type Language, notShown, type Span } from '@samenbeeld/schema';
import { withoutNames } from '../persons/names.ts';
import { moved } from './acts.ts';
import { agencyField, agencyOf } from './agency.ts';
import { basisField, basisOf } from './basis.ts';
import { carriedFrom, carriedPlace, goingOn } from './carried.ts';
import type { ClaimOptions, NoClaimNumber, ProposedClaim } from './claim.ts';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import { type ClaimFieldName, noClaimText } from './claim-words.ts';
import type { Figure, FigureIn } from './figure.ts';
import type { Carried, FigureRead } from './figure-read.ts';
import { figuresIn } from './figures.ts';
import { continuedBy, howTold, measuredIn, metricField } from './metric.ts';
import { type NamedPlace, placesIn } from './named-places.ts';
import { periodField } from './period.ts';
import { countryOf, inOwnPart, placeField, placeOfUnit, placeSaid } from './place.ts';
import type { Sentence } from './sentences.ts';
import { substanceField } from './substance.ts';
import type { Mention } from './time.ts';
import { asCylinder, countUnitField, thingOf, unitField } from './unit.ts';
import { intervalOf, valueField, wordingOf } from './wording.ts';

/** What the figures of a sentence share. */
interface Shared {
  readonly sentence: Sentence & { readonly language: Language };
  readonly times: readonly Mention[];
  readonly named: readonly NamedPlace[];
  readonly country: string | null;
  readonly agencyHere: ProposedField | null;
  readonly carried: Carried;
  readonly options: ClaimOptions;
  readonly day: Span | null;
}

/** The claims of a sentence, its numbers that are none, and what it leaves to the next. */
export function readSentence(
  sentence: Sentence & { readonly language: Language },
  carried: Carried,
  { options, day }: { readonly options: ClaimOptions; readonly day: Span | null },
): {
  readonly claims: readonly Omit<ProposedClaim, 'number'>[];
  readonly noClaims: readonly NoClaimNumber[];
  readonly carried: Carried;
} {
  const { text, language } = sentence;
  const found = figuresIn(text, language);
  const { times } = found;
  const figures = found.figures.map((figure) => asCylinder(figure, text, language));
  const kept = figures.filter(({ noClaim }) => noClaim === null);
  const speaking = figures.filter(
    ({ noClaim }) =>
      noClaim === null || ['nothing', 'share', 'range', 'ceiling', 'several'].includes(noClaim),
  );
  const named = placesIn(text, language);
  const country = countryOf(text, named, options.place);
  const agencyHere = agencyOf(text, language, country);
  const shared = { sentence, times, named, country, agencyHere, carried, options, day };
  const read: FigureRead[] = [];
  kept.forEach((figure, at) => {
    const [previous, next] = [kept[at - 1], kept[at + 1]];
    read.push(readFigure({ text, language, figure, kept, previous, next, speaking }, shared, read));
  });
  return {
    claims: read.map(({ claim }) => claim),
    noClaims: figures.flatMap((figure) => noClaimOf(figure, sentence)),
    carried: carriedFrom(text, read, shared),
  };
}

function noClaimOf(
  { noClaim: kind, value, start, end }: Figure,
  { text, language, start: from }: Shared['sentence'],
): readonly NoClaimNumber[] {
  if (kind === null || (kind === 'nothing' && value <= 1)) return [];
  return [
    {
      figure: withoutNames(text.slice(start, end), language),
      start: from + start,
      end: from + end,
      kind,
      value,
      why: noClaimText[kind],
    },
  ];
}

/** A figure, field by field: what it counts and measures, of what, when, on which basis, where, and who counted. */
function readFigure(at: FigureIn, shared: Shared, earlier: readonly FigureRead[]): FigureRead {
  const { text, language, figure } = at;
  const { times, named, country, agencyHere, carried, options, day } = shared;
  const { last = null, measured: befell = null } = earlier.at(-1) ?? {};
  const thing = thingOf(at, last ?? carried.counted);
  const { measured, isContinued } = measuredIn(at, thing, befell, carried.seized !== null);
  const told = howTold(at, measured);
  const { untold, disposed, isDone } = told;
  const substance = substanceField(at, measured, isContinued ? carried.seized : null);
  const metric = metricField(at, thing, measured, told, substance);
  const before = goingOn(carried, {
    ...{ text, language, times, agency: agencyHere },
    isMeasured: measured.metric !== null || continuedBy(text) !== null,
    isMoney: thing.counted?.kind === 'money',
    // "Zijn parket telt 41 vacatures": another subject than what was told of that year.
    isOther:
      (measured.metric === null && figure.unknown !== null) ||
      (measured.metric === 'staff' && measured.act === null),
  });
  const {
    dated,
    field: period,
    running,
  } = periodField(at, { times, day, goingOn: before, thing, measured, isDone, earlier });
  const { part, near } = inOwnPart(at, named);
  const footing = basisOf(part, measured, near);
  const isBound = footing.value?.startsWith('destined') === true;
  // What was found in another country was found by a service of that country.
  const isAbroad = isBound || footing.among.includes('seized_abroad');
  const spoken = carried.place?.value ?? null;
  const said = placeSaid(at, {
    ...{ part, named, near, isBound, country, spoken },
    metric: measured.metric,
  });
  const isSeized = footing.value !== 'not_applicable';
  const place = placeField(at, said, { named, near, isSeized }, isDone, () =>
    options.place
      ? proposed(options.place, true, because('given'))
      : ((isAbroad ? null : carriedPlace(before.place, { text: part.text, language, near })) ??
        placeOfUnit(agencyHere) ??
        asked(because('notSaid'))),
  );
  const basis = basisField(at, footing, place, isDone);
  const agency = agencyField(at, {
    ...{ here: agencyHere, before: before.agency, given: options.agency },
    ...{ place, isAbroad, thing, measured, untold },
  });
  const fields: Record<ClaimFieldName, ProposedField> = {
    value: valueField(at, measured.unit),
    unit: unitField(thing, measured, metric),
    wording: wordingOf(figure),
    metric,
    count_unit: countUnitField(thing, measured, metric),
    substance,
    place,
    agency,
    basis,
    period:
      disposed !== null && period.value !== null
        ? asked(because('disposed', disposed), [period.value])
        : period,
  };
  return {
    ...{ measured, dated, period, placeSaid: said },
    last: figure.unknown === null ? (thing.counted ?? last) : null,
    isOfOtherThings: untold !== null || (measured.metric === null && moved.test(text)),
    claim: claimOf(figure, shared.sentence, fields, measured.unit, running),
  };
}

/** The words that a field rests on, as they may be kept: what is left out of their sentence is left out of them. */
function restsShown(
  field: ProposedField,
  text: string,
  { sentence, language }: Pick<ProposedClaim, 'sentence' | 'language'>,
): ProposedField {
  const left = sentence.split(/[^\p{L}\d]+/u);
  // Of a word its beginning or end may be what tells.
  const isKept = (part: string): boolean =>
    left.some((word) => word.startsWith(part) || word.endsWith(part));
  const rests = field.rests
    .split(' … ')
    .map((words) =>
      text.includes(words)
        ? words
            .replace(/[\p{L}\d]+/gu, (word) => (isKept(word) ? word : notShown))
            .replaceAll(/\(not shown\)(?:[^\p{L}\d]{1,2}\(not shown\))+/gu, notShown)
        : withoutNames(words, language),
    )
    .join(' … ');
  if (rests === field.rests) return field;
  return { ...field, rests, why: inEach((to) => field.why[to].replace(field.rests, () => rests)) };
}

function claimOf(
  figure: Figure,
  { text, language, start, end }: Shared['sentence'],
  fields: ProposedClaim['fields'],
  unit: string | null,
  toDate: boolean,
): FigureRead['claim'] {
  const sentence = withoutNames(text, language);
  return {
    figure: withoutNames(text.slice(figure.start, figure.end), language),
    start: start + figure.start,
    end: start + figure.end,
    sentenceStart: start,
    sentenceEnd: end,
    sentence,
    language,
    value: figure.value,
    interval: intervalOf(figure, unit, fields.wording.value),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        restsShown(field, text, { sentence, language }),
      ]),
    ) as ProposedClaim['fields'],
    asks: (Object.keys(fields) as ClaimFieldName[]).filter((name) => fields[name].value === null),
    toDate,
  };
}

import {
  addDays,
  agencies,
  decimalText,
  type Language,
  placeContains,
  places,
  type Span,
  units,
} from '@samenbeeld/schema';
import { withoutNames } from '../persons/names.ts';
import { moved } from './acts.ts';
import {
  agencyOf,
  alongside,
  countedBy,
  isOfAnother,
  isOfEarlier,
  isOfLater,
  ofThatLand,
  service,
  services,
} from './agency.ts';
import { basisOf, ofFinds } from './basis.ts';
import {
  besideUnlisted,
  type Carried,
  carriedAgency,
  carriedField,
  carriedPlace,
  comparison,
  elsewhen,
  goingOn,
  otherSide,
  partAlone,
  seizedIn,
} from './carried.ts';
import { isBeside, isPlainlySaid, type Words } from './certain.ts';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import { type ClaimFieldName, noClaimText } from './claim-words.ts';
import type { Counted } from './counted.ts';
import { isAdjective } from './country-adjectives.ts';
import { disposedIn } from './disposed.ts';
import { figuresIn } from './figures.ts';
import {
  actIsOfNext,
  goesOn,
  isActPlain,
  isOnlyStopped,
  type Measured,
  measuredOf,
} from './metric.ts';
import { type NamedPlace, placesIn } from './named-places.ts';
import { substancesIn } from './named-substances.ts';
import { ofWhom } from './no-claim.ts';
import {
  clauseOf,
  comparing,
  isStartOfChange,
  isWholeOf,
  maskedTo,
  partAhead,
  partAround,
  respectively,
  whereIn,
  wholeBefore,
  wordsIn,
} from './parts-of-sentence.ts';
import {
  datedOf,
  isApposed,
  isLong,
  isOfEach,
  isOfTrial,
  periodOf,
  toDate,
  tried,
} from './period.ts';
import { countryOf, isOfServices, placeOf, severalLands, there } from './place.ts';
import type { ClaimOptions, NoClaimNumber, ProposedClaim } from './propose-claims.ts';
import type { Sentence } from './sentences.ts';
import { inOrder, isOfIt, isOfOtherStuff, substanceOf } from './substance.ts';
import type { Mention } from './time.ts';
import { hearsayIn } from './told.ts';
import { asCylinder, firstThing, isOpenRecord, thingOf, unitField } from './unit.ts';
import { intervalOf, wordingOf } from './wording.ts';

interface Gathering {
  readonly options: ClaimOptions;
  readonly day: Span | null;
  readonly claims: ProposedClaim[];
  readonly noClaims: NoClaimNumber[];
}

export function readSentence(
  sentence: Sentence & { readonly language: Language },
  carried: Carried,
  { options, day, claims, noClaims }: Gathering,
): Carried {
  const { text, start, language } = sentence;
  const { figures: read, times } = figuresIn(text, language);
  const figures = read.map((figure) => asCylinder(figure, text, language));
  const kept = figures.filter(({ noClaim }) => noClaim === null);
  for (const figure of figures)
    if (figure.noClaim && !(figure.noClaim === 'nothing' && figure.value <= 1))
      noClaims.push({
        figure: withoutNames(text.slice(figure.start, figure.end), language),
        start: start + figure.start,
        end: start + figure.end,
        kind: figure.noClaim,
        value: figure.value,
        why: noClaimText[figure.noClaim],
      });
  const speaking = figures.filter(
    ({ noClaim }) =>
      noClaim === null || ['nothing', 'share', 'range', 'ceiling', 'several'].includes(noClaim),
  );
  const named = placesIn(text, language);
  const country =
    (severalLands.test(text) ? null : countryOf(named)) ??
    (options.place
      ? places.has(options.place)
        ? (places.get(options.place).country ?? options.place)
        : null
      : null);
  const agencyHere = agencyOf(text, language, country);
  const spans: Span[] = [];
  /** What a time that depends on another was taken for: the same for each figure of the sentence. */
  const settled = new Map<Mention, ProposedField>();
  let last: Counted | null = null;
  const placesHere: ProposedField[] = [];
  let isOfOtherThings = false;
  let befell: Measured | null = null;
  kept.forEach((figure, at) => {
    const thing = thingOf(
      ...([figure, text, language, at, kept, last ?? carried.counted] as const),
      (rest) => firstThing(rest, language),
      (words) => substancesIn(words, language).length > 0,
    );
    last = figure.unknown === null ? (thing.counted ?? last) : null;
    const following = kept[at + 1];
    const clause = isWholeOf(text, figure, kept[at - 1])
      ? text.slice(figure.at, figure.end)
      : following && isWholeOf(text, following, figure)
        ? clauseOf(text, following, speaking, language)
        : clauseOf(text, figure, speaking, language);
    const read: Measured = thing.counted
      ? measuredOf(thing.counted, clause, wholeBefore(text, figure, kept))
      : { metric: null, unit: null, countUnit: null, rests: '', act: null, sure: false };
    const isActOfNext =
      thing.counted?.kind === 'finds' && actIsOfNext(text, figure, following, read.act);
    // "19 interpellés, dont 4 mineurs": what befell them all befell those.
    const isOfWhom =
      befell !== null &&
      (read.metric === null || !read.sure || read.metric === 'staff') &&
      (ofWhom.test(text.slice(0, figure.start)) ||
        // "28 suspects were arrested: 16 in Spain and 12 in Belgium"
        (figure.counted === null && figure.unknown === null && read.act === null)) &&
      ['persons', 'staff', 'suspects'].includes(thing.counted?.kind ?? '');
    const continued = goesOn.exec(text)?.[0] ?? null;
    const isContinued =
      continued !== null &&
      carried.seized !== null &&
      read.metric === null &&
      thing.counted?.kind === 'mass';
    const measured: Measured =
      isActOfNext || isOnlyStopped(text, figure, read, clause, kept)
        ? { ...read, metric: null, sure: false }
        : isContinued
          ? { ...read, metric: 'quantity', rests: continued, act: continued, sure: false }
          : isOfWhom && befell
            ? { ...befell, unit: befell.unit ?? read.unit, sure: false }
            : read;
    befell = measured;
    const isOwn = (words: Words, rivals: readonly Words[], isMeasured: boolean): boolean =>
      isMeasured && isPlainlySaid(text, figure, words, speaking, rivals, language);
    const namedSubstance =
      respectively.test(text) && substancesIn(text.slice(figure.numberEnd), language).length === 0
        ? inOrder(text, figure, kept, language)
        : isContinued && substancesIn(text, language).length === 0
          ? (carriedField(carried.seized) ?? asked(because('notSaid')))
          : substanceOf(text, figure, kept, measured, language);
    const substance =
      namedSubstance.sure &&
      namedSubstance.rests !== '' &&
      !whereIn(text, namedSubstance.rests).some(
        (words) =>
          isOfIt(text, figure, words) ||
          isOwn(
            words,
            substancesIn(text, language).filter(
              ({ code: other }) => other !== namedSubstance.value,
            ),
            true,
          ),
      )
        ? { ...namedSubstance, sure: false }
        : namedSubstance;
    // "500 kilo explosieven": found, and surely no quantity of drugs.
    const isOfDrugs =
      substance.value !== null || substance.among.length > 0 || !isOfOtherStuff(text, figure);
    const untold = hearsayIn(text, figure.start, figure.end, language);
    const disposed =
      ofFinds.has(measured.metric ?? '') || measured.metric?.endsWith('_seized')
        ? disposedIn(text, figure.start, figure.end)
        : null;
    const isDone =
      measured.metric !== null &&
      measured.sure &&
      untold === null &&
      isActPlain(text, figure, measured, speaking, language);
    const metric =
      measured.metric === null
        ? // A known unit is no measure yet: what was done with it is not said.
          asked(
            thing.counted && measured.unit === null
              ? because('noneOfOurs', measured.rests)
              : because('notSaid'),
          )
        : untold !== null || disposed !== null
          ? asked(
              untold === null ? because('disposed', disposed ?? '') : because('hearsay', untold),
              [measured.metric],
            )
          : proposed(
              measured.metric,
              thing.sure && isOfDrugs && isDone,
              because('sentence', measured.rests),
            );
    const isStart = isStartOfChange(text, figure, kept);
    const isCompared = isStart || comparing.test(text.slice(0, figure.start));
    const own = datedOf(text, figure, kept, times, speaking);
    const dated =
      own &&
      ((isStart && own.how !== 'beside') ||
        (own.how === 'earlier' && thing.counted?.kind === 'money' && measured.metric === null) ||
        isOfTrial(text, figure, own) ||
        isOfEach(text, figure, kept, own))
        ? null
        : own;
    const earlier = goingOn(carried, {
      ...{ text, language, times, agency: agencyHere },
      isMeasured: measured.metric !== null || continued !== null,
      isMoney: thing.counted?.kind === 'money',
      // "Zijn parket telt 41 vacatures": another subject than what was told of that year.
      isOther:
        (measured.metric === null && figure.unknown !== null) ||
        (measured.metric === 'staff' && measured.act === null),
    });
    const found = periodOf(dated, spans, day, earlier, {
      isCompared,
      isToDate: toDate.test(text),
      times,
    });
    const before = dated?.mention.span === null ? settled.get(dated.mention) : undefined;
    const { field, running } = before === undefined ? found : { ...found, field: before };
    const period =
      field.sure &&
      dated?.mention.span &&
      // "2029 bis 2031 … 12, 14 und 19 Tonnen": of a year each, or of all.
      ((!thing.sure && addDays(dated.mention.span.start, 366) < dated.mention.span.end) ||
        !isOwn(
          dated.mention,
          times.filter((other) => !isApposed(text, other, dated.mention)),
          isDone ||
            (measured.metric !== null && continued !== null) ||
            (isBeside(text, figure, dated.mention) &&
              isLong(dated.mention.span) &&
              // "9 Kilogramm im Jahr 2023 sichergestelltes Kokain": of what was found, of which something else is told.
              whereIn(text, measured.act ?? '').every(
                ({ start: from }) =>
                  !/^\s+$/u.test(text.slice(dated.mention.end, Math.max(0, from))),
              )),
        ))
        ? { ...field, sure: false }
        : field;
    if (dated) settled.set(dated.mention, period);
    if (period.value !== null) {
      const [from = '', to = ''] = period.value.split('/');
      spans.push({ start: from, end: to });
    }
    const part = partAround(text, figure);
    const near = named.filter(({ start, end }) => start >= part.from && end <= part.to);
    const scoped = part.from === 0 && part.to === text.length ? text : maskedTo(text, part);
    const footing = basisOf(measured, scoped, near, figure, kept, language);
    const isBound = footing.value?.startsWith('destined') === true;
    // What was found in another country was found by a service of that country.
    const isAbroad = isBound || footing.among.includes('seized_abroad');
    const settledPlace = placeOf(scoped, figure, kept, near, isBound, language);
    // "Bundespolizei, Zoll und niederländische Marechaussee": whose service it is, not where it was.
    const isOfWhoOnly =
      settledPlace?.value != null && near.every(({ role }) => role !== 'at' && role !== 'bound');
    const spoken = carried.place?.value ?? null;
    // "225 of the 234 arrests were made in Turkey": of the part.
    const isOfPart = isWholeOf(text, figure, kept[at - 1]);
    const placeHere =
      isOfPart && settledPlace?.value != null
        ? asked(because('ofPart', settledPlace.rests), [settledPlace.value])
        : settledPlace === null &&
            near.length < named.length &&
            named.some(({ role }) => role === 'at')
          ? asked(because('earlier', named.map(({ words }) => words).join(', ')), [
              ...new Set(named.flatMap(({ code: other }) => other || [])),
            ])
          : isOfWhoOnly && settledPlace?.value != null && isOfServices(scoped, language, country)
            ? asked(because('several', settledPlace.rests), [settledPlace.value])
            : // "Belgian customs", of whom a port was told before: there, or in all of the land.
              isOfWhoOnly &&
                settledPlace?.value != null &&
                (there.test(scoped) ||
                  measured.metric === null ||
                  (spoken !== null &&
                    spoken !== settledPlace.value &&
                    placeContains(settledPlace.value, spoken))) &&
                near.some(({ words, code }) => code === settledPlace.value && isAdjective(words))
              ? asked(because('several', settledPlace.rests), [
                  ...(spoken === null ? [] : [spoken]),
                  settledPlace.value,
                ])
              : settledPlace;
    if (placeHere) placesHere.push(placeHere);
    const isPlaced = (one: NamedPlace): boolean =>
      one.code === placeHere?.value &&
      isOwn(
        one,
        named.filter(
          ({ code: other }) =>
            other === '' || !(placeContains(other, one.code) || placeContains(one.code, other)),
        ),
        isDone,
      );
    const place =
      (placeHere?.sure && !near.some(isPlaced) ? { ...placeHere, sure: false } : placeHere) ??
      (options.place
        ? proposed(options.place, true, because('given'))
        : ((isAbroad ? null : carriedPlace(earlier.place, scoped, language)) ??
          asked(because('notSaid'))));
    // Nothing known of the thing tells who counted it, and a service of no list was not named before.
    const isOfOther = (thing.counted?.unit ?? null) === null || service.test(text);
    // A court takes for good what others took.
    const isOfCourt = measured.metric === 'assets_confiscated';
    const carriedOn =
      isAbroad || isOfOther || isOfCourt ? null : carriedAgency(earlier.agency, place);
    // Where a port is only "the port", it is of our lands if that is said beside it.
    const basis =
      footing.sure &&
      footing.rests !== '' &&
      !(
        isOwn(wordsIn(text, footing), [], isDone) &&
        (place.value !== null || footing.value === 'seized_in_post' || footing.value === 'at_sea')
      )
        ? { ...footing, sure: false }
        : footing;
    const unlistedHere = [...text.matchAll(services)].filter(
      ({ index }) => !alongside.test(text.slice(0, index)),
    );
    const unlisted = unlistedHere[0]?.[0];
    const otherServices = unlistedHere.map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }));
    // "police", taken by the place: not of a thing without a measure, nor of the whole of which it found a part.
    const isGuess =
      agencyHere?.value != null &&
      !agencyHere.value.includes('+') &&
      agencies.get(agencyHere.value).kind === 'police' &&
      agencyHere.among.length > 0 &&
      (measured.metric === null ||
        partAhead.test(text.slice(figure.end, Math.max(0, text.lastIndexOf(agencyHere.rests)))));
    const agency = agencyHere
      ? isAbroad ||
        untold !== null ||
        isGuess ||
        isOfAnother(text, figure, kept, agencyHere) ||
        isOfEarlier(text, figure, kept, agencyHere) ||
        isOfLater(text, figure, agencyHere)
        ? asked(because('notSaid'), [...(agencyHere.value ? [agencyHere.value] : []), 'ABROAD'])
        : countedBy(
            ofThatLand(
              agencyHere.sure && !isOwn(wordsIn(text, agencyHere), otherServices, true)
                ? { ...agencyHere, sure: false }
                : agencyHere,
              place,
            ),
            measured,
            thing.counted?.kind,
          )
      : options.agency && !isAbroad
        ? proposed(options.agency, true, because('given'))
        : carriedOn
          ? countedBy(carriedOn, measured, thing.counted?.kind)
          : unlisted
            ? asked(because('noneOfOurs', unlisted))
            : asked(because('notSaid'), isAbroad ? ['ABROAD'] : []);
    const wording = wordingOf(figure);
    // "over three years they shipped 4 tonnes": not the time of what was found.
    if (untold !== null || (measured.metric === null && moved.test(text))) isOfOtherThings = true;
    const valueText = decimalText(figure.value);
    const printed = text.slice(figure.at, figure.numberEnd);
    const isPlain = figure.value === Number(figure.printed);
    // "4 957 kilos": the fourth item of a list, or so many thousands.
    const [, behindItem] =
      figure.at === 0 ? (/^[1-9]\d?[ \u00a0\u202f\u2009]([1-9]\d\d)$/u.exec(printed) ?? []) : [];
    const other = behindItem ?? figure.other;
    const isUncertain =
      behindItem !== undefined ||
      (figure.other !== null &&
        (/\d\p{L}{1,2}$/u.test(printed) ||
          (!/\.000$/u.test(figure.other) &&
            (measured.unit === null ||
              !['count', 'currency'].includes(units.get(measured.unit).dimension)))));
    const fields: Record<ClaimFieldName, ProposedField> = {
      value: proposed(
        isPlain ? figure.printed : valueText,
        !isUncertain,
        isUncertain ? because('habit', printed) : because('printed', printed),
        other ? [other] : [],
      ),
      unit: unitField(thing, measured, metric),
      wording,
      metric,
      count_unit:
        measured.countUnit === null
          ? thing.counted && !(measured.metric === null && thing.counted.kind === 'finds')
            ? proposed(
                '',
                metric.sure || ['mass', 'money'].includes(thing.counted.kind),
                because('counts'),
              )
            : asked(because('notSaid'), thing.counted?.countUnit ? [thing.counted.countUnit] : [])
          : proposed(
              measured.countUnit,
              thing.sure && !isOpenRecord(measured) && (measured.metric === null || metric.sure),
              because('printed', thing.counted?.words),
            ),
      substance,
      place,
      agency,
      basis,
      period:
        disposed !== null && period.value !== null
          ? asked(because('disposed', disposed), [period.value])
          : period,
    };
    claims.push({
      number: claims.length + 1,
      figure: withoutNames(text.slice(figure.start, figure.end), language),
      start: start + figure.start,
      end: start + figure.end,
      sentenceStart: start,
      sentenceEnd: sentence.end,
      sentence: withoutNames(text, language),
      language,
      value: figure.value,
      interval:
        measured.unit === null || wording.value === null
          ? null
          : intervalOf(figure, measured.unit, wording),
      fields,
      asks: (Object.keys(fields) as ClaimFieldName[]).filter((name) => fields[name].value === null),
      toDate: running,
    });
  });
  // "38.120 kg (2023: 59.080 kg)": what stands in a bracket is not what the text goes on about.
  const open = times.filter(({ start: from }) => !/\(\s*$/u.test(text.slice(0, from)));
  const absolute = open.filter(({ span, aside }) => span !== null && !aside);
  const [only, ...others] = absolute;
  const keeps = open.length === 0;
  // "En 2017, seuls 170 kg": a year to compare with is not the one that the text goes on about.
  const isCompared =
    comparison.test(text) || isOfOtherThings || elsewhen.test(text) || tried.test(text);
  const isOfPart = partAlone.test(text);
  return {
    mention: only && others.length === 0 && !isCompared ? only : keeps ? carried.mention : null,
    span: only && others.length === 0 && !isCompared ? only.span : keeps ? carried.span : null,
    counted: last,
    // "Belgium (44 tonnes), Spain (123 tonnes)": none of them is the place of what follows.
    place:
      !isOfPart &&
      (placesHere.length > 0 || !otherSide.test(text)) &&
      // "In België werd 116 ton gevonden, meer dan": a land that is held beside what the text is about.
      (!comparison.test(text) || carried.place?.value === placesHere[0]?.value || !placesHere[0]) &&
      placesHere.every(({ value }) => value === placesHere[0]?.value) &&
      !named.some(({ end }) => besideUnlisted.test(text.slice(end)))
        ? (placesHere[0] ?? carried.place)
        : null,
    agency: agencyHere ?? carried.agency,
    seized: seizedIn(claims.filter(({ sentenceStart }) => sentenceStart === start)),
  };
}

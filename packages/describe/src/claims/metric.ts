import type { Metric } from '@samenbeeld/schema';
import { everyIn, moved, says, whereAlike, whereSaid, wordsOf } from './acts.ts';
import { ofFinds } from './basis.ts';
import { isOfOtherNoun, isPlainlySaid } from './certain.ts';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import type { Counted } from './counted.ts';
import { disposedIn } from './disposed.ts';
import type { FigureIn, Words } from './figure.ts';
import type { Measured, Thing } from './figure-read.ts';
import { substancesIn } from './named-substances.ts';
import { ofWhom } from './no-claim.ts';
import { clauseOf, isWholeOf, whereIn, wholeBefore } from './parts-of-sentence.ts';
import { goodsBehind, isOfOtherStuff } from './substance.ts';
import { hearsayIn } from './told.ts';

/** "la saisie de", "de aanhouding van": the act as a noun, right before what it befell. */
const takenBefore =
  /(?:saisies?|inbeslagname|inbeslagneming|sicherstellung|beschlagnahme|beschlagnahmung|seizure)\s+(?:de|d['’]|van|von|of)\s*(?:\p{L}+\s+){0,2}$/iu;
/** "hield vijf mannen aan", "nahm zwei Personen fest": the figure stands within the verb; a clause has what is behind it first. */
const arrestedAround =
  /(?<!\p{L})aan(?!\p{L})(?!\s+(?:de|het|een|boord|land|wal|zee)(?!\p{L}))[^|]*\|.*(?<!\p{L})(?:hield(?:en)?|houdt|houden)\s+(?:[\p{L}\d]+\s+){0,8}$|(?<!\p{L})fest(?!\p{L})[^|]*\|.*(?<!\p{L})n(?:ahm|immt|ehmen)(?:en)?\s+(?:[\p{L}\d]+\s+){0,6}$/u;
const arrestedBefore =
  /(?:arrestations?|interpellations?|aanhouding(?:en)?|arrestaties?|festnahmen?|verhaftung(?:en)?|arrests?)\s+(?:de|d['’]|van|von|of)\s*(?:\p{L}+\s+){0,2}$/iu;

const ofDrugs =
  /drugs?(?!\p{L})|drogue|drogen|rauschgift|stupéf|betäub|verdovend|coca|kokain|hero[iï]n|cannabis|marihuana|marijuana|haschi|hasj|amph?[eé]tamin|amfetamin|xtc|ecstasy|khat/iu;

/** What else befell those of whom the sentence tells. */
const otherFate =
  /(?<!\p{L})(?:vrijgelaten|vrijgesproken|veroordeeld|gezocht|gewond|gedood|relâchée?s?|libérée?s?|acquittée?s?|condamnée?s?|recherchée?s?|blessée?s?|tuée?s?|freigelassen|freigesprochen|verurteilt|gesucht|verletzt|getötet|released|acquitted|convicted|sentenced|wanted|injured|killed)(?!\p{L})/giu;
/** What may befall persons, from what tells most: one who was arrested may have been checked before. */
const ofPersons: readonly (readonly [metric: Metric, act: string])[] = [
  ['arrests', 'arrested'],
  ['under_influence', 'influence'],
  ['persons_with_drugs', 'drugs'],
  ['persons_checked', 'checked'],
];

/** Where a text says what may be meant in place of the act that a measure rests on: what tells more of persons, or another act. */
function rivalsOf(text: string, { metric }: Measured): readonly Words[] {
  const own = ofPersons.findIndex(([one]) => one === metric);
  if (own >= 0)
    return [
      ...everyIn(text, otherFate),
      ...ofPersons.slice(0, own).flatMap(([, act]) => whereSaid(text, act)),
    ];
  if (metric === 'vehicles_seized') return whereSaid(text, 'checked');
  if (metric === 'vehicles_checked') return whereSaid(text, 'taken');
  return [];
}

/** What a port handles, beside which something was seized. */
const ofGoods =
  /^[^|]*(?<!\p{L})(?:of (?:goods|cargo|freight)|(?:aan )?goederen|de (?:marchandises|fret)|güter[n]?|fracht)(?!\p{L})|\|.*(?<!\p{L})(?:handled|handles|verwerkte|overgeslagen|traité|a transité|umgeschlagen|schlug)(?!\p{L})/iu;

/** A mean is no total of a period. */
const ofMean =
  /(?<!\p{L})(?:gemiddeld|doorsnee|en moyenne|moyenne|durchschnittlich|im schnitt|on average|an average|averag\p{L}*|per (?:jaar|maand|dag|week|uur|vangst|partij|zending|vondst)|par saisie|pro (?:fund|sicherstellung|lieferung|stunde)|per (?:seizure|consignment|find|shipment|hour|day|week)|par heure|par prise|par an|par mois|par jour|pro jahr|pro monat|pro tag|a year|per year|per month|a month|jaarlijks|maandelijks|annuellement|jährlich|monatlich|annually)(?!\p{L})/iu;

/** What drugs are wrapped in, where no word says that it was sent. */
const wrapping = /^(?:pakket(?:ten|jes)?|pakjes|colis|pakete?n?|päckchen|packages?|parcels?)$/iu;
const wrapped = new RegExp(`^\\s+(?:(?:of|de|van|von) |d['’])?(?:${ofDrugs.source})`, 'iu');

/** "a sales value of around €3.5 billion": a clause has what is before the figure last. */
const worthBefore =
  /\|.*(?<!\p{L})(?:\p{L}*waarden?|valeur|valant|\p{L}*werte?s?|worth|value|valued)(?!\p{L})[^,;:]{0,60}$/iu;

/** "EUR 7 billion of drugs", "voor 7 miljoen euro aan drugs": what they are worth. */
const sumOfDrugs = new RegExp(
  `^[^,;|]{0,40}?(?<!\\p{L})(?:(?:of|de|aan|an|van|von|in)\\s+|d['’])(?:\\p{L}+\\s+)?(?:${ofDrugs.source})`,
  'iu',
);

const stolen =
  /(?<!\p{L})(?:gestolen|volée?s?|dérobée?s?|gestohlene?[nrsm]?|entwendete?[nrsm]?|stolen)(?!\p{L})/iu;

/** Money that nobody held in hand. */
const onAccounts =
  /(?<!\p{L})(?:bank)?(?:rekening(?:en)?|konten|konto|accounts?|comptes?(?! tenu)|tegoed(?:en)?|crypto\p{L}*|bitcoins?|bevroren|gelée?s?|frozen|eingefroren|assets|avoirs|vermögen\p{L}*)(?!\p{L})/iu;

const moneyMetrics: readonly (readonly [Metric, RegExp])[] = [
  ['cash', /contant|cash|liquide|bargeld|espèces|(?:argent|geld|money)\s*:\s*$/iu],
  [
    'assets_confiscated',
    /verbeurdverklaard|ontnomen|confisqu(?:é|a|er)|eingezogen|confiscated|forfeited/iu,
  ],
];

/** A thing with the words that say what befell it. */
interface Said {
  readonly counted: Counted;
  readonly clause: string;
  readonly sentence: string;
  /** What says that something was seized, in the clause, else in the sentence. */
  readonly seized: string | null;
}

/** A verb in two parts, without what stands between them: "stellten … sicher". */
const ends = (act: string): string => act.replace(/^(\S+)\s.{12,}\s(\S+)$/su, '$1 … $2');

function measuredAs(
  { unit, words }: Counted,
  metric: Metric | null,
  rests: string | null,
  given: string | null = unit,
  countUnit: string | null = null,
): Measured {
  return {
    ...{ metric, unit: given, countUnit, sure: true },
    rests: rests ? (words === rests ? words : `${words} … ${ends(rests)}`) : words,
    act: rests === words ? null : rests,
  };
}

const unsure = (measured: Measured): Measured => ({ ...measured, sure: false });
/** A noun that many things may be told of says by itself what kind it is, and not surely what was counted. */
const orUnsure = (measured: Measured): Measured =>
  measured.act === null ? unsure(measured) : measured;

/** The metric of a figure: from its noun, the words of its clause, and the sentence. */
function measuredOf(counted: Counted, clause: string, sentence: string): Measured {
  const { kind, unit, countUnit, words } = counted;
  const found = wordsOf(clause, 'seized');
  // "They shipped 40 tonnes a year, but only 6 were seized": what was moved was not found.
  const seized = found ?? (moved.test(clause) ? null : wordsOf(sentence, 'seized'));
  const said = { counted, clause, sentence, seized };
  const as = measuredAs.bind(null, counted);
  switch (kind) {
    case 'mass':
    case 'pieces':
      return ofMass(said);
    case 'money':
      return ofMoney(said);
    case 'finds':
      return ofParcels(said);
    case 'persons':
    case 'staff':
    case 'suspects':
      return ofPeople(said);
    case 'arrests':
      return as('arrests', null);
    case 'vehicles':
    case 'trains':
    case 'buses':
      return ofVehicles(said);
    case 'weapons':
      return as(seized ? 'weapons' : null, seized);
    case 'offences':
      return orUnsure(as('offences', wordsOf(clause, 'recorded'), unit, countUnit));
    case 'transactions': {
      const unusual = /ongebruikelijk|inhabituel|ungewöhnlich|unusual/iu.exec(sentence)?.[0];
      if (unusual !== undefined) return as('unusual_transactions', unusual, unit);
      const suspicious = /verdacht|suspect|verdächtig|suspicious/iu.exec(sentence)?.[0];
      return as(suspicious === undefined ? null : 'str_transactions', suspicious ?? null);
    }
    case 'reports': {
      const ofMoney =
        /FIU|CRF|CTIF|CFI|witwas|blanchiment|soupçon|geldwäsche|verdachtsmeld|suspicious/iu;
      const named = ofMoney.test(words) ? words : (ofMoney.exec(sentence)?.[0] ?? null);
      return as(named === null ? null : 'str_reports', named);
    }
    case 'files': {
      const [unit] = /FIU|CRF|CTIF|CFI/u.exec(sentence) ?? [];
      return as(unit === undefined ? null : 'fiu_files', unit ?? null);
    }
    case 'containers': {
      const [scan] = /scan/iu.exec(clause) ?? [];
      return as(scan === undefined ? null : 'scans', scan ?? null);
    }
    case 'controls':
      return as('controls', null);
    case 'population':
      return unsure(as('population', null, 'person'));
    default:
      return as(null, null, unit, countUnit);
  }
}

function ofMass({ counted, clause, sentence, seized }: Said): Measured {
  const isOfTrade =
    /overslag|trafic de marchandises|umschlag|freight traffic|cargo throughput/iu.test(sentence) ||
    ofGoods.test(clause) ||
    goodsBehind.test(clause.slice(clause.indexOf(counted.words) + counted.words.length));
  const measured = measuredAs(counted, isOfTrade || !seized ? null : 'quantity', seized);
  return ofMean.test(clause) || stolen.test(clause) ? unsure(measured) : measured;
}

function ofMoney({ counted, clause, sentence, seized }: Said): Measured {
  const as = measuredAs.bind(null, counted);
  const named = moneyMetrics.find(
    ([metric, pattern]) =>
      pattern.test(clause) &&
      (metric !== 'cash' ||
        seized !== null ||
        /:\s*$/u.test(clause) ||
        /^\s*[-•*–] /u.test(sentence)),
  );
  // What drugs are worth is no asset that was taken.
  const isWorth = /waard|valeur|valant|\p{L}*wert(?!\p{L})|worth|value/iu.test(sentence);
  if (!named && (worthBefore.test(clause) || sumOfDrugs.test(clause))) return as(null, null);
  if (!named && says(clause, 'taken') && !(isWorth && ofDrugs.test(sentence)))
    return unsure(as('assets_seized', wordsOf(clause, 'taken')));
  // "12 kilo cocaïne en 593.941 euro in beslag genomen": taken as the kilos are, unless it is what they are worth.
  if (!named && seized && onAccounts.test(clause)) return unsure(as('assets_seized', seized));
  const isBeside = clause.split('|').at(-1)?.trim() === '';
  if (!named && seized && isBeside && !isWorth) return unsure(as('cash', seized));
  const isCash = named?.[0] === 'cash';
  const measured = {
    ...as(named?.[0] ?? null, named ? (named[1].exec(clause)?.[0] ?? null) : null),
    ...(isCash ? { act: seized } : {}),
  };
  return isCash && seized === null ? unsure(measured) : measured;
}

function ofParcels({ counted, clause, seized }: Said): Measured {
  const { unit, countUnit, words } = counted;
  const as = measuredAs.bind(null, counted);
  // "1.723 Pakete Kokain", "packages of cocaine": how it was wrapped; a parcel is what was sent by post.
  if (wrapping.test(words) && wrapped.test(clause.slice(clause.indexOf(words) + words.length)))
    return as(null, null, null);
  // Parcels and letters with drugs are entered as items, whatever they are called.
  return unit === 'seizure'
    ? { ...as('seizures', seized, unit, countUnit), act: null }
    : seized
      ? as('seizures', seized, countUnit === 'consignment' ? 'consignment' : unit, countUnit)
      : as(null, null);
}

function ofPeople({ counted, clause, sentence }: Said): Measured {
  const { kind, unit, countUnit, words } = counted;
  const as = measuredAs.bind(null, counted);
  const arrest = arrestedBefore.exec(clause)?.[0];
  if (arrest !== undefined) return as('arrests', arrest.trim(), 'arrest');
  if (arrestedAround.test(clause)) return as('arrests', words, 'arrest');
  const held = wordsOf(clause, 'arrested');
  if (held !== null) return { ...as('arrests', held, 'arrest'), sure: !/garde à vue/iu.test(held) };
  if (says(clause, 'influence'))
    return as('under_influence', wordsOf(clause, 'influence'), 'person');
  if (says(clause, 'drugs')) return as('persons_with_drugs', wordsOf(clause, 'drugs'), 'person');
  if (kind === 'staff') return orUnsure(as('staff', wordsOf(clause, 'deployed')));
  if (says(clause, 'checked')) return as('persons_checked', wordsOf(clause, 'checked'), 'person');
  if (/(?<!\p{L})(?:stopped|pulled over)(?!\p{L})/u.test(clause))
    return unsure(as('persons_checked', wordsOf(clause, 'stopped'), 'person'));
  if (kind === 'suspects')
    return orUnsure(as('suspects', wordsOf(clause, 'recorded'), unit, countUnit));
  return says(sentence, 'checked')
    ? unsure(as('persons_checked', wordsOf(sentence, 'checked'), 'person'))
    : as(null, null);
}

function ofVehicles({ counted, clause, sentence, seized }: Said): Measured {
  const { kind } = counted;
  const as = measuredAs.bind(null, counted);
  const taken = takenBefore.exec(clause)?.[0] ?? null;
  if (kind === 'vehicles' && taken !== null) return as('vehicles_seized', taken.trim());
  // "312 stolen cars recovered": given back, and not taken.
  if (kind === 'vehicles' && stolen.test(clause) && !says(clause, 'taken')) return as(null, null);
  if (kind === 'vehicles' && says(clause, 'seized') && !says(clause, 'checked'))
    return says(clause, 'taken')
      ? as('vehicles_seized', wordsOf(clause, 'taken'))
      : unsure(as('vehicles_seized', wordsOf(clause, 'seized')));
  if (says(clause, 'stopped') && !says(clause, 'checked'))
    return unsure(as(`${kind}_checked` as Metric, wordsOf(clause, 'stopped')));
  const checked =
    wordsOf(clause, 'checked') ??
    (kind === 'vehicles' && says(clause, 'seized') ? null : wordsOf(sentence, 'checked'));
  if (!checked && kind === 'vehicles' && seized) return unsure(as('vehicles_seized', seized));
  return as(checked ? (`${kind}_checked` as Metric) : null, checked);
}

/** Whether the sentence says plainly of this figure the act that its measure rests on; of "seizures" the noun does. */
function isActPlain(at: FigureIn, measured: Measured): boolean {
  const { text, figure, speaking, language } = at;
  if (measured.act === null)
    return isPlainlySaid(at, { start: figure.at, end: figure.end }, [], true);
  const said = [...whereIn(text, measured.act), ...whereAlike(text, measured.act)];
  const rivals = rivalsOf(text, measured);
  return said.some(
    (words) =>
      // "found drugs in 94 of the parcels": finds of them.
      !(
        isOfOtherNoun(text, figure, words, speaking) &&
        !(
          measured.metric === 'seizures' &&
          substancesIn(text, language).some(
            ({ start }) => start >= words.end && start < words.end + 9,
          )
        )
      ) && isPlainlySaid(at, words, rivals, true),
  );
}

/** "opened 31,000 parcels and found drugs in 9,450": the act is of those behind it. */
function actIsOfNext({ text, figure, next }: FigureIn, act: string | null): boolean {
  const at = act === null ? -1 : text.indexOf(act, figure.end);
  return (
    act !== null &&
    next !== undefined &&
    at >= figure.end &&
    at + act.length <= next.start &&
    /(?<!\p{L})(?:en|et|und|and)\s+(?:(?:a|ont|then|later|also) )?$/iu.test(
      text.slice(figure.end, at),
    )
  );
}

/** "stopped 400 cars and searched 60": those that were checked are told behind, and are fewer. */
function isOnlyStopped(
  { text, figure, kept }: FigureIn,
  { metric }: Measured,
  clause: string,
): boolean {
  const later = kept.find(({ start }) => start >= figure.end);
  const rest = text.slice(figure.end, kept[kept.indexOf(figure) + 2]?.start);
  return (
    metric?.endsWith('_checked') === true &&
    says(clause, 'stopped') &&
    later !== undefined &&
    later.value < figure.value &&
    (later.counted === null || later.counted.kind === figure.counted?.kind) &&
    (says(rest, 'checked') || says(rest, 'searched'))
  );
}

/** Words that go on with what was counted before: "In Vlissingen ging het om 9 ton". */
const goesOn =
  /(?<!\p{L})(?:(?:ging|gaat) het om|het ging om|betrof het|(?:was|waren) (?:dat|dit|het)|(?:dat|dit) (?:was|waren)|(?:waren|sind) es|es (?:waren|sind)|handelte es sich um|il s['’]agi(?:t|ssait) de|(?:il|elle)s? étai(?:t|ent)|c['’]étai(?:t|ent)|(?:it|that|this) was)(?!\p{L})/iu;

/** The words by which a sentence goes on with what was counted before. */
export const continuedBy = (text: string): string | null => goesOn.exec(text)?.[0] ?? null;

/** What a figure measures: by its noun and clause, or as the sentence before, or as those of whom it is some. */
export function measuredIn(
  at: FigureIn,
  { counted }: Thing,
  befell: Measured | null,
  isAfterSeizures: boolean,
): { readonly measured: Measured; readonly isContinued: boolean } {
  const { text, figure, kept, previous, next, speaking, language } = at;
  const whole = next && isWholeOf(text, next, figure) ? next : figure;
  const clause = isWholeOf(text, figure, previous)
    ? text.slice(figure.at, figure.end)
    : clauseOf(text, whole, speaking, language);
  const read: Measured = counted
    ? measuredOf(counted, clause, wholeBefore(text, figure, kept))
    : { metric: null, unit: null, countUnit: null, rests: '', act: null, sure: false };
  const isActOfNext = counted?.kind === 'finds' && actIsOfNext(at, read.act);
  if (isActOfNext || isOnlyStopped(at, read, clause))
    return { measured: { ...read, metric: null, sure: false }, isContinued: false };
  const act = continuedBy(text);
  if (act !== null && isAfterSeizures && read.metric === null && counted?.kind === 'mass')
    return {
      measured: { ...read, metric: 'quantity', rests: act, act, sure: false },
      isContinued: true,
    };
  // "19 interpellés, dont 4 mineurs": what befell them all befell those.
  const isOfWhom =
    (read.metric === null || !read.sure || read.metric === 'staff') &&
    (ofWhom.test(text.slice(0, figure.start)) ||
      // "28 suspects were arrested: 16 in Spain and 12 in Belgium"
      (figure.counted === null && figure.unknown === null && read.act === null)) &&
    ['persons', 'staff', 'suspects'].includes(counted?.kind ?? '');
  return {
    measured:
      isOfWhom && befell ? { ...befell, unit: befell.unit ?? read.unit, sure: false } : read,
    isContinued: false,
  };
}

/** How a figure is told: words by which it is only passed on, or of what was done with things in hand; and whether as done. */
interface Told {
  readonly untold: string | null;
  readonly disposed: string | null;
  readonly isDone: boolean;
}

export function howTold(at: FigureIn, measured: Measured): Told {
  const { text, figure, language } = at;
  const { metric, sure } = measured;
  const untold = hearsayIn(text, figure.start, figure.end, language);
  return {
    untold,
    disposed:
      ofFinds.has(metric ?? '') || metric?.endsWith('_seized')
        ? disposedIn(text, figure.start, figure.end)
        : null,
    isDone: metric !== null && sure && untold === null && isActPlain(at, measured),
  };
}

export function metricField(
  { text, figure }: FigureIn,
  thing: Thing,
  { metric, unit, rests }: Measured,
  { untold, disposed, isDone }: Told,
  substance: ProposedField,
): ProposedField {
  // A known unit is no measure yet: what was done with it is not said.
  if (metric === null)
    return asked(
      thing.counted && unit === null ? because('noneOfOurs', rests) : because('notSaid'),
    );
  if (untold !== null) return asked(because('hearsay', untold), [metric]);
  if (disposed !== null) return asked(because('disposed', disposed), [metric]);
  // "500 kilo explosieven": found, and surely no quantity of drugs.
  const isOfDrugs =
    substance.value !== null || substance.among.length > 0 || !isOfOtherStuff(text, figure);
  return proposed(metric, thing.sure && isOfDrugs && isDone, because('sentence', rests));
}

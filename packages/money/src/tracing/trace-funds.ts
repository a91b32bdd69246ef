import {
  type Finding,
  foundNone,
  InputError,
  inEach,
  inFour,
  isDay,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { type Amount, fromCents, toCents } from '../amount/cents.ts';
import { moneyIn } from '../words/money-words.ts';
import { type Part, type TracingRule, tracingRules } from './tracing-rules.ts';

/** Money that comes into an account or leaves it. */
export interface AccountEvent {
  readonly id: string;
  /** ISO date, or date and time in UTC; events at one time happened in the order given. */
  readonly time: string;
  readonly kind: 'in' | 'out';
  /** Above zero. */
  readonly amount: Amount;
  /** Of money that comes in: the claim it is traced for ("fraud A"); null or absent where nobody claims it. */
  readonly claim?: string | null;
}

/** An event in whole cents, checked. */
interface CheckedEvent {
  readonly id: string;
  readonly time: string;
  readonly kind: 'in' | 'out';
  readonly cents: number;
  readonly claim: string | null;
}

const iso = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;

/** Milliseconds since 1970 of a day, or of a day and time in UTC; null where it is none. */
function momentOf(time: string): number | null {
  const [, day = '', clock] = iso.exec(time) ?? [];
  if (!isDay(day)) return null;
  const moment = Date.parse(clock === undefined || clock.endsWith('Z') ? time : `${time}Z`);
  return Number.isNaN(moment) ? null : moment;
}

/** Checks events as one account's history: order, amounts, ids, and that the account is never overdrawn. */
function checkEvents(events: readonly AccountEvent[]): readonly CheckedEvent[] {
  const seen = new Set<string>();
  let balance = 0;
  let before = { time: '', moment: Number.NEGATIVE_INFINITY };
  return events.map(({ id, time, kind, amount, claim }, at) => {
    if (seen.has(id))
      throw new InputError(
        inFour(
          'gebeurtenis {id} is twee keer gegeven',
          'l’événement {id} est donné deux fois',
          'Ereignis {id} ist zweimal angegeben',
          'event {id} is given twice',
          { id },
        ),
        inFour(
          'geef elke gebeurtenis een eigen id',
          'donnez à chaque événement son identifiant',
          'jedem Ereignis eine eigene Kennung geben',
          'give each event its own id',
        ),
      );
    seen.add(id);
    const moment = momentOf(time);
    if (moment === null)
      throw new InputError(
        inFour(
          'gebeurtenis {id}: verwacht: een tijd zoals 2024-03-01; gevonden: "{time}"',
          'événement {id} : attendu : un temps comme 2024-03-01 ; trouvé : « {time} »',
          'Ereignis {id}: erwartet: eine Zeit wie 2024-03-01; gefunden: „{time}“',
          'event {id}: expected a time such as 2024-03-01, found "{time}"',
          { id, time },
        ),
        inFour(
          'schrijf datums volgens ISO, of datums en tijden',
          'écrivez des dates ISO, ou des dates et heures',
          'ISO-Daten schreiben, oder Daten und Zeiten',
          'write ISO dates, or dates and times',
        ),
      );
    if (moment < before.moment)
      throw new InputError(
        inFour(
          'verwacht: gebeurtenissen op volgorde van tijd; gevonden: {time} na {time2}',
          'attendu : des événements dans l’ordre du temps ; trouvé : {time} après {time2}',
          'erwartet: Ereignisse der Zeit nach; gefunden: {time} nach {time2}',
          'events must be in order of time, found {time} after {time2}',
          { time, time2: before.time },
        ),
        inFour(
          'sorteer naar tijd; de volgorde binnen één moment bepaalt wat gevolgd wordt en moet bekend zijn',
          'triez par temps ; l’ordre dans un même moment décide de ce qui est suivi et doit être connu',
          'nach Zeit ordnen; die Reihenfolge innerhalb eines Augenblicks entscheidet, was verfolgt wird, und muss bekannt sein',
          'sort by time; the order within one moment decides what is traced and must be known',
        ),
      );
    before = { time, moment };
    if (kind !== 'in' && kind !== 'out')
      throw new InputError(
        inFour(
          'gebeurtenis {id}: verwacht: kind "in" of "out"; gevonden: "{kind}"',
          'événement {id} : attendu : kind « in » ou « out » ; trouvé : « {kind} »',
          'Ereignis {id}: erwartet: kind „in“ oder „out“; gefunden: „{kind}“',
          'event {id}: expected kind "in" or "out", found "{kind}"',
          { id, kind: String(kind) },
        ),
        inFour(
          'zeg of er geld binnenkwam of vertrok',
          'dites si l’argent est entré ou sorti',
          'sagen, ob Geld einging oder abging',
          'say whether money came in or went out',
        ),
      );
    const cents = toCents(
      amount,
      inFour(
        'het bedrag van gebeurtenis {id}',
        'le montant de l’événement {id}',
        'der Betrag von Ereignis {id}',
        'the amount of event {id}',
        { id },
      ),
    );
    if (cents <= 0)
      throw new InputError(
        inFour(
          'gebeurtenis {id}: verwacht: een bedrag boven nul; gevonden: {amount}',
          'événement {id} : attendu : un montant supérieur à zéro ; trouvé : {amount}',
          'Ereignis {id}: erwartet: ein Betrag über null; gefunden: {amount}',
          'event {id}: expected an amount above zero, found {amount}',
          { id, amount: String(amount) },
        ),
        inFour(
          'geef het bedrag zonder teken, en de richting als kind',
          'donnez le montant sans signe, et le sens comme kind',
          'den Betrag ohne Vorzeichen angeben, und die Richtung als kind',
          'give the amount without sign, and the direction as kind',
        ),
      );
    if (kind === 'out' && claim)
      throw new InputError(
        inFour(
          'gebeurtenis {id}: geld dat vertrekt heeft geen aanspraak; gevonden: "{claim}"',
          'événement {id} : l’argent qui sort n’a pas de créance ; trouvé : « {claim} »',
          'Ereignis {id}: Abgehendes Geld hat keinen Anspruch; gefunden: „{claim}“',
          'event {id}: money that leaves has no claim, found "{claim}"',
          { id, claim },
        ),
        inFour(
          'geef aanspraken aan wat binnenkomt; de regels zeggen wat vertrekt',
          'donnez des créances à ce qui entre ; les règles disent ce qui sort',
          'dem Eingehenden Ansprüche geben; die Regeln sagen, was abgeht',
          'give claims to what comes in; the rules say what leaves',
        ),
      );
    balance += kind === 'in' ? cents : -cents;
    if (balance < 0)
      throw new InputError(
        inFour(
          'gebeurtenis {id} neemt {b} van een rekening waarop {c} staat (gebeurtenis {d} van {nEvents})',
          'l’événement {id} retire {b} d’un compte qui contient {c} (événement {d} sur {nEvents})',
          'Ereignis {id} entnimmt {b} einem Konto, auf dem {c} sind (Ereignis {d} von {nEvents})',
          'event {id} takes {b} out of an account that holds {c} (event {d} of {nEvents})',
          {
            id,
            b: String(cents / 100),
            c: String((balance + cents) / 100),
            d: String(at + 1),
            nEvents: String(events.length),
          },
        ),
        inFour(
          'voeg het beginsaldo toe als eerste bijschrijving; geen regel volgt geld door een roodstand',
          'ajoutez le solde initial comme première entrée ; aucune règle ne suit l’argent à travers un découvert',
          'den Anfangssaldo als ersten Eingang hinzufügen; keine Regel verfolgt Geld durch eine Überziehung',
          'add the opening balance as the first event that came in; no rule traces money through an overdraft',
        ),
      );
    return { id, time, kind, cents, claim: claim ?? null };
  });
}

interface TracingWords {
  readonly claimed: number;
  readonly low: number;
  readonly high: number;
  readonly rules: readonly TracingRule[];
  readonly unit: string;
}

/** How much of claimed money the rules leave in the account; never which rule is right. */
function tracingSays({ claimed, low, high, rules, unit }: TracingWords): Text {
  return inEach((language) => {
    const money = (amount: number): string => moneyIn(amount, unit, language);
    if (claimed === 0)
      return {
        nl: 'Op deze rekening kwam geen geld binnen waarop aanspraak wordt gemaakt.',
        fr: 'Aucun argent revendiqué n’est entré sur ce compte.',
        de: 'Auf dieses Konto ging kein beanspruchtes Geld ein.',
        en: 'No claimed money came into this account.',
      }[language];
    const [only] = rules;
    if (rules.length === 1 && only) {
      const rule = tracingRules[only].label[language];
      return {
        nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat volgens de regel "${rule}" nog ${money(low)} op de rekening.`,
        fr: `Sur ${money(claimed)} revendiqués, ${money(low)} se trouvent encore sur le compte selon la règle «\u00a0${rule}\u00a0».`,
        de: `Von ${money(claimed)}, die beansprucht werden, sind nach der Regel „${rule}“ noch ${money(low)} auf dem Konto.`,
        en: `Of ${money(claimed)} that is claimed, ${money(low)} is still in the account by the rule "${rule}".`,
      }[language];
    }
    if (low === high)
      return {
        nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat volgens alle regels nog ${money(low)} op de rekening.`,
        fr: `Sur ${money(claimed)} revendiqués, ${money(low)} se trouvent encore sur le compte selon toutes les règles.`,
        de: `Von ${money(claimed)}, die beansprucht werden, sind nach allen Regeln noch ${money(low)} auf dem Konto.`,
        en: `Of ${money(claimed)} that is claimed, ${money(low)} is still in the account by every rule.`,
      }[language];
    return {
      nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat nog ${money(low)} tot ${money(high)} op de rekening, naargelang de regel. Welke regel geldt, is een rechtsvraag.`,
      fr: `Sur ${money(claimed)} revendiqués, de ${money(low)} à ${money(high)} se trouvent encore sur le compte, selon la règle. La règle applicable est une question de droit.`,
      de: `Von ${money(claimed)}, die beansprucht werden, sind je nach Regel noch ${money(low)} bis ${money(high)} auf dem Konto. Welche Regel gilt, ist eine Rechtsfrage.`,
      en: `Of ${money(claimed)} that is claimed, ${money(low)} to ${money(high)} is still in the account, depending on the rule. Which rule applies is a question of law.`,
    }[language];
  });
}

/** Money of one claim in one place. */
export interface TracedPart {
  /** null: money that nobody claims. */
  readonly claim: string | null;
  readonly amount: number;
}

/** What one rule makes of an account. */
export interface RuleTrace {
  readonly rule: TracingRule;
  /** For each withdrawal, whose money it took. The parts of one add up to its amount. */
  readonly withdrawals: readonly {
    readonly id: string;
    readonly time: string;
    readonly parts: readonly TracedPart[];
  }[];
  readonly left: readonly TracedPart[];
}

export interface TraceOptions {
  /** Which rules; all four. */
  readonly rules?: readonly TracingRule[];
  readonly subject?: string;
  /** Three letters; EUR. */
  readonly currency?: string;
}

/** A finding whose interval is what is left of the claims, from the rule that leaves least to the one that leaves most. */
export interface Tracing extends Finding {
  readonly traces: readonly RuleTrace[];
}

/**
 * Follows claimed money through an account in which it was mixed with other money, by several rules side by side.
 *
 * For one account with its whole history: what came in, of which some is claimed (proceeds of an offence, a victim's
 * transfer), and what left. FIFO, LIFO, pro rata and the lowest intermediate balance answer differently, and none is
 * standard, so all are shown and the result is a range. Every rule conserves money to the cent: what came in of a claim is
 * what left of it and what is left. No order between the rules holds in general. Not a finding of guilt, nor of ownership.
 *
 * @param events in order of time; the opening balance is the first event that came in
 * @throws InputError for events out of order, amounts that are no whole cents, an account that is overdrawn
 * @throws UsageError where no rule is named, or one that is not known
 * @example
 * ```ts
 * import { traceFunds } from '@samenbeeld/money';
 * const paid = { id: 'a', time: '2024-01-01', kind: 'in', amount: 100, claim: 'fraud' };
 * const own = { id: 'b', time: '2024-01-02', kind: 'in', amount: 100 };
 * const spent = { id: 'c', time: '2024-01-03', kind: 'out', amount: 100 };
 * const { traces } = traceFunds([paid, own, spent]);
 * traces.map(({ left }) => left.find(({ claim }) => claim === 'fraud')?.amount ?? 0) // => [0, 100, 50, 100]
 * ```
 */
export function traceFunds(events: readonly AccountEvent[], options: TraceOptions = {}): Tracing {
  takes(
    'traceFunds',
    [
      'events',
      events,
      shape.list(
        shape.record<AccountEvent>({
          id: shape.text,
          time: shape.text,
          kind: shape.text,
          amount: shape.either(shape.number, shape.text),
        }),
      ),
    ],
    ['options', options, shape.options],
  );

  const rules = options.rules ?? (Object.keys(tracingRules) as TracingRule[]);
  const unknown = rules.find((rule) => !Object.hasOwn(tracingRules, rule));
  if (rules.length === 0 || unknown !== undefined)
    throw wrongUse(
      '`rules` noemt er enkele van {rules}, niet {unknown}',
      '`rules` en nomme parmi {rules}, et non {unknown}',
      '`rules` nennt einige von {rules}, nicht {unknown}',
      '`rules` must name some of {rules}, got {unknown}',
      { rules: Object.keys(tracingRules).join(', '), unknown: unknown ?? foundNone },
    );
  const checked = checkEvents(events);
  const traces = rules.map((rule) => follow(checked, rule));
  const claimed = sum(checked.filter(({ claim }) => claim !== null).map(({ cents }) => cents));
  const lefts = traces.map(({ left }) =>
    sum(left.filter(({ claim }) => claim !== null).map(({ cents }) => cents)),
  );
  const [low, high] = [Math.min(...lefts), Math.max(...lefts)];
  const unit = options.currency ?? 'EUR';
  return {
    kind: 'tracing',
    subject: options.subject ?? '',
    estimate: claimed > 0 && low === high ? fromCents(low) : null,
    unit,
    interval: claimed === 0 ? null : { low: fromCents(low), high: fromCents(high), level: 1 },
    n: checked.length,
    p: null,
    method: `Tracing through a mixed account: ${rules.join(', ')}`,
    definition:
      'each withdrawal is attributed to deposits by a rule; what came in of a claim is what left and what is left, to the cent',
    assumptions: [
      inFour(
        'de gebeurtenissen zijn de hele geschiedenis van de rekening, in de volgorde waarin ze plaatsvonden',
        'les événements sont toute l’histoire du compte, dans l’ordre où ils ont eu lieu',
        'die Ereignisse sind die ganze Geschichte des Kontos, in der Reihenfolge, in der sie geschahen',
        'the events are the whole history of the account, in the order in which they happened',
      ),
      inFour(
        'welke regel geldt, is een rechtsvraag en geen rekenvraag',
        'la règle applicable est une question de droit, non de calcul',
        'welche Regel gilt, ist eine Rechtsfrage, keine Rechenfrage',
        'which rule applies is a question of law, not of arithmetic',
      ),
    ],
    warnings:
      low === high
        ? []
        : [
            inFour(
              'de regels spreken elkaar tegen; geen ervan is de standaard',
              'les règles se contredisent\u00a0; aucune ne fait référence',
              'die Regeln widersprechen einander; keine ist der Maßstab',
              'the rules disagree; none is standard',
            ),
          ],
    confidence: 'medium',
    details: {
      claimed: fromCents(claimed),
      ...Object.fromEntries(traces.map(({ rule }, at) => [rule, fromCents(lefts[at] as number)])),
    },
    says: tracingSays({
      claimed: fromCents(claimed),
      low: fromCents(low),
      high: fromCents(high),
      rules,
      unit,
    }),
    traces: traces.map(({ rule, withdrawals, left }) => ({
      rule,
      withdrawals: withdrawals.map(({ id, time, parts }) => ({ id, time, parts: amounts(parts) })),
      left: amounts(left),
    })),
  };
}

interface Followed {
  readonly rule: TracingRule;
  readonly withdrawals: readonly {
    readonly id: string;
    readonly time: string;
    readonly parts: readonly Part[];
  }[];
  readonly left: readonly Part[];
}

function follow(events: readonly CheckedEvent[], rule: TracingRule): Followed {
  const holding = tracingRules[rule].open();
  const withdrawals = events.flatMap(({ id, time, kind, cents, claim }) => {
    if (kind === 'out') return [{ id, time, parts: holding.take(cents) }];
    holding.put({ claim, cents });
    return [];
  });
  const left = holding.left();
  assertConserved(events, [...withdrawals.map(({ parts }) => parts), left], rule);
  return { rule, withdrawals, left };
}

/** Not one cent of a claim appears or disappears, whatever the rule. */
function assertConserved(
  events: readonly CheckedEvent[],
  parts: Iterable<readonly Part[]>,
  rule: TracingRule,
): void {
  const sums = new Map<string | null, number>();
  const add = ({ claim, cents }: Part, sign: 1 | -1): unknown =>
    sums.set(claim, (sums.get(claim) ?? 0) + sign * cents);
  for (const event of events) if (event.kind === 'in') add(event, 1);
  for (const some of parts) for (const part of some) add(part, -1);
  if ([...sums.values()].some((rest) => rest !== 0))
    throw new Error(`tracing by ${rule} did not conserve money`);
}

function amounts(parts: readonly Part[]): readonly TracedPart[] {
  return parts.map(({ claim, cents }) => ({ claim, amount: fromCents(cents) }));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

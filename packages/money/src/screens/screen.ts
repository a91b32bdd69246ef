import {
  type Finding,
  figure,
  formatNumber,
  headed,
  inEach,
  inFour,
  type Language,
  paragraph,
  percent,
  type Text,
} from '@samenbeeld/schema';
import { fromCents } from '../amount/cents.ts';
import { dayOf } from '../transactions/day-of.ts';
import type { Transactions } from '../transactions/transaction.ts';
import type { Hubs } from './hubs.ts';
import type { ScreenOptions } from './limits.ts';
import { type ScreenKind, screenTerms } from './screen-terms.ts';

interface ScreenWords {
  readonly kind: ScreenKind;
  readonly patterns: number;
  readonly accounts: number;
  readonly n: number;
  readonly count: number;
  readonly days: number;
  readonly hubs: { readonly accounts: number; readonly share: number } | null;
  readonly isCut: boolean;
  readonly isUnknown: boolean;
  readonly label: Text | undefined;
}

function daysIn(days: number, language: Language): string {
  const one = days === 1;
  const unit = {
    nl: one ? 'dag' : 'dagen',
    fr: days < 2 ? 'jour' : 'jours',
    de: one ? 'Tag' : 'Tagen',
    en: one ? 'day' : 'days',
  }[language];
  return `${one && language === 'de' ? 'einem' : figure(days, language)}\u00a0${unit}`;
}

function transactions(n: number): Text {
  const one = n === 1;
  return {
    nl: one ? 'transactie' : 'transacties',
    fr: n < 2 ? 'transaction' : 'transactions',
    de: one ? 'Transaktion' : 'Transaktionen',
    en: one ? 'transaction' : 'transactions',
  };
}

function main(words: ScreenWords): Text {
  const { kind, patterns, accounts, n, days, isCut } = words;
  const { name, limit } = screenTerms[kind];
  return inEach((language) => {
    const what = name[language];
    const count =
      kind === 'pass_through'
        ? percent(words.count / 100, language)
        : figure(words.count, language);
    const how = limit[language].replace('{count}', count).replace('{days}', daysIn(days, language));
    const all = `${formatNumber(n, language)} ${transactions(n)[language]}`;
    const many = formatNumber(patterns, language);
    const some = formatNumber(accounts, language);
    const [one, single] = [patterns === 1, accounts === 1];
    if (words.isUnknown)
      return {
        nl: `Geen conclusie mogelijk over het patroon "${what}": te weinig transacties noemen de landen.`,
        fr: `Aucune conclusion possible sur le schéma «\u00a0${what}\u00a0»\u00a0: trop peu de transactions mentionnent les pays.`,
        de: `Keine Aussage möglich zum Muster „${what}“: Zu wenige Transaktionen nennen die Länder.`,
        en: `No conclusion possible about ${what}: too few transactions name the countries.`,
      }[language];
    if (patterns === 0)
      return {
        nl: `Geen patroon "${what}" gevonden (${how}) in ${all}. Dat toont niet aan dat er geen is.`,
        fr: `Aucun schéma «\u00a0${what}\u00a0» trouvé (${how}) dans ${all}. Cela ne montre pas qu’il n’y en a pas.`,
        de: `Kein Muster „${what}“ gefunden (${how}) in ${all}. Das zeigt nicht, dass es keines gibt.`,
        en: `No pattern of ${what} found (${how}) in ${all}. That does not show that there is none.`,
      }[language];
    const least = {
      nl: isCut ? 'Minstens ' : '',
      fr: isCut ? 'Au moins ' : '',
      de: isCut ? 'Mindestens ' : '',
      en: isCut ? 'At least ' : '',
    }[language];
    return {
      nl: `${least}${many} ${one ? 'patroon' : 'patronen'} "${what}" (${how}) in ${all}, bij ${some} ${single ? 'rekening' : 'rekeningen'}.`,
      fr: `${least}${many} ${one ? 'schéma' : 'schémas'} «\u00a0${what}\u00a0» (${how}) dans ${all}, sur ${some} ${single ? 'compte' : 'comptes'}.`,
      de: `${least}${many} Muster „${what}“ (${how}) in ${all}, bei ${some} ${single ? 'Konto' : 'Konten'}.`,
      en: `${least}${many} ${one ? 'pattern' : 'patterns'} of ${what} (${how}) in ${all}, at ${some} ${single ? 'account' : 'accounts'}.`,
    }[language];
  });
}

function aside({ hubs }: ScreenWords): Text | null {
  if (!hubs || hubs.accounts === 0) return null;
  const one = hubs.accounts === 1;
  return inEach((language) => {
    const many = formatNumber(hubs.accounts, language);
    const share = percent(hubs.share, language);
    return {
      nl: `${many} ${one ? 'rekening' : 'rekeningen'} met zeer veel tegenpartijen (${share} van de transacties) ${one ? 'is' : 'zijn'} apart gehouden.`,
      fr: `${many} ${one ? 'compte' : 'comptes'} aux très nombreuses contreparties (${share} des transactions) ${one ? 'a été mis' : 'ont été mis'} à part.`,
      de: `${many} ${one ? 'Konto' : 'Konten'} mit sehr vielen Gegenparteien (${share} der Transaktionen) ${one ? 'bleibt' : 'bleiben'} außen vor.`,
      en: `${many} ${one ? 'account' : 'accounts'} with very many counterparties (${share} of the transactions) ${one ? 'is' : 'are'} set apart.`,
    }[language];
  });
}

function caution(kind: ScreenKind): Text {
  const { innocent } = screenTerms[kind];
  return {
    nl: `${innocent.nl}; dit is een reden om te kijken, geen bewijs.`,
    fr: `${innocent.fr}\u00a0; c’est une raison de regarder, pas une preuve.`,
    de: `${innocent.de}; das ist ein Grund hinzusehen, kein Beweis.`,
    en: `${innocent.en}; this is a reason to look, not proof.`,
  };
}

/** How many patterns a screen found, what it set apart, and never whose they are; not without the innocent reasons. */
function screenSays(words: ScreenWords): Text {
  const isFound = words.patterns > 0 && !words.isUnknown;
  return headed(
    words.label,
    paragraph(
      main(words),
      words.isUnknown ? null : aside(words),
      isFound ? caution(words.kind) : null,
    ),
  );
}

/** A pattern, without saying whose. */
export interface Pattern {
  /** How many accounts have a part in it. */
  readonly accounts: number;
  readonly transactions: number;
  readonly amount: number;
  /** Days of its first and its last transaction. */
  readonly from: string;
  readonly to: string;
}

/** A finding whose estimate is a number of patterns. It holds no account; see `accountsBehind`. */
export interface Screen extends Finding {
  readonly kind: ScreenKind;
  /** In order of time, which ranks nothing. */
  readonly patterns: readonly Pattern[];
}

/** A pattern as it comes out of the engine. */
export interface PatternRow {
  readonly accounts: number;
  readonly transactions: number;
  readonly cents: number;
  readonly first: number;
  readonly last: number;
}

/** What a screen found, and how it is said. */
export interface Found {
  readonly kind: ScreenKind;
  readonly data: Transactions;
  readonly options: ScreenOptions;
  readonly patterns: readonly PatternRow[];
  /** Numbers of the accounts a person would look at. */
  readonly accounts: readonly number[];
  readonly hubs: Hubs | null;
  /** Least number of counterparties, amounts or links, as the sentence says it. */
  readonly count: number;
  readonly days: number;
  readonly definition: string;
  readonly method: string;
  readonly assumptions?: readonly Text[];
  readonly warnings?: readonly Text[];
  readonly details?: Readonly<Record<string, number | string | null>>;
  /** Whether the search ended before it was through. */
  readonly isCut?: boolean;
  /** Whether the data lack what the pattern is told by. */
  readonly isUnknown?: boolean;
}

/** Accounts of a screen, kept where nothing that writes a finding can reach them. */
const behind = new WeakMap<
  Screen,
  { readonly data: Transactions; readonly accounts: readonly number[] }
>();

/** The accounts of a screen made here, by number; undefined for any other object, a copy of it too. */
export function hiddenAccounts(
  screen: Screen,
): { readonly data: Transactions; readonly accounts: readonly number[] } | undefined {
  return behind.get(screen);
}

/** Makes the finding of a screen, and keeps its accounts apart from it. */
export function toScreen(found: Found): Screen {
  const { kind, data, options, hubs, count, days } = found;
  const patterns = [...found.patterns]
    .sort((a, b) => a.first - b.first || a.last - b.last || a.cents - b.cents)
    .map(
      ({ accounts, transactions, cents, first, last }): Pattern => ({
        accounts,
        transactions,
        amount: fromCents(cents),
        from: dayOf(first),
        to: dayOf(last),
      }),
    );
  const { isCut = false, isUnknown = false } = found;
  const screen: Screen = {
    kind,
    subject: options.subject ?? '',
    estimate: isUnknown ? null : patterns.length,
    unit: 'pattern',
    interval: null,
    n: data.n,
    p: null,
    method: found.method,
    definition: found.definition,
    assumptions: [
      inFour(
        'de transacties van de rekeningen zijn binnen de periode volledig',
        'les transactions des comptes sont complètes sur la période',
        'die Transaktionen der Konten sind innerhalb des Zeitraums vollständig',
        'the transactions of the accounts are complete within the period',
      ),
      inFour(
        'een rekening onder twee pseudoniemen is twee rekeningen',
        'un compte sous deux pseudonymes fait deux comptes',
        'ein Konto unter zwei Pseudonymen sind zwei Konten',
        'an account under two pseudonyms is two accounts',
      ),
      ...(found.assumptions ?? []),
    ],
    warnings: [
      inFour(
        'een zeef laat zien waar te kijken valt; de meeste rekeningen die in een patroon passen, hebben een onschuldige reden',
        'un filtre montre où regarder\u00a0; la plupart des comptes qui répondent à un schéma ont une raison innocente',
        'ein Filter zeigt, wo hinzusehen ist; die meisten Konten, die zu einem Muster passen, haben einen harmlosen Grund',
        'a screen shows where to look; most accounts that fit a pattern have an innocent reason',
      ),
      ...(hubs && hubs.accounts > 0
        ? [
            inFour(
              '{n} {n:rekening|rekeningen} met meer tegenpartijen dan de grens, in {all} {all:transactie|transacties}, {n:is|zijn} apart gehouden',
              '{n} {n:compte|comptes} aux contreparties plus nombreuses que la limite, dans {all} {all:transaction|transactions}, {n:est mis|sont mis} à part',
              '{n} {n:Konto|Konten} mit mehr Gegenparteien als die Grenze, in {all} {all:Transaktion|Transaktionen}, {n:bleibt|bleiben} außen vor',
              '{n} {n:hub|hubs} with more counterparties than the limit, in {all} {all:transaction|transactions}, {n:is|are} set apart',
              { n: hubs.accounts, all: hubs.transactions },
            ),
          ]
        : []),
      ...(data.daysOnly
        ? [
            inFour(
              'tijden zijn hele dagen: de volgorde binnen een dag is niet bekend',
              'les moments sont des jours entiers\u00a0: l’ordre au sein d’un jour n’est pas connu',
              'Zeiten sind ganze Tage: Die Reihenfolge innerhalb eines Tages ist nicht bekannt',
              'times are whole days: the order within a day is not known',
            ),
          ]
        : []),
      ...(isCut
        ? [
            inFour(
              'het zoeken is beëindigd voordat alles bekeken was: het zijn er ten minste zoveel',
              'la recherche a été arrêtée avant que tout soit vu\u00a0: il y en a au moins autant',
              'die Suche wurde beendet, bevor alles gesehen war: Es sind mindestens so viele',
              'the search was ended before all was seen: there are at least so many',
            ),
          ]
        : []),
      ...(found.warnings ?? []),
    ],
    confidence: 'low',
    details: {
      days,
      accounts: found.accounts.length,
      shareOfAccounts: data.accountCount === 0 ? null : found.accounts.length / data.accountCount,
      hubs: hubs?.accounts ?? null,
      hubTransactions: hubs?.transactions ?? null,
      ...found.details,
    },
    says: screenSays({
      kind,
      patterns: patterns.length,
      accounts: found.accounts.length,
      n: data.n,
      count,
      days,
      hubs,
      isCut,
      isUnknown,
      label: options.label,
    }),
    patterns,
  };
  behind.set(screen, { data, accounts: found.accounts });
  return screen;
}

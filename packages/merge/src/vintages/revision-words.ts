import {
  formatNumber,
  formatQuantity,
  type Language,
  languages,
  type MissingReason,
  missingReasons,
  type Observation,
  offences,
  type Text,
} from '@samenbeeld/schema';
import { say } from '../words.ts';
import type { Revision } from './revision.ts';

type Bare = Pick<Revision, 'kind' | 'earlier' | 'later' | 'difference' | 'percent'>;

const each = (print: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, print(language)])) as Text;

const scopeWords = (row: Observation) => ({
  place: { place: row.place },
  date: { date: periodText(row) },
});

/** The period as ISO writes it, the shortest way. */
function periodText({ periodStart, periodEnd, freq }: Observation): string {
  if (freq === 'A') return periodStart.slice(0, 4);
  if (freq === 'M') return periodStart.slice(0, 7);
  return freq === 'D' ? periodStart : `${periodStart}/${periodEnd}`;
}

/** What is counted, where the figures of one place and period could be several. */
function matterOf({ substance, offence, nationalCode }: Observation): Text {
  if (substance !== null)
    return say({ nl: '{s}', fr: '{s}', de: '{s}', en: '{s}' }, { s: { substance } });
  const code = nationalCode ?? offence;
  if (code === null) return each(() => '');
  const known = offence !== null && offences.has(offence);
  return each((language) => (known && !nationalCode ? offences.label(offence, language) : code));
}

function amount(value: number, unit: string): Text {
  return each((language) => {
    try {
      return formatQuantity(value, unit, language).replaceAll('\u00a0', ' ');
    } catch {
      return formatNumber(value, language);
    }
  });
}

/** A difference with its sign; the minus is the typographic one. */
export function signed(difference: number): Text {
  const sign = difference < 0 ? '−' : '+';
  return each((language) => `${sign}${formatNumber(Math.abs(difference), language)}`);
}

/** Per cent of the earlier value without sign, to two decimals; below that it says so. */
export function share(percent: number): Text {
  const size = Math.abs(percent);
  return each((language) =>
    size > 0 && size < 0.005
      ? `< ${formatNumber(0.01, language)} %`
      : `${formatNumber(Number(size.toFixed(2)), language)} %`,
  );
}

const reasonText = (reason: MissingReason | null): Text =>
  each((language) => (reason === null ? '–' : missingReasons.label(reason, language)));

const scope: Text = each(() => '{place} {date}');

function scopeOf(row: Observation, namesMatter: boolean): Text {
  const matter = namesMatter ? matterOf(row) : null;
  const base = say(scope, scopeWords(row));
  return each((language) =>
    matter?.[language] ? `${base[language]}, ${matter[language]}` : base[language],
  );
}

const templates: Readonly<Record<Revision['kind'], Text>> = {
  revised: each(() => '{scope}: {before} → {after} ({difference}{percent})'),
  filled: {
    nl: '{scope}: eerst geen cijfer ({why}), nu {after}',
    fr: '{scope} : d’abord aucun chiffre ({why}), désormais {after}',
    de: '{scope}: zuerst keine Zahl ({why}), jetzt {after}',
    en: '{scope}: first no figure ({why}), now {after}',
  },
  emptied: {
    nl: '{scope}: eerst {before}, nu geen cijfer ({whyNow})',
    fr: '{scope} : d’abord {before}, désormais aucun chiffre ({whyNow})',
    de: '{scope}: zuerst {before}, jetzt keine Zahl ({whyNow})',
    en: '{scope}: first {before}, now no figure ({whyNow})',
  },
  reason: {
    nl: '{scope}: geen cijfer, eerst {why}, nu {whyNow}',
    fr: '{scope} : aucun chiffre, d’abord {why}, désormais {whyNow}',
    de: '{scope}: keine Zahl, zuerst {why}, jetzt {whyNow}',
    en: '{scope}: no figure, first {why}, now {whyNow}',
  },
  status: {
    nl: '{scope}: {after}, status eerst {was}, nu {is}',
    fr: '{scope} : {after}, statut d’abord {was}, désormais {is}',
    de: '{scope}: {after}, Status zuerst {was}, jetzt {is}',
    en: '{scope}: {after}, status first {was}, now {is}',
  },
};

/** One revision in words. */
export function revisionLine(bare: Bare, namesMatter: boolean): Text {
  const { kind, earlier, later, difference, percent } = bare;
  const part = percent === null ? null : share(percent);
  return say(templates[kind], {
    scope: scopeOf(later, namesMatter),
    before: earlier.value === null ? '' : amount(earlier.value, earlier.unit),
    after: later.value === null ? '' : amount(later.value, later.unit),
    difference: difference === null ? '' : signed(difference),
    percent: part === null ? '' : each((language) => `; ${part[language]}`),
    why: reasonText(earlier.missing),
    whyNow: reasonText(later.missing),
    was: earlier.status,
    is: later.status,
  });
}

const counted: Readonly<
  Record<'revised' | 'vanished' | 'added', readonly [one: Text, many: Text]>
> = {
  revised: [
    {
      nl: '{n} cijfer herzien',
      fr: '{n} chiffre révisé',
      de: '{n} Zahl revidiert',
      en: '{n} row revised',
    },
    {
      nl: '{n} cijfers herzien',
      fr: '{n} chiffres révisés',
      de: '{n} Zahlen revidiert',
      en: '{n} rows revised',
    },
  ],
  vanished: [
    { nl: '{n} verdwenen', fr: '{n} disparu', de: '{n} verschwunden', en: '{n} vanished' },
    { nl: '{n} verdwenen', fr: '{n} disparus', de: '{n} verschwunden', en: '{n} vanished' },
  ],
  added: [
    { nl: '{n} nieuw', fr: '{n} nouveau', de: '{n} neu', en: '{n} new' },
    { nl: '{n} nieuw', fr: '{n} nouveaux', de: '{n} neu', en: '{n} new' },
  ],
};

const count = (what: keyof typeof counted, n: number): Text =>
  say(counted[what][n === 1 ? 0 : 1], { n });

const nothing: Text = {
  nl: 'geen enkel cijfer staat in beide',
  fr: 'aucun chiffre ne figure dans les deux',
  de: 'keine Zahl steht in beiden',
  en: 'no figure stands in both',
};

const same: Text = {
  nl: '{n} vergeleken, niets herzien',
  fr: '{n} comparés, rien n’est révisé',
  de: '{n} verglichen, nichts revidiert',
  en: '{n} compared, none revised',
};

/** The whole in one line: the largest revision, then how many were revised, vanished and added. */
export function headlineOf(diff: {
  readonly compared: number;
  readonly revisions: readonly Revision[];
  readonly vanished: number;
  readonly added: number;
}): Text {
  const changed = diff.revisions.filter(({ kind }) => kind !== 'status');
  const [largest] = changed.filter(({ difference }) => difference !== null && difference !== 0);
  const parts: Text[] = [];
  if (diff.compared === 0) parts.push(nothing);
  else if (changed.length === 0) parts.push(say(same, { n: diff.compared }));
  else {
    if (largest?.difference) {
      const { percent, difference, later, namesMatter } = largest;
      const part = percent === null ? null : share(percent);
      const place = scopeOf(later, namesMatter);
      const step = signed(difference);
      parts.push(
        each(
          (language) => `${place[language]} ${step[language]}${part ? ` (${part[language]})` : ''}`,
        ),
      );
    }
    parts.push(count('revised', changed.length));
  }
  parts.push(count('vanished', diff.vanished));
  if (diff.added > 0) parts.push(count('added', diff.added));
  return each((language) => parts.map((part) => part[language]).join(', '));
}

import {
  bound,
  capital,
  type Finding,
  InputError,
  inEach,
  inFour,
  intervalName,
  type Language,
  range,
  type Shape,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { WithLevel } from '../about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents } from '../assumptions.ts';
import { checkCount } from '../check-count.ts';
import { clopperPearson } from '../clopper-pearson.ts';
import { takesEvents } from '../displacement/require-events.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';

/** Why a location quotient cannot be given. */
export type NoLocation = 'nothing_anywhere' | 'no_base_here' | 'only_place';

interface BaseWords {
  readonly name: string;
  readonly quotient: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: RatioVerdict | 'described';
  readonly because: NoLocation | null;
}

interface LocationWords {
  readonly bases: readonly BaseWords[];
  readonly level: number;
  readonly agree: boolean;
}

const hindrances: Readonly<Record<NoLocation, Text>> = {
  nothing_anywhere: {
    nl: 'nergens is iets geteld',
    fr: 'rien n’a été compté nulle part',
    de: 'nirgends wurde etwas gezählt',
    en: 'nothing was counted anywhere',
  },
  no_base_here: {
    nl: 'de maatstaf is hier nul',
    fr: 'la base est ici nulle',
    de: 'der Maßstab ist hier null',
    en: 'the base is zero here',
  },
  only_place: {
    nl: 'de maatstaf ligt geheel op deze plaats',
    fr: 'la base se trouve entièrement en ce lieu',
    de: 'der Maßstab liegt ganz an diesem Ort',
    en: 'the base lies wholly at this place',
  },
};

function onBase(base: BaseWords, level: number, language: Language): string {
  const { name, quotient } = base;
  if (quotient === null)
    return {
      nl: `Gemeten aan ${name} is geen conclusie mogelijk: ${hindrances[base.because ?? 'no_base_here'].nl}.`,
      fr: `Par rapport à ${name}, aucune conclusion n’est possible\u00a0: ${hindrances[base.because ?? 'no_base_here'].fr}.`,
      de: `Gemessen an ${name} ist keine Aussage möglich: ${capital(hindrances[base.because ?? 'no_base_here'].de)}.`,
      en: `Measured against ${name} no conclusion is possible: ${hindrances[base.because ?? 'no_base_here'].en}.`,
    }[language];
  const times = bound(quotient, 1, language);
  if (base.low === null || base.high === null)
    return {
      nl: `Gemeten aan ${name} staat het hier op ${times} keer het algemene niveau; alleen beschreven, zonder interval.`,
      fr: `Par rapport à ${name}, le niveau est ici de ${times} fois le niveau général\u00a0; à titre descriptif seulement, sans intervalle.`,
      de: `Gemessen an ${name} liegt es hier beim ${times}-Fachen des allgemeinen Niveaus; nur beschrieben, ohne Intervall.`,
      en: `Measured against ${name} it stands here at ${times} times the general level; described only, without an interval.`,
    }[language];
  const within = `${intervalName(level, language)} ${range({ low: base.low, high: base.high }, 1, language)}`;
  if (base.verdict === 'not_shown')
    return {
      nl: `Gemeten aan ${name} is geen verschil met het algemene niveau aantoonbaar (${times} keer, ${within}).`,
      fr: `Par rapport à ${name}, aucune différence avec le niveau général ne peut être démontrée (${times} fois, ${within}).`,
      de: `Gemessen an ${name} lässt sich kein Unterschied zum allgemeinen Niveau nachweisen (das ${times}-Fache, ${within}).`,
      en: `Measured against ${name} no difference from the general level can be shown (${times} times, ${within}).`,
    }[language];
  const higher = base.verdict === 'higher';
  return {
    nl: `Gemeten aan ${name} ligt het hier ${higher ? 'hoger' : 'lager'} dan overal samen: ${times} keer (${within}).`,
    fr: `Par rapport à ${name}, le niveau est ici ${higher ? 'plus élevé' : 'plus bas'} que dans l’ensemble\u00a0: ${times} fois (${within}).`,
    de: `Gemessen an ${name} liegt es hier ${higher ? 'höher' : 'niedriger'} als insgesamt: das ${times}-Fache (${within}).`,
    en: `Measured against ${name} it is ${higher ? 'higher' : 'lower'} here than overall: ${times} times (${within}).`,
  }[language];
}

const disagree: Text = {
  nl: 'De uitkomst hangt dus af van de maatstaf.',
  fr: 'Le résultat dépend donc de la base choisie.',
  de: 'Das Ergebnis hängt also vom Maßstab ab.',
  en: 'So the outcome depends on the base.',
};

function locationSays(about: About, w: LocationWords): Text {
  const main = inEach((language) =>
    w.bases.map((base) => onBase(base, w.level, language)).join(' '),
  );
  return changeSays(about, main, w.agree ? null : disagree);
}

/** A figure at one place and everywhere, the place included. */
export interface HereAndEverywhere {
  readonly here: number;
  readonly everywhere: number;
}

/** What the figure is held against. */
export interface LocationBase extends HereAndEverywhere {
  /** "all seizures", "reefer TEU", as it stands in the sentence. */
  readonly name: string;
  /** - `events`: all events, of which the figure counts a part · `activity`: tonnes, TEU, calls, known without error */
  readonly kind: 'events' | 'activity';
}

export interface LocationOnBase {
  readonly name: string;
  readonly quotient: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: RatioVerdict | 'described';
  readonly because: NoLocation | null;
}

export interface LocationQuotientOptions extends About, WithLevel {}

/** A finding whose estimate is the quotient on the first base. */
export interface LocationQuotient extends Finding {
  readonly bases: readonly LocationOnBase[];
  readonly details: {
    readonly verdict: RatioVerdict | 'described';
    readonly because: NoLocation | null;
    /** Whether every base leads to the same verdict. */
    readonly agree: 'yes' | 'no';
  };
}

/**
 * How many times as strongly a figure stands at one place as everywhere, held against one base or several.
 *
 * `LQ = (x_ip / X_i) / (x_p / X)`. Against all events: log-normal, `SE(ln LQ) = √(1/x_ip − 1/X_i + 1/x_p − 1/X)`.
 * Against activity: Clopper-Pearson of `x_ip` among `x_p`, over the place's share of the activity. A place without an
 * event has quotient 0 with an upper end. The base decides: a bulk port with few reefers has one quotient on tonnes
 * and another, ten times as high, on reefer TEU. Give both; the sentence says where they disagree. Where the unit
 * counts no events (kilograms, or none named) the quotients are described without an interval.
 * Isard 1960; Clopper and Pearson 1934.
 *
 * @param figure what is asked about, at the place and everywhere
 * @param bases what it is held against, the main one first
 * @throws InputError for more here than everywhere, negative or infinite values, counts that are no whole numbers
 * @throws UsageError for no base
 * @example
 * ```ts
 * import { locationQuotient } from '@samenbeeld/trends';
 * const bases = [{ name: 'all seizures', here: 40, everywhere: 400, kind: 'events' as const }];
 * const { estimate, interval } = locationQuotient({ here: 20, everywhere: 100 }, bases, { unit: 'seizure' });
 * [estimate, interval?.low.toFixed(4), interval?.high.toFixed(4)] // => [2, '1.4047', '2.8476']
 * ```
 */
export function locationQuotient(
  figure: HereAndEverywhere,
  bases: readonly LocationBase[],
  options: LocationQuotientOptions = {},
): LocationQuotient {
  takes(
    'locationQuotient',
    ['figure', figure, hereShape],
    ['bases', bases, shape.list(hereShape)],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'rate');
  const counted = takesEvents(options.unit);
  if (bases.length === 0)
    throw wrongUse(
      'een locatiequotiënt vraagt ten minste één basis, niet geen',
      'un quotient de localisation demande au moins une base, et non aucune',
      'ein Standortquotient braucht mindestens eine Basis, nicht keine',
      'a location quotient needs at least one base, got none',
    );
  checkWithin('the figure', figure, counted);
  const results = bases.map((base): LocationOnBase => {
    checkWithin(base.name, base, counted && base.kind === 'events');
    const because = hindrance(figure, base);
    if (because)
      return {
        name: base.name,
        quotient: null,
        low: null,
        high: null,
        verdict: 'no_conclusion',
        because,
      };
    const quotient = figure.here / base.here / (figure.everywhere / base.everywhere);
    const ends = counted ? intervalOf(figure, base, quotient, level) : null;
    return {
      name: base.name,
      quotient,
      low: ends?.low ?? null,
      high: ends?.high ?? null,
      verdict: ends ? verdictOfRatio(ends) : 'described',
      because: null,
    };
  });
  const main = results[0] as LocationOnBase;
  const agree = results.every(({ verdict }) => verdict === main.verdict);
  return {
    kind: 'location_quotient',
    subject: options.subject ?? '',
    estimate: main.quotient,
    unit: 'ratio',
    interval:
      main.low !== null && main.high !== null ? { low: main.low, high: main.high, level } : null,
    n: counted ? figure.everywhere : bases.length,
    p: null,
    method: counted
      ? 'Location quotient, delta or Clopper-Pearson interval'
      : 'Location quotient, described',
    definition: 'LQ = (figure here / base here) / (figure everywhere / base everywhere)',
    assumptions: [
      inFour(
        'het cijfer en zijn grondslag tellen op elke plaats volgens dezelfde regels',
        'le chiffre et sa base comptent selon les mêmes règles en chaque lieu',
        'die Zahl und ihre Grundlage zählen an jedem Ort nach denselben Regeln',
        'the figure and its base count by the same rules at every place',
      ),
      ...(counted ? [independentEvents] : []),
    ],
    warnings: listWarnings(
      alike,
      counted &&
        figure.here < 10 &&
        inFour(
          'hier minder dan 10 gebeurtenissen: het interval is grof',
          'moins de 10 événements ici\u00a0: l’intervalle est approximatif',
          'hier weniger als 10 Ereignisse: Das Intervall ist grob',
          'fewer than 10 events here: the interval is rough',
        ),
      !agree &&
        inFour(
          'de uitkomst hangt af van de grondslag',
          'le résultat dépend de la base',
          'das Ergebnis hängt von der Grundlage ab',
          'the outcome depends on the base',
        ),
    ),
    confidence:
      !counted || !agree || figure.here < 10 ? 'low' : figure.here < 50 ? 'medium' : 'high',
    bases: results,
    details: { verdict: main.verdict, because: main.because, agree: agree ? 'yes' : 'no' },
    says: locationSays(options, {
      bases: results,
      level,
      agree,
    }),
  };
}

function checkWithin(
  name: string,
  { here, everywhere }: HereAndEverywhere,
  counted: boolean,
): void {
  for (const [where, value] of [
    [inFour('hier', 'ici', 'hier', 'here'), here],
    [inFour('overal', 'partout', 'überall', 'everywhere'), everywhere],
  ] as const) {
    if (counted)
      checkCount(
        inFour('{name} {where}', '{name} {where}', '{name} {where}', '{name} {where}', {
          name,
          where,
        }),
        value,
      );
    if (!Number.isFinite(value) || value < 0)
      throw new InputError(
        inFour(
          'verwacht: nul of meer voor {name} {where}; gevonden: {value}',
          'attendu : zéro ou plus pour {name} {where} ; trouvé : {value}',
          'erwartet: null oder mehr für {name} {where}; gefunden: {value}',
          'expected zero or more for {name} {where}, found {value}',
          { name, where, value: String(value) },
        ),
        inFour(
          'laat een basis weg die niet bekend is',
          'laissez de côté une base inconnue',
          'eine unbekannte Basis weglassen',
          'leave out a base that is not known',
        ),
      );
  }
  if (here > everywhere)
    throw new InputError(
      inFour(
        'verwacht: hoogstens {everywhere} van {name} hier; gevonden: {here}',
        'attendu : au plus {everywhere} de {name} ici ; trouvé : {here}',
        'erwartet: höchstens {everywhere} von {name} hier; gefunden: {here}',
        'expected at most {everywhere} of {name} here, found {here}',
        { everywhere: String(everywhere), name, here: String(here) },
      ),
      inFour(
        'geef als overal de som over alle plaatsen, deze inbegrepen',
        'donnez comme partout la somme sur tous les lieux, celui-ci compris',
        'als überall die Summe über alle Orte angeben, diesen eingeschlossen',
        'pass as everywhere the sum over all places, this one included',
      ),
    );
}

function hindrance(figure: HereAndEverywhere, base: LocationBase): NoLocation | null {
  if (figure.everywhere === 0) return 'nothing_anywhere';
  if (base.here === 0) return 'no_base_here';
  if (base.here === base.everywhere) return 'only_place';
  if (
    base.kind === 'events' &&
    (figure.here > base.here || figure.everywhere - figure.here > base.everywhere - base.here)
  )
    throw new InputError(
      inFour(
        'verwacht: een cijfer dat deel is van {name}; gevonden: {here} van {here2} hier en {everywhere} van {everywhere2} overal',
        'attendu : un chiffre qui fasse partie de {name} ; trouvé : {here} sur {here2} ici et {everywhere} sur {everywhere2} partout',
        'erwartet: eine Zahl, die Teil von {name} ist; gefunden: {here} von {here2} hier und {everywhere} von {everywhere2} überall',
        'expected the figure to be part of {name}, found {here} of {here2} here and {everywhere} of {everywhere2} everywhere',
        {
          name: base.name,
          here: String(figure.here),
          here2: String(base.here),
          everywhere: String(figure.everywhere),
          everywhere2: String(base.everywhere),
        },
      ),
      inFour(
        "geef alle gebeurtenissen als basis, of noem het `kind: 'activity'`",
        "donnez tous les événements comme base, ou appelez-la `kind: 'activity'`",
        "alle Ereignisse als Basis angeben oder sie `kind: 'activity'` nennen",
        "pass all events as the base, or call it `kind: 'activity'`",
      ),
    );
  return null;
}

function intervalOf(
  figure: HereAndEverywhere,
  base: LocationBase,
  quotient: number,
  level: number,
): { readonly low: number; readonly high: number } | null {
  const share = base.here / base.everywhere;
  if (base.kind === 'activity') {
    const { low, high } = clopperPearson(figure.here, figure.everywhere, level);
    return { low: low / share, high: high / share };
  }
  if (figure.here === 0) {
    const { high } = clopperPearson(0, base.here, level);
    return { low: 0, high: high / (figure.everywhere / base.everywhere) };
  }
  const variance = 1 / figure.here - 1 / base.here + 1 / figure.everywhere - 1 / base.everywhere;
  if (!(variance > 0)) return null;
  const reach = normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt(variance);
  return { low: quotient * Math.exp(-reach), high: quotient * Math.exp(reach) };
}

export const hereShape: Shape = shape.record<HereAndEverywhere>({
  here: shape.number,
  everywhere: shape.number,
});

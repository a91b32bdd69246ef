import {
  colonAfter,
  type Finding,
  formatNumber,
  foundNone,
  groupBy,
  InputError,
  inEach,
  inFour,
  type Language,
  paragraph,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { fromCents } from '../amount/cents.ts';
import { placeLabel } from '../series/series-label.ts';
import { moneyIn } from '../words/money-words.ts';
import {
  type CheckedRecovery,
  checkRecovery,
  dayNumber,
  type RecoveryEvent,
  recoveryEventShape,
} from './recovery-event.ts';
import { type LawBook, lawBook, type RouteLaw } from './route-law.ts';
import { type LegalRoute, legalRoutes, type RecoveryStage, recoveryStages } from './stages.ts';

const notAdded: Text = {
  nl: 'Elk bedrag is een stroom van dezelfde zaken; ze worden nooit opgeteld, en in beslag genomen is niet verbeurdverklaard.',
  fr: 'Chaque montant est un flux des mêmes affaires\u00a0; ils ne s’additionnent jamais, et saisi ne veut pas dire confisqué.',
  de: 'Jeder Betrag ist ein Strom derselben Fälle; sie werden nie addiert, und sichergestellt heißt nicht eingezogen.',
  en: 'Each amount is a flow of the same cases; they are never added, and seized is not confiscated.',
};

const none: Text = {
  nl: 'Er zijn geen zaken waarvan het verloop bekend is.',
  fr: 'Il n’y a pas d’affaires dont le déroulement est connu.',
  de: 'Es gibt keine Fälle, deren Verlauf bekannt ist.',
  en: 'There are no cases whose course is known.',
};

/** "12 cases". */
function casesInWords(count: number, language: Language): string {
  const number = formatNumber(count, language);
  if (count === 1) return { nl: '1 zaak', fr: '1 affaire', de: '1 Fall', en: '1 case' }[language];
  return {
    nl: `${number} zaken`,
    fr: `${number} affaires`,
    de: `${number} Fälle`,
    en: `${number} cases`,
  }[language];
}

const isSaid = ({ stage, cases }: StageFlow): boolean =>
  cases > 0 || stage === 'confiscation_ordered' || stage === 'executed';

function cohortSays({ country, year, cases, stages }: RecoveryCohort): Text {
  const place = placeLabel(country);
  return inEach((language) => {
    const parts = stages.filter(isSaid).map((flow) => {
      const amount = moneyIn(flow.amount, 'EUR', language);
      return `${recoveryStages[flow.stage][language]} ${amount} (${casesInWords(flow.cases, language)})`;
    });
    const all = casesInWords(cases, language);
    const which = {
      nl: `${place.nl}, ${all} van ${year}`,
      fr: `${place.fr}, ${all} de ${year}`,
      de: `${place.de}, ${all} von ${year}`,
      en: `${place.en}, ${all} of ${year}`,
    }[language];
    return `${which}${colonAfter[language]} ${parts.join(semicolon[language])}.`;
  });
}

function recoverySays(cohorts: readonly RecoveryCohort[]): Text {
  const dated = cohorts.filter(({ year }) => year !== null);
  return dated.length === 0 ? none : paragraph(...dated.map(cohortSays), notAdded);
}

export interface RecoveryFlowsOptions {
  /** Whether the law of each country has each route. */
  readonly law: readonly RouteLaw[];
  /** ISO day up to which is looked. */
  readonly asOf: string;
  /** Routes shown; all but `other`, which is shown where it occurs. */
  readonly routes?: readonly LegalRoute[];
}

/** What reached one stage. */
export interface StageFlow {
  readonly stage: RecoveryStage;
  readonly cases: number;
  /** Euro, to the cent. */
  readonly amount: number;
}

/** One cohort on one legal route. */
export interface RouteFlow {
  readonly route: LegalRoute;
  /** The route does not exist in the country's law in any day from the cohort's year to `asOf`: not the same as nothing. */
  readonly state: 'applicable' | 'not_applicable';
  readonly citation: string;
  /** Empty where it is not applicable. */
  readonly stages: readonly StageFlow[];
}

/** Cases of one country whose assets were first frozen or seized in one year. */
export interface RecoveryCohort {
  readonly country: string;
  /** null: cases in which nothing was frozen or seized before an order. */
  readonly year: number | null;
  readonly cases: number;
  readonly routes: readonly RouteFlow[];
  /** Over all routes, each stage by itself. */
  readonly stages: readonly StageFlow[];
}

/** A finding about flows; it has no total, since stages never add. */
export interface RecoveryFlows extends Finding {
  readonly cohorts: readonly RecoveryCohort[];
}

const allStages = Object.keys(recoveryStages) as readonly RecoveryStage[];
const restraints: ReadonlySet<string> = new Set(['frozen', 'seized']);

/**
 * What became of frozen and seized assets, as flows of the same cases by cohort and legal route.
 *
 * A cohort is the year in which a case's assets were first frozen or seized. At each stage (traced, frozen, seized, confiscation
 * ordered, final, executed) cases and euros are counted by themselves: an order by value can exceed what was frozen, so stages
 * are no funnel and are never added. Routes are those of Directive (EU) 2024/1260 (conviction, value, extended, third party,
 * Art. 15, Art. 16) and national ones; a route that the declared law does not have is `not_applicable`, never zero. Until an
 * order the word is "seized".
 *
 * @throws InputError for unknown stages or routes, other currencies, amounts that are no whole cents, and events under a route
 * that the declared law did not have on their day
 * @throws RefusalError where nobody declared whether a country's law has a route
 * @example
 * ```ts
 * import { recoveryFlows } from '@samenbeeld/money';
 * const law = [{ country: 'XX', route: 'conviction', exists: true, citation: 'Code, art. 1' }];
 * const one = { caseRef: 'a', country: 'XX', route: 'conviction', currency: 'EUR', valueBasis: 'appraised' };
 * const events = [{ ...one, stage: 'seized', amount: 100, date: '2021-03-01' }, { ...one, stage: 'executed', amount: 40, date: '2023-03-01' }];
 * const { cohorts } = recoveryFlows(events, { law, asOf: '2024-12-31', routes: ['conviction'] });
 * cohorts[0].stages.filter(({ cases }) => cases > 0).map(({ stage, amount }) => `${stage} ${amount}`) // => ['seized 100', 'executed 40']
 * ```
 */
export function recoveryFlows(
  events: readonly RecoveryEvent[],
  options: RecoveryFlowsOptions,
): RecoveryFlows {
  takes(
    'recoveryFlows',
    ['events', events, shape.list(recoveryEventShape)],
    [
      'options',
      options,
      shape.record<RecoveryFlowsOptions>({
        law: shape.list(shape.record<RouteLaw>({ country: shape.text })),
        routes: shape.maybe(shape.list(shape.text)),
      }),
    ],
  );

  const { law, asOf } = options;
  dayNumber(asOf);
  const known = checkRecovery(events).filter(({ date }) => date <= asOf);
  const later = events.length - known.length;
  const routes = routesShown(known, options);
  const countries = [...new Set(known.map(({ country }) => country))].toSorted();
  const book = lawBook(law, countries, routes);
  for (const event of known) refuseUnlawful(event, book);
  const cohorts = cohortsOf(known).map(
    ({ country, year, rows }): RecoveryCohort => ({
      country,
      year,
      cases: new Set(rows.map(({ caseRef }) => caseRef)).size,
      routes: routes.map((route) => routeFlow(route, { country, year, rows, asOf, book })),
      stages: stageFlows(rows),
    }),
  );
  const mixed = allStages.filter(
    (stage) =>
      new Set(known.filter((event) => event.stage === stage).map(({ valueBasis }) => valueBasis))
        .size > 1,
  );
  return {
    kind: 'recovery_flows',
    subject: countries.join(' '),
    estimate: null,
    unit: 'EUR',
    interval: null,
    n: new Set(known.map(({ country, caseRef }) => `${country} ${caseRef}`)).size,
    p: null,
    method: 'Flows of cohorts by stage and legal route',
    definition:
      'cohort: year in which assets of a case were first frozen or seized; each stage counted by itself, never added',
    assumptions: [
      inFour(
        'een zaak houdt in alle stappen hetzelfde kenmerk',
        'une affaire garde une même référence à toutes les étapes',
        'ein Fall behält über alle Stufen dasselbe Aktenzeichen',
        'a case keeps one reference through all stages',
      ),
      inFour(
        'het recht is zoals opgegeven, met vindplaats',
        'le droit est tel que déclaré, avec sa référence',
        'das Recht ist wie angegeben, mit Fundstelle',
        'the law is as declared, with its citation',
      ),
    ],
    warnings: [
      ...(later > 0
        ? [
            inFour(
              '{n} {n:gebeurtenis|gebeurtenissen} na {asOf} {n:is|zijn} weggelaten',
              '{n} {n:événement postérieur au {asOf} est écarté|événements postérieurs au {asOf} sont écartés}',
              '{n} {n:Ereignis|Ereignisse} nach dem {asOf} {n:ist|sind} weggelassen',
              '{n} {n:event|events} after {asOf} {n:is|are} left out',
              { n: later, asOf },
            ),
          ]
        : []),
      ...mixed.map((stage) =>
        inFour(
          'bedragen in de stap "{stage}" zijn van verschillende soort (getaxeerd, gerealiseerd, gevorderd)',
          'les montants à l’étape «\u00a0{stage}\u00a0» sont de plusieurs sortes (estimés, réalisés, réclamés)',
          'Beträge der Stufe „{stage}“ sind von mehrerlei Art (geschätzt, erlöst, gefordert)',
          'amounts at the stage {stage} are of several kinds (appraised, realised, claimed)',
          { stage: recoveryStages[stage] },
        ),
      ),
      ...(cohorts.some(({ year }) => year === null)
        ? [
            inFour(
              'zaken zonder bevriezing staan apart: ze horen bij geen cohort',
              'les affaires sans gel sont à part\u00a0: elles n’appartiennent à aucune cohorte',
              'Fälle ohne Sicherstellung stehen für sich: Sie gehören zu keiner Kohorte',
              'cases without a freezing stand apart: they belong to no cohort',
            ),
          ]
        : []),
    ],
    confidence: known.length === 0 ? 'low' : 'medium',
    details: { asOf, cohorts: cohorts.length },
    says: recoverySays(cohorts),
    cohorts,
  };
}

function routesShown(
  known: readonly CheckedRecovery[],
  { routes }: RecoveryFlowsOptions,
): readonly LegalRoute[] {
  const used = new Set(known.map(({ route }) => route));
  const all = Object.keys(legalRoutes) as LegalRoute[];
  const shown = routes ?? all.filter((route) => route !== 'other' || used.has('other'));
  const missing = [...used].find((route) => !shown.includes(route));
  if (shown.length === 0 || missing !== undefined)
    throw wrongUse(
      '`routes` bevat elke route die voorkomt, niet {shown} zonder {missing}',
      '`routes` contient chaque voie qui apparaît, et non {shown} sans {missing}',
      '`routes` enthält jeden Weg, der vorkommt, nicht {shown} ohne {missing}',
      '`routes` must hold every route that occurs, got {shown} without {missing}',
      { shown: shown.join(', ') || foundNone, missing: missing ?? foundNone },
    );
  return all.filter((route) => shown.includes(route));
}

function refuseUnlawful(
  { caseRef, country, route, stage, date }: CheckedRecovery,
  book: LawBook,
): void {
  if (book.has(country, route, date, date)) return;
  throw new InputError(
    inFour(
      'zaak {caseRef}: {stage} op {date} langs de route {route}, die de opgegeven wet van {country} op die dag niet kent',
      'affaire {caseRef} : {stage} le {date} par la voie {route}, que la loi déclarée de {country} ne connaît pas ce jour-là',
      'Fall {caseRef}: {stage} am {date} auf dem Weg {route}, den das angegebene Recht von {country} an dem Tag nicht kennt',
      'case {caseRef}: {stage} on {date} under the route {route}, which the declared law of {country} does not have on that day',
      { caseRef, stage, date, route, country },
    ),
    inFour(
      'verbeter de route of de dag van de gebeurtenis, of de opgegeven wet',
      'corrigez la voie ou le jour de l’événement, ou la loi déclarée',
      'den Weg oder den Tag des Ereignisses berichtigen, oder das angegebene Recht',
      'correct the route or the day of the event, or the declared law',
    ),
  );
}

interface Rows {
  readonly country: string;
  readonly year: number | null;
  readonly rows: readonly CheckedRecovery[];
}

/** Cases of a country by the year in which their assets were first frozen or seized. */
export function cohortsOf(known: readonly CheckedRecovery[]): readonly Rows[] {
  const cases = [
    ...groupBy(known, ({ country, caseRef }) => JSON.stringify([country, caseRef])).values(),
  ];
  const dated = cases.map((rows) => {
    const first = rows
      .filter(({ stage }) => restraints.has(stage))
      .map(({ date }) => date)
      .toSorted()[0];
    return {
      country: rows[0]?.country ?? '',
      year: first ? Number(first.slice(0, 4)) : null,
      rows,
    };
  });
  return [...groupBy(dated, ({ country, year }) => `${country} ${year ?? 'none'}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      country: group[0]?.country ?? '',
      year: group[0]?.year ?? null,
      rows: group.flatMap(({ rows }) => rows),
    }));
}

function routeFlow(
  route: LegalRoute,
  { country, year, rows, asOf, book }: Rows & { readonly asOf: string; readonly book: LawBook },
): RouteFlow {
  const start =
    year === null ? (rows.map(({ date }) => date).toSorted()[0] ?? asOf) : `${year}-01-01`;
  const applicable = book.has(country, route, start, asOf);
  return {
    route,
    state: applicable ? 'applicable' : 'not_applicable',
    citation: book.citation(country, route),
    stages: applicable ? stageFlows(rows.filter((event) => event.route === route)) : [],
  };
}

function stageFlows(rows: readonly CheckedRecovery[]): readonly StageFlow[] {
  return allStages.map((stage) => {
    const own = rows.filter((event) => event.stage === stage);
    return {
      stage,
      cases: new Set(own.map(({ caseRef }) => caseRef)).size,
      amount: fromCents(own.reduce((sum, { cents }) => sum + cents, 0)),
    };
  });
}

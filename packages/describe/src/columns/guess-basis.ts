import { inFour, quoted, type Text } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { type Alternative, guessOf } from '../guess.ts';
import { clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';

/** Metrics that an authority registers, so that nothing is seized. */
export const registered: ReadonlySet<string> = new Set([
  'offences',
  'suspects',
  'arrests',
  'fraud_cases',
]);

/** Metrics of what is seized: only these can be counted by where it was seized, or was going. */
const seizable: ReadonlySet<string> = new Set([
  'quantity',
  'seizures',
  'cash',
  'weapons',
  'vehicles_seized',
]);

/** The only basis that figures of a metric can be on; null where they may be on several. */
export function onlyBasis(metric: string): string | null {
  if (registered.has(metric)) return 'recorded';
  return seizable.has(metric) ? null : 'not_applicable';
}

/** Whole words, and Dutch and German compounds: "report" and "export" speak of no port. */
const ports =
  /(?<!\p{L})(?:sea|air)?ports?(?!\p{L})|(?<!\p{L})(?:zee)?havens?(?!\p{L})|(?<!\p{L})(?:see)?h[aä]fen(?!\p{L})/iu;

/** Post and couriers, which goods pass on their way in or out. */
const posts =
  /(?<!\p{L})(?:(?:brief)?post(?:(?:pa[ck]?k|zend|stuk|send|verkehr|kan[aä])\p{L}*)?|koerier\p{L}*|kurier\p{L}*|courier\p{L}*|colis(?: postaux)?|fret express|parcels?|mail)(?!\p{L})/iu;

export const prosecution: RegExp =
  /(?<!\p{L})(?:\p{L}*parket(?:ten)?|parquets?|openbaar ministerie|minist[èe]re public|\p{L}*staatsanwaltschaft(?:en)?|prosecut(?:ors?|ions?)|vervolgde|opiumwetzaken|poursuites)(?!\p{L})/iu;

/** Words of what is seized or intercepted. */
export const seizing: RegExp =
  /inbeslag|onderschep|intercept|saisie|sicherstell|beschlagnahm|seiz/iu;

/** Whether a column says of most rows which drug they are about: one that hardly says so splits no figures. */
export function splitsBySubstance({
  profile,
  meanings: [top],
}: TableView['columns'][number]): boolean {
  return top?.concept === 'substance' && profile.said * 2 >= profile.rows;
}

/** On what basis seizures may count. */
const seizedBases: readonly Alternative<string>[] = [
  {
    value: 'seized_in_port',
    confidence: 0.3,
    reason: inFour(
      'in beslag genomen in een haven',
      'saisi dans un port',
      'in einem Hafen sichergestellt',
      'seized in a port',
    ),
  },
  {
    value: 'seized_in_territory',
    confidence: 0.3,
    reason: inFour(
      'ergens in het land in beslag genomen',
      'saisi n’importe où dans le pays',
      'irgendwo im Land sichergestellt',
      'seized anywhere in the country',
    ),
  },
  {
    value: 'destined_for_country',
    confidence: 0.1,
    reason: inFour(
      'in het buitenland in beslag genomen, op weg hierheen',
      'saisi à l’étranger, en route vers ici',
      'im Ausland sichergestellt, auf dem Weg hierher',
      'seized abroad on its way here',
    ),
  },
  {
    value: 'seized_in_post',
    confidence: 0.1,
    reason: inFour(
      'in post en koerierszendingen in beslag genomen',
      'saisi dans le courrier et les colis',
      'in Post- und Kuriersendungen sichergestellt',
      'seized in post and courier items',
    ),
  },
  {
    value: 'seized_in_action',
    confidence: 0.1,
    reason: inFour(
      'bij een controleactie in beslag genomen',
      'saisi lors d’une opération de contrôle',
      'bei einer Kontrollaktion sichergestellt',
      'seized during a control action',
    ),
  },
  {
    value: 'seized_abroad',
    confidence: 0.1,
    reason: inFour(
      'in het buitenland in beslag genomen, waarheen ook',
      'saisi à l’étranger, quelle qu’en soit la destination',
      'im Ausland sichergestellt, wohin auch immer',
      'seized abroad, wherever it was going',
    ),
  },
];

/** Words of a basis, each with what is asked: none of them says that all was counted so. */
const told: readonly (readonly [words: RegExp, basis: string, reason: Text])[] = [
  [
    /(?<!\p{L})(?:met (?:als )?bestemming|bestemd voor|à destination d|destinée?s? (?:à|au|aux)|bestimmt für|mit (?:dem )?ziel|bound for|destined for)/iu,
    'destined_for_country',
    inFour(
      'titel of koppen zeggen waarvoor het was bestemd',
      'le titre ou les en-têtes disent à quoi c’était destiné',
      'Titel oder Überschriften sagen, wofür es bestimmt war',
      'title or headings say where it was bound for',
    ),
  ],
  [
    /(?<!\p{L})(?:in het buitenland|à l['’]étranger|im ausland|abroad|overseas)(?!\p{L})/iu,
    'seized_abroad',
    inFour(
      'titel of koppen zeggen dat het in het buitenland was; of dat van alles geldt, staat er niet',
      'le titre ou les en-têtes disent que c’était à l’étranger ; rien ne dit que cela vaut pour tout',
      'Titel oder Überschriften sagen, dass es im Ausland war; ob das für alles gilt, steht nicht da',
      'title or headings say that it was abroad; whether that holds for all is not said',
    ),
  ],
  [
    /(?<!\p{L})(?:controleacties?|(?:op[ée]rations?|actions?) de contr[ôo]les?|kontrollaktion(?:en)?|control (?:actions?|operations?)|hazeldonk)(?!\p{L})/iu,
    'seized_in_action',
    inFour(
      'titel of koppen spreken van controleacties; of alles daarbij in beslag is genomen, staat er niet',
      'le titre ou les en-têtes parlent d’opérations de contrôle ; rien ne dit que tout y ait été saisi',
      'Titel oder Überschriften sprechen von Kontrollaktionen; ob alles dabei sichergestellt wurde, steht nicht da',
      'title or headings speak of control actions; whether all of it was seized there is not said',
    ),
  ],
];

/** Whether words say that goods were found in post or parcels, and no others say where else. */
export function isOfPost(around: string, view: TableView): boolean {
  return (
    posts.test(around) &&
    !ports.test(around) &&
    !told.some(([words]) => words.test(around)) &&
    (seizing.test(around) || view.columns.some(splitsBySubstance))
  );
}

/** What is said of goods bound for a country, where a column gives several countries: each is where they were seized, or where they went. */
function withPlacesOfSeizure(said: Text, { columns }: TableView): Text {
  const places = columns.find(
    ({ profile, meanings: [top] }) =>
      (top?.concept === 'country' || top?.concept === 'place') && labelsOf(profile).length > 1,
  );
  return places === undefined
    ? said
    : clauses([
        said,
        inFour(
          'place is dan het land waarvoor het was bestemd, dus ga na of {heading} dat is en niet waar het in beslag is genomen',
          'place est alors le pays auquel c’était destiné : vérifiez que {heading} le donne, et non le lieu de la saisie',
          'place ist dann das Land, für das es bestimmt war: prüfen, ob {heading} das ist und nicht, wo sichergestellt wurde',
          'the place is then the country it was bound for, so see whether {heading} is that, and not where it was seized',
          { heading: quoted(places.profile.heading) },
        ),
      ]);
}

/**
 * On what basis the figures count: as sure as it is what they measure, where only one basis fits that. Seizures never say so by themselves: the bases
 * are listed, and where no word speaks for one of them none is proposed.
 */
export function basis(
  view: TableView,
  metricValue: string | null,
  around: string,
  sure: number = thresholds.constantTaken,
): ConstantGuess {
  if (view.record === 'observation') {
    const only = metricValue ? onlyBasis(metricValue) : null;
    const [prosecutor] = prosecution.exec(around) ?? [];
    if (only === 'recorded' && prosecutor !== undefined)
      return guessOf(
        only,
        Math.min(sure, 0.7),
        inFour(
          'het bestand spreekt van vervolging ({said}): zaken van een parket zijn geen door de politie geregistreerde feiten',
          'le fichier parle de poursuites ({said}) : les affaires d’un parquet ne sont pas des faits enregistrés par la police',
          'die Datei spricht von Strafverfolgung ({said}): Verfahren einer Staatsanwaltschaft sind keine polizeilich erfassten Fälle',
          'the file speaks of prosecution ({said}): cases of a prosecutor are no offences that the police recorded',
          { said: quoted(prosecutor) },
        ),
      );
    if (only === 'recorded')
      return guessOf(
        only,
        sure,
        inFour(
          'geregistreerd door de instantie die ze publiceert; er is niets in beslag genomen',
          'enregistré par l’autorité qui les publie ; rien n’est saisi',
          'erfasst von der Stelle, die sie veröffentlicht; nichts ist sichergestellt',
          'registered by the authority that publishes them; nothing is seized',
        ),
      );
    if (only)
      return guessOf(
        only,
        sure + 0.05,
        inFour(
          '{metric} heeft geen grondslag van telling',
          '{metric} n’a pas de base de comptage',
          '{metric} hat keine Zählgrundlage',
          '{metric} is counted on no footing',
          { metric: metricValue ?? '' },
        ),
      );
    if (!metricValue && !seizing.test(around) && !view.columns.some(splitsBySubstance))
      return guessOf(
        '',
        0,
        inFour(
          'niets zegt wat er wordt gemeten, of dat er iets in beslag is genomen',
          'rien ne dit ce qui est mesuré, ni que quelque chose ait été saisi',
          'nichts sagt, was gemessen wird, oder dass etwas sichergestellt wurde',
          'nothing says what is measured, nor that anything was seized',
        ),
      );
  }
  const [, saidBasis, said] = told.find(([words]) => words.test(around)) ?? [];
  if (saidBasis !== undefined && said !== undefined)
    return guessOf(
      saidBasis,
      0.5,
      saidBasis === 'destined_for_country' ? withPlacesOfSeizure(said, view) : said,
      seizedBases.filter(({ value }) => value !== saidBasis),
    );
  if (ports.test(around))
    return guessOf(
      'seized_in_port',
      0.5,
      inFour(
        'titel of koppen spreken van een haven; of daar in beslag is genomen, staat er niet',
        'le titre ou les en-têtes parlent d’un port ; rien ne dit que la saisie y ait eu lieu',
        'Titel oder Überschriften sprechen von einem Hafen; ob dort sichergestellt wurde, steht nicht da',
        'title or headings speak of a port; whether the goods were seized there is not said',
      ),
      seizedBases.filter(({ value }) => value !== 'seized_in_port'),
    );
  if (isOfPost(around, view))
    return guessOf(
      'seized_in_post',
      0.5,
      inFour(
        'titel of koppen spreken van post of koeriers; of alles daar in beslag is genomen, staat er niet',
        'le titre ou les en-têtes parlent de colis ou de courrier ; rien ne dit que tout y ait été saisi',
        'Titel oder Überschriften sprechen von Post oder Kurieren; ob alles dort sichergestellt wurde, steht nicht da',
        'title or headings speak of post or couriers; whether all of it was seized there is not said',
      ),
      seizedBases.filter(({ value }) => value !== 'seized_in_post'),
    );
  const untold = guessOf(
    'seized_in_territory',
    0.4,
    inFour(
      'niets in het bestand zegt op welke grondslag is geteld (in beslag genomen in een haven, in het land, in het buitenland): dat moet iemand zeggen',
      'rien dans le fichier ne dit sur quelle base on compte (saisi dans un port, dans le pays, à l’étranger) : à une personne de le dire',
      'nichts in der Datei sagt, auf welcher Grundlage gezählt wurde (in einem Hafen, im Land, im Ausland sichergestellt): das muss jemand sagen',
      'nothing in the file says on what basis it counts (seized in a port, in the country, abroad): a person must say',
    ),
    seizedBases,
  );
  return { ...untold, standsIn: true };
}

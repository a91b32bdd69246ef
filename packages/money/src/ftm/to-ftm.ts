import {
  countries,
  detectPersonalData,
  InputError,
  inFour,
  shape,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { fromCents } from '../amount/cents.ts';
import { type FtmEntity, ftmProblems } from './ftm-entity.ts';
import { namespaceId } from './namespace-id.ts';

/** Kinds of legal entities. A company can be owned; an organisation or public body cannot. */
export type FirmSchema = 'LegalEntity' | 'Organization' | 'PublicBody' | 'Company';

/** A legal entity; never a natural person. */
export interface Firm {
  readonly kind: 'firm';
  readonly id: string;
  readonly schema: FirmSchema;
  /** As registers write them, in any script; at least one. */
  readonly names: readonly string[];
  readonly aliases?: readonly string[];
  /** Country codes of two letters ("NL"). */
  readonly jurisdiction?: string;
  readonly registrationNumber?: string;
  readonly sector?: string;
  /** ISO dates, or their beginning ("2021", "2021-02"). */
  readonly incorporated?: string;
  readonly dissolved?: string;
}

/** An account under a pseudonym; its holder is said by an ownership. */
export interface BankAccount {
  readonly kind: 'account';
  readonly id: string;
  readonly bank?: string;
  readonly country?: string;
  readonly opened?: string;
  readonly closed?: string;
}

/** Who owns a company or holds an account. */
export interface Ownership {
  readonly kind: 'ownership';
  readonly id: string;
  readonly owner: string;
  readonly asset: string;
  /** 0 to 100. */
  readonly percentage?: number;
  readonly from?: string;
  readonly to?: string;
}

/** A payment between legal entities. */
export interface Payment {
  readonly kind: 'payment';
  readonly id: string;
  readonly payer: string;
  readonly beneficiary: string;
  readonly payerAccount?: string;
  readonly beneficiaryAccount?: string;
  readonly cents: number;
  readonly currency: string;
  readonly date: string;
  readonly purpose?: string;
}

/** What is passed on as FollowTheMoney. */
export type MoneyRecord = Firm | BankAccount | Ownership | Payment;

export interface FtmOptions {
  /** Name of the dataset, which becomes part of every id ("nl-fiod-exercise"). */
  readonly dataset: string;
}

type Values = Readonly<Record<string, readonly (string | undefined)[]>>;

const lower = (country: string | undefined): string | undefined =>
  country === undefined ? undefined : countries.get(country).code.toLowerCase();

/** Schema and properties of a record; references through `at`. */
function partsOf(
  record: MoneyRecord,
  at: (id: string) => string,
): { readonly schema: string; readonly values: Values } {
  const link = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : at(id);
  switch (record.kind) {
    case 'firm':
      return {
        schema: record.schema,
        values: {
          name: record.names,
          alias: record.aliases ?? [],
          jurisdiction: [lower(record.jurisdiction)],
          registrationNumber: [record.registrationNumber],
          sector: [record.sector],
          incorporationDate: [record.incorporated],
          dissolutionDate: [record.dissolved],
        },
      };
    case 'account':
      return {
        schema: 'BankAccount',
        values: {
          name: [record.id],
          accountNumber: [record.id],
          bankName: [record.bank],
          country: [lower(record.country)],
          openingDate: [record.opened],
          closingDate: [record.closed],
        },
      };
    case 'ownership':
      return {
        schema: 'Ownership',
        values: {
          owner: [link(record.owner)],
          asset: [link(record.asset)],
          percentage: [record.percentage?.toString()],
          startDate: [record.from],
          endDate: [record.to],
        },
      };
    case 'payment':
      return {
        schema: 'Payment',
        values: {
          payer: [link(record.payer)],
          beneficiary: [link(record.beneficiary)],
          payerAccount: [link(record.payerAccount)],
          beneficiaryAccount: [link(record.beneficiaryAccount)],
          amount: [fromCents(record.cents).toFixed(2)],
          currency: [record.currency],
          date: [record.date],
          purpose: [record.purpose],
        },
      };
  }
}

function checkRecord(record: MoneyRecord, seen: Set<string>): void {
  const { id } = record;
  if (id === '' || id.includes('.') || seen.has(id))
    throw new InputError(
      inFour(
        'verwacht: eigen id’s zonder punt; gevonden: "{id}"',
        'attendu : des identifiants propres sans point ; trouvé : « {id} »',
        'erwartet: eigene Kennungen ohne Punkt; gefunden: „{id}“',
        'expected ids of their own without a point, found "{id}"',
        { id },
      ),
      inFour(
        'geef elk record een id; FollowTheMoney leest wat na een punt komt als handtekening',
        'donnez un identifiant à chaque enregistrement ; FollowTheMoney prend ce qui suit un point pour une signature',
        'jedem Datensatz eine Kennung geben; FollowTheMoney hält, was auf einen Punkt folgt, für eine Signatur',
        'give each record an id; FollowTheMoney takes what follows a point for a signature',
      ),
    );
  seen.add(id);
  if (record.kind === 'payment' && !(Number.isSafeInteger(record.cents) && record.cents > 0))
    throw new InputError(
      inFour(
        '{id}: verwacht: hele centen boven nul; gevonden: {cents}',
        '{id} : attendu : des centimes entiers au-dessus de zéro ; trouvé : {cents}',
        '{id}: erwartet: ganze Cent über null; gefunden: {cents}',
        '{id}: expected whole cents above zero, found {cents}',
        { id, cents: String(record.cents) },
      ),
      inFour(
        'geef bedragen in centen, zonder teken',
        'donnez les montants en centimes, sans signe',
        'Beträge in Cent angeben, ohne Vorzeichen',
        'give amounts in cents, without sign',
      ),
    );
  const share = record.kind === 'ownership' ? record.percentage : undefined;
  if (share !== undefined && !(share >= 0 && share <= 100))
    throw new InputError(
      inFour(
        '{id}: verwacht: een percentage van 0 tot 100; gevonden: {share}',
        '{id} : attendu : un pourcentage de 0 à 100 ; trouvé : {share}',
        '{id}: erwartet: ein Prozentsatz von 0 bis 100; gefunden: {share}',
        '{id}: expected a percentage from 0 to 100, found {share}',
        { id, share: String(share) },
      ),
      inFour(
        'geef 25 voor een kwart',
        'donnez 25 pour un quart',
        '25 für ein Viertel angeben',
        'give 25 for a quarter',
      ),
    );
}

/**
 * Firms, accounts, ownership and payments as entities of FollowTheMoney, for Aleph and OpenAleph.
 *
 * Ids are signed with the dataset, so that files of several offices do not clash. Amounts are written to the cent. Payments are
 * between legal entities: transactions between pseudonymous accounts have no form here, and natural persons none at all. Write
 * the result with `ftmLines`.
 *
 * @throws InputError for references to nothing or to the wrong kind, values that are none, or what looks like personal data
 * @example
 * ```ts
 * import { toFtm } from '@samenbeeld/money';
 * const firm = { kind: 'firm', id: 'f1', schema: 'Company', names: ['Noorderlicht Logistics BV'], jurisdiction: 'NL' };
 * const [entity] = toFtm([firm], { dataset: 'exercise' });
 * entity.properties // => { name: ['Noorderlicht Logistics BV'], jurisdiction: ['nl'] }
 * ```
 */
export function toFtm(records: readonly MoneyRecord[], options: FtmOptions): readonly FtmEntity[] {
  takes(
    'toFtm',
    [
      'records',
      records,
      shape.list(shape.record<{ kind: string; id: string }>({ kind: shape.text, id: shape.text })),
    ],
    ['options', options, shape.options],
  );
  const { dataset } = options;
  if (!/^[\w-]+$/.test(dataset))
    throw wrongUse(
      '`dataset` is een naam van letters, cijfers, - en _, niet "{dataset}"',
      '`dataset` est un nom de lettres, chiffres, - et _, et non « {dataset} »',
      '`dataset` ist ein Name aus Buchstaben, Ziffern, - und _, nicht „{dataset}“',
      '`dataset` must be a name of letters, digits, - and _, got "{dataset}"',
      { dataset },
    );
  for (const [place, record] of records.entries())
    refusePersonal(record, `record ${place + 1} (${record.kind})`);
  const seen = new Set<string>();
  for (const record of records) checkRecord(record, seen);
  const at = (id: string): string => namespaceId(dataset, id);
  const entities = records.map((record): FtmEntity => {
    const { schema, values } = partsOf(record, at);
    const properties = Object.entries(values)
      .map(([name, list]) => [name, list.filter((value) => value !== undefined)] as const)
      .filter(([, list]) => list.length > 0);
    return { id: at(record.id), schema, properties: Object.fromEntries(properties) };
  });
  const [problem] = ftmProblems(entities);
  if (problem !== undefined)
    throw new InputError(
      problem,
      inFour(
        'geef ook het record waarheen het leidt, en waarden zoals FollowTheMoney ze kent',
        'donnez aussi l’enregistrement où il mène, et des valeurs comme FollowTheMoney les connaît',
        'auch den Datensatz angeben, auf den er verweist, und Werte, wie FollowTheMoney sie kennt',
        'give the record it leads to as well, and values as FollowTheMoney has them',
      ),
    );
  return entities;
}

const codes = new Set(['id', 'registrationNumber']);

/** Refuses texts that look like personal data, the id too, without repeating them. */
function refusePersonal(record: MoneyRecord, where: string): void {
  for (const [field, value] of Object.entries(record)) {
    const column = codes.has(field) ? 'code' : 'free-text';
    for (const text of [value].flat())
      for (const { detector } of typeof text === 'string'
        ? detectPersonalData(text, { column })
        : [])
        throw new InputError(
          inFour(
            '{where}: {field} lijkt op persoonsgegevens ({detector})',
            '{where} : {field} ressemble à des données personnelles ({detector})',
            '{where}: {field} sieht nach Personendaten aus ({detector})',
            '{where}: {field} looks like personal data ({detector})',
            { where, field, detector },
          ),
          inFour(
            'laat het weg, of zet er een pseudoniem voor in de plaats',
            'laissez-le de côté, ou mettez un pseudonyme à la place',
            'weglassen oder ein Pseudonym an seine Stelle setzen',
            'leave it out, or put a pseudonym in its place',
          ),
        );
  }
}

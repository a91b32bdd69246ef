import { type Column, dialect, type Engine, type Scalar } from '@samenbeeld/engine';
import {
  detectPersonalColumn,
  detectPersonalData,
  engineShape,
  InputError,
  inFour,
  shape,
  takes,
} from '@samenbeeld/schema';
import { checkStage, momentSql } from './check-stage.ts';
import { dayOf } from './day-of.ts';
import { tableName } from './table-name.ts';
import type { Transaction, Transactions } from './transaction.ts';

const texts = [
  'tx',
  'written',
  'sender',
  'receiver',
  'currency',
  'instrument',
  'from_country',
  'to_country',
];
const columns: readonly Column[] = [
  ...texts.map((name): Column => ({ name, type: 'VARCHAR' })),
  { name: 'cents', type: 'BIGINT' },
];

const required = ['tx', 'at', 'sender', 'receiver', 'cents'];
const optional = ['currency', 'instrument', 'from_country', 'to_country'];

/** Puts transactions of the caller into a table of texts and whole cents, as they were given. */
async function stageTransactions(
  engine: Engine,
  given: Iterable<Transaction> | string,
  stage: string,
): Promise<void> {
  if (typeof given === 'string') await copyTable(engine, given, stage);
  else await engine.insert(stage, columns, cells(given));
}

function* cells(rows: Iterable<Transaction>): Generator<readonly Scalar[]> {
  let row = 0;
  for (const one of rows) {
    row += 1;
    if (!Number.isSafeInteger(one.cents))
      throw new InputError(
        inFour(
          'rij {row}: verwacht: hele centen; gevonden: {cents}',
          'ligne {row} : attendu : des centimes entiers ; trouvé : {cents}',
          'Zeile {row}: erwartet: ganze Cent; gefunden: {cents}',
          'row {row}: expected whole cents, found {cents}',
          { row: String(row), cents: String(one.cents) },
        ),
        inFour(
          'geef bedragen in centen; `toCents` maakt ze',
          'donnez les montants en centimes ; `toCents` les fait',
          'Beträge in Cent angeben; `toCents` macht sie',
          'give amounts in cents; `toCents` turns amounts into them',
        ),
      );
    yield [
      one.tx ?? null,
      one.at ?? null,
      one.sender ?? null,
      one.receiver ?? null,
      one.currency ?? null,
      one.instrument ?? null,
      one.fromCountry ?? null,
      one.toCountry ?? null,
      one.cents,
    ];
  }
}

async function copyTable(engine: Engine, table: string, stage: string): Promise<void> {
  const source = dialect.identifier(table);
  const found = new Set(
    (await engine.columns(`select * from ${source}`)).map(({ name }) => name.toLowerCase()),
  );
  const missing = required.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new InputError(
      inFour(
        'tabel "{table}" heeft geen kolom {missing}; wel {c}',
        'la table « {table} » n’a pas de colonne {missing} ; elle a {c}',
        'Tabelle „{table}“ hat keine Spalte {missing}; sie hat {c}',
        'table "{table}" has no column {missing}; it has {c}',
        { table, missing: missing.join(', '), c: [...found].join(', ') },
      ),
      inFour(
        'hernoem de kolommen tot {a}',
        'renommez ses colonnes en {a}',
        'die Spalten in {a} umbenennen',
        'rename its columns to {a}',
        { a: [...required, ...optional].join(', ') },
      ),
    );
  const text = (name: string, as: string): string =>
    found.has(name)
      ? `nullif(cast(${dialect.identifier(name)} as VARCHAR), '') as ${as}`
      : `cast(NULL as VARCHAR) as ${as}`;
  const odd = await engine.rows<{ n: number }>(
    `select count(*) as n from ${source} where cents <> floor(cents)`,
  );
  if ((odd[0]?.n ?? 0) > 0)
    throw new InputError(
      inFour(
        'tabel "{table}" bevat {n} bedragen die geen hele centen zijn',
        'la table « {table} » contient {n} montants qui ne sont pas des centimes entiers',
        'Tabelle „{table}“ enthält {n} Beträge, die keine ganzen Cent sind',
        'table "{table}" holds {n} amounts that are no whole cents',
        { table, n: String(odd[0]?.n) },
      ),
      inFour(
        'vermenigvuldig bedragen in euro met 100 en rond ze af',
        'multipliez les montants en euros par 100 et arrondissez-les',
        'Beträge in Euro mit 100 multiplizieren und runden',
        'multiply amounts in euros by 100 and round them',
      ),
    );
  const selected = [
    text('tx', 'tx'),
    text('at', 'written'),
    ...['sender', 'receiver', ...optional].map((name) => text(name, name)),
    'cast(cents as BIGINT) as cents',
  ];
  await engine.run(`create table ${stage} as select ${selected.join(', ')} from ${source}`);
}

const twoWords = /(\p{L}{3,})[\s._,'-]+(\p{L}{3,})/u;
const hexadecimal = /^[a-f]+$/i;

/**
 * A hash in hexadecimal. By chance one in ten thousand begins like an account number of Belgium or Germany; those have digits
 * only behind the country.
 */
function isHash(id: string): boolean {
  return /^[0-9a-f]{16,}$/.test(id) && /[a-f]/.test(id.slice(4));
}

/** Whether an id reads like a name: no digit at all, a blank, or two words side by side. */
function readsLikeName(id: string): boolean {
  if (!/\d/.test(id) || /\s/.test(id.trim())) return true;
  const [, one = '', other = ''] = twoWords.exec(id) ?? [];
  return one !== '' && !(hexadecimal.test(one) && hexadecimal.test(other));
}

/**
 * Refuses account ids that look like an IBAN, a national number, another personal detail or a name. Says how many and of
 * what kind, never which.
 */
function refusePersonal(ids: readonly string[]): void {
  const found = new Map<string, number>();
  const add = (what: string): void => {
    found.set(what, (found.get(what) ?? 0) + 1);
  };
  for (const id of ids) {
    if (isHash(id)) continue;
    const [first] = detectPersonalData(id, { column: 'code' });
    if (first) add(first.detector);
    else if (readsLikeName(id)) add('name');
  }
  if (!found.has('bsn')) {
    const nine = ids.filter((id) => /^\d{9}$/.test(id));
    if (detectPersonalColumn(nine, { column: 'code' }).length > 0) found.set('bsn', nine.length);
  }
  if (found.size === 0) return;
  const kinds = [...found].map(([what, count]) => `${what}: ${count}`).join(', ');
  throw new InputError(
    inFour(
      'verwacht: pseudoniemen als rekening-id’s; gevonden: enkele van {nIds} die lijken op wat ze niet mogen zijn ({kinds})',
      'attendu : des pseudonymes comme identifiants de compte ; trouvé : certains des {nIds} ressemblent à ce qu’ils ne doivent pas être ({kinds})',
      'erwartet: Pseudonyme als Kontokennungen; gefunden: einige von {nIds} sehen nach dem aus, was sie nicht sein dürfen ({kinds})',
      'expected pseudonyms as account ids, found some of {nIds} that look like what they must not be ({kinds})',
      { nIds: String(ids.length), kinds },
    ),
    inFour(
      'vervang elke rekening-id voor het laden door een hash met sleutel; een pseudoniem heeft een cijfer, geen spatie en geen twee woorden',
      'remplacez chaque identifiant de compte par un hachage à clé avant le chargement ; un pseudonyme a un chiffre, pas de blanc et pas deux mots',
      'jede Kontokennung vor dem Laden durch einen Hash mit Schlüssel ersetzen; ein Pseudonym hat eine Ziffer, kein Leerzeichen und keine zwei Wörter',
      'replace each account id by a keyed hash before loading; a pseudonym has a digit, no blank and no two words',
    ),
  );
}

export interface LoadOptions {
  /** Three letters; EUR. */
  readonly currency?: string;
}

/**
 * Puts pseudonymised transactions into a compact table of an engine, for screens and graphs.
 *
 * Accounts become numbers, times milliseconds; rows are in order of time, then of id. Ids of transactions are not kept.
 * Account ids must be pseudonyms: what looks like an IBAN, a national number, an address or a name is refused, without
 * saying which. Not one cent and not one row is lost: rows, amounts, and the amounts with a known sender and receiver are
 * the same before and after.
 *
 * @param given transactions; or the name of a table with the columns tx, at, sender, receiver, cents, and where they are
 * known currency, instrument, from_country and to_country
 * @throws InputError for accounts that are no pseudonyms, amounts that are not above zero, times that are missing or none, ids given twice
 * @throws RefusalError for amounts in another currency
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = { tx: '1', at: '2024-03-01', sender: 'a1', receiver: 'b2', cents: 125050 };
 * const { n, accountCount, cents } = await loadTransactions(engine, [paid]);
 * [n, accountCount, cents] // => [1, 2, 125050]
 * await engine.close();
 * ```
 */
export async function loadTransactions(
  engine: Engine,
  given: Iterable<Transaction> | string,
  options: LoadOptions = {},
): Promise<Transactions> {
  takes(
    'loadTransactions',
    ['engine', engine, engineShape],
    [
      'given',
      given,
      shape.either(
        shape.text,
        shape.list(
          shape.record<Transaction>({
            tx: shape.orNull(shape.text),
            at: shape.orNull(shape.text),
            cents: shape.number,
          }),
        ),
        shape.made(
          inFour('een iterator', 'un itérateur', 'ein Iterator', 'an iterator'),
          inFour(
            'geef een lijst van transacties, of het pad van een bestand',
            'donnez une liste de transactions, ou le chemin d’un fichier',
            'eine Liste von Transaktionen oder den Pfad einer Datei übergeben',
            'pass a list of transactions, or the path of a file',
          ),
          'next',
        ),
      ),
    ],
    ['options', options, shape.options],
  );

  const currency = options.currency ?? 'EUR';
  const raw = tableName(engine, 'raw');
  const stage = tableName(engine, 'stage');
  try {
    await stageTransactions(engine, given, raw);
    await engine.run(
      `create table ${stage} as select *, ${momentSql('written')} as ms from ${raw}; drop table ${raw}`,
    );
    await checkStage(engine, stage, currency);
    return await compact(engine, stage, currency);
  } finally {
    // What was refused may be personal: nothing of it stays.
    await engine.run(`drop table if exists ${raw}; drop table if exists ${stage}`);
  }
}

async function compact(engine: Engine, stage: string, currency: string): Promise<Transactions> {
  const table = tableName(engine, 'transactions');
  const accounts = tableName(engine, 'accounts');
  const ids = tableName(engine, 'ids');
  await engine.run(
    `create table ${ids} as
     select cast(row_number() over (order by id) - 1 as INTEGER) as n, id
     from (select sender as id from ${stage} union select receiver from ${stage})
     where id is not null`,
  );
  try {
    const named = await engine.rows<{ id: string }>(`select id from ${ids} order by n`);
    refusePersonal(named.map(({ id }) => id));
    await engine.run(
      `create table ${table} as
       select cast(row_number() over (order by ms, tx) - 1 as INTEGER) as n, ms, s.n as sender, r.n as receiver,
         cents, instrument, from_country, to_country
       from ${stage} t left join ${ids} s on s.id = t.sender left join ${ids} r on r.id = t.receiver
       order by ms, tx;
       create table ${accounts} as
       select i.n, i.id, coalesce(payers, 0) as payers, coalesce(payees, 0) as payees
       from ${ids} i
       left join (select receiver, count(distinct sender) as payers from ${table} where sender <> receiver group by receiver) p
         on p.receiver = i.n
       left join (select sender, count(distinct receiver) as payees from ${table} where sender <> receiver group by sender) q
         on q.sender = i.n
       order by i.n`,
    );
    const before = await totals(engine, stage);
    const after = await totals(engine, table);
    for (const key of ['n', 'cents', 'sent', 'received'] as const)
      if (before[key] !== after[key])
        throw new Error(`loading did not conserve ${key}: ${before[key]} became ${after[key]}`);
    return {
      engine,
      table,
      accounts,
      n: after.n,
      accountCount: named.length,
      cents: after.cents,
      currency,
      from: dayOf(after.first),
      to: dayOf(after.last),
      daysOnly: after.timed === 0,
      withCountries: after.countries,
      toSelf: after.own,
    };
  } catch (error) {
    await engine.run(`drop table if exists ${table}; drop table if exists ${accounts}`);
    throw error;
  } finally {
    await engine.run(`drop table ${ids}`);
  }
}

interface Totals {
  readonly n: number;
  readonly cents: number;
  readonly sent: number;
  readonly received: number;
  readonly own: number;
  /** Those at another moment than midnight. */
  readonly timed: number;
  readonly countries: number;
  readonly first: number;
  readonly last: number;
}

async function totals(engine: Engine, table: string): Promise<Totals> {
  const [row] = await engine.rows<Totals>(
    `select count(*) as n, sum(cents) as cents,
       coalesce(sum(case when sender is not null then cents end), 0) as sent,
       coalesce(sum(case when receiver is not null then cents end), 0) as received,
       count(case when sender = receiver then 1 end) as own,
       count(case when ms % 86400000 <> 0 then 1 end) as timed,
       count(case when from_country is not null and to_country is not null then 1 end) as countries,
       min(ms) as first, max(ms) as last
     from ${table}`,
  );
  return row as Totals;
}

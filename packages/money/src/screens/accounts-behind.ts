import {
  detectPersonalData,
  type Handling,
  inFour,
  officeHandling,
  RefusalError,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { hiddenAccounts, type Screen } from './screen.ts';

/** Why, on which ground, and in which function someone asks for accounts. */
export interface AccountRequest {
  /** The investigation or task ("preliminary inquiry 2024/17"). */
  readonly purpose: string;
  /** The provision that allows it ("Wpg art. 9", "Art. 46bis CIC"). */
  readonly legalBasis: string;
  /** A function, never a name ("analyst, FIU"). */
  readonly role: string;
}

/** Accounts of a screen, to be looked at and not to be written: turning this into JSON is refused. */
export interface AccountsBehind {
  readonly kind: Screen['kind'];
  /** What a log of consultations keeps (directive (EU) 2016/680, article 25): all but the accounts. */
  readonly record: AccountRequest & { readonly screen: Screen['kind']; readonly count: number };
  /** TLP:RED, for this purpose: no audience is cleared for it. */
  readonly handling: Handling;
  /** Pseudonyms in alphabetical order, which ranks nothing. */
  list(): readonly string[];
  toJSON(): never;
}

const asked: readonly (readonly [key: keyof AccountRequest, remedy: Text])[] = [
  [
    'purpose',
    inFour(
      'Noem het onderzoek of de taak waarvoor de rekeningen nodig zijn.',
      'Nommez l’enquête ou la tâche pour laquelle il faut les comptes.',
      'Nennen Sie die Ermittlung oder Aufgabe, für die die Konten gebraucht werden.',
      'Name the investigation or task for which the accounts are needed.',
    ),
  ],
  [
    'legalBasis',
    inFour(
      'Noem de bepaling die het toelaat: de wet en haar artikel.',
      'Nommez la disposition qui le permet : la loi et son article.',
      'Nennen Sie die Vorschrift, die es erlaubt: das Gesetz und seinen Artikel.',
      'Name the provision that allows it: the law and its article.',
    ),
  ],
  [
    'role',
    inFour(
      'Noem de functie van wie vraagt, geen persoon.',
      'Nommez la fonction de qui demande, et non une personne.',
      'Nennen Sie die Funktion dessen, der fragt, keine Person.',
      'Name the function of who asks, not a person.',
    ),
  ],
];

const hasLetters = (text: string, least: number): boolean =>
  (text.match(/\p{L}/gu) ?? []).length >= least;

/** The least that a log can be checked by: a law with its article, and words that are more than a letter. */
const forms: Readonly<Record<keyof AccountRequest, (text: string) => boolean>> = {
  purpose: (text) => hasLetters(text, 4),
  legalBasis: (text) => hasLetters(text, 2) && /\d/.test(text),
  role: (text) => hasLetters(text, 3),
};

/**
 * The accounts that fit a screen, for someone who may see them.
 *
 * A screen itself holds patterns and counts only. This asks for a purpose, a legal basis and a role, and records them beside the
 * list. The list is in order of pseudonym: a screen ranks nobody, and fitting a pattern is no suspicion. It has no form that
 * can be exported: turning it into JSON is refused, and its handling is TLP:RED. Whether the ground named is a good one is
 * for the law and the log, not for this function.
 *
 * @throws RefusalError without purpose, legal basis (a law and its article) or role, or where they hold personal data
 * @throws UsageError for a screen that was copied or read from a file: it has no accounts behind it
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { accountsBehind, findStructuring, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const paid = [4000, 4500, 9900].map((euros, day) => ({ tx: String(day), at: `2024-03-0${day + 1}`, sender: null, receiver: 'a1', cents: euros * 100 }));
 * const screen = await findStructuring(await loadTransactions(engine, paid), { threshold: 10000 });
 * const found = await accountsBehind(screen, { purpose: 'inquiry 17', legalBasis: 'Wpg art. 9', role: 'analyst' });
 * found.list() // => ['a1']
 * await engine.close();
 * ```
 */
export async function accountsBehind(
  screen: Screen,
  request: AccountRequest,
): Promise<AccountsBehind> {
  takes(
    'accountsBehind',
    ['screen', screen, shape.options],
    ['request', request, shape.maybe(shape.options)],
  );

  for (const [key, remedy] of asked) {
    const text: unknown = (request as Partial<AccountRequest> | undefined)?.[key];
    if (typeof text !== 'string' || text.trim() === '')
      throw new RefusalError(
        inFour(
          'Rekeningen achter een screening worden alleen gegeven met vastgelegd doel, rechtsgrond en rol; `{key}` ontbreekt.',
          'Les comptes derrière un filtrage ne sont donnés qu’avec but, base légale et rôle enregistrés ; il manque `{key}`.',
          'Konten hinter einem Screening gibt es nur mit festgehaltenem Zweck, Rechtsgrundlage und Rolle; `{key}` fehlt.',
          'Accounts behind a screen are given only with purpose, legal basis and role on record; `{key}` is missing.',
          { key },
        ),
        { dimension: 'purpose', remedy },
      );
  }
  for (const [key, remedy] of asked) {
    const text = request[key];
    if (detectPersonalData(text).length > 0)
      throw new RefusalError(
        inFour(
          'De `{key}` van een verzoek lijkt op persoonsgegevens.',
          'Le `{key}` d’une demande ressemble à des données personnelles.',
          '`{key}` einer Anfrage sieht nach Personendaten aus.',
          'The `{key}` of a request looks like personal data.',
          { key },
        ),
        {
          dimension: 'purpose',
          remedy,
        },
      );
    if (!forms[key](text))
      throw new RefusalError(
        inFour(
          'De `{key}` van een verzoek zegt te weinig om na te zoeken.',
          'Le `{key}` d’une demande en dit trop peu pour être vérifié.',
          '`{key}` einer Anfrage sagt zu wenig, um nachgesehen zu werden.',
          'The `{key}` of a request says too little to be looked up.',
          { key },
        ),
        {
          dimension: 'purpose',
          remedy,
        },
      );
  }
  const hidden = hiddenAccounts(screen);
  if (!hidden)
    throw wrongUse(
      'achter een gekopieerde of teruggelezen screening staan geen rekeningen; voer haar opnieuw uit op de transacties',
      'un filtrage copié ou relu n’a pas de comptes derrière lui ; refaites-le sur les transactions',
      'hinter einem kopierten oder zurückgelesenen Screening stehen keine Konten; es auf den Transaktionen neu ausführen',
      'a screen that was copied or read back has no accounts behind it; run it again on the transactions',
    );
  const { data, accounts } = hidden;
  const rows = await data.engine.rows<{ n: number; id: string }>(
    `select n, id from ${data.accounts} order by id`,
  );
  const wanted = new Set(accounts);
  const ids = rows.filter(({ n }) => wanted.has(n)).map(({ id }) => id);
  const { purpose, legalBasis, role } = request;
  return Object.freeze({
    kind: screen.kind,
    record: { purpose, legalBasis, role, screen: screen.kind, count: ids.length },
    handling: { ...officeHandling, tlp: 'RED' as const, purposes: [purpose] },
    list: () => ids,
    toJSON(): never {
      throw new RefusalError(
        inFour(
          'Rekeningen achter een screening zijn niet voor export.',
          'Les comptes derrière un filtrage ne s’exportent pas.',
          'Konten hinter einem Screening sind nicht zur Ausfuhr bestimmt.',
          'Accounts behind a screen are not for export.',
        ),
        {
          dimension: 'purpose',
          remedy: inFour(
            'Exporteer de screening, die patronen en aantallen bevat; bewaar `record` in het logboek.',
            'Exportez le filtrage, qui contient des schémas et des nombres ; gardez `record` dans le journal.',
            'Führen Sie das Screening aus, das Muster und Anzahlen enthält; `record` bleibt im Protokoll.',
            'Export the screen, which holds patterns and counts; keep `record` in the log.',
          ),
        },
      );
    },
  });
}

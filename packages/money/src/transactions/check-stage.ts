import { dialect, type Engine } from '@samenbeeld/engine';
import { InputError, inFour, RefusalError, type Text } from '@samenbeeld/schema';

const shape =
  '\\d{4}-\\d{2}-\\d{2}(?:[T ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,6})?)?Z?)?';

/** SQL of the moment of a written time, in milliseconds since 1970; NULL where it is none. */
export function momentSql(written: string): string {
  const day = dialect.parseDate(`substr(${written}, 1, 10)`, 'yyyy-mm-dd');
  const part = (from: number): string =>
    `coalesce(${dialect.tryCast(`substr(${written}, ${from}, 2)`, 'INTEGER')}, 0)`;
  const fraction = `coalesce(cast(floor(1000 * ${dialect.tryCast(dialect.regexExtract(written, '\\.\\d+'), 'DOUBLE')}) as BIGINT), 0)`;
  return `case when ${dialect.regexMatch(written, shape)} then cast(${day} - DATE '1970-01-01' as BIGINT) * 86400000 + ${part(12)} * 3600000 + ${part(15)} * 60000 + ${part(18)} * 1000 + ${fraction} end`;
}

/** What must hold of every row, how it is said where it does not, and how it is put right. */
const rules: readonly (readonly [wrong: string, found: Text, repair: Text])[] = [
  [
    'tx is null',
    inFour('geen id', 'pas d’identifiant', 'keine Kennung', 'no id'),
    inFour(
      'geef elke transactie een eigen id',
      'donnez à chaque transaction son identifiant',
      'jeder Transaktion eine eigene Kennung geben',
      'give each transaction an id of its own',
    ),
  ],
  [
    'written is null',
    inFour('geen tijd', 'pas de temps', 'keine Zeit', 'no time'),
    inFour(
      'geef een datum, of een datum en tijd; zonder is geen volgorde bekend en valt er geen venster te leggen',
      'donnez une date, ou une date et une heure ; sans elle l’ordre est inconnu et aucune fenêtre ne peut être posée',
      'ein Datum angeben, oder Datum und Zeit; ohne sie ist keine Reihenfolge bekannt und kein Fenster zu legen',
      'give a date, or a date and time; without it no order is known and no window can be laid',
    ),
  ],
  [
    'written is not null and ms is null',
    inFour(
      'een tijd die niet te lezen is',
      'un temps illisible',
      'eine unlesbare Zeit',
      'a time that cannot be read',
    ),
    inFour(
      'schrijf datums volgens ISO (2024-03-01), of datums en tijden in UTC (2024-03-01T14:05:00Z)',
      'écrivez des dates ISO (2024-03-01), ou des dates et heures en UTC (2024-03-01T14:05:00Z)',
      'ISO-Daten schreiben (2024-03-01), oder Daten und Zeiten in UTC (2024-03-01T14:05:00Z)',
      'write ISO dates (2024-03-01), or dates and times in UTC (2024-03-01T14:05:00Z)',
    ),
  ],
  [
    'cents is null or cents <= 0',
    inFour(
      'een bedrag dat niet boven nul ligt',
      'un montant qui ne dépasse pas zéro',
      'einen Betrag, der nicht über null liegt',
      'an amount that is not above zero',
    ),
    inFour(
      'geef bedragen zonder teken, en de richting als afzender en ontvanger; laat correcties weg en zeg dat',
      'donnez les montants sans signe, et le sens comme expéditeur et destinataire ; laissez les corrections de côté et dites-le',
      'Beträge ohne Vorzeichen angeben, und die Richtung als Absender und Empfänger; Korrekturen weglassen und das sagen',
      'give amounts without sign, and the direction as sender and receiver; leave out corrections and say so',
    ),
  ],
  [
    'sender is null and receiver is null',
    inFour(
      'afzender noch ontvanger',
      'ni expéditeur ni destinataire',
      'weder Absender noch Empfänger',
      'neither sender nor receiver',
    ),
    inFour(
      'noem een van de twee; alleen de andere kant mag contant of onbekend zijn',
      'nommez l’un des deux ; seul l’autre côté peut être en espèces ou inconnu',
      'eines von beiden nennen; nur die andere Seite darf bar oder unbekannt sein',
      'name one of the two; only the other side may be cash or unknown',
    ),
  ],
];

/** Refuses rows that lack what screens need, naming how many and the first. */
export async function checkStage(engine: Engine, stage: string, currency: string): Promise<void> {
  const counts = rules.map(
    ([wrong], at) =>
      `count(case when ${wrong} then 1 end) as n${at}, min(case when ${wrong} then place end) as first${at}`,
  );
  const [row] = await engine.rows<Record<string, number | null>>(
    `select ${counts.join(', ')}, count(*) as n, count(distinct tx) as ids,
       count(case when currency <> $currency then 1 end) as foreign_amounts
     from (select *, ${dialect.rowPlace()} + 1 as place from ${stage})`,
    { currency },
  );
  const total = Number(row?.['n'] ?? 0);
  if (total === 0)
    throw new InputError(
      inFour(
        'verwacht: transacties; gevonden: geen',
        'attendu : des transactions ; trouvé : aucune',
        'erwartet: Transaktionen; gefunden: keine',
        'expected transactions, found none',
      ),
      inFour(
        'geef er ten minste één',
        'donnez-en au moins une',
        'mindestens eine angeben',
        'give at least one',
      ),
    );
  for (const [at, [, found, repair]] of rules.entries()) {
    const count = Number(row?.[`n${at}`] ?? 0);
    if (count > 0)
      throw new InputError(
        inFour(
          '{count} van {total} transacties hebben {found}; de eerste is rij {d}',
          '{count} des {total} transactions ont {found} ; la première est à la ligne {d}',
          '{count} von {total} Transaktionen haben {found}; die erste ist Zeile {d}',
          '{count} of {total} transactions have {found}; the first is row {d}',
          { count: String(count), total: String(total), found, d: String(row?.[`first${at}`]) },
        ),
        { repair },
      );
  }
  if (row?.['ids'] !== total)
    throw new InputError(
      inFour(
        '{a} van {total} transacties hebben een id die een andere ook heeft',
        '{a} des {total} transactions ont un identifiant qu’une autre a aussi',
        '{a} von {total} Transaktionen haben eine Kennung, die eine andere auch hat',
        '{a} of {total} transactions have an id that another one has',
        { a: String(total - Number(row?.['ids'])), total: String(total) },
      ),
      inFour(
        'laat weg wat twee keer geleverd is; een betaling telt één keer',
        'laissez de côté ce qui a été livré deux fois ; un paiement compte une fois',
        'doppelt Geliefertes weglassen; eine Zahlung zählt einmal',
        'leave out what was delivered twice; a payment counts once',
      ),
    );
  if (Number(row?.['foreign_amounts']) > 0)
    throw new RefusalError(
      inFour(
        '{a} van {total} bedragen zijn niet in {currency}; bedragen in verschillende munten worden niet opgeteld of vergeleken.',
        '{a} des {total} montants ne sont pas en {currency} ; des montants de monnaies différentes ne s’additionnent ni ne se comparent.',
        '{a} von {total} Beträgen sind nicht in {currency}; Beträge verschiedener Währungen werden nicht addiert oder verglichen.',
        '{a} of {total} amounts are not in {currency}; amounts of different currencies are not added or compared.',
        { a: String(row?.['foreign_amounts']), total: String(total), currency },
      ),
      {
        dimension: 'currency',
        remedy: inFour(
          'Reken ze om met gedateerde wisselkoersen, of laad elke munt apart.',
          'Convertissez-les à des cours datés, ou chargez chaque monnaie à part.',
          'Rechnen Sie sie mit datierten Wechselkursen um, oder laden Sie jede Währung für sich.',
          'Convert them with dated exchange rates, or load each currency apart.',
        ),
      },
    );
}

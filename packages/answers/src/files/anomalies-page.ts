import { openEngine } from '@samenbeeld/engine';
import {
  type Anomaly,
  anomalyId,
  anomalyNames,
  findAnomalies,
  type JudgedSeries,
  judgedSeries,
  loadAnomalyInput,
} from '@samenbeeld/harmonise';
import { type IngestResult, ingest, type SourceDescription } from '@samenbeeld/ingest';
import { type Block, inLine, paragraph, sameText, table } from '@samenbeeld/page';
import {
  groupBy,
  inFour,
  inSigns,
  joinWith,
  listedTexts,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import { allSources, findSource } from '../find-source.ts';

/** Figures of files that may be wrong, the likeliest first, and what could not be judged. Nothing is applied. */
export interface FoundAnomalies {
  readonly anomalies: readonly Anomaly[];
  readonly series: JudgedSeries;
  /** Items that could not be read, so that nothing can stand out of them. */
  readonly unread: number;
}

/** Looks for anomalies in files of a source; `against` are files of others, by source, that are only compared with. */
export async function anomaliesOf(
  source: SourceDescription,
  files: readonly string[],
  {
    against = [],
    draft = false,
  }: {
    readonly against?: readonly (readonly [source: string, files: readonly string[]])[];
    readonly draft?: boolean;
  } = {},
): Promise<FoundAnomalies> {
  const engine = await openEngine({
    reads: [files, ...against.map(([, others]) => others)].flat(),
  });
  try {
    const result = await ingest(engine, source, files, { catalogue: allSources, draft });
    const compared: IngestResult[] = [];
    for (const [other, paths] of against)
      compared.push(await ingest(engine, findSource(other), paths));
    const input = await loadAnomalyInput(engine, [{ result, files }], compared);
    return {
      anomalies: findAnomalies(input),
      series: judgedSeries(input),
      unread: result.conservation.reduce((sum, { rejected }) => sum + rejected, 0),
    };
  } finally {
    await engine.close();
  }
}

const lines = (parts: readonly (Text | null)[]): Text =>
  joinWith(parts.filter((part) => part !== null).map(inLine), '\n');

const dimensions = ['place', 'nationalCode', 'offence', 'substance', 'level', 'metric'] as const;

/** What the cell prints, where it stands, and what it is a figure of. */
function cellOf({ where, scope }: Anomaly): Text {
  const { file, line, column, raw, sheet } = where;
  return lines([
    quoted(raw.trim()),
    inFour(
      '{file}{sheet}, regel {line}',
      '{file}{sheet}, ligne {line}',
      '{file}{sheet}, Zeile {line}',
      '{file}{sheet}, line {line}',
      {
        file,
        line: String(line),
        sheet:
          sheet === null
            ? ''
            : inFour(', blad {sheet}', ', feuille {sheet}', ', Blatt {sheet}', ', sheet {sheet}', {
                sheet,
              }),
      },
    ),
    inFour('kolom {column}', 'colonne {column}', 'Spalte {column}', 'column {column}', { column }),
    sameText(dimensions.flatMap((name) => scope[name] || []).join(' ')),
  ]);
}

type Conditions = NonNullable<Anomaly['correction']>['where'];

function conditionOf(condition: Conditions[string]): Text {
  if ('texts' in condition) return listedTexts(condition.texts.map(sameText), 'or');
  const { match, not } = condition;
  return joinWith(
    [
      ...(match === ''
        ? []
        : [inFour('zoals {match}', 'comme {match}', 'wie {match}', 'like {match}', { match })]),
      ...(not
        ? [
            inFour('niet {match}', 'pas {match}', 'nicht {match}', 'not {match}', {
              match: conditionOf(not),
            }),
          ]
        : []),
    ],
    ', ',
  );
}

/** The correction that is determined, with the rows it is for; else why there is none, and what the cell may have held. */
function proposalOf({ correction, open, alternatives }: Anomaly): Text {
  if (correction === null)
    return lines([
      inFour(
        'geen verbetering voorgesteld: {open}',
        'aucune correction proposée : {open}',
        'keine Berichtigung vorgeschlagen: {open}',
        'no correction proposed: {open}',
        { open: open ?? '' },
      ),
      alternatives.length === 0
        ? null
        : inFour(
            'misschien {alternatives}',
            'peut-être {alternatives}',
            'vielleicht {alternatives}',
            'may be {alternatives}',
            { alternatives: alternatives.join(', ') },
          ),
    ]);
  const { from, to, column, where } = correction;
  const rows = Object.entries(where).map(([heading, condition]) =>
    inSigns('{heading} {condition}', { heading, condition: conditionOf(condition) }),
  );
  return lines([
    inFour(
      '{from} → {to} in {column}',
      '{from} → {to} dans {column}',
      '{from} → {to} in {column}',
      '{from} → {to} in {column}',
      { from: quoted(from), to: quoted(to), column: quoted(column) },
    ),
    rows.length === 0
      ? null
      : inFour('waar {rows}', 'là où {rows}', 'bei {rows}', 'where {rows}', {
          rows: joinWith(rows, ', '),
        }),
  ]);
}

/** The likely cause, on what evidence, and what else it may be. */
const whyOf = ({ cause, evidence, rivals, score, threshold }: Anomaly): Text =>
  lines([
    cause,
    ...evidence.map((one) => inSigns('- {one}', { one })),
    rivals.length === 0
      ? null
      : inFour('of: {rivals}', 'ou : {rivals}', 'oder: {rivals}', 'or: {rivals}', {
          rivals: joinWith(rivals, '; '),
        }),
    inFour(
      'score {score}, gemeld vanaf {threshold}',
      'score {score}, signalé à partir de {threshold}',
      'Wert {score}, gemeldet ab {threshold}',
      'score {score}, reported from {threshold}',
      { score, threshold },
    ),
  ]);

/** How many of each kind, the most frequent first; those in columns without use apart. */
function tallyOf(anomalies: readonly Anomaly[]): Text {
  const groups = groupBy(anomalies, ({ kind, counts }) => `${kind} ${counts}`);
  const kinds = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const said = { n: group.length, name: anomalyNames[first.kind] };
      return first.counts
        ? inSigns('{n} {name}', said)
        : inFour(
            '{n} {name} in kolommen die niet worden gebruikt',
            '{n} {name} dans des colonnes inutilisées',
            '{n} {name} in Spalten, die nicht verwendet werden',
            '{n} {name} in columns that are not used',
            said,
          );
    });
  return inFour(
    '{n} om na te kijken: {tally}',
    '{n} à examiner : {tally}',
    '{n} anzusehen: {tally}',
    '{n} to look at: {tally}',
    { n: anomalies.length, tally: joinWith(kinds, ' · ') },
  );
}

/** What could not be judged: nothing that stands out of it could be found. */
function unjudged({ series, unread }: FoundAnomalies): readonly Block[] {
  return [
    ...(unread > 0
      ? [
          inFour(
            '{n:# gegeven kon niet worden gelezen en is|# gegevens konden niet worden gelezen en zijn} niet bekeken.',
            '{n:Une donnée n’a pu être lue et n’a pas été examinée|# données n’ont pu être lues et n’ont pas été examinées}.',
            '{n:Eine Angabe konnte nicht gelesen werden und wurde|# Angaben konnten nicht gelesen werden und wurden} nicht angesehen.',
            '{n:# item could not be read and was|# items could not be read and were} not looked at.',
            { n: unread },
          ),
        ]
      : []),
    ...(series.tooShort > 0
      ? [
          inFour(
            'Niet aan hun eigen verloop getoetst: {tooShort} van de {series} reeksen met minder dan {least} cijfers ({figures:# cijfer|# cijfers}). Een verschrijving of sprong daarin blijkt alleen waar sommen, prijzen of andere cellen het tonen.',
            'Non jugées d’après leur propre cours : {tooShort} des {series} séries de moins de {least} chiffres ({figures:# chiffre|# chiffres}). Une erreur ou un saut n’y apparaît que si des sommes, des prix ou d’autres cellules le montrent.',
            'Nicht am eigenen Verlauf geprüft: {tooShort} von {series} Reihen mit weniger als {least} Zahlen ({figures:# Zahl|# Zahlen}). Ein Fehler oder Sprung darin zeigt sich nur, wo Summen, Preise oder andere Zellen es verraten.',
            'Not judged by their own course: {tooShort} of {series} series with fewer than {least} figures ({figures:# figure|# figures}). A slip or shift in them shows only where sums, prices or other cells tell.',
            { ...series },
          ),
        ]
      : []),
  ].map(paragraph);
}

/**
 * Anomalies as they are shown to a reader, through any door: numbered, each with its id, its cell, the correction where one
 * is determined, and why; then what could not be judged.
 *
 * @param kind shows those of one kind, with the numbers that they have among all
 * @example
 * ```ts
 * import { anomaliesPage } from '@samenbeeld/answers';
 * import { renderTerminal } from '@samenbeeld/page';
 * const series = { series: 2, tooShort: 0, figures: 0, least: 6 };
 * renderTerminal(anomaliesPage({ anomalies: [], series, unread: 0 }), { language: 'nl' }) // => ['Niets valt op.']
 * ```
 */
export function anomaliesPage(
  found: FoundAnomalies,
  { kind = null, most = 20 }: { readonly kind?: string | null; readonly most?: number } = {},
): readonly Block[] {
  const { anomalies } = found;
  const rows = anomalies
    .map((anomaly, at) => ({ anomaly, number: String(at + 1) }))
    .filter(({ anomaly }) => kind === null || anomaly.kind === kind)
    .map(({ anomaly, number }) => [
      number,
      lines([anomalyNames[anomaly.kind], inSigns('id {id}', { id: anomalyId(anomaly) })]),
      cellOf(anomaly),
      proposalOf(anomaly),
      whyOf(anomaly),
    ]);
  const nothing = inFour(
    'Niets valt op.',
    'Rien ne ressort.',
    'Nichts fällt auf.',
    'Nothing stands out.',
  );
  const tally = anomalies.length === 0 ? nothing : tallyOf(anomalies);
  return [
    rows.length === 0
      ? paragraph(tally)
      : table(
          tally,
          [
            ['number', inFour('nr.', 'n°', 'Nr.', 'no.')],
            ['label', inFour('wat', 'quoi', 'was', 'what')],
            ['words', inFour('cel', 'cellule', 'Zelle', 'cell')],
            ['words', inFour('voorstel', 'proposition', 'Vorschlag', 'proposed')],
            ['words', inFour('waarom', 'pourquoi', 'warum', 'why')],
          ],
          rows,
          [],
          most,
        ),
    ...unjudged(found),
  ];
}

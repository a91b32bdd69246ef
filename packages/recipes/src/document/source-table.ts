import type { SourceDescription } from '@samenbeeld/ingest';
import type { TableBlock } from '@samenbeeld/report';
import {
  type Break,
  bases,
  type Conservation,
  metrics,
  offences,
  places,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { joined, labelled, numeral, plain, text } from './text.ts';

/** Where the figures come from, and under which licence. */
export function sourceTable(sources: readonly SourceDescription[]): TableBlock {
  return {
    kind: 'table',
    caption: text('Bronnen', 'Sources', 'Quellen', 'Sources'),
    columns: [
      { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
      { label: text('citaat', 'citation', 'Zitat', 'citation'), kind: 'words' },
      { label: text('licentie', 'licence', 'Lizenz', 'licence'), kind: 'words' },
    ],
    rows: sources.map(({ source }) => [
      { shown: source.title },
      { shown: plain(source.citation), language: source.language },
      { shown: plain(source.licence), language: 'en' },
    ]),
  };
}

/** What became of every item of every file. */
export function conservationTable(conservation: readonly Conservation[]): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Wat er van elk gegeven is geworden',
      'Ce qu’est devenue chaque donnée',
      'Was aus jeder Angabe geworden ist',
      'What became of every item',
    ),
    columns: [
      { label: text('bestand', 'fichier', 'Datei', 'file'), kind: 'label' },
      { label: text('rijen', 'lignes', 'Zeilen', 'rows'), kind: 'number' },
      { label: text('gegevens', 'données', 'Angaben', 'items'), kind: 'number' },
      { label: text('aanvaard', 'acceptées', 'angenommen', 'accepted'), kind: 'number' },
      { label: text('uitgesloten', 'exclues', 'ausgeschlossen', 'excluded'), kind: 'number' },
      { label: text('geweigerd', 'rejetées', 'abgewiesen', 'rejected'), kind: 'number' },
    ],
    rows: conservation.map((file) => [
      { shown: plain(file.file) },
      ...[file.rows, file.items, file.accepted, file.excluded, file.rejected].map((value) => ({
        shown: numeral(value),
        value,
      })),
    ]),
    notes: [
      text(
        'Aanvaard, uitgesloten en geweigerd tellen op tot alle gegevens; uitgesloten is met naam en reden in de bronbeschrijving.',
        'Les données acceptées, exclues et rejetées font le total ; toute exclusion est nommée et motivée dans la description de la source.',
        'Angenommen, ausgeschlossen und abgewiesen ergeben alle Angaben; jeder Ausschluss ist in der Quellenbeschreibung benannt und begründet.',
        'Accepted, excluded and rejected add up to all items; each exclusion is named, with its reason, in the source description.',
      ),
    ],
  };
}

const blocks = text(
  'breekt een trend af',
  'interrompt une tendance',
  'bricht einen Trend ab',
  'stops a trend',
);
const informs = text('ter informatie', 'pour information', 'zur Information', 'for information');

/** Which series a break applies to, in words: "Belgium, seized in the territory". */
function seriesOf({ place, metric, basis, substance, offence }: Break['series']): Text {
  const parts = [
    place === undefined ? null : labelled(places, place),
    metric === undefined ? null : labelled(metrics, metric),
    basis === undefined ? null : labelled(bases, basis),
    substance === undefined ? null : labelled(substances, substance),
    offence === undefined ? null : labelled(offences, offence),
  ].filter((part) => part !== null);
  return parts.length > 0 ? joined(parts, ', ') : text('alle', 'toutes', 'alle', 'all');
}

/** Breaks that the sources declare, and whether each stops a trend. */
export function breakTable(sources: readonly SourceDescription[]): TableBlock | null {
  const rows = sources.flatMap((source) => source.breaks.map((entry) => ({ source, entry })));
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: text(
      'Gemelde breuken in reeksen',
      'Ruptures signalées dans les séries',
      'Angegebene Brüche in Reihen',
      'Declared breaks in series',
    ),
    columns: [
      { label: text('vanaf', 'à partir du', 'ab', 'from'), kind: 'label' },
      { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
      { label: text('reeks', 'série', 'Reihe', 'series'), kind: 'words' },
      { label: text('gevolg', 'effet', 'Folge', 'effect'), kind: 'words' },
      {
        label: text('wat er veranderde', 'ce qui a changé', 'was sich änderte', 'what changed'),
        kind: 'words',
      },
    ],
    rows: rows.map(({ source, entry }) => [
      { shown: plain(entry.on) },
      { shown: source.source.title },
      { shown: seriesOf(entry.series) },
      { shown: entry.severity === 'block_trend' ? blocks : informs },
      { shown: entry.note },
    ]),
    notes: [
      text(
        'Over een breuk die een trend afbreekt, loopt geen trend en geen index. Een breuk ter informatie wordt bij de reeks vermeld.',
        'Ni tendance ni indice ne franchit une rupture qui l’interrompt. Une rupture pour information est signalée avec la série.',
        'Über einen Bruch, der einen Trend abbricht, geht kein Trend und kein Index. Ein Bruch zur Information steht bei der Reihe.',
        'No trend and no index crosses a break that stops it. A break for information is told beside the series.',
      ),
    ],
  };
}

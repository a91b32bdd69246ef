import type { SourceDescription } from '@samenbeeld/ingest';
import type { TableBlock } from '@samenbeeld/report';
import { agencies, type Conservation } from '@samenbeeld/schema';
import { joined, labelled, numeral, plain, text } from './text.ts';

/** Where the figures come from, under which licence, and what became of every item of every file. */
export function sourceTable(
  sources: readonly SourceDescription[],
  conservation: readonly Conservation[],
): TableBlock {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    kind: 'table',
    caption: text(
      'Bronnen, en wat er van elk gegeven is geworden',
      'Sources, et ce qu’est devenue chaque donnée',
      'Quellen, und was aus jeder Angabe geworden ist',
      'Sources, and what became of every item',
    ),
    columns: [
      { label: text('bron', 'source', 'Quelle', 'source'), kind: 'label' },
      { label: text('uitgever', 'éditeur', 'Herausgeber', 'publisher'), kind: 'words' },
      { label: text('bestand', 'fichier', 'Datei', 'file'), kind: 'words' },
      { label: text('rijen', 'lignes', 'Zeilen', 'rows'), kind: 'number' },
      { label: text('gegevens', 'données', 'Angaben', 'items'), kind: 'number' },
      { label: text('aanvaard', 'acceptées', 'angenommen', 'accepted'), kind: 'number' },
      { label: text('uitgesloten', 'exclues', 'ausgeschlossen', 'excluded'), kind: 'number' },
      { label: text('geweigerd', 'rejetées', 'abgewiesen', 'rejected'), kind: 'number' },
      { label: text('licentie', 'licence', 'Lizenz', 'licence'), kind: 'words' },
    ],
    rows: conservation.map((file) => {
      const source = byId.get(file.source)?.source;
      return [
        { shown: source?.title ?? plain(file.source) },
        { shown: labelled(agencies, source?.publisher ?? '') },
        { shown: plain(file.file) },
        { shown: numeral(file.rows), value: file.rows },
        { shown: numeral(file.items), value: file.items },
        { shown: numeral(file.accepted), value: file.accepted },
        { shown: numeral(file.excluded), value: file.excluded },
        { shown: numeral(file.rejected), value: file.rejected },
        { shown: plain(source?.licence ?? '') },
      ];
    }),
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

/** Definitions and breaks that the sources declare. */
export function breakTable(sources: readonly SourceDescription[]): TableBlock | null {
  const rows = sources.flatMap((source) => source.breaks.map((entry) => ({ source, entry })));
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: text(
      'Verklaarde breuken: een trend gaat er niet overheen',
      'Ruptures déclarées : une tendance ne les franchit pas',
      'Erklärte Brüche: Ein Trend geht nicht darüber hinweg',
      'Declared breaks: a trend does not cross them',
    ),
    columns: [
      { label: text('vanaf', 'à partir du', 'ab', 'from'), kind: 'label' },
      { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
      { label: text('reeks', 'série', 'Reihe', 'series'), kind: 'words' },
      {
        label: text('wat er veranderde', 'ce qui a changé', 'was sich änderte', 'what changed'),
        kind: 'words',
      },
    ],
    rows: rows.map(({ source, entry }) => [
      { shown: plain(entry.on) },
      { shown: source.source.title },
      {
        shown: joined(
          Object.values(entry.series).map((code) => plain(code)),
          ' ',
        ),
      },
      { shown: entry.note },
    ]),
  };
}

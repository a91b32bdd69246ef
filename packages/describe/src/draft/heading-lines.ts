import { inFour, joinWith, quoted, type Text } from '@samenbeeld/schema';
import type { Geometry } from '../geometry.ts';
import type { NearestSource } from '../nearest-source.ts';
import { alike } from '../quoted.ts';

/** What is to be done with the questions of a description. */
export const answerMarked: Text = inFour(
  'Beantwoord wat met "decide" is gemerkt, en haal het merk en de regel onder `open` weg.',
  'Répondez à ce qui est marqué « decide », puis supprimez la marque et sa ligne sous `open`.',
  'Beantworten Sie, was mit „decide“ markiert ist, und entfernen Sie die Marke und ihre Zeile unter `open`.',
  'Answer what is marked "decide", delete its mark and its line under `open`.',
);

/** The first lines of a description, as comments: its schema, what it was made from, the source that comes nearest. */
export function headingLines(
  geometry: Geometry,
  nearest: NearestSource | null,
  schema = 'https://samenbeeld.example/source-description.schema.json',
): readonly Text[] {
  const lines = [
    alike(`yaml-language-server: $schema=${schema}`),
    inFour(
      'Voorgesteld op grond van {file}. {answer}',
      'Proposé d’après {file}. {answer}',
      'Vorgeschlagen nach {file}. {answer}',
      'Proposed from {file}. {answer}',
      { file: geometry.file, answer: answerMarked },
    ),
  ];
  if (nearest?.fits)
    lines.push(
      inFour(
        'Het bestand is er een van {id}, dat al beschreven is: samenbeeld ingest {id} BESTAND',
        'C’est un fichier de {id}, déjà décrit : samenbeeld ingest {id} FICHIER',
        'Die Datei ist eine von {id}, die schon beschrieben ist: samenbeeld ingest {id} DATEI',
        'The file is one of {id}, which is described already: samenbeeld ingest {id} FILE',
        { id: nearest.id },
      ),
    );
  else if (nearest)
    lines.push(
      inFour(
        'Meest verwante bekende bron: {id} ({shared} van de {needed} koppen{renamed}).',
        'Source connue la plus proche : {id} ({shared} des {needed} en-têtes{renamed}).',
        'Ähnlichste bekannte Quelle: {id} ({shared} von {needed} Überschriften{renamed}).',
        'Nearest known source: {id} ({shared} of {needed} headings{renamed}).',
        {
          id: nearest.id,
          shared: nearest.shared,
          needed: nearest.needed,
          renamed: joinWith(
            nearest.renamed.map(([from, to]) =>
              inFour(
                '; {from} heet nu {to}',
                ' ; {from} s’appelle maintenant {to}',
                '; {from} heißt jetzt {to}',
                '; {from} is now {to}',
                { from: quoted(from), to: quoted(to) },
              ),
            ),
            '',
          ),
        },
      ),
    );
  return lines;
}

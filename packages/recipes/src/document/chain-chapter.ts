import type { Block, Section } from '@samenbeeld/report';
import { bases, inEach, type Language, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { claimText, publisherText } from './claim-text.ts';
import { evidenceOf } from './evidence.ts';
import { knownRemark } from './remark-text.ts';
import { labelled, text, worded } from './text.ts';

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/**
 * What the sheet of figures remarks about one: in the reader's language where it is known in all four, else quoted as whoever
 * entered it wrote it, with the language of their sheet.
 */
function remark(note: string, written: Language | undefined): Text {
  const known = knownRemark(note);
  const quoted = inEach((language) => {
    const isOwn = written === undefined || written === language;
    return `${isOwn ? '' : `(${written}) `}${quotes[language].replace('{note}', note)}`;
  });
  return text(
    'Opmerking in het cijferblad: {note}',
    'Remarque dans la feuille de chiffres : {note}',
    'Anmerkung im Zahlenblatt: {note}',
    'Remark in the sheet of figures: {note}',
    { note: known ?? quoted },
  );
}

const quotes: Text = { nl: '“{note}”', fr: '« {note} »', de: '„{note}“', en: '“{note}”' };

/** 8. The chain: what was seized elsewhere on its way to Belgium or the Netherlands. */
export function chainChapter(analysis: Analysis): Section {
  const languageOf = new Map(
    analysis.gathered.sources.map(({ source }) => [source.id, source.language]),
  );
  const upstream = analysis.result.claims
    .filter(
      (claim) =>
        claim.substance === 'COC' &&
        [
          'destined_for_country',
          'destined_for_port',
          'seized_or_destined',
          'entered_via_port',
          'seized_abroad',
        ].includes(claim.basis),
    )
    .sort((a, b) =>
      a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1,
    );
  return {
    id: 'chain',
    title: text(
      'Keten: bovenstrooms en achterland',
      'Chaîne : amont et arrière-pays',
      'Kette: stromaufwärts und Hinterland',
      'The chain: upstream and hinterland',
    ),
    blocks: [
      paragraph(
        text(
          'Wat in Latijns-Amerika of in het achterland is onderschept, is geen inbeslagname in de haven. Het staat hier om de keten te laten zien, nooit om op te tellen.',
          'Ce qui a été intercepté en Amérique latine ou dans l’arrière-pays n’est pas une saisie dans le port. Cela figure ici pour montrer la chaîne, jamais pour être additionné.',
          'Was in Lateinamerika oder im Hinterland abgefangen wurde, ist keine Sicherstellung im Hafen. Es steht hier, um die Kette zu zeigen, nie um addiert zu werden.',
          'What was intercepted in Latin America or in the hinterland is no seizure in the port. It stands here to show the chain, never to be added.',
        ),
      ),
      {
        kind: 'table',
        caption: text(
          'Cocaïne op een andere grondslag, kg',
          'Cocaïne sur une autre base, kg',
          'Kokain auf anderer Grundlage, kg',
          'Cocaine on another basis, kg',
        ),
        columns: [
          { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'label' },
          { label: text('grondslag', 'base', 'Grundlage', 'basis'), kind: 'words' },
          { label: text('kg', 'kg', 'kg', 'kg'), kind: 'number' },
          { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
        ],
        rows: upstream.map((claim) => [
          { shown: claimText(claim) },
          { shown: labelled(bases, claim.basis) },
          {
            shown: worded(claim.value, claim.wording),
            value: claim.value,
            why: {
              key: `chain ${claim.id}`,
              title: claimText(claim),
              says: claim.note
                ? [remark(claim.note, languageOf.get(claim.rows[0]?.source ?? ''))]
                : [],
              evidence: evidenceOf(claim, 'not_added'),
            },
          },
          {
            shown: publisherText(claim),
            ...(claim.publication?.startsWith('http') ? { url: claim.publication } : {}),
          },
        ]),
      },
    ],
  };
}

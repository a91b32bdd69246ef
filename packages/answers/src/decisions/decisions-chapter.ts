import {
  type Claim,
  contradictedPairs,
  keptClaim,
  parsePairSubject,
  recordName,
  verdictText,
} from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import {
  agencies,
  bases,
  type Decision,
  dimensionLabel,
  inEach,
  type Purpose,
  parseOverrideSubject,
  programmes,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { type Analysis, claimsById } from '../analysis.ts';
import { codeIn, type QuestionWords, wordsGiven } from '../questions.ts';
import { claimText } from '../sources/claim-text.ts';
import {
  asSaid,
  capitalised,
  column,
  dated,
  joined,
  labelled,
  none,
  placeText,
  plain,
  text,
} from '../text.ts';
import { decisionStateOf, decisionStates, lapsedState } from './decision-state.ts';
import { overridesBlocks } from './overrides.ts';

/**
 * Decisions on records that cannot all hold, each in a sentence: what persons said, with its chain, and pairs called the same
 * that the totals do not follow.
 */
export function contradictions({
  judged,
  gathered,
  doubleReports,
}: Pick<Analysis, 'judged' | 'doubleReports'> & {
  readonly gathered: Pick<Analysis['gathered'], 'seizures'>;
}): readonly Block[] {
  const byId = new Map(gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const unfollowed = contradictedPairs(gathered.seizures, doubleReports);
  return [
    ...judged.conflicts.map(
      ({ says }): Block => ({ kind: 'paragraph', ...asSaid(capitalised(says)) }),
    ),
    ...unfollowed.map(
      ({ a, b, decision }): Block => ({
        kind: 'paragraph',
        text: text(
          'Dat {a} en {b} dezelfde vangst zijn (beslissing {id}) gaat niet samen met andere beslissingen, of zou twee rijen van één bestand tot één vangst maken. Geen totaal volgt het, tot iemand een van de beslissingen vervangt.',
          'Que {a} et {b} soient la même saisie (décision {id}) est incompatible avec d’autres décisions, ou ferait une seule saisie de deux lignes d’un fichier. Aucun total ne la suit, tant que personne ne remplace une de ces décisions.',
          'Dass {a} und {b} derselbe Fund sind (Entscheidung {id}), passt nicht zu anderen Entscheidungen oder machte aus zwei Zeilen einer Datei einen Fund. Keine Summe folgt dem, bis jemand eine der Entscheidungen ersetzt.',
          'That {a} and {b} are the same seizure (decision {id}) does not go with other decisions, or would make one seizure of two rows of one file. No total follows it, until someone supersedes one of the decisions.',
          { a: recordName(a, byId), b: recordName(b, byId), id: decision ?? '' },
        ),
      }),
    ),
  ];
}

/** What figures that are not alike were put together for. */
const purposeWords: Readonly<Record<Purpose, Text>> = {
  sum: text('som', 'somme', 'Summe', 'sum'),
  rate: text('verhouding', 'rapport', 'Verhältnis', 'rate'),
  trend: text('trend', 'tendance', 'Trend', 'trend'),
};

/**
 * What a decision is about: of figures that differ their place, drug, basis and time in words, of two records file and line, where
 * a reader finds them, of an override what was put together. What stands in no picture any more keeps its key.
 */
function subjectOf({ kind, subject }: Decision, { gathered, conflicts }: Analysis): Text {
  const conflict = conflicts.find((one) => one.subject === subject);
  if (kind === 'conflict' && conflict) {
    const { place, substance, basis, periodStart, periodEnd } = conflict;
    return joined(
      [
        ...[placeText(place), dated(`${periodStart}/${periodEnd}`)],
        ...(substance === null ? [] : [labelled(substances, substance)]),
        ...(basis === 'not_applicable' ? [] : [labelled(bases, basis)]),
      ],
      ', ',
    );
  }
  const override = kind === 'override' ? parseOverrideSubject(subject) : null;
  if (override)
    return joined(
      [...[purposeWords[override.purpose], dimensionLabel(override.dimension)], override.says],
      ', ',
    );
  const pair = kind === 'same-seizure' ? parsePairSubject(subject) : null;
  if (!pair) return plain(subject);
  const byId = new Map(gathered.seizures.map((seizure) => [seizure.id, seizure]));
  return plain([pair.a, pair.b].map((side) => recordName(side, byId)).join(' · '));
}

/** A verdict in words; a figure that was kept by what it says and by its number, as it is named when it is decided. */
function verdictOf(decision: Decision, claims: ReadonlyMap<string, Claim>): Text {
  const kept = keptClaim(decision, [...claims.values()]);
  const number = kept?.rows.find(({ reference }) => reference !== null)?.reference;
  return verdictText(decision.verdict, (id) =>
    kept ? joined([claimText(kept), ...(number ? [plain(`(${number})`)] : [])], ' ') : id,
  );
}

/** The role, and the service it says it belongs to. */
function whoOf({ role, agency }: Decision): Text {
  if (!agency) return plain(role);
  return inEach((language) => `${role} (${agencies.label(agency, language)})`);
}

/** Who decided what, and which decisions no longer apply; those taken in a frame of cooperation, where one is named. */
export function decisionsBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const { picture } = analysis;
  const written = picture.written ?? ((name: string) => name);
  const asked = wordsGiven(words['programme']).map((word) =>
    codeIn(programmes, word, written('programme')),
  );
  const decisions = analysis.decisions.filter(
    (one) => asked.length === 0 || asked.includes(one.programme ?? ''),
  );
  const isFramed = decisions.some((one) => one.programme);
  const claims = claimsById(analysis);
  const state = decisionStateOf(analysis);
  const stateText = (id: string): Text => {
    const changed = analysis.lapsed.get(id);
    return changed ? lapsedState(changed) : decisionStates[state(id)];
  };
  return [
    ...(asked.length === 0 ? [...overridesBlocks(analysis), ...contradictions(analysis)] : []),
    ...((decisions.length === 0 && asked.length > 0
      ? [
          {
            kind: 'paragraph',
            text: text(
              'In dit kader is niets beslist.',
              'Rien n’a été décidé dans ce cadre.',
              'In diesem Rahmen ist nichts entschieden.',
              'Nothing has been decided in this frame.',
            ),
          },
        ]
      : decisions.length === 0
        ? [
            {
              kind: 'paragraph',
              text: text(
                'Er is nog niets beslist. Wat te beslissen is, staat bij de bronnen, met een voorstel.',
                'Rien n’a encore été décidé. Ce qui reste à trancher figure au chapitre des sources, avec une proposition.',
                'Noch ist nichts entschieden. Was zu entscheiden ist, steht bei den Quellen, mit einem Vorschlag.',
                'Nothing has been decided yet. What there is to decide stands with the sources, with a proposal.',
              ),
            },
          ]
        : [
            {
              kind: 'table',
              caption: text(
                'Alle beslissingen, ook vervangen',
                'Toutes les décisions, y compris remplacées',
                'Alle Entscheidungen, auch ersetzte',
                'All decisions, superseded ones too',
              ),
              columns: [
                column('label', 'onderwerp', 'objet', 'Gegenstand', 'subject'),
                column('words', 'besluit', 'verdict', 'Entscheidung', 'verdict'),
                column('words', 'rol', 'rôle', 'Rolle', 'role'),
                ...(isFramed
                  ? [{ label: text('kader', 'cadre', 'Rahmen', 'frame'), kind: 'words' as const }]
                  : []),
                column('words', 'wanneer', 'quand', 'wann', 'when'),
                column('words', 'reden', 'motif', 'Grund', 'reason'),
                column('words', 'stand', 'état', 'Stand', 'state'),
              ],
              rows: decisions.map((decision) => [
                { shown: subjectOf(decision, analysis) },
                { shown: verdictOf(decision, claims) },
                { shown: whoOf(decision) },
                ...(isFramed
                  ? [
                      {
                        shown: decision.programme ? labelled(programmes, decision.programme) : none,
                      },
                    ]
                  : []),
                { shown: dated(decision.time.slice(0, 10)) },
                { shown: plain(decision.reason) },
                { shown: stateText(decision.id) },
              ]),
            },
          ]) satisfies readonly Block[]),
  ];
}

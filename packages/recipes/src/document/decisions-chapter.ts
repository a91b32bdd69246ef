import type { Section } from '@samenbeeld/report';
import type { Analysis } from '../analysis.ts';
import { plain, text } from './text.ts';

/** Who decided what, and which decisions no longer apply. */
export function decisionsChapter({ decisions, inForce, stale }: Analysis): Section {
  const current = new Set([...inForce.values()].map((decision) => decision.id));
  const gone = new Set(stale.map((decision) => decision.id));
  const state = (id: string) =>
    gone.has(id)
      ? text('niet meer van toepassing', 'sans objet', 'nicht mehr anwendbar', 'no longer applies')
      : current.has(id)
        ? text('van kracht', 'en vigueur', 'in Kraft', 'in force')
        : text('vervangen', 'remplacée', 'ersetzt', 'superseded');
  return {
    id: 'decisions',
    title: text('Beslissingen', 'Décisions', 'Entscheidungen', 'Decisions'),
    blocks:
      decisions.length === 0
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
                { label: text('onderwerp', 'objet', 'Gegenstand', 'subject'), kind: 'label' },
                { label: text('besluit', 'verdict', 'Entscheidung', 'verdict'), kind: 'words' },
                { label: text('rol', 'rôle', 'Rolle', 'role'), kind: 'words' },
                { label: text('wanneer', 'quand', 'wann', 'when'), kind: 'words' },
                { label: text('reden', 'motif', 'Grund', 'reason'), kind: 'words' },
                { label: text('stand', 'état', 'Stand', 'state'), kind: 'words' },
              ],
              rows: decisions.map((decision) => [
                { shown: plain(decision.subject) },
                { shown: plain(decision.verdict) },
                { shown: plain(decision.role) },
                { shown: plain(decision.time) },
                { shown: plain(decision.reason) },
                { shown: state(decision.id) },
              ]),
            },
          ],
  };
}

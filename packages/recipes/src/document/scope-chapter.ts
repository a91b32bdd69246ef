import type { Block, Figure, Section } from '@samenbeeld/report';
import { places, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { plain, text } from './text.ts';

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/** 1. Mandate and scope: what the port is, and what it is not. */
export function scopeChapter(analysis: Analysis): Section {
  const members = analysis.totals[0]?.members.map((member) => member.place) ?? [];
  const context = ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'];
  const row = (code: string, inside: boolean): readonly Figure[] => {
    const place = places.get(code);
    return [
      { shown: place.label },
      { shown: plain(code) },
      { shown: plain(place.country ?? '') },
      {
        shown: inside
          ? text('in de som', 'dans la somme', 'in der Summe', 'in the sum')
          : text(
              'alleen ter vergelijking',
              'à titre de comparaison',
              'nur zum Vergleich',
              'for context only',
            ),
      },
    ];
  };
  return {
    id: 'scope',
    title: text(
      'Opdracht en reikwijdte',
      'Mission et portée',
      'Auftrag und Reichweite',
      'Mandate and scope',
    ),
    blocks: [
      paragraph(
        text(
          'Partners in de Benelux delen hun criminaliteitsbeelden en voegen ze samen. Dit beeld doet dat voor één haven in twee landen: Gent, Terneuzen en Vlissingen, sinds 1 januari 2018 samen North Sea Port. Het telt wat in die drie havens in beslag is genomen, en niets anders.',
          'Les partenaires du Benelux partagent leurs tableaux de la criminalité et les réunissent. Celui-ci le fait pour un port dans deux pays : Gand, Terneuzen et Flessingue, réunis depuis le 1er janvier 2018 sous le nom de North Sea Port. Il compte ce qui a été saisi dans ces trois ports, et rien d’autre.',
          'Partner im Benelux teilen ihre Kriminalitätslagebilder und führen sie zusammen. Dieses Bild tut das für einen Hafen in zwei Ländern: Gent, Terneuzen und Vlissingen, seit dem 1. Januar 2018 gemeinsam North Sea Port. Es zählt, was in diesen drei Häfen sichergestellt wurde, und nichts anderes.',
          'Partners in the Benelux share their crime pictures and merge them. This one does so for one port in two countries: Ghent, Terneuzen and Vlissingen, since 1 January 2018 together North Sea Port. It counts what was seized in those three ports, and nothing else.',
        ),
      ),
      {
        kind: 'table',
        caption: text(
          'Wat wel en niet in de haven ligt',
          'Ce qui fait partie du port, et ce qui n’en fait pas partie',
          'Was zum Hafen gehört und was nicht',
          'What is in the port, and what is not',
        ),
        columns: [
          { label: text('plaats', 'lieu', 'Ort', 'place'), kind: 'label' },
          { label: text('UN/LOCODE', 'UN/LOCODE', 'UN/LOCODE', 'UN/LOCODE'), kind: 'words' },
          { label: text('land', 'pays', 'Land', 'country'), kind: 'words' },
          {
            label: text('in dit beeld', 'dans ce tableau', 'in diesem Bild', 'in this picture'),
            kind: 'words',
          },
        ],
        rows: [
          ...members.map((code) => row(code, true)),
          ...context.map((code) => row(code, false)),
        ],
        notes: [
          text(
            'Het Nederlandse HARC-cijfer voor Zeeland-West-Brabant telt Moerdijk mee en is dus geen North Sea Port. De Waaslandhaven ligt in Oost-Vlaanderen, maar hoort bij Antwerpen.',
            'Le chiffre HARC néerlandais pour Zeeland-West-Brabant comprend Moerdijk et n’est donc pas North Sea Port. Le port du Waasland se trouve en Flandre orientale, mais fait partie d’Anvers.',
            'Die niederländische HARC-Zahl für Zeeland-West-Brabant umfasst Moerdijk und ist daher nicht North Sea Port. Der Waaslandhafen liegt in Ostflandern, gehört aber zu Antwerpen.',
            'The Dutch HARC figure for Zeeland-West-Brabant includes Moerdijk and so is not North Sea Port. The Waasland dock lies in East Flanders, but belongs to Antwerp.',
          ),
        ],
      },
    ],
  };
}

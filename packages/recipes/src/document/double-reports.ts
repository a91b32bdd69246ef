import type { FindingBlock, TableBlock } from '@samenbeeld/report';
import { agencies, places, type Seizure, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { joined, labelled, none, numeral, plain, text } from './text.ts';

/** How many records were double, and what that does to the total. */
export function doubleFinding(analysis: Analysis): FindingBlock {
  const same = analysis.doubleReports.filter((pair) => pair.verdict === 'same').length;
  const open = analysis.doubleReports.filter((pair) => pair.verdict === 'candidate').length;
  return {
    kind: 'finding',
    title: text(
      '{n} dubbele meldingen eenmaal geteld',
      '{n} doublons comptés une fois',
      '{n} Doppelmeldungen einmal gezählt',
      '{n} double reports counted once',
      { n: same },
    ),
    text: text(
      'Twee diensten meldden {n} keer dezelfde vangst; die telt één keer. {open} mogelijke paren verbreden alleen het bereik, tot iemand beslist.',
      'Deux services ont signalé {n} fois la même saisie ; elle compte une fois. {open} paires possibles n’élargissent que la fourchette, jusqu’à décision.',
      'Zwei Stellen meldeten {n}-mal denselben Fund; er zählt einmal. {open} mögliche Paare verbreitern nur die Spanne, bis jemand entscheidet.',
      'Two services reported the same find {n} times; it counts once. {open} possible pairs only widen the range, until someone decides.',
      { n: same, open },
    ),
    confidence: open === 0 ? 'high' : 'medium',
  };
}

/** Every pair of records that may be one find, with the reasons. */
export function doubleTable(analysis: Analysis): TableBlock {
  const byId = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const who = (seizure: Seizure | undefined): Text =>
    joined(
      (seizure?.agencies ?? []).map((agency) => labelled(agencies, agency)),
      ' + ',
    );
  const weight = (seizure: Seizure | undefined): Text =>
    seizure?.quantity == null
      ? none
      : joined([numeral(seizure.quantity), plain(seizure.unit)], ' ');
  const cell = (seizure: Seizure | undefined) =>
    seizure ? `${seizure.origin.file}:${seizure.origin.line}` : '';
  return {
    kind: 'table',
    caption: text(
      'Dezelfde vangst in twee bestanden?',
      'La même saisie dans deux fichiers ?',
      'Derselbe Fund in zwei Dateien?',
      'The same find in two files?',
    ),
    columns: [
      {
        label: text('datum en haven', 'date et port', 'Datum und Hafen', 'date and port'),
        kind: 'label',
      },
      {
        label: text('eerste melding', 'première mention', 'erste Meldung', 'first report'),
        kind: 'words',
      },
      {
        label: text('tweede melding', 'seconde mention', 'zweite Meldung', 'second report'),
        kind: 'words',
      },
      { label: text('redenen', 'raisons', 'Gründe', 'reasons'), kind: 'words' },
      { label: text('punten', 'points', 'Punkte', 'points'), kind: 'number' },
      { label: text('oordeel', 'verdict', 'Urteil', 'verdict'), kind: 'words' },
    ],
    rows: analysis.doubleReports.map((pair) => {
      const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
      const side = (seizure: Seizure | undefined) =>
        joined([who(seizure), weight(seizure), plain(cell(seizure))], ', ');
      return [
        { shown: joined([plain(a?.date ?? ''), labelled(places, a?.place ?? '')], ', ') },
        { shown: side(a) },
        { shown: side(b) },
        {
          shown: joined(
            pair.reasons.map((reason) => reason.text),
            '; ',
          ),
        },
        { shown: numeral(pair.points), value: pair.points },
        {
          shown:
            pair.verdict === 'same'
              ? text('dezelfde', 'la même', 'derselbe', 'the same')
              : pair.verdict === 'candidate'
                ? text('mogelijk', 'possible', 'möglich', 'possible')
                : text('verschillend', 'différente', 'verschieden', 'different'),
        },
      ];
    }),
  };
}

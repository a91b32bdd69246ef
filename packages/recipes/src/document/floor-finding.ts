import { totalChart } from '@samenbeeld/charts';
import type { FindingBlock } from '@samenbeeld/report';
import { inEach, type JointTotal, listed, placeLabel, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { joined, numeral, text } from './text.ts';
import { modelledNote, type WhyOf } from './yearly-table.ts';

function placeList(codes: readonly string[]): Text {
  return inEach((language) =>
    listed(
      codes.map((code) => placeLabel(code, language)),
      language,
    ),
  );
}

function reportedCount(total: JointTotal): number {
  return total.members.filter((member) => member.state === 'reported').length;
}

/** The latest year in which most ports are reported and nothing is contested. */
export function bestKnown(totals: readonly JointTotal[]): JointTotal | undefined {
  return totals
    .filter((total) => typeof total.reported.likely === 'number')
    .reduce<JointTotal | undefined>(
      (best, total) => (best && reportedCount(best) > reportedCount(total) ? best : total),
      undefined,
    );
}

/** What every port has reported, as the headline has it: one figure, or a range with its ends. */
function reportedByAll({ period: year, reported: { lowest, highest } }: JointTotal): Text {
  const words = { year, floor: '{floor}' };
  if (lowest !== null && lowest === highest)
    return text(
      'In {year} is in de haven {floor} kg cocaïne in beslag genomen; alle havens hebben gemeld.',
      'En {year}, {floor} kg de cocaïne ont été saisis dans le port ; tous les ports ont déclaré.',
      'Im Jahr {year} wurden im Hafen {floor} kg Kokain sichergestellt; alle Häfen haben gemeldet.',
      'In {year} {floor} kg of cocaine was seized in the port; every port has reported.',
      words,
    );
  if (highest === null)
    return text(
      'In {year} is in de haven ten minste {floor} kg cocaïne in beslag genomen; alle havens hebben gemeld, maar een bovengrens is er niet.',
      'En {year}, au moins {floor} kg de cocaïne ont été saisis dans le port ; tous les ports ont déclaré, mais il n’y a pas de limite supérieure.',
      'Im Jahr {year} wurden im Hafen mindestens {floor} kg Kokain sichergestellt; alle Häfen haben gemeldet, eine Obergrenze gibt es aber nicht.',
      'In {year} at least {floor} kg of cocaine was seized in the port; every port has reported, but there is no upper end.',
      words,
    );
  return text(
    'In {year} is in de haven ten minste {floor} kg en ten hoogste {high} kg cocaïne in beslag genomen; alle havens hebben gemeld.',
    'En {year}, au moins {floor} kg et au plus {high} kg de cocaïne ont été saisis dans le port ; tous les ports ont déclaré.',
    'Im Jahr {year} wurden im Hafen mindestens {floor} kg und höchstens {high} kg Kokain sichergestellt; alle Häfen haben gemeldet.',
    'In {year} at least {floor} kg and at most {high} kg of cocaine was seized in the port; every port has reported.',
    { ...words, high: highest },
  );
}

/** The same of events, whose range a model weighs: no end of it holds by itself. */
function modelledRange(total: JointTotal): Pick<FindingBlock, 'title' | 'text'> {
  const { lowest, highest } = total.reported;
  const words = { year: total.period, missing: placeList(total.missing), n: total.missing.length };
  const rangeFrom = (v: number | string): Text => {
    if (lowest === highest) return text('{v} kg', '{v} kg', '{v} kg', '{v} kg', { v });
    return highest === null
      ? text('{v} kg of meer', '{v} kg ou plus', '{v} kg oder mehr', '{v} kg or more', { v })
      : text('{v} tot {high} kg', '{v} à {high} kg', '{v} bis {high} kg', '{v} to {high} kg', {
          v,
          high: highest,
        });
  };
  return {
    title: text(
      '{range} in {year}, gemodelleerd',
      '{range} en {year}, chiffre modélisé',
      '{range} im Jahr {year}, modelliert',
      '{range} in {year}, modelled',
      { ...words, range: rangeFrom(lowest ?? 0) },
    ),
    text: joined(
      [
        text(
          'Weegt men de meldingen, dan is in {year} in de haven {weighed} cocaïne in beslag genomen.',
          'À peser les mentions, {weighed} de cocaïne ont été saisis dans le port en {year}.',
          'Wägt man die Meldungen, so wurden im Jahr {year} im Hafen {weighed} Kokain sichergestellt.',
          'Weighing the reports, {weighed} of cocaine was seized in the port in {year}.',
          { ...words, weighed: rangeFrom('{floor}') },
        ),
        total.missing.length > 0
          ? text(
              '{missing} {n:ontbreekt|ontbreken}.',
              '{missing} {n:fait|font} défaut.',
              '{missing} {n:fehlt|fehlen}.',
              '{missing} {n:is|are} missing.',
              words,
            )
          : text(
              'Alle havens hebben gemeld.',
              'Tous les ports ont déclaré.',
              'Alle Häfen haben gemeldet.',
              'Every port has reported.',
            ),
      ],
      ' ',
    ),
  };
}

/** The year that is known best: at least so much; of events so much by a model. */
export function floorFinding(analysis: Analysis, whyOf: WhyOf): FindingBlock | null {
  const total = bestKnown(analysis.totals);
  const least = total?.total.atLeast ?? null;
  if (!total || least === null) return null;
  const figure = {
    shown: numeral(least),
    value: least,
    why: whyOf(total),
  };
  return {
    kind: 'finding',
    title: text(
      'Ten minste {v} kg in {year}',
      'Au moins {v} kg en {year}',
      'Mindestens {v} kg im Jahr {year}',
      'At least {v} kg in {year}',
      { v: least, year: total.period },
    ),
    text:
      total.missing.length > 0
        ? text(
            'In {year} is in de haven ten minste {floor} kg cocaïne in beslag genomen. {missing} {n:ontbreekt|ontbreken}, dus een hoogste totaal is niet te geven.',
            'En {year}, au moins {floor} kg de cocaïne ont été saisis dans le port. {missing} {n:fait|font} défaut : aucun total maximal ne peut être donné.',
            'Im Jahr {year} wurden im Hafen mindestens {floor} kg Kokain sichergestellt. {missing} {n:fehlt|fehlen}, daher lässt sich keine Höchstsumme nennen.',
            'In {year} at least {floor} kg of cocaine was seized in the port. {missing} {n:is|are} missing, so no highest total can be given.',
            {
              year: total.period,
              missing: placeList(total.missing),
              n: total.missing.length,
              floor: '{floor}',
            },
          )
        : reportedByAll(total),
    ...(total.method && modelledRange(total)),
    figures: { floor: figure },
    confidence: total.reported.lowest === total.reported.highest ? 'high' : 'medium',
    basis: total.method
      ? modelledNote
      : text(
          'Cijfers van diensten die zelf tellen, tot op de cel te herleiden.',
          'Chiffres de services qui font leur propre décompte, traçables jusqu’à la cellule.',
          'Zahlen zählender Stellen, bis zur Zelle rückverfolgbar.',
          'Figures of counting authorities, traceable to the cell.',
        ),
    draw: (options) => totalChart(analysis.totals, { ...options }),
  };
}

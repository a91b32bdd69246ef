import { isOfDrug } from '@samenbeeld/merge';
import type { FindingBlock } from '@samenbeeld/page';
import { bases, type NotAdded, parsePeriod, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { claimText } from '../sources/claim-text.ts';
import { capitalised, joined, labelled, text } from '../text.ts';

const elsewhereCounted: Text = text(
  'Op een andere grondslag geteld, dus niet opgeteld',
  'Compté sur une autre base, donc non additionné',
  'Auf anderer Grundlage gezählt, daher nicht addiert',
  'Counted on another basis, so not added',
);

const throughPort: Text = text(
  'Via de haven binnengekomen is niet in de haven in beslag genomen',
  'Entré par le port ne veut pas dire saisi dans le port',
  'Über den Hafen eingeführt heißt nicht im Hafen sichergestellt',
  'Entered via the port is not seized in the port',
);

/** Reports of finds on another basis than the one asked: they are in no figure of it. */
interface OnOtherBasis {
  readonly basis: string;
  readonly says: Text;
}

/** How many reports of finds the files hold of what is asked on each other basis. */
export function findsOnOtherBasis(analysis: Analysis): readonly OnOtherBasis[] {
  const { gathered, question, totals, picture } = analysis;
  if (question.metric !== 'quantity' && question.metric !== 'seizures') return [];
  const members = new Set(totals[0]?.members.map(({ place }) => place));
  const asked = totals.map(({ period }) => parsePeriod(period));
  const beside = gathered.seizures.filter(
    ({ place, basis, substance, date, registeredOn }) =>
      members.has(place) &&
      basis !== question.basis &&
      isOfDrug(substance, question.substance ?? '') &&
      (registeredOn ?? date) <= picture.asOf &&
      asked.some(({ start, end }) => date >= start && date <= end),
  );
  return [...new Set(beside.map(({ basis }) => basis))].toSorted().map((basis) => ({
    basis,
    says: text(
      'Op een andere grondslag ({basis}) bevatten de bestanden {n} {n:melding van een vangst, die hier niet meetelt|meldingen van vangsten, die hier niet meetellen}.',
      'Sur une autre base ({basis}), les fichiers contiennent {n} {n:saisie déclarée, qui n’est pas comptée|saisies déclarées, qui ne sont pas comptées} ici.',
      'Auf anderer Grundlage ({basis}) enthalten die Dateien {n} {n:Fundmeldung, die|Fundmeldungen, die} hier nicht {n:mitzählt|mitzählen}.',
      'On another basis ({basis}) the files hold {n} {n:report of a find, which does|reports of finds, which do} not count here.',
      { basis: labelled(bases, basis), n: beside.filter((one) => one.basis === basis).length },
    ),
  }));
}

/** The figures people quote that are about something else, and finds on another basis. */
export function passedThroughFinding(
  notAdded: readonly NotAdded[],
  analysis: Analysis,
): FindingBlock | null {
  const beside = notAdded.filter((entry) => entry.kind === 'basis');
  const finds = findsOnOtherBasis(analysis);
  if (beside.length === 0 && finds.length === 0) return null;
  const isThroughPort =
    analysis.question.basis === 'seized_in_port' &&
    [...beside, ...finds].every(({ basis }) => basis === 'entered_via_port');
  const byId = new Map(analysis.result.claims.map((claim) => [claim.id, claim]));
  const list = beside.flatMap((entry) => {
    const claim = byId.get(entry.claim);
    return claim ? [joined([capitalised(claimText(claim)), entry.reason], '. ')] : [];
  });
  return {
    kind: 'finding',
    title: isThroughPort ? throughPort : elsewhereCounted,
    text: joined(
      [
        ...(list.length === 0
          ? []
          : [
              text(
                'Niet opgeteld: {list}',
                'Non additionné : {list}',
                'Nicht addiert: {list}',
                'Not added: {list}',
                { list: joined(list, ' ') },
              ),
            ]),
        ...finds.map(({ says }) => says),
      ],
      ' ',
    ),
    confidence: 'high',
  };
}

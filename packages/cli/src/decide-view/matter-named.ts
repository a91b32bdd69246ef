import { type FigureName, parseFigureName, wrongUse } from '@samenbeeld/merge';
import type { BuiltAnalysis } from '@samenbeeld/recipes';
import {
  dimensionLabel,
  type Language,
  overrideSubject,
  parseOverrideSubject,
} from '@samenbeeld/schema';
import { parseReleaseSubject } from '@samenbeeld/store';
import { type Matter, matterName, type Open } from './open-matters.ts';

const nothingMore: Omit<Open, 'subject' | 'kind' | 'state'> = {
  ...{ places: [], substances: [], lines: [], proposal: null },
};

/**
 * The override that a subject names in the words of a refusal. It need not be listed: a notebook may have refused what
 * this picture never asks.
 */
function overrideNamed(subject: string, language: Language): Open | null {
  const named = parseOverrideSubject(subject);
  if (named === null) return null;
  if (named.override === 'never')
    throw wrongUse(
      'Over "{subject}" is niets vast te leggen: rijen die verschillen in {dimension} worden nooit samengevoegd. Toon ze elk, of kies er een.',
      'Rien ne peut être enregistré sur « {subject} » : des lignes qui diffèrent ({dimension}) ne sont jamais réunies. Montrez chacune, ou choisissez-en une.',
      'Zu „{subject}“ lässt sich nichts festhalten: Zeilen, die sich unterscheiden ({dimension}), werden nie zusammengelegt. Zeigen Sie jede, oder wählen Sie eine.',
      'Nothing can be recorded on "{subject}": rows that differ in {dimension} are never put together. Show each of them, or choose one.',
      { subject, dimension: dimensionLabel(named.dimension) },
    );
  if (new Set(named.values).size < 2)
    throw wrongUse(
      '"{subject}" noemt één waarde; een uitzondering noemt de waarden die worden samengevoegd, zoals "sum across agencies: NL_CUST, NL_KMAR".',
      '« {subject} » nomme une seule valeur ; une dérogation nomme les valeurs réunies, comme « sum across agencies: NL_CUST, NL_KMAR ».',
      '„{subject}“ nennt einen Wert; eine Ausnahme nennt die Werte, die zusammengelegt werden, wie „sum across agencies: NL_CUST, NL_KMAR“.',
      '"{subject}" names one value; an override names the values that are put together, as in "sum across agencies: NL_CUST, NL_KMAR".',
      { subject },
    );
  return {
    subject: overrideSubject(named.purpose, named.plural, named.values),
    kind: 'override',
    state: `differ in ${dimensionLabel(named.dimension)[language]}`,
    ...nothingMore,
  };
}

/** A release that this picture does not take cannot be recorded with it: its subject is of other files, readers or marks. */
function refuseOtherRelease(subject: string, matters: readonly Open[]): void {
  if (parseReleaseSubject(subject) === null || matters.some((one) => one.subject === subject))
    return;
  const own = matters.filter(({ kind }) => kind === 'release').map((one) => `"${one.subject}"`);
  throw own.length === 0
    ? wrongUse(
        'Dit beeld vraagt geen vrijgave "{subject}"; niets houdt het bij zijn publiek weg.',
        'Ce tableau ne demande pas l’autorisation « {subject} » ; rien ne le retient de ses destinataires.',
        'Dieses Lagebild verlangt keine Freigabe „{subject}“; nichts hält es von seinen Empfängern fern.',
        'This picture takes no release "{subject}"; nothing keeps it from its audience.',
        { subject },
      )
    : wrongUse(
        'Dit beeld vraagt geen vrijgave "{subject}"; het vraagt {own}.',
        'Ce tableau ne demande pas l’autorisation « {subject} » ; il demande {own}.',
        'Dieses Lagebild verlangt keine Freigabe „{subject}“; es verlangt {own}.',
        'This picture takes no release "{subject}"; it takes {own}.',
        {
          subject,
          own: own.join(', '),
        },
      );
}

/** A pair of records by its key; it need not be open: what is as good as sure may be wrong. */
function pairNamed(named: string, { doubleReports }: BuiltAnalysis): Open | null {
  const isName = named.startsWith('m-');
  const pair = doubleReports.find(({ key }) => (isName ? matterName(key) : key) === named);
  return pair
    ? { subject: pair.key, kind: 'same-seizure', state: pair.verdict, ...nothingMore }
    : null;
}

/** What words name as a figure, with or without its period; null for words that name none. */
function figureNamed(named: string): (Omit<FigureName, 'period'> & Partial<FigureName>) | null {
  const read = (text: string): FigureName | null => {
    try {
      return parseFigureName(text);
    } catch {
      return null;
    }
  };
  const whole = read(named);
  if (whole) return whole;
  // A place and a drug alone are read beside any year.
  const { period: _any, ...scope } = read(`${named} 2000`) ?? {};
  return 'places' in scope ? scope : null;
}

/** Matters of a figure as people name it: "Vlissingen cocaïne 2021". Those of its own place go before those of several. */
function mattersOfFigure(named: string, matters: readonly Matter[]): readonly Matter[] {
  const name = figureNamed(named);
  if (name === null) return [];
  const { places: codes, substance, basis, period } = name;
  const when = period && (period.freq === 'A' ? period.start.slice(0, 4) : period.start);
  const fitting = matters.filter(
    ({ places, substances, subject }) =>
      places.some((place) => place.split('+').some((one) => codes.includes(one))) &&
      (substance === null || substances.includes(substance)) &&
      (basis === null || subject.includes(basis)) &&
      (when === undefined || subject.includes(when)),
  );
  const own = fitting.filter(({ places }) => places.every((place) => codes.includes(place)));
  return own.length > 0 ? own : fitting;
}

/** A matter of the list by its number, its name, its subject, a part of one, or the figure that it is about. */
export function listedMatter(named: string, matters: readonly Matter[]): Matter {
  const byNumber = matters.find(({ number }) => String(number) === named);
  if (byNumber) return byNumber;
  const asked = named.trim().toLowerCase();
  const exact = matters.find(({ name, subject }) => subject === named || name === asked);
  const partly = matters.filter(
    ({ name, subject }) => name.startsWith(asked) || subject.toLowerCase().includes(asked),
  );
  const found = exact ? [exact] : partly.length > 0 ? partly : mattersOfFigure(named, matters);
  const [only] = found;
  if (only && found.length === 1) return only;
  throw found.length === 0
    ? wrongUse(
        'Er valt niets te beslissen dat "{named}" heet. Zonder onderwerp komt de lijst.',
        'Rien à trancher ne s’appelle « {named} ». Sans objet, la liste s’affiche.',
        'Nichts, was zu entscheiden ist, heißt „{named}“. Ohne Gegenstand kommt die Liste.',
        'Nothing to decide is called "{named}". Run without a subject for the list.',
        { named },
      )
    : wrongUse(
        '"{named}" past op {n} onderwerpen: {found}.',
        '« {named} » convient à {n} objets : {found}.',
        '„{named}“ passt auf {n} Gegenstände: {found}.',
        '"{named}" fits {n} matters: {found}.',
        {
          named,
          n: found.length,
          found: found.map(({ name, subject }) => `${name} "${subject}"`).join(', '),
        },
      );
}

/** What a person means to decide: an override or a pair, open or not, or a matter of the list. Throws UsageError for none. */
export function matterNamed(
  subject: string,
  matters: readonly Matter[],
  analysis: BuiltAnalysis,
  language: Language,
): Open {
  refuseOtherRelease(subject, matters);
  return (
    overrideNamed(subject, language) ??
    pairNamed(subject, analysis) ??
    listedMatter(subject, matters)
  );
}

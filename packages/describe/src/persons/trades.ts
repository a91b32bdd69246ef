import { foldText } from '@samenbeeld/schema';

/** The words of a text, folded, one blank between them. */
export function folded(text: string): string {
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .map(foldText)
    .filter(Boolean)
    .join(' ');
}

/** Words that stand within names of persons. */
export const particles: string =
  'van|de|der|den|het|ten|ter|te|von|zu|zum|zur|du|des|la|le|el|al|bin|ben|di|da|do|dos|y|of';

/** Trades and institutions that report to an authority, in the plural, folded; a label with one of these words is nobody's name. */
const trades =
  /(?<!\p{L})(?:bpost|etablissements?|institutions?|bureaux|intermediaires|gestionnaires|operateurs|marchands|societes|entreprises|prestataires|banques|assurances|assureurs|notaires|avocats|casino ?s|psav|casps?|vasps?|psps?|fiduciaires|comptables|changeurs|agents|courtiers|huissiers|\p{L}*instellingen|\p{L}*inrichtingen|\p{L}*revisoren|\p{L}*verleners|\p{L}*verstrekkers|\p{L}*adviseurs|\p{L}*maatschappijen|aanbieders|\p{L}*exploitanten|fi[eu] ?s|ondernemingen|\p{L}*kantoren|\p{L}*banken|verzekeraars|notarissen|advocaten|accountants|makelaars|handelaren|gerechtsdeurwaarders|\p{L}*institute|\p{L}*unternehmen|versicherungen|versicherer|notare|rechtsanwalte|wirtschaftsprufer|steuerberater|immobilienmakler|guterhandler|\p{L}*anbieter|\p{L}*dienstleister|\p{L}*vermittler|banks|businesses|companies|insurers|notaries|lawyers|solicitors|auditors|brokers|dealers|estate agents)(?!\p{L})/u;

export const saysTrade = (label: string): boolean => trades.test(folded(label));

/** One to three words, or what begins as a name does: it could be the name of one person, whatever its letters. */
const couldName = new RegExp(
  `^(?:[^\\s]+(?:\\s[^\\s]+){0,2}|(?:${particles}|['’]t|op|in|aan)\\s.*)$`,
  'iu',
);

/** A heading of what kind or trade somebody is of: "Type de déclarant", "Soort melder", "Reporter type". */
const ofKind =
  /^(?:types?|professions?|beroepen|berufe?|secteurs?|sectoren|branchen?|soort|aard|categorie|cat[ée]gories?|nature|genres?|art|kategorie|gruppe|groep|groupes?|category|categories)(?:\s+|$)|\s(?:types?|categor(?:y|ies)|sectors?|group)$/iu;

export const saysKind = (heading: string): boolean => ofKind.test(heading.trim());

/** Common words that only a kind is called by ("Commerçants en diamants", "Autres services publics"), with no capital but the first. */
const common =
  /^(?:autres|overige|andere|sonstige|übrige|other)(?:\s[^\p{Lu}\s]+)+$|^\p{L}[^\p{Lu}\s]+\s(?:en|et|pour|voor|für|und|and|in)\s[^\p{Lu}]+$/u;

/** Whether labels are trades: most by their words, and none else that could be the name of one person. */
export function areTrades(labels: readonly string[], heading = ''): boolean {
  const others = labels.filter((label) => !saysTrade(label));
  const isNamed = (label: string): boolean =>
    couldName.test(label) &&
    !(
      saysKind(heading) &&
      common.test(label.trim().replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()))
    );
  return others.length * 2 <= labels.length && !others.some(isNamed);
}

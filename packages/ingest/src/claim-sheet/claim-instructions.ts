import type { Text } from '@samenbeeld/schema';

/** The instructions sheet: one paragraph a row, one column a language. */
export const claimInstructions: readonly Text[] = [
  {
    nl: 'Claimblad: cijfers uit pers, pdf of parlementair antwoord',
    fr: 'Feuille de chiffres : presse, PDF ou réponse parlementaire',
    de: 'Angabenblatt: Zahlen aus Presse, PDF oder parlamentarischer Antwort',
    en: 'Claim sheet: figures from press, PDF or parliamentary answer',
  },
  {
    nl: 'Eén rij per cijfer dat een bron noemt. Staat hetzelfde cijfer in twee stukken, dan zijn dat twee rijen.',
    fr: 'Une ligne par chiffre qu’une source donne. Le même chiffre dans deux textes fait deux lignes.',
    de: 'Eine Zeile je Zahl, die eine Quelle nennt. Steht dieselbe Zahl in zwei Texten, sind es zwei Zeilen.',
    en: 'One row for each figure a source gives. The same figure in two texts makes two rows.',
  },
  {
    nl: 'Neem over wat er staat. Reken niet om, rond niet af, tel niet op; 1,7 ton wordt 1.7 en t.',
    fr: 'Recopiez ce qui est écrit. Sans convertir, arrondir ni additionner ; 1,7 tonne devient 1.7 et t.',
    de: 'Übernehmen Sie, was dasteht. Nicht umrechnen, runden oder addieren; 1,7 Tonnen werden 1.7 und t.',
    en: 'Copy what is written. Do not convert, round or add; 1.7 tonnes becomes 1.7 and t.',
  },
  {
    nl: 'Nul alleen als de bron nul zegt. Zegt de bron niets, laat de waarde dan leeg en kies waarom.',
    fr: 'Zéro seulement si la source dit zéro. Sinon laissez la valeur vide et choisissez pourquoi.',
    de: 'Null nur, wenn die Quelle null sagt. Sonst den Wert leer lassen und den Grund wählen.',
    en: 'Zero only where the source says zero. Otherwise leave the value empty and choose why.',
  },
  {
    nl: 'De grondslag beslist wat bij elkaar mag: "in de haven in beslag genomen" en "via de haven binnengekomen" tellen nooit samen.',
    fr: 'La base décide de ce qui se compare : « saisies dans le port » et « entrées par le port » ne s’additionnent jamais.',
    de: 'Die Zählgrundlage entscheidet, was zusammenpasst: „im Hafen sichergestellt“ und „über den Hafen eingeführt“ werden nie addiert.',
    en: 'The basis decides what belongs together: "seized in the port" and "entered via the port" are never added.',
  },
  {
    nl: 'De dienst is wie geteld heeft. Schrijft een krant zonder te zeggen wie telde: UNSPECIFIED. Telde de krant zelf: PRESS.',
    fr: 'Le service est celui qui a compté. Si le journal ne le dit pas : UNSPECIFIED. S’il a compté lui-même : PRESS.',
    de: 'Die Dienststelle ist, wer gezählt hat. Sagt die Zeitung es nicht: UNSPECIFIED. Hat sie selbst gezählt: PRESS.',
    en: 'The agency is who counted. Where a paper does not say: UNSPECIFIED. Where it counted itself: PRESS.',
  },
  {
    nl: 'Kies codes uit de lijst; het blad "codes" legt ze uit. Twijfelt u over de betekenis, schrijf de twijfel in "note".',
    fr: 'Choisissez les codes dans la liste ; la feuille « codes » les explique. Notez tout doute dans « note ».',
    de: 'Wählen Sie Codes aus der Liste; das Blatt „codes“ erklärt sie. Zweifel gehören in „note“.',
    en: 'Choose codes from the lists; the sheet "codes" explains them. Write any doubt in "note".',
  },
  {
    nl: 'Nooit namen, geboortedata, kentekens of andere gegevens van personen.',
    fr: 'Jamais de noms, dates de naissance, plaques ou autres données de personnes.',
    de: 'Niemals Namen, Geburtsdaten, Kennzeichen oder andere Angaben zu Personen.',
    en: 'Never names, dates of birth, number plates or other data of persons.',
  },
];

/** What a cell says when its content is refused. */
export const claimRefusals: Readonly<Record<'list' | 'date' | 'partialDate', Text>> = {
  list: {
    nl: 'Kies een code uit de lijst.',
    fr: 'Choisissez un code de la liste.',
    de: 'Wählen Sie einen Code aus der Liste.',
    en: 'Choose a code from the list.',
  },
  date: {
    nl: 'Vul een dag in, bijvoorbeeld 2022-12-31.',
    fr: 'Indiquez un jour, par exemple 2022-12-31.',
    de: 'Geben Sie einen Tag ein, zum Beispiel 2022-12-31.',
    en: 'Enter a day, for example 2022-12-31.',
  },
  partialDate: {
    nl: 'Vul een dag, maand of jaar in: 2023-01-10, 2023-01 of 2023.',
    fr: 'Indiquez un jour, un mois ou une année : 2023-01-10, 2023-01 ou 2023.',
    de: 'Geben Sie einen Tag, Monat oder ein Jahr ein: 2023-01-10, 2023-01 oder 2023.',
    en: 'Enter a day, month or year: 2023-01-10, 2023-01 or 2023.',
  },
};

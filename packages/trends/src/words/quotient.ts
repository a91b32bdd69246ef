import { bound, inEach, intervalName, paragraph, range, type Text } from '@samenbeeld/schema';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';

/** What may be said of a displacement quotient. */
export type QuotientVerdict =
  | 'buffer_fell'
  | 'buffer_rose'
  | 'not_shown'
  | 'fall_not_shown'
  | 'no_fall'
  | 'undefined';

/** What a sentence about a displacement quotient may say. */
export interface QuotientWords {
  readonly verdict: QuotientVerdict;
  readonly quotient: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const unread: Readonly<Record<'fall_not_shown' | 'no_fall' | 'undefined', Text>> = {
  fall_not_shown: {
    nl: 'Geen conclusie mogelijk: afgezet tegen het controlegebied is in het onderzochte gebied geen daling aantoonbaar, zodat het quotiënt niets zegt.',
    fr: 'Aucune conclusion possible\u00a0: par rapport à la zone témoin, aucune baisse ne peut être démontrée dans la zone étudiée, le quotient ne dit donc rien.',
    de: 'Keine Aussage möglich: Im Verhältnis zum Kontrollgebiet lässt sich im untersuchten Gebiet kein Rückgang nachweisen, sodass der Quotient nichts besagt.',
    en: 'No conclusion possible: relative to the control area no fall can be shown in the area studied, so that the quotient says nothing.',
  },
  no_fall: {
    nl: 'Geen conclusie mogelijk: afgezet tegen het controlegebied is het onderzochte gebied niet gedaald, en dan mag het quotiënt niet worden gelezen.',
    fr: 'Aucune conclusion possible\u00a0: par rapport à la zone témoin, la zone étudiée n’a pas connu de baisse, et le quotient ne doit alors pas être lu.',
    de: 'Keine Aussage möglich: Im Verhältnis zum Kontrollgebiet gab es im untersuchten Gebiet keinen Rückgang, und dann darf der Quotient nicht gelesen werden.',
    en: 'No conclusion possible: relative to the control area the area studied did not fall, and then the quotient must not be read.',
  },
  undefined: {
    nl: 'Geen conclusie mogelijk: het quotiënt is niet gedefinieerd, want in het controlegebied is niets geteld of het onderzochte gebied liep er precies gelijk mee op.',
    fr: 'Aucune conclusion possible\u00a0: le quotient n’est pas défini, car rien n’a été compté dans la zone témoin ou la zone étudiée a évolué exactement comme elle.',
    de: 'Keine Aussage möglich: Der Quotient ist nicht definiert, denn im Kontrollgebiet wurde nichts gezählt oder das untersuchte Gebiet verlief genau wie dieses.',
    en: 'No conclusion possible: the quotient is not defined, for nothing was counted in the control area or the area studied moved exactly as it did.',
  },
};

function main(w: QuotientWords): Text {
  const { verdict, interval, quotient } = w;
  if (verdict === 'undefined' || verdict === 'no_fall' || verdict === 'fall_not_shown')
    return unread[verdict];
  if (!interval || quotient === null) return unread.undefined;
  return inEach((language) => {
    const within = `${bound(quotient, 0, language)}, ${intervalName(interval.level, language)} ${range(interval, 0, language)}`;
    if (verdict === 'not_shown')
      return {
        nl: `In het gebied ernaast is geen stijging of daling aantoonbaar die bij de daling in het onderzochte gebied past (quotiënt ${within}). Dat bewijst niet dat er niets is verschoven.`,
        fr: `Dans la zone voisine, aucune hausse ni baisse accompagnant la baisse de la zone étudiée ne peut être démontrée (quotient ${within}). Cela ne prouve pas que rien ne s’est déplacé.`,
        de: `Im Nachbargebiet lässt sich weder ein Anstieg noch ein Rückgang nachweisen, der mit dem Rückgang im untersuchten Gebiet einhergeht (Quotient ${within}). Das beweist nicht, dass sich nichts verlagert hat.`,
        en: `Next to it neither a rise nor a fall can be shown that goes with the fall in the area studied (quotient ${within}). That does not prove that nothing moved.`,
      }[language];
    return verdict === 'buffer_rose'
      ? {
          nl: `Tegelijk met de daling in het onderzochte gebied stegen de cijfers ernaast, beide afgezet tegen het controlegebied (quotiënt ${within}). Dat bewijst niet dat er iets is verschoven.`,
          fr: `Alors que la zone étudiée était en baisse, la zone voisine était en hausse, toutes deux par rapport à la zone témoin (quotient ${within}). Cela ne prouve pas un déplacement.`,
          de: `Während die Zahlen im untersuchten Gebiet sanken, stiegen sie im Nachbargebiet, beides im Verhältnis zum Kontrollgebiet (Quotient ${within}). Das beweist keine Verlagerung.`,
          en: `While the figures in the area studied fell, those next to it rose, both relative to the control area (quotient ${within}). That does not prove that anything moved there.`,
        }[language]
      : {
          nl: `Tegelijk met de daling in het onderzochte gebied daalden de cijfers ernaast, beide afgezet tegen het controlegebied (quotiënt ${within}).`,
          fr: `Alors que la zone étudiée était en baisse, la zone voisine l’était aussi, toutes deux par rapport à la zone témoin (quotient ${within}).`,
          de: `Während die Zahlen im untersuchten Gebiet sanken, sanken sie auch im Nachbargebiet, beides im Verhältnis zum Kontrollgebiet (Quotient ${within}).`,
          en: `While the figures in the area studied fell, those next to it fell too, both relative to the control area (quotient ${within}).`,
        }[language];
  });
}

/** The sentence for a verdict about a displacement quotient. */
export function quotientSays(w: QuotientWords): Text {
  return headed(w.label, null, paragraph(main(w), w.controls ? null : effortUnknown));
}

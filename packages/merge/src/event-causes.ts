import type { Cause, MemberTotal, Text } from '@samenbeeld/schema';
import type { DoubleReport } from './double-reports.ts';
import type { GroupFind } from './event-counted.ts';
import type { Uncounted } from './put-aside.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
import type { CountedComponent } from './same-seizure/total/component-total.ts';
import type { CountedFind, InCell } from './same-seizure/total/counted-find.ts';
import { say } from './words.ts';

/** A port and year counted from events, as far as its causes need it. */
export interface CountedCell {
  readonly place: string;
  readonly state: MemberTotal['state'];
  /** What may be of it and is not counted. */
  readonly uncounted: Uncounted | null;
  /** Finds with every pair that counts as one joined. */
  readonly groups: readonly GroupFind[];
  /** Whether it has a likely figure. */
  readonly isLikely: boolean;
  readonly pairs: readonly DoubleReport[];
  readonly components: readonly CountedComponent[];
  readonly inCell: InCell;
}

const sentences: Readonly<
  Record<'missing' | 'floor' | 'conflict' | 'gross' | 'slip' | 'packed' | 'later' | Uncounted, Text>
> = {
  missing: {
    nl: '{place}: bij een inbeslagname ontbreekt het gewicht; er is geen bovengrens',
    fr: '{place} : le poids d’une saisie manque ; pas de plafond',
    de: '{place}: bei einem Fund fehlt das Gewicht; es gibt keine Obergrenze',
    en: '{place}: a seizure has no weight; there is no upper end',
  },
  floor: {
    nl: '{place}: van {n} {n:vangst|vangsten} is alleen een ondergrens gemeld ("ruim", "meer dan"); er is geen bovengrens',
    fr: '{place} : pour {n} {n:saisie|saisies}, seul un minimum est indiqué (« plus de ») ; pas de plafond',
    de: '{place}: für {n} {n:Fund|Funde} ist nur eine Untergrenze gemeldet („mehr als“); es gibt keine Obergrenze',
    en: '{place}: for {n} {n:find|finds} only a lower limit is given ("over", "more than"); there is no upper end',
  },
  conflict: {
    nl: '{place}: twee diensten melden voor dezelfde vangst een ander gewicht',
    fr: '{place} : deux services donnent un poids différent pour la même saisie',
    de: '{place}: zwei Stellen melden für denselben Fund verschiedene Gewichte',
    en: '{place}: two services give different weights for the same find',
  },
  gross: {
    nl: '{place}: van {n} {n:vangst|vangsten} is het nettogewicht niet zeker: bruto, geschat, afgerond, of zonder dat vermeld is of de verpakking meetelt',
    fr: '{place} : pour {n} {n:saisie|saisies}, le poids net n’est pas certain : brut, estimé, arrondi, ou sans indication sur l’emballage',
    de: '{place}: von {n} {n:Fund|Funden} ist das Nettogewicht nicht sicher: brutto, geschätzt, gerundet oder ohne Angabe, ob die Verpackung mitzählt',
    en: '{place}: of {n} {n:find|finds} the net weight is not certain: gross, estimated, rounded, or without saying whether packing counts',
  },
  packed: {
    nl: '{said}; "waarschijnlijk" telt er {n} met verpakking',
    fr: '{said} ; « probable » en compte {n} avec l’emballage',
    de: '{said}; „wahrscheinlich“ zählt {n} davon mit Verpackung',
    en: '{said}; "likely" counts {n} of them with packing',
  },
  later: {
    nl: '{place}: {n} {n:vangst kan|vangsten kunnen} van een ander jaar zijn: de dag van de vangst zelf is niet bekend',
    fr: '{place} : {n} {n:saisie peut relever|saisies peuvent relever} d’une autre année : le jour même de la saisie n’est pas connu',
    de: '{place}: {n} {n:Fund kann|Funde können} aus einem anderen Jahr stammen: der Tag des Fundes selbst ist nicht bekannt',
    en: '{place}: {n} {n:find|finds} may be of another year: the day of the find itself is not known',
  },
  unread: {
    nl: '{place}: een regel van een vangstbestand is niet gelezen of apart gezet en kan hierbij horen; het totaal kan hoger zijn',
    fr: '{place} : une ligne d’un fichier de saisies n’a pas été lue ou a été mise à part et peut en relever ; le total peut être plus élevé',
    de: '{place}: eine Zeile einer Funddatei wurde nicht gelesen oder beiseitegelegt und kann hierzu gehören; die Summe kann höher sein',
    en: '{place}: a row of a file of finds was not read or was put aside and may belong here; the total may be higher',
  },
  left_out: {
    nl: '{place}: de bronbeschrijving laat vangsten weg die hierbij kunnen horen; het totaal kan hoger zijn',
    fr: '{place} : la description de source laisse de côté des saisies qui peuvent en relever ; le total peut être plus élevé',
    de: '{place}: die Quellenbeschreibung lässt Funde weg, die hierzu gehören können; die Summe kann höher sein',
    en: '{place}: the source description leaves out finds that may belong here; the total may be higher',
  },
  slip: {
    nl: '{place}: {n} {n:gewicht is zo ongewoon dat het een verschrijving kan|gewichten zijn zo ongewoon dat het verschrijvingen kunnen} zijn',
    fr: '{place} : {n} poids {n:est si inhabituel qu’il peut s’agir d’une erreur de plume|sont si inhabituels qu’il peut s’agir d’erreurs de plume}',
    de: '{place}: {n} {n:Gewicht ist so ungewöhnlich, dass es ein Schreibfehler sein kann|Gewichte sind so ungewöhnlich, dass es Schreibfehler sein können}',
    en: '{place}: {n} {n:weight is so unusual that it may be a slip|weights are so unusual that they may be slips} of the pen',
  },
};

/** How many reports were double, and how many may be: each said where there are any. */
const doubled: Readonly<Record<'merged' | 'open' | 'both', Text>> = {
  merged: {
    nl: '{place}: dubbele meldingen eenmaal geteld: {merged}',
    fr: '{place} : doublons comptés une seule fois : {merged}',
    de: '{place}: Doppelmeldungen, einmal gezählt: {merged}',
    en: '{place}: double reports counted once: {merged}',
  },
  open: {
    nl: '{place}: mogelijk dubbele meldingen: {open}',
    fr: '{place} : doublons possibles : {open}',
    de: '{place}: mögliche Doppelmeldungen: {open}',
    en: '{place}: possible double reports: {open}',
  },
  both: {
    nl: '{place}: dubbele meldingen eenmaal geteld: {merged}; mogelijk dubbel: {open}',
    fr: '{place} : doublons comptés une seule fois : {merged} ; doublons possibles : {open}',
    de: '{place}: Doppelmeldungen, einmal gezählt: {merged}; mögliche Doppelmeldungen: {open}',
    en: '{place}: double reports counted once: {merged}; possible double reports: {open}',
  },
};

const states: Readonly<Partial<Record<MemberTotal['state'], Text>>> = {
  not_reported: {
    nl: '{place}: niet gemeld',
    fr: '{place} : non déclaré',
    de: '{place}: nicht gemeldet',
    en: '{place}: not reported',
  },
  finds_only: {
    nl: '{place}: geen volledig bestand, alleen losse vangsten',
    fr: '{place} : pas de fichier complet, seulement des saisies isolées',
    de: '{place}: keine vollständige Datei, nur einzelne Funde',
    en: '{place}: no full file, single finds only',
  },
};

/** The finds of a cell in the partitions that are credible, each once. */
function credibleFinds({ components, inCell }: CountedCell): readonly CountedFind[] {
  return [
    ...new Set(
      components.flatMap(({ finds, credible }) =>
        credible.flatMap((at) => (finds[at] ?? []).filter(inCell)),
      ),
    ),
  ];
}

/** How many finds something holds of: of the finds that partitions make of the same records one counts. */
function countApart(finds: readonly CountedFind[], holds: (find: CountedFind) => boolean): number {
  const counted = new Set<string>();
  let apart = 0;
  const bySize = finds.filter(holds).sort((a, b) => a.records.length - b.records.length);
  for (const { records } of bySize) {
    if (records.some((id) => counted.has(id))) continue;
    for (const id of records) counted.add(id);
    apart += 1;
  }
  return apart;
}

/** Why the range of a port and year is wider than a point, or why it has none. */
export function eventCauses(cell: CountedCell): readonly Cause[] {
  const { place, groups, pairs, state } = cell;
  const finds = credibleFinds(cell);
  const inside = new Set(finds.flatMap(({ records }) => records));
  const merged = groups.reduce((sum, { group }) => sum + group.members.length - 1, 0);
  const open = pairs.filter(
    ({ a, b, verdict }) =>
      verdict === 'candidate' && [...recordsOf(a), ...recordsOf(b)].some((id) => inside.has(id)),
  ).length;
  const count = (why: CountedFind['weight']['causes'][number]): number =>
    countApart(finds, ({ weight }) => weight.causes.includes(why));
  const rough = countApart(finds, ({ weight: { causes } }) =>
    causes.some((why) => why === 'gross' || why === 'estimated' || why === 'rounded'),
  );
  // The likeliest figure that somebody gave leads, which a gross weight is too: no average is put in its place.
  const packed = cell.isLikely
    ? groups.filter(
        ({ find: { weight } }) =>
          weight.told[0]?.massBasis === 'gross' && weight.causes.includes('gross'),
      ).length
    : 0;
  const later = countApart(finds, (find) => cell.inCell(find) < 1);
  const unstated = cell.uncounted ? sentences[cell.uncounted] : states[state];
  const because = (
    kind: Cause['kind'],
    holds: boolean | number,
    sentence: Text | undefined,
    words: Parameters<typeof say>[1] = {},
  ): readonly Cause[] =>
    holds && sentence ? [{ kind, place, text: say(sentence, { place: { place }, ...words }) }] : [];
  return [
    ...because(
      'double_report',
      merged + open,
      doubled[open === 0 ? 'merged' : merged === 0 ? 'open' : 'both'],
      { merged, open },
    ),
    ...because(
      'missing_quantity',
      finds.some(({ weight }) => weight.leading === null),
      sentences.missing,
    ),
    ...because('wording', count('floor'), sentences.floor, { n: count('floor') }),
    ...because('conflict', count('conflict'), sentences.conflict),
    ...because(
      'wording',
      rough,
      packed === 0 ? sentences.gross : say(sentences.packed, { said: sentences.gross, n: packed }),
      { n: rough },
    ),
    ...because('wording', later, sentences.later, { n: later }),
    ...because('conflict', count('slip'), sentences.slip, { n: count('slip') }),
    ...because(state === 'not_reported' ? 'not_reported' : 'finds_only', true, unstated),
  ];
}

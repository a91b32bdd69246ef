import { moved, whereSaid } from './acts.ts';
import { clauseAround } from './told.ts';

/** What is done with drugs that are in hand: burned, tested, handed over, auctioned. */
const handled =
  /(?<!\p{L})(?:(?:plat)?verbrand(?:de|den|t)?|vernietig(?:d|t|de|den|en)|vervoer(?:d|t|de|den)|overgebracht|afgevoerd|getest(?:e)?|testten?|geanalyseerde?|analyseer(?:t|den?)|onderzocht|overgedragen|overhandigd|geveilde?|detrui\p{L}*|détrui\p{L}*|incinér\p{L}*|brûl(?:é\p{L}*|a|ent)|transporté\p{L}*|testé\p{L}*|analysé\p{L}*|remi(?:se?s?|t)|transféré\p{L}*|(?:aux |mis\p{L}* aux )enchères|verbrannt\p{L}*|vernichte\p{L}*|transportier\p{L}*|beförder\p{L}*|getestet\p{L}*|analysier\p{L}*|untersucht\p{L}*|übergeben|übergab(?:en)?|versteiger\p{L}*|burned|burnt|destroy(?:ed|s)?|incinerat\p{L}*|transported|tested|analy[sz]ed|handed over|transferred|auctioned|(?:vernietiging|verbranding|vernichtung|verbrennung|destruction|incinération|incineration|burning)(?= (?:van|von|of|de) | d['’]))(?!\p{L})/giu;
const sold = new RegExp(moved, 'giu');
/** Between an act and what was done afterwards: "seized and then destroyed". */
const andThen =
  /(?<!\p{L})(?:en|et|und|and|puis|then)\s+(?:(?:later|daarna|vervolgens|ensuite|puis|dann|anschließend|danach|then|subsequently|werd(?:en)?|zijn|wurden?|was|were|ont|a|été|les|l['’]|ze|it|them|sie|es)\s*)*$/iu;
const auxiliary =
  /(?<!\p{L})(?:werd(?:en)?|wordt|worden|zijn|is|heeft|hebben|wurden?|sind|hat|haben|was|were|has been|have been|(?:a|ont) été|furent|fut)(?!\p{L})/iu;
/** "the seized 40 tonnes": the act as a property. */
const asProperty = /(?<!\p{L})(?:de|het|die|der|das|den|les|la|ces|the|these)\s+$/iu;

/**
 * Words by which a clause says of a figure what was done with things in hand, where finding them is told beside it only
 * ("destroyed 40 tonnes seized at"): its time is not that of the seizure. Null where the clause itself says that they were found.
 */
export function disposedIn(text: string, start: number, end: number): string | null {
  const own = clauseAround(text, start, end);
  const at = own.lead.length;
  const done = [handled, sold]
    .flatMap((pattern) => [...own.text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index);
  const [first] = done;
  if (!first) return null;
  const found = whereSaid(own.text, 'seized');
  const isFound = done.every(({ index, 0: words }) =>
    found.some((act) => {
      if (act.start >= index + words.length)
        return auxiliary.test(own.text.slice(index + words.length, act.start));
      if (act.end > index) return act.start < index;
      const isThen = andThen.test(own.text.slice(act.end, index));
      const isMain = act.start < at && index > at && !asProperty.test(own.text.slice(0, act.start));
      return isThen || isMain;
    }),
  );
  return isFound ? null : first[0];
}

import type { ReportingShare } from '@samenbeeld/money';
import type { Figure, TableBlock } from '@samenbeeld/page';
import { fromTo, inEach, metrics, percent, type Text, terms } from '@samenbeeld/schema';

import { column, joined, labelled, placeText, plain } from '../text.ts';
import { rowEvidence } from './money-evidence.ts';

/** "Belgium, value of files passed on, with drug trafficking as the predicate offence, 2022". */
export function shareTitle({ country, metric, label, period }: ReportingShare): Text {
  return joined([placeText(country), labelled(metrics, metric), label, plain(period)], ', ');
}

/** "1.1%", "≤ 0.8%"; a range where rounding leaves one. */
export function shareText({ estimate, interval }: ReportingShare): Text {
  const { low, high } = interval ?? { low: estimate ?? 0, high: estimate ?? 1 };
  return inEach((language) => {
    if (low === 0 && high > 0) return `≤\u00a0${percent(Math.ceil(high * 1000) / 1000, language)}`;
    const [one, other] = [percent(low, language), percent(high, language)];
    return one === other ? one : fromTo(one, other, language);
  });
}

/** Shares with what they say; each opens to its rows. */
export function shareTable(shares: readonly ReportingShare[], caption: Text): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { label: terms.year, kind: 'label' },
      column(
        'words',
        'wat het cijfer zegt',
        'ce que dit le chiffre',
        'was die Zahl sagt',
        'what the figure says',
      ),
      column('words', 'deel', 'partie', 'Teil', 'part'),
    ],
    rows: shares.map((share): readonly Figure[] => [
      { shown: plain(share.period) },
      { shown: share.says },
      {
        shown: shareText(share),
        why: {
          key: `share ${share.subject}`,
          title: shareTitle(share),
          says: [share.says],
          evidence: share.claims.map((row) => rowEvidence(row)),
        },
      },
    ]),
  };
}

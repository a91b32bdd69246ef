/** Digits of the number behind the country code: shortest and longest. */
const lengths: Readonly<Record<string, readonly [number, number]>> = {
  31: [9, 9],
  32: [8, 9],
  33: [9, 9],
  49: [7, 12],
  352: [6, 9],
};

const international =
  /(?<![\w+])(?:\+|00)\s?(31|32|33|49|352)((?:[\s./-]|\(0\))*\d(?:[\s./()-]{0,2}\d){5,12})(?![\d])/g;

/** National forms with separators where people put them. */
const national = new RegExp(
  [
    '0\\d{1,4}[-/ ]\\d{5,8}', // 0113-123456, 0211/1234567
    '0[1-9](?:[ .-]\\d{2}){4}', // 06 12 34 56 78
    '0\\d{1,2}[-/ .]\\d{3}[ .]\\d{2}[ .]\\d{2}', // 03 123 45 67
    '04[5-9]\\d[-/ .]\\d{2}[ .]\\d{2}[ .]\\d{2}', // 0475 12 34 56
    '06[- ](?:\\d{4} \\d{4}|\\d{2} \\d{2} \\d{2} \\d{2}|\\d{2} \\d{3} \\d{3})', // 06-1234 5678
    '6[269]1[ .]\\d{3}[ .]\\d{3}', // 621 123 456
  ]
    .map((form) => `(?<![\\w.,/+-])${form}(?![\\w/-]|[.,]\\d)`)
    .join('|'),
);

/** Ten digits of a mobile number without separators; customs codes of chapters 04, 06 and 07 go on with 0 or 1. */
const mobile = /(?<![\w.,/+-])0(?:6[1-9]|7[3-9]|4[5-9])\d{7}(?![\w/-]|[.,]\d)/;

/** Whether a text holds a telephone number of the Netherlands, Belgium, Luxembourg, France or Germany. */
export function hasPhone(text: string, column: 'free-text' | 'code' | 'number'): boolean {
  for (const [, country = '', rest = ''] of text.matchAll(international)) {
    const digits = rest.replace('(0)', '').replace(/\D/g, '').length;
    const [shortest, longest] = lengths[country] ?? [99, 0];
    if (digits >= shortest && digits <= longest) return true;
  }
  if (column === 'number') return false;
  return national.test(text) || (column === 'free-text' && mobile.test(text));
}

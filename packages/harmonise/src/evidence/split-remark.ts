const remark =
  /(?:^|[\s(,;–-])(?:excl\.?|exkl\.?|excluding|except|without|zonder|exclusief|uitgezonderd|behalve|sauf|hors|sans|excepté|ohne|ausgenommen|außer|incl\.?|inkl\.?|including|inclusive|inclusief|met inbegrip van|waaronder|y compris|dont|einschließlich|einschl\.?|mit|met|avec|with)(?=[\s.])/iu;

/** A label and what it says of inclusions and exclusions: what is named there is not what the label means. */
export function splitRemark(text: string): { readonly main: string; readonly remark: string } {
  const found = remark.exec(text);
  if (!found || text.slice(0, found.index).replace(/\P{L}/gu, '').length < 3)
    return { main: text, remark: '' };
  return { main: text.slice(0, found.index), remark: text.slice(found.index) };
}

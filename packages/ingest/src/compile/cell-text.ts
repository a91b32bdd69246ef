/** A cell without blanks around it, or null where nothing is left. */
export function cellText(cell: string | null | undefined): string | null {
  return cell?.trim() || null;
}

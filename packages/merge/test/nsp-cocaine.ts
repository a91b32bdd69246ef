/** Cocaine seized in the ports of North Sea Port, in kilograms. */
export const nspCocaine = {
  complex: 'PC_NSP',
  substance: 'COC',
  basis: 'seized_in_port',
  metric: 'quantity',
  unit: 'kg',
} as const;

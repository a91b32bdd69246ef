/** Type of a property in FollowTheMoney. */
export type FtmType =
  | 'name'
  | 'country'
  | 'identifier'
  | 'date'
  | 'number'
  | 'string'
  | 'text'
  | 'entity';

/** A property: its type, and of a reference the schema it must lead to. */
export interface FtmProperty {
  readonly type: FtmType;
  readonly range?: string;
}

/** A schema of the FollowTheMoney model, as far as it is used here. */
export interface FtmSchema {
  /** The schema itself and all it extends. */
  readonly isA: readonly string[];
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, FtmProperty>>;
}

function typed(type: FtmType, ...names: readonly string[]): Record<string, FtmProperty> {
  return Object.fromEntries(names.map((name) => [name, { type }]));
}

const thing = {
  ...typed('name', 'name', 'alias', 'previousName'),
  ...typed('country', 'country'),
  ...typed('text', 'notes', 'summary'),
};
const value = { ...typed('number', 'amount', 'amountEur'), ...typed('string', 'currency') };
const interval = {
  ...typed('date', 'date', 'startDate', 'endDate'),
  ...typed('string', 'recordId', 'publisher'),
};
const legalEntity = {
  ...thing,
  ...typed('country', 'jurisdiction'),
  ...typed('identifier', 'registrationNumber', 'vatCode'),
  ...typed('string', 'sector', 'status', 'legalForm'),
  ...typed('date', 'incorporationDate', 'dissolutionDate'),
};

/**
 * Schemata of the FollowTheMoney model 3.8.4 (OCCRP, MIT) that firms, accounts, ownership and payments need; a test holds them
 * against the published model. Whatever else a file holds is counted and not taken.
 */
export const ftmSchemata: Readonly<Record<string, FtmSchema>> = {
  LegalEntity: { isA: ['LegalEntity', 'Thing'], required: ['name'], properties: legalEntity },
  Organization: {
    isA: ['Organization', 'LegalEntity', 'Thing'],
    required: ['name'],
    properties: legalEntity,
  },
  PublicBody: {
    isA: ['PublicBody', 'Organization', 'LegalEntity', 'Thing'],
    required: ['name'],
    properties: legalEntity,
  },
  Company: {
    isA: ['Company', 'Organization', 'LegalEntity', 'Asset', 'Thing', 'Value'],
    required: ['name'],
    properties: { ...legalEntity, ...value },
  },
  BankAccount: {
    isA: ['BankAccount', 'Asset', 'Thing', 'Value'],
    required: [],
    properties: {
      ...thing,
      ...value,
      ...typed('identifier', 'accountNumber'),
      ...typed('string', 'bankName', 'accountType'),
      ...typed('date', 'openingDate', 'closingDate'),
    },
  },
  Ownership: {
    isA: ['Ownership', 'Interest', 'Interval'],
    required: ['owner', 'asset'],
    properties: {
      ...interval,
      ...typed('string', 'role', 'status', 'percentage', 'ownershipType', 'legalBasis'),
      owner: { type: 'entity', range: 'LegalEntity' },
      asset: { type: 'entity', range: 'Asset' },
    },
  },
  Payment: {
    isA: ['Payment', 'Interval', 'Value'],
    required: ['payer', 'beneficiary'],
    properties: {
      ...interval,
      ...value,
      ...typed('text', 'purpose'),
      ...typed('string', 'programme', 'transactionNumber', 'sequenceNumber'),
      payer: { type: 'entity', range: 'LegalEntity' },
      beneficiary: { type: 'entity', range: 'LegalEntity' },
      payerAccount: { type: 'entity', range: 'BankAccount' },
      beneficiaryAccount: { type: 'entity', range: 'BankAccount' },
    },
  },
};

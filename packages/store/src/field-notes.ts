/** A column's title and description in a data package. */
export interface FieldNote {
  readonly title: string;
  readonly description: string;
}

function notes(lines: Readonly<Record<string, string>>): Readonly<Record<string, FieldNote>> {
  return Object.fromEntries(
    Object.entries(lines).map(([name, line]) => {
      const [title = '', description = ''] = line.split(' | ');
      return [name, { title, description }];
    }),
  );
}

/** Titles and descriptions of the columns of the observation and seizure tables, by column name. */
export const fieldNotes: Readonly<Record<string, FieldNote>> = notes({
  id: 'Record | Hash of the stable raw key; cleaning never changes it.',
  source: 'Source | Id of the source in the catalogue.',
  publication: 'Publication | URL or document the figure was read in.',
  metric: 'Metric | What is measured: seizures, quantity, price, offences, …',
  stat: 'Statistic | Which statistic of it: sum, count, mean, median, rate, …',
  value: 'Value | The figure in its unit; empty exactly when "missing" is set.',
  printed: 'Printed digits | The digits as the source prints them.',
  wording: 'Wording | exact, rounded, floor ("over"), just_under ("almost") or unmarked.',
  wording_printed: 'Printed wording | The words as the source prints them.',
  unit: 'Unit | Unit of the figure: kg, g, l, tablet, plant, piece, EUR, …',
  missing: 'Missing | Why there is no figure; zero is a figure and is never here.',
  status: 'Status | Observation status as published (SDMX CL_OBS_STATUS).',
  extent: 'Extent | Part of the scope covered: whole, one_find, some_finds, one_agency.',
  place: 'Place | UN/LOCODE port, country, NUTS region or complex; several joined by +.',
  place_note: 'Place note | What the source adds about the place.',
  place_level: 'Place level | terminal, port, municipality, NUTS region, country, sea, …',
  basis: 'Basis | On what footing it was counted; different bases are never summed.',
  contains_own: 'Contains own | Whether an "entered via" figure contains the port\'s own seizures.',
  agencies: 'Agencies | Agencies whose work is counted, joined by +.',
  substance: 'Substance | Code of the drug.',
  substance_printed: 'Printed substance | The substance as the source prints it.',
  offence: "Offence | ICCS code, where the source's own code maps exactly.",
  national_code: "National code | The source's own code.",
  count_unit: 'Counting unit | What is counted: offence, case, suspect, seizure, …',
  definition: "Definition | Id of the definition in the source's folder.",
  level: 'Market level | Market level of a price, as the source says.',
  period_start: 'From | First day of the period, ISO.',
  period_end: 'To | Last day of the period, ISO.',
  freq: 'Frequency | A year, S half, Q quarter, M month, W week, D day, O other.',
  published_on: 'Published on | Day, month or year of publication as far as known.',
  confidence: 'Confidence | How sure the transcription is that the source says this.',
  note: 'Note | Remark of the source or the transcriber.',
  reference:
    "Reference | A claim's own number in its sheet; for a seizure, the office's reference as a hash.",
  seizing_country: 'Seizing country | Country whose agency seized it.',
  credited_to: 'Credited to | Countries that also count it, joined by +.',
  date: 'Date | Day of the seizure, or first day of the period, ISO.',
  date_precision: 'Date precision | day, week, month, quarter, half or year.',
  date_role: 'Date role | What the date is of: seizure, registration, judgment, …',
  registered_on: 'Registered on | Day it was registered.',
  quantity: 'Quantity | Amount in its unit; empty exactly when "missing" is set.',
  mass_basis: 'Mass basis | net, gross or unknown.',
  estimated: 'Estimated | Whether the amount is an estimate.',
  origin_country: 'Origin | Country the goods come from.',
  departure_country: 'Departure | Country of the last departure.',
  destination_country: 'Destination | Country the goods were bound for.',
  transport_mode: 'Transport | Means of transport.',
  concealment: 'Concealment | How it was hidden.',
  cover_load_hs: 'Cover load | Harmonised System code of the cover load.',
  container_key: 'Container | Salted hash of the container, to compare two files.',
  controlled_delivery: 'Controlled delivery | no, yes or unknown.',
  publication_restriction: 'Restriction | none, embargo or secret.',
  arrests: 'Arrests | Number of arrests.',
  origin_file: 'File | File the record was made from.',
  origin_sheet: 'Sheet | Sheet of a workbook, or path in a JSON file.',
  origin_line: 'Line | Physical line (from 1), row of a sheet, or index (from 0) in JSON.',
  origin_column: 'Column | Letter or header of the column.',
  origin_raw: 'Cell | The cell, letter for letter.',
});

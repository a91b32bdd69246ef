/**
 * The numbers that decide what is said of a table: how sure is sure, which part is enough, how few are too few. Scores,
 * confidences and parts run from 0 to 1. What a single word, shape or reading is worth stands beside it; what decides the
 * layout of the bytes stands in `geometry`.
 */
export const thresholds = {
  // How sure a conclusion is, and what follows.

  /** No remark stands beside a line that is so sure. */
  certain: 0.995,
  /** From here on a column, a code or the layout is taken without a question. */
  taken: 0.9,
  /** The same for a constant and for a mark: from here on the file knows better than a source like it. */
  constantTaken: 0.85,
  /** A column about which the table leaves something open is no surer than this. */
  asked: 0.85,
  /** A count beside amounts that does not say what it counts is no surer. */
  countBesideAmounts: 0.75,
  /** Figures whose records nothing tells apart are no surer. */
  untold: 0.6,
  /** Below, even the kind of record is doubtful, and no column is certain. */
  recordKnown: 0.75,
  /** Below, nothing is written for a column: it stays an open question, and no rival of another column of offences. */
  written: 0.35,
  /** Another meaning is shown from here on; that of a column which gave way is no surer. */
  alternative: 0.3,
  /** Where all columns of figures are less sure, they may be codes, coordinates or ranks. */
  countsNothing: 0.6,

  /** Part of the items of a recognised file that may be refused, one at least, those with data of persons aside. */
  rejectedOfKnown: 0.1,
  /** A source that refuses a greater part of a file with its headings has nothing to do with it. */
  rejectedOfStrange: 0.5,

  /** Rows of a list of finds that have a day, of all but its totals. */
  datedFinds: 0.5,

  // What one column tells of another.

  /** A meaning that is so sure is evidence for the others of the table. */
  meaningTells: 0.6,
  /** A meaning that is more likely than not: it may be the rival of another column, or finer than it. */
  meaningLikely: 0.5,
  /** A column so likely to be one of offences names the keys of another. */
  companion: 0.4,
  /** Offences that are so sure are counted: figures are whole. */
  offencesCounted: 0.8,
  /** Score of a heading that names a meaning, rather than hint at it. */
  headingTells: 0.6,
  /** Score of a heading that leaves little else: over figures it outweighs a measure. */
  headingPlain: 0.8,
  /** A meaning so sure outweighs a measure that the heading names. */
  meaningPlain: 0.85,
  /** Of two columns with one meaning the fuller, or the better known, is taken where they differ by more. */
  fuller: 0.1,
  /** The finer of two is taken only where its cells support the meaning so far. */
  resolvable: 0.2,

  // How heading and cells are weighed.

  /** Heading and cells that are both so sure leave no more than a hundredth; a heading of persons is believed at once. */
  strong: 0.75,
  /** A rival nearer than this takes from a meaning what it comes closer. */
  rivalMargin: 0.2,
  /** A rival so likely takes all of that; another only a part. */
  rivalLikely: 0.5,
  /** Cells that support figures so far, or are figures to such a part, do not speak against them. */
  figuresByContent: 0.7,
  /** From here on the reason says that the cells speak against a meaning. */
  against: 0.5,
  /** The most that a heading alone can say. */
  headingAlone: 0.85,
  /** Part of the labels on which a meaning may rest; below, a few agree by chance. */
  contentLeast: 0.3,

  // Which part of the cells or rows is enough.

  /** A column of figures. */
  mostlyFigures: 0.8,
  /** A column whose cells may show how the table writes figures. */
  halfFigures: 0.5,
  /** Labels of a column of keys that have a digit or three letters at most. */
  mostlyKeys: 0.8,
  /** Labels of a column that must be figures, with words or a unit or without. */
  mostlyWorded: 0.8,
  /** Labels that must show the shape in which an office writes its places. */
  mostlyShaped: 0.8,
  /** A column of which this part looks like data of persons is left out. */
  halfPersonal: 0.5,
  /** A description that knows a smaller part of the headings proves nothing about one. */
  headingsKnown: 0.3,
  /** A source that has a smaller part of its headings here is not near. */
  sourceLike: 0.5,
  /** A source of which this part of the headings is here may have a later edition in it. */
  editionLike: 0.8,
  /** Words that two headings must share for one to be the other, renamed. */
  renamed: 0.4,
  /** Places of a file that lie in its country. */
  oneCountry: 0.8,
  /** Certain places of one kind and country, for the doubtful ones to be of that kind. */
  usualKind: 0.8,
  /** Headings that must name a place, a substance or an offence for all to do so. */
  headingRole: 0.6,
  /** Empty cells in a column whose labels may be stated once. */
  onceEmpty: 0.3,
  /** Rows in which a column must be the sum of others; rows whose parts are all nought prove nothing. */
  sumHolds: 0.98,
  /** Rows in which a column must be a quotient of two others. */
  quotientHolds: 0.95,
  /** Rows alike in all that is mapped that may be slips of the publisher. */
  slips: 0.02,
  /** Groups of rows in which a label must be the sum of others. */
  totalHolds: 0.9,
  /** Part of all figures above which a label outweighs the others. */
  outweighs: 0.2,
  /** Rows that one of several columns must fill, where each row fills only one. */
  oneSideFilled: 0.9,
  /** Pairs of labels for each label at most, where one column follows from the other. */
  oneFollows: 1.2,

  // How many are enough.

  /** Cells that prove a column of remarks to be one of personal data. */
  severalPersonal: 5,
  /** Certain places of one kind and country, for the doubtful ones to be of that kind. */
  usualPlaces: 5,
  /** Columns of places or substances that make a fold. */
  foldColumns: 3,
  /** Whole figures that must all end alike to be rounded. */
  roundedFigures: 20,
  /** Headings that are numbers or codes, which make a fold. */
  codeHeadings: 8,
  /** Figures with three digits behind the mark, after which nobody expects decimals. */
  groupedFigures: 6,
  /** Figures that a column must hold for its sums to be looked for. */
  figuresInColumn: 3,
  /** Rows of a kind, and different figures in them, for one figure of all of them to be none of the rows. */
  rowsOfKind: 4,
  /** Rows in which figures are those of another column added up, for them to be a running total whatever their heading says. */
  rowsRunOn: 6,
  /** Rows with two parts that are not nought, for a sum to be verified. */
  sumRows: 5,
  /** Rows that must add up in one reading of a mark and not in the other. */
  marksProved: 2,
  /** Letters of a cell below which it says nothing of a person, and stands in too many words. */
  personText: 4,
  /** Letters by which a cell of a person is known where it was cut short. */
  personTextCut: 20,

  // How much is looked at, or listed.

  /** Rows of a known source's file from which its columns are guessed. */
  rowsOfKnown: 500,
  /** Columns of which something is said: a person has to look at each. */
  columnsDescribed: 1_000,
  /** Letters of a heading: what is longer is a text, or a line that no delimiter splits. */
  headingLetters: 1_000,
  /** Letters of a cell: nothing longer is a code, a figure or a label. */
  cellLetters: 2_000,
  /** Columns of a table that are looked at when it is not read from a file. */
  columnsLooked: 4_000,
  /** Texts of a column that are told apart; each cell is still looked at. */
  valuesKept: 20_000,
  /** Rows that tell whether two columns go together, or follow from one another. */
  rowsCompared: 20_000,
  /** Rows that are added up to find totals. */
  rowsAdded: 100_000,
  /** Labels that are looked up in code lists: the most frequent ones. */
  labelsLooked: 300,
  /** Labels that are read as figures with words or a unit. */
  labelsTried: 200,
  /** Unknown labels that are compared word by word: more kinds than any national scheme has. For more, a rule must be found. */
  labelsCompared: 2_000,
  /** Texts of a column that are screened for data of persons, the most frequent ones. */
  labelsScreened: 5_000,
  /** Labels that another reading of a column is tried on. */
  labelsSketched: 12,
  /** Labels that a crosswalk is written for. */
  crosswalkLabels: 2_000,
  /** Labels that fit into the description before a crosswalk is written beside it. */
  inlineCodes: 6,
  /** Places that a description may list one by one. */
  listedPlaces: 60,
  /** Labels that a rule may list one by one. */
  listedLabels: 24,
  /** Columns of figures of a table that a publisher adds up in its rows. */
  sumColumns: 1_000,
  /** In a table with more columns of figures, only those near each other are tried. */
  fewFigureColumns: 60,
  /** Labels of a column that are tried because they say they are totals. */
  totalsNamed: 12,
  /** Columns of figures that are added up; editions side by side behave alike. */
  figureColumnsAdded: 12,
} as const;

/** What makes a group: the code of each dimension it is about. `{}`: everybody. Dimensions it does not name are summed over. */
export type CellCodes = Readonly<Record<string, string>>;

/** Something respondents are told apart by: an agency tree, a gender, an age band. */
export interface CellDimension {
  readonly name: string;
  /** The code above each code that has one. Absent: the codes are a flat list. */
  readonly parents?: Readonly<Record<string, string>>;
}

/**
 * The respondents who have the same code in every dimension: the finest the room can tell apart, published or not. A dimension
 * somebody gave no answer to is left out of its codes: these respondents count in cells that do not name it. A code of a tree may
 * be any of its nodes. Two with equal codes are added.
 */
export interface BasicCell {
  readonly codes: CellCodes;
  /** Respondents, a whole number from 0. */
  readonly count: number;
}

/** The basic cell as it was in the release before. */
export interface EarlierBasicCell extends BasicCell {
  /**
   * How many of these are among those counted now. Absent: as many as can be, min(then, now), for counts alone show no more. Give it
   * when responses can be matched: two withdrawn and two new ones leave a count as it was.
   */
  readonly stayed?: number;
}

/**
 * What readers have in hand already: the one release before this, told apart by the same dimensions. A code that means other people
 * now (a department moved to another agency) needs another name.
 */
export interface EarlierRelease {
  readonly basic: readonly EarlierBasicCell[];
  readonly published: readonly CellCodes[];
  /**
   * - kept: the same responses, some added or withdrawn since (a report before and after late answers). Then minus now is the
   *   people who changed.
   * - new: a later cycle, where people answered afresh. Who merely came or left is not given away by it; a group withheld then is,
   *   when what was published then minus what is published now leaves it.
   */
  readonly answers: 'kept' | 'new';
}

/** Everything a reader could compute with. */
export interface SurveyRelease {
  readonly dimensions: readonly CellDimension[];
  /** Who answered. For figures of one item, only who answered that item: its sums are over them. */
  readonly basic: readonly BasicCell[];
  /** The fewest respondents of a group that may be known. */
  readonly least: number;
  readonly earlier?: EarlierRelease;
}

/** One thing that was looked at. `not-run`: it cannot be looked at here, which is no good news and no bad. */
export type Finding = {
  readonly id: string;
  readonly state: 'well' | 'doubtful' | 'ill' | 'not-run';
  readonly says: string;
  /** What to do; absent where all is well. */
  readonly remedy?: string;
};

export const well = (id: string, says: string): Finding => ({ id, state: 'well', says });
export const doubtful = (id: string, says: string, remedy: string): Finding => ({
  id,
  state: 'doubtful',
  says,
  remedy,
});
export const ill = (id: string, says: string, remedy: string): Finding => ({
  id,
  state: 'ill',
  says,
  remedy,
});
export const notRun = (id: string, says: string): Finding => ({ id, state: 'not-run', says });

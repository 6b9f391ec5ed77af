/** Runs what it is given one after another, in the order of asking, whether the one before succeeded or not. */
export type OneAtATime = <Answer>(run: () => Promise<Answer>) => Promise<Answer>;

/** A mutex of its own. */
export const oneAtATime = (): OneAtATime => {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run, run);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** A folder as the command line names it: as it lies on the disk, or as it was in a commit, branch or tag of git. */
export type FolderAt = { readonly path: string; readonly ref: string | null };

/**
 * Splits `rules/us-xx@1.2.0` into folder and ref. An `@` at the start of a name belongs to the name, as in
 * `node_modules/@scope/rules`; the first other one ends the folder, and what follows is git's: `rules/us-xx@HEAD@{1}`. A
 * last name that begins with `@` is a ref after a folder that was written with a slash: `rules/us-xx/@main`.
 */
export const folderAt = (text: string): FolderAt => {
  const found = (
    /^(?<path>.*?[^/\\@])@(?<ref>.*)$/su.exec(text) ?? /^(?<path>.*[^/\\])[/\\]+@(?<ref>[^/\\]*)$/su.exec(text)
  )?.groups;
  return found === undefined ? { path: text, ref: null } : { path: found["path"] ?? text, ref: found["ref"] ?? "" };
};

/** A state folder's texts by path inside the folder, with forward slashes: `victim-definition/notice.json`. */
export type LawFiles = ReadonlyMap<string, string>;

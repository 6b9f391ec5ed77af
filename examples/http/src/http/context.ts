import type { Reach } from "../access/access-table.ts";
import type { Caller } from "../access/caller.ts";
import type { Operation } from "../access/access-table.ts";

/** What the steps of one request tell each other. */
export type RequestContext = {
  Variables: {
    requestId: string;
    operation: Operation | "none";
    caller: Caller | null;
    reach: Reach;
    /** The tag or name of what went wrong inside. */
    error: string | null;
    /** The answer that was made with all its headers; another one in its place is given them. */
    whole: Response | null;
  };
};

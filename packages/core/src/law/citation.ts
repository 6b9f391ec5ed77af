import { z } from "zod";

/** Names a text of law or an agency page within one jurisdiction, in kebab case: `rsmo-595.209`, `mca-46-24-212`. */
export const SourceId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]*$/u,
    "write a source id in lower-case letters, digits, dots and hyphens, such as `rsmo-595.209`",
  )
  .brand<"SourceId">();
export type SourceId = z.infer<typeof SourceId>;

/** What kind of authority a source is. Only the first four bind; a page or a house ruling never outranks them. */
export const Authority = z.enum([
  "constitution",
  "statute",
  "regulation",
  "court-decision",
  "court-rule",
  "agency-page",
  "secondary",
]);
export type Authority = z.infer<typeof Authority>;

/** A text that rules cite: what it is called, what kind of authority it is, and where a reader finds it. */
export const Source = z
  .strictObject({
    id: SourceId,
    title: z.string().min(1).meta({ description: "As a lawyer would cite it: `RSMo 595.209`." }),
    authority: Authority,
    edition: z.string().min(1).optional(),
    readAt: z.string().min(1).optional().meta({ description: "Where the text was read: site and edition." }),
    note: z.string().min(1).optional(),
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof Source>;

/** Points into a source: `{ source: "rsmo-595.209", at: "1(7)(d)" }`. */
export const Citation = z.strictObject({ source: SourceId, at: z.string().min(1).optional() }).meta({ id: "Citation" });
export type Citation = z.infer<typeof Citation>;

/** Prints a citation as a lawyer writes it, from the jurisdiction's list of sources; an unlisted source prints its id. */
export const formatCitation = (citation: Citation, sources: readonly Source[]): string => {
  const title = sources.find((source) => source.id === citation.source)?.title ?? citation.source;
  return citation.at === undefined ? title : `${title}.${citation.at}`.replace(/\.\(/u, "(");
};

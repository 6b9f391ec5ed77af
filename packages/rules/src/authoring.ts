/** For those who write and read rule files. */
export { formatLawFile, isFormatted } from "./author/format-law-file.ts";
export { editorSchemas, type EditorSchemaOptions } from "./editor-schema/editor-schemas.ts";
export { newState, type NewState } from "./new-state/new-state.ts";
export type { FirstEvent } from "./new-state/first-rule.ts";

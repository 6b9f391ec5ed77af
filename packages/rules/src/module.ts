/** Writes a state's rules as static modules, for platforms that bar code generation. */
export {
  type ModuleFiles,
  ModuleNameTaken,
  type ModuleOptions,
  QuestionTooLarge,
  writeModules,
} from "./module/write-modules.ts";

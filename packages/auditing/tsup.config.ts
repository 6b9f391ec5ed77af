import { defineConfig } from "tsup";
import { library } from "../../.ci/tsup.ts";

export default defineConfig(library());

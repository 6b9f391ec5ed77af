import { defineConfig } from "tsup";
import { command } from "../../.ci/tsup.ts";

export default defineConfig(command());

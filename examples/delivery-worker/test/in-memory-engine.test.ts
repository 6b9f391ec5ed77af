import { Instant } from "@victim-rights/core";
import { inMemoryEngine } from "../src/job-engine/in-memory-engine.ts";
import { jobEngineContract } from "./job-engine-contract.cases.ts";

jobEngineContract("the engine in memory", () =>
  Promise.resolve({ ...inMemoryEngine(Instant.parse("2026-03-02T15:00:00Z")), close: () => Promise.resolve() }),
);

import type { Instant } from "@victim-rights/core";
import type { KeyRingShape } from "@victim-rights-examples/field-encryption";
import type { Database, FieldCipher } from "@victim-rights-examples/storage-postgres";
import type { Kysely } from "kysely";

/** What a registry is made from. */
export type RegistryParts = {
  readonly db: Kysely<Database>;
  readonly cipher: FieldCipher;
  readonly ring: Pick<KeyRingShape, "index">;
  readonly clock: () => Instant;
};

import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Scalar } from "@scalar/hono-api-reference";
import { CustodyEvent } from "@victim-rights/core";
import { CustodyCloudEvent } from "../inbound/read-cloud-event.ts";
import type { Ports } from "../ports.ts";
import type { RequestContext } from "./context.ts";

const SCRIPT = "/reference/scalar.js";

/** Serves the OpenAPI document, and a page to read it by whose script is the installed package's own. */
export const mountDocument = (app: OpenAPIHono<RequestContext>, ports: Ports): void => {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "A token of the agency's issuer: `sub`, `role`, `purposes`, `iat`, `exp`.",
  });
  for (const [name, schema] of Object.entries({ CustodyEvent, CustodyCloudEvent }))
    app.openAPIRegistry.registerComponent("schemas", name, jsonSchemaOf(schema));
  let document: ReturnType<typeof documentOf> | null = null;
  app.get("/openapi.json", (context) => {
    context.set("operation", "read-openapi");
    document ??= documentOf(app);
    return context.json(document);
  });
  const { referenceScript } = ports;
  if (referenceScript === null) return;
  app.get("/reference", page);
  app.get(SCRIPT, async (context) => {
    context.set("operation", "read-reference-script");
    const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=86400" };
    return new Response(await referenceScript(), { headers });
  });
};

/** These schemas were made before the document's own methods were there: zod writes them itself. */
const jsonSchemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
};

const page = Scalar<RequestContext>((context) => {
  context.set("operation", "read-reference");
  const nonce: unknown = context.get("secureHeadersNonce" as never);
  return {
    url: "/openapi.json",
    cdn: SCRIPT,
    ...(typeof nonce === "string" && { nonce }),
    pageTitle: "Victims' rights: the interface",
    theme: "default",
    withDefaultFonts: false,
    telemetry: false,
    hideClientButton: true,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: "never",
    persistAuth: false,
    authentication: { preferredSecurityScheme: "bearer" },
  };
});

/** The OpenAPI 3.1 document of a service. */
export const documentOf = (app: OpenAPIHono<RequestContext>) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "victim-rights over HTTP",
      version: "0.0.0",
      description:
        "Who is a victim, who must be told, by when, and why. Problems are RFC 9457 and name every issue. An answer never holds an address or number of anybody.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  });

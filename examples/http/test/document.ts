import { ROUTES } from "../src/app.ts";
import type { AnyEndpoint } from "../src/http/endpoint.ts";
import type { Service } from "./service.ts";

/** A parameter as the document has it. */
type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean };

/** An operation as the document has it, with the route that it is about. */
export type Documented = {
  readonly path: string;
  readonly method: string;
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly security: readonly object[];
  readonly route: AnyEndpoint | undefined;
};

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: object;
};

/** Every operation of a service's own OpenAPI document. */
export const readDocument = async ({
  ask,
}: Service): Promise<{ document: Document; operations: readonly Documented[] }> => {
  const document = (await (await ask("GET", "/openapi.json")).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method,
      parameters: operation.parameters ?? [],
      route: ROUTES.find((each) => each.path === path && each.method === method),
    })),
  );
  return { document, operations };
};

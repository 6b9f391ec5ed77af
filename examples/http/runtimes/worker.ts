/** The service in memory as a worker, whose settings are a text binding. A worker may use chance and time within a request alone. */
import type { App } from "../src/app.ts";
import { type PortableSettings, portableService } from "./portable-service.ts";

type Bindings = { readonly SETTINGS: string };

let app: App | null = null;

export default {
  fetch: (request: Request, { SETTINGS }: Bindings): Response | Promise<Response> => {
    app ??= portableService(JSON.parse(SETTINGS) as PortableSettings);
    return app.fetch(request, { client: request.headers.get("cf-connecting-ip") ?? "unknown" });
  },
};

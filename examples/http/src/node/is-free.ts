import { createServer } from "node:net";

/** Whether nobody listens at a place yet: asked first, since making everything ready takes longer. */
export const isFree = ({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

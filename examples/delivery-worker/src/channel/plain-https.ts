import { z } from "zod";

const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An address of a server: HTTPS, or HTTP on this machine; without a login, a query or a fragment, which would end in logs. */
export const plainHttps = z.string().refine((text) => {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOCAL.has(url.hostname));
}, "write an https address without a login, a query or a fragment");

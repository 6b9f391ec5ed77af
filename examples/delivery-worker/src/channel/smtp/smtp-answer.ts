import type { RefusalCode, SendAnswer } from "../channel.ts";

/**
 * Answers with what an error proves. A relay's own reply is an answer. A line that broke is one too while the relay had
 * not been asked to take the text; after that nobody can tell. The error's words are never read on: they repeat addresses.
 */
export const answerOfSmtpError = (error: unknown, textWasGiven: boolean): SendAnswer => {
  const { code, responseCode } = toldBy(error);
  if (responseCode !== null) return answerOfReply(responseCode);
  if (textWasGiven) return { kind: "unknown", code: code === "ETIMEDOUT" ? "no-answer" : "broken-off" };
  if (code === "EENVELOPE") return { kind: "refused", lasting: "permanent", code: "no-such-contact-point" };
  return { kind: "refused", lasting: "temporary", code: "not-now" };
};

/** @source RFC 5321, section 4.2.3: 4yz is a passing failure, 5yz a lasting one. */
const answerOfReply = (reply: number): SendAnswer => {
  const lasting = reply >= 500 ? "permanent" : "temporary";
  // 530 to 538 speak of the agency's own login and not of the reader.
  if (reply >= 530 && reply <= 538) return { kind: "refused", lasting: "temporary", code: "not-allowed" };
  return { kind: "refused", lasting, code: CODES[reply] ?? "not-stated" };
};

const CODES: Readonly<Record<number, RefusalCode>> = {
  421: "not-now",
  450: "not-now",
  451: "not-now",
  452: "full",
  550: "no-such-contact-point",
  551: "no-such-contact-point",
  552: "full",
  553: "no-such-contact-point",
  554: "blocked",
};

const toldBy = (error: unknown): { readonly code: string; readonly responseCode: number | null } => {
  const given: Partial<Record<"code" | "responseCode", unknown>> =
    typeof error === "object" && error !== null ? error : {};
  return {
    code: typeof given.code === "string" ? given.code : "",
    responseCode: typeof given.responseCode === "number" ? given.responseCode : null,
  };
};

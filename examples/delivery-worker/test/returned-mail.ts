/** A key that no send has. */
export const KEY = `n${"a".repeat(64)}`;

/** What differs between one report and another. */
export type Mail = {
  readonly action: string;
  readonly status: string;
  readonly envelopeId: string | null;
  readonly messageId: string | null;
  readonly moreRecipients: string;
  readonly returned: string;
  readonly id: string;
};

/** A report as Postfix writes them, shortened; the canary stands wherever an address stands. */
export const mail = (given: Partial<Mail> = {}): string => {
  const { action, status, envelopeId, messageId, moreRecipients, returned, id } = { ...USUAL, ...given };
  return [
    "From: Mail Delivery System <MAILER-DAEMON@relay.example>",
    "To: notices@agency.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Date: Mon, 2 Mar 2026 15:04:00 +0000 (UTC)",
    `Message-ID: <${id}@relay.example>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="B.1/relay.example"',
    "",
    "--B.1/relay.example",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "<canary1@canary.example>: host mx said: 550 5.1.1 no such user",
    "",
    "--B.1/relay.example",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; relay.example",
    ...(envelopeId === null ? [] : [`Original-Envelope-Id: ${envelopeId}`]),
    "",
    "Final-Recipient: rfc822; canary1@canary.example",
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 <canary1@canary.example>:",
    "    no such user",
    moreRecipients,
    "--B.1/relay.example",
    `Content-Type: ${returned}`,
    "",
    ...(messageId === null ? [] : [`Message-ID: <${messageId}@agency.example>`]),
    "Subject: A message for you",
    "",
    "--B.1/relay.example--",
    "",
  ].join("\n");
};

const USUAL: Mail = {
  action: "failed",
  status: "5.1.1",
  envelopeId: KEY,
  messageId: KEY,
  moreRecipients: "",
  returned: "text/rfc822-headers",
  id: "20260302150400.1",
};

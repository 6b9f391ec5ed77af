import { DeliveryPolicy } from "@victim-rights/notification";

/** Three tries for each contact point, half an hour apart; nothing of it is law. */
export const POLICY = DeliveryPolicy.parse({
  label: "policy",
  version: "test-1",
  jurisdiction: "xx-yy",
  decidedBy: "test",
  decidedOn: "2026-01-01",
  nearDeadlineMinutes: 60,
  escalateBeforeMinutes: 30,
  quietHours: null,
  cadences: [
    {
      id: "every-half-hour",
      urgencies: ["late", "near-deadline", "prompt", "routine"],
      methods: ["email", "sms", "postal", "automated-system", "phone", "in-person"],
      waitMinutes: 30,
      maxAttempts: 3,
      why: "test",
    },
  ],
  collisions: [],
  acceptDelivery: null,
});

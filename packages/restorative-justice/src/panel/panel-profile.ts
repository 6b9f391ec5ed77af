import { Citation, Source } from "@victim-rights/core";
import { z } from "zod";
import WA from "./profiles/WA.json" with { type: "json" };

const Words = z.string().min(1);
const Count = z.int().min(0);

/** What a programme makes its speakers' policies do. */
export const SpeakerPolicy = z.enum(["recruit", "screen", "train", "support"]);
export type SpeakerPolicy = z.infer<typeof SpeakerPolicy>;

/** Minimums that a text sets for a panel. None is a default: a jurisdiction chooses a profile. */
export const PanelProfile = z.strictObject({
  key: Words,
  title: Words,
  note: Words,
  mark: z.literal("verified"),
  cites: z.array(Citation).min(1).readonly(),
  sources: z.array(Source).readonly(),
  minimumInPersonSpeakers: Count,
  minimumVictimSurvivors: Count,
  /** Without the time for administration. */
  minimumMinutes: Count,
  maximumVideoMinutes: Count,
  policiesOnSpeakers: z.array(SpeakerPolicy).readonly(),
  storiesVerified: z.literal("required"),
  admission: z.literal("nobody_under_the_influence"),
  fee: z.literal("unless_court_orders_otherwise"),
});
export type PanelProfile = Readonly<z.infer<typeof PanelProfile>>;

/** The profiles that a jurisdiction may choose from. All are off until one is chosen. */
export const PANEL_PROFILES: ReadonlyMap<string, PanelProfile> = new Map(
  [WA].map((raw) => [raw.key, PanelProfile.parse(raw)]),
);

/** How a panel was held or is planned. */
export const PanelPlan = z.strictObject({
  speakers: z
    .array(
      z.strictObject({
        id: Words,
        presence: z.enum(["in_person", "remote", "recorded"]),
        role: z.enum(["victim_survivor", "other"]),
        story: z.enum(["verified", "not_verified"]),
      }),
    )
    .readonly(),
  minutesWithoutAdministration: Count,
  videoMinutes: Count,
  policies: z.array(SpeakerPolicy).readonly(),
  admission: z.enum(["nobody_under_the_influence", "not_checked"]),
  fee: z.enum(["charged", "court_ordered_otherwise", "not_charged"]),
});
export type PanelPlan = Readonly<z.infer<typeof PanelPlan>>;

/** A minimum that a panel does not meet. */
export type PanelShortfall =
  | "too-few-in-person-speakers"
  | "no-victim-survivor"
  | "too-short"
  | "too-much-video"
  | "policies-missing"
  | "story-not-verified"
  | "admission-not-checked"
  | "fee-not-charged";

/** Every minimum of a profile that a panel does not meet, in the profile's order. */
export const panelShortfalls = (profile: PanelProfile, plan: PanelPlan): readonly PanelShortfall[] =>
  MINIMUMS.filter(([, isMet]) => !isMet(profile, plan)).map(([shortfall]) => shortfall);

const inPerson = ({ speakers }: PanelPlan): ReadonlySet<string> =>
  new Set(speakers.filter(({ presence }) => presence === "in_person").map(({ id }) => id));

const survivors = ({ speakers }: PanelPlan): number =>
  new Set(
    speakers.filter(({ role, presence }) => role === "victim_survivor" && presence === "in_person").map(({ id }) => id),
  ).size;

const MINIMUMS: readonly (readonly [PanelShortfall, (profile: PanelProfile, plan: PanelPlan) => boolean])[] = [
  ["too-few-in-person-speakers", (profile, plan) => inPerson(plan).size >= profile.minimumInPersonSpeakers],
  ["no-victim-survivor", (profile, plan) => survivors(plan) >= profile.minimumVictimSurvivors],
  ["too-short", (profile, plan) => plan.minutesWithoutAdministration >= profile.minimumMinutes],
  ["too-much-video", (profile, plan) => plan.videoMinutes <= profile.maximumVideoMinutes],
  ["policies-missing", (profile, plan) => profile.policiesOnSpeakers.every((each) => plan.policies.includes(each))],
  ["story-not-verified", (_, plan) => plan.speakers.every(({ story }) => story === "verified")],
  ["admission-not-checked", (profile, plan) => plan.admission === profile.admission],
  ["fee-not-charged", (_, plan) => plan.fee !== "not_charged"],
];

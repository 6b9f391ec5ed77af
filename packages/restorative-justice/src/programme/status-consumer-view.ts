/**
 * What classification, custody, parole, probation, sentence credit and release decisions may read of any restorative
 * case: nothing. The type has no field, so that none can be filled by mistake (INV-05).
 */
export type StatusConsumerView = Readonly<Record<string, never>>;

/** The view for those who decide on status; it takes no case, and so cannot depend on one. */
export const statusConsumerView = (): StatusConsumerView => ({});

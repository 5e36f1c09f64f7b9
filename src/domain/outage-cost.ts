const HOURS_PER_YEAR = 365 * 24

type OutageTerms = Readonly<{
  yearlyRevenue: number
  /** 0.5 where half of what is lost goes back to the customers. */
  refundShare: number
  /** Contracts count outages in slots, as of 30 minutes, of which a begun one counts whole; null where they count minutes. */
  slotMinutes: number | null
}>

/** Exact, in the revenue's currency: the book's 1,710 comes from an hourly revenue rounded before it is used. */
export function outageCost(outageMinutes: readonly number[], terms: OutageTerms): number {
  const { yearlyRevenue, refundShare, slotMinutes } = terms
  const counted = outageMinutes.map((minutes) =>
    slotMinutes === null ? minutes : Math.ceil(minutes / slotMinutes) * slotMinutes,
  )
  const hours = counted.reduce((sum, minutes) => sum + minutes, 0) / 60
  return (hours * yearlyRevenue * refundShare) / HOURS_PER_YEAR
}

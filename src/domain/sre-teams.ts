/** An SRE team can look after as many development teams as it has people. */
export const SRE_TEAM_SIZE = 8

/** How many SRE teams so many development teams need. */
export function sreTeamsFor(developmentTeams: number, teamSize = SRE_TEAM_SIZE): number {
  return Math.ceil(developmentTeams / teamSize)
}

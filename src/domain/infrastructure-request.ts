export const requestStates = ['asked', 'building', 'there', 'declined'] as const
export type RequestState = (typeof requestStates)[number]

type Asked = Readonly<{ requestedBy: readonly string[]; benefits: readonly string[] }>

/** How many teams it helps: whoever asks for it, and whoever else will have it. */
export function helpedTeams({ requestedBy, benefits }: Asked): number {
  return new Set([...requestedBy, ...benefits]).size
}

/** What helps most teams comes first, then what most of them ask for; those alike keep the order they came in. */
export function byBenefit<Request extends Asked>(requests: readonly Request[]): readonly Request[] {
  return requests.toSorted(
    (a, b) => helpedTeams(b) - helpedTeams(a) || b.requestedBy.length - a.requestedBy.length,
  )
}

type ChunkGroup = Readonly<{
  name: string
  test?: RegExp
  tags?: ['$initial']
  /** By how many pages at least. */
  minShareCount?: number
  includeDependenciesRecursively?: boolean
}>

/** Only what is named, and not all that it imports: else a group holds what few of its pages need. */
const alone = { includeDependenciesRecursively: false } as const

/**
 * What comes in one file. A dozen small files cost a page more than they save; a large one that holds what other pages need
 * is a burden. So parts that are needed together come together, the first group that matches wins, and what is in none comes
 * as the bundler splits it: by which pages need it.
 */
export const chunkGroups: ChunkGroup[] = [
  { name: 'app', tags: ['$initial'] },
  {
    name: 'table',
    test: /\/src\/(?:ui\/(?:data-table|table-|sort-|use-row-window|use-end-near|column-|answered-list)|api\/share-rows)/,
    minShareCount: 4,
    ...alone,
  },
  // What the indicators' addresses mean is needed where a page links to one; their schemas only where they are asked.
  {
    name: 'indicator-paths',
    test: /\/src\/(?:url\/(?:indicator-(?:view|paths)|sla-view|links-view)|domain\/growth)/,
    minShareCount: 4,
    ...alone,
  },
  // What leads to decisions: many pages of theirs need it, and of where people land few.
  {
    name: 'decision-paths',
    test: /\/src\/url\/(?:decisions?-|new-decision|agreement-|set-slo-|api-consumption-|tighter-slo-|chaos-|downtime-)/,
    minShareCount: 4,
    ...alone,
  },
  {
    name: 'trends',
    test: /\/src\/(?:api\/(?:indicator-table|trend-queries)|contract\/(?:tables|records|recovery|ticket|trend))/,
    minShareCount: 3,
    ...alone,
  },
  {
    name: 'indicator-queries',
    test: /\/src\/(?:api\/indicator-queries|contract\/(?:indicator|record-|entries|on-call-rotations|kept-overview))/,
    minShareCount: 4,
    ...alone,
  },
  {
    name: 'settings',
    test: /\/src\/(?:ui\/(?:(?:place-)?settings|as-of-note)|features\/(?:indicators\/(?:process-note|nothing-left)|budgets\/(?:period-lede|no-slos)))/,
    minShareCount: 4,
    ...alone,
  },
  // One SLO over time: what is asked of it.
  {
    name: 'history',
    test: /\/src\/(?:api\/history-queries|contract\/(?:budget-history|history-operations|policy-mark)|features\/slo\/(?:slo-budget|history-query))/,
    minShareCount: 2,
    ...alone,
  },
  // What people fill in: no page that people land on begins with it.
  {
    name: 'forms',
    test: /\/src\/(?:ui\/(?:form|field|text-|select-field|merge-prompt)|api\/(?:not-saved|refused-change))/,
    minShareCount: 4,
    ...alone,
  },
  // What stands in the cells of one list or another.
  {
    name: 'cells',
    test: /\/src\/ui\/(?:slo-name|budget-(?:left|bar)|burn-rate-mark|sparkline)/,
    minShareCount: 3,
    ...alone,
  },
  { name: 'indicators', test: /\/src\/features\/indicators\//, minShareCount: 4, ...alone },
  // Four pages draw a burn-down; what others draw comes without it.
  { name: 'figures', test: /\/src\/(?:charts\/|ui\/use-measured-width)/, minShareCount: 5, ...alone },
  // But the font that images carry inside is wanted only where one is made, and days by name not where people are on call.
  {
    name: 'controls',
    test: /\/src\/(?:(?:ui|url|domain)\/(?!embedded-font|day\.ts)|api\/(?!.*-queries)|contract\/(?:csv|facets))|\/@tanstack\//,
    minShareCount: 15,
    ...alone,
  },
  // Recharts, and what draws with it.
  { name: 'charts', test: /\/src\/charts\/burn-down-panel\.tsx$/ },
]

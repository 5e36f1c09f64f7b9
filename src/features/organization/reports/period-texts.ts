import { attention } from '../../../domain/attention.ts'
import { formatMoney } from '../../../domain/format-money.ts'
import { counted } from '../../../domain/indicator-words.ts'
import { attentionFacts, type HomeAnswers } from '../home-facts.ts'
import type { HomeRange } from '../home-range.ts'
import { sharePercent } from '../share-percent.ts'
import { outageWords, recoveryWords, ticketWords } from '../trend-words.ts'
import type { Block, Report, Words } from './report.ts'
import type { ReportLinks } from './report-links.ts'

export type ReportFacts = Readonly<{
  organization: string
  /** Up to when the figures reach, in words. */
  dataUpTo: string
  /** `asOf` is the period that is told of, closed or not. */
  range: HomeRange
  answers: HomeAnswers
  /** Outages per period that nobody inside saw first, before SRE; null where nobody entered it. */
  beforeSre: number | null
  links: ReportLinks
}>

/** How the organization did in one period: what managers and executives hand around. */
export function periodReport(facts: ReportFacts): Report {
  const { range, answers, links } = facts
  return {
    title: `${facts.organization}: reliability in ${nameOf(range)}`,
    blocks: [
      { kind: 'paragraph', words: keptWords(facts) },
      { kind: 'heading', text: 'Teams' },
      teamTable(facts),
      { kind: 'heading', text: 'Services that broke a budget' },
      brokenList(facts),
      { kind: 'heading', text: 'Incidents, tickets and outages' },
      { kind: 'list', items: trendItems(facts) },
      { kind: 'heading', text: 'Contracts' },
      contractTable(answers, links),
      ...needBlocks(facts),
      footBlock(facts),
    ],
  }
}

/** The weekly broadcast: what was, what is, what comes next, short enough to be read on a Friday. */
export function sreMinutes(facts: ReportFacts): Report {
  return {
    title: `SRE minutes: ${facts.organization}, ${nameOf(facts.range)}`,
    blocks: [
      { kind: 'heading', text: 'Before and now' },
      { kind: 'list', items: [beforeWords(facts), keptWords(facts)] },
      { kind: 'heading', text: 'The numbers' },
      { kind: 'list', items: trendItems(facts) },
      ...needBlocks(facts),
      footBlock(facts),
    ],
  }
}

function nameOf({ asOf }: HomeRange): string {
  if (asOf === null) return 'no period'
  return `${asOf.name} of ${asOf.id.slice(0, 4)}${asOf.isOpen ? ', still open' : ''}`
}

function keptOf({ answers: { kept } }: ReportFacts, id: string | undefined) {
  return kept.items.find(({ period }) => period.id === id)
}

function keptWords(facts: ReportFacts): Words {
  const item = keptOf(facts, facts.range.asOf?.id)
  const link = { text: 'Service by service', href: facts.links.kept }
  if (item === undefined || item.share === null) return ['No service had a verdict. ', link, '.']
  const { kept, counted: all, share, period } = item
  const verb = period.isOpen ? 'have kept every budget so far in' : 'kept every budget in'
  return [`${kept} of ${all} services ${verb} ${period.name}: ${sharePercent(share)}\u202f%. `, link, '.']
}

function beforeWords(facts: ReportFacts): Words {
  const before = keptOf(facts, facts.range.compare?.id)
  if (before === undefined || before.share === null) return ['Of the period before nothing is known.']
  return [
    `${before.kept} of ${before.counted} kept every budget in ${before.period.name}: ${sharePercent(before.share)}\u202f%.`,
  ]
}

function teamTable({ answers: { kept }, range }: ReportFacts): Block {
  const at = (id: string | undefined) => kept.items.findIndex(({ period }) => period.id === id)
  const [now, before] = [at(range.asOf?.id), at(range.compare?.id)]
  const counts = (item: Readonly<{ kept: number; counted: number }> | undefined) =>
    item === undefined || item.counted === 0 ? '–' : `${item.kept} of ${item.counted}`
  if (kept.teams.length === 0) return { kind: 'paragraph', words: ['No team has an SLO in these periods.'] }
  return {
    kind: 'table',
    header: ['Team', `Services within budget, ${range.asOf?.name ?? ''}`, range.compare?.name ?? 'Before'],
    rows: kept.teams.map(({ name, items }) => [[name], [counts(items[now])], [counts(items[before])]]),
  }
}

function brokenList({ answers: { kept }, range, links }: ReportFacts): Block {
  const at = kept.items.findIndex(({ period }) => period.id === range.asOf?.id)
  const broken = kept.services.filter(({ brokenPeriods }) => brokenPeriods[at] === true)
  const more: Words = [
    { text: 'Which SLOs they were', href: links.adherence },
    ', and ',
    { text: 'which budgets ran out early', href: links.exhaustion },
    '.',
  ]
  if (broken.length === 0) {
    const hadVerdict = kept.items[at]?.share != null
    return { kind: 'paragraph', words: [hadVerdict ? 'None.' : 'No service had a verdict.'] }
  }
  const names = broken.map(({ service, team }): Words => [`${service} (${teamName(kept.teams, team)})`])
  return { kind: 'list', items: [...names, more] }
}

function teamName(teams: ReportFacts['answers']['kept']['teams'], slug: string): string {
  return teams.find(({ team }) => team === slug)?.name ?? slug
}

function trendItems({
  answers: { recovery, tickets },
  beforeSre,
  range,
  links,
}: ReportFacts): readonly Words[] {
  const items: Words[] = []
  if (recovery !== undefined) {
    const words = recoveryWords(recovery, range)
    items.push([
      { text: 'Time to recovery', href: links.recovery },
      `: ${words.figure ?? 'no incident resolved'} ${words.against}. ${words.summary}`,
    ])
    const seen = outageWords(recovery.byPeriod, range, beforeSre)
    items.push([
      { text: 'Outages not detected internally', href: links.detection },
      `: ${seen.figure ?? 'not known'} ${seen.against}.${beforeSre === null ? '' : ` ${seen.summary}`}`,
    ])
  }
  if (tickets !== undefined) {
    const words = ticketWords(tickets, range)
    items.push([
      { text: 'Reliability tickets', href: links.tickets },
      `: ${words.figure ?? 'not known'} ${words.against}. ${words.summary}`,
    ])
  }
  const [first] = range.shown
  const { asOf } = range
  if (items.length > 0 && first !== undefined && asOf !== null && first.id !== asOf.id) {
    items.push([`Trends and mean changes run from ${inYear(first)} to ${inYear(asOf)}.`])
  }
  return items
}

function inYear({ id, name }: Readonly<{ id: string; name: string }>): string {
  return `${name} of ${id.slice(0, 4)}`
}

function contractTable({ contracts = [] }: HomeAnswers, links: ReportLinks): Block {
  if (contracts.length === 0) return { kind: 'paragraph', words: ['No contractual SLA is recorded.'] }
  return {
    kind: 'table',
    header: ['Contract', 'Held', 'Outages would cost at most'],
    figures: ['Outages would cost at most'],
    rows: contracts.map(({ name, brokenIn, hasVerdict, notSigned, counted: since, cost }) => [
      [{ text: name, href: links.contracts }],
      [
        !hasVerdict
          ? (notSigned ?? '–')
          : `${brokenIn.length === 0 ? 'yes' : `no, in ${brokenIn.join(', ')}`}${since === null ? '' : `, ${since}`}`,
      ],
      notSigned !== null
        ? ['–']
        : cost === null
          ? ['the contract does not say']
          : [{ text: formatMoney(cost.amount, cost.currency), href: links.costs }],
    ]),
  }
}

/** What goes on right now belongs to a report on the present alone. */
const ofNow: readonly string[] = ['burning', 'incidents', 'exhausted']

function needBlocks({ answers, range }: ReportFacts): readonly Block[] {
  const items = attention(attentionFacts(answers, range)).filter(
    ({ kind }) => (range.asOf?.isOpen ?? false) || !ofNow.includes(kind),
  )
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: 'What needs attention' },
    { kind: 'list', items: items.map(({ words }) => [words]) },
  ]
}

function footBlock({ dataUpTo, answers: { kept } }: ReportFacts): Block {
  const closed = kept.items.filter(({ period }) => !period.isOpen).length
  return {
    kind: 'paragraph',
    words: [
      `Data up to ${dataUpTo}, production, ${counted(closed, 'closed period')} looked at. Teams are summed up by services, and nobody is ranked. Links show the figures as they were then.`,
    ],
  }
}

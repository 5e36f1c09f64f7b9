import type { OperationId } from '../src/contract/operations.ts'

/** What a schema cannot say: what is taken where nothing is asked for, and what is counted. */
export const operationNotes: Readonly<Partial<Record<OperationId, string>>> = {
  listTeams:
    'States, worst state and burning series are those of production deployments in the current period.',
  listBudgets:
    'Without `period` the current one; without `sort` the worst state first, then the least budget left. ' +
    'What is absent sorts last in either direction, and ties are broken by SLO and deployment. ' +
    'Series that did not exist in the period are not listed. `answer` is about every SLO of the selection, not about the page alone.',
  readBudgetFacets:
    'Takes the filters of the list. Each count is that with the other filters as they are, so that it says what choosing it would show. ' +
    'Services without a budget in the period are left out.',
  readRollUp:
    'Without `period` the current one. Trouble is what is exhausted, broken, at risk, without data or burning; ' +
    '`elsewhere` compares one production deployment with the others.',
  readMatrix:
    'Without `period` the current one, without `rows` SLOs, without `columns` deployments. Without `sort` the worst state first, ' +
    'then the least budget left, by the worst budget of a row; rows of a group follow one another, the group of the first row first. ' +
    '`state` and `burning` keep rows of which any budget is so, with all their cells.',
  readBudgetHistory:
    'Without a window the current period; without a scale the finest one offered. Periods are those that overlap the window; ' +
    'their columns hold the slots that overlap it, whole, and `remaining` is always accumulated from the start of the period. ' +
    'But months are whole, each with a virtual grant from its own events, and stand with the last period shown that they reach into. ' +
    'Breaches are looked for from a week before the window. Readings are those of now, whatever the window, by the finest counts that are held; ' +
    '`burning` is that of whole hours, as in every list.',
  listOnCall:
    'Production deployments only. What burns stands under `burning` and nowhere else, the fastest first; the others with the least left first. ' +
    '`groups` counts all, `shown` chooses which are listed.',
  readBoard:
    'Every team has a card. A column is concentrated where it holds more teams than the mean over all columns. A step is a move or an exit ' +
    'measure; a team without one for `stuckAfterWeeks` says for how many weeks. A practice is in use where a team has left its phase forwards ' +
    'or has reached all that it asks for. `evidence` is what data tell, and moves nobody.',
  moveTeam:
    'With `to` null the last move is taken back, for mistakes. Every version is kept under GET /api/entries.',
  readSituation:
    'A burn is the depletion episode that still goes on where the data end. Its cause is a release of the service within two hours before it; ' +
    'else a dependency, direct or not, that began to burn no later than an hour after it; else a release of the service, then of a dependency, ' +
    'within the 24 hours before. It says what came before, not what is to blame.',
  listCorrections:
    'One item for all that was recorded at once. Status `upcoming`: none of its times has begun.',
  withdrawCorrection:
    'Of what recurs `upcoming` takes back what has not begun, `one` the time that begins at `start`, and no other: GET …/times lists them. ' +
    'A time that the end of a period cuts is taken back whole.',
  createCorrection:
    'The category says how: agreed-maintenance and bad-measurement exclude the hours from `start` to `end`, internal-dependency ' +
    'and third-party give back `share` of the grant at `start`. Hours are whole. A correction applies inside one period: what reaches ' +
    'over its end is refused with the parts that would be right; times of a rule are cut there. Rules are RRULEs of DAILY, WEEKLY ' +
    'or MONTHLY with INTERVAL, BYDAY, and COUNT or UNTIL, at most 400 times. A closed period that changes, by a correction or by hours that come late, keeps `restatedAt`.',
  readPlannedDowntime:
    'Without `from` it begins with the first hour that is not over; it may begin in the open period or in the one after, and ends with ' +
    'the period it begins in. `starts` has every such hour with the least that any budget would have left. Clauses that look at a shorter ' +
    'time than the period are told when they stop releases, and not foreseen.',
  readFeaturesOrReliability:
    'Rows and figures are those of the indicators: SLO adherence over `periods`, premature exhaustion (by time and by what was left), ' +
    'highest depletion speed, availability and average latency over `period`. Each list has its first `picks` rows and all that tie with the ' +
    'last of them. The shortlist is the union of what the lists name, by service and endpoint, and by deployment where `merge` is `no`; ' +
    'most questions first, then what ended deepest below zero. `outcome.leansTo` is worked out of the lists as they are, whatever `leave` and ' +
    '`add` say, and null where too few endpoints are in view. The accounting year is looked at up to `period`, three periods at least. ' +
    '`decided` is the record whose `split` names the same teams, or none, and the period `decisionFor`.',
  readApiConsumption:
    'Of the last thirteen closed periods, with the figures of the indicators. The rule looks at the last three of them, in the chosen deployment: ' +
    'a broken one, or more than 50 % of the budget gone in the median one, asks for solid investment in adaptive capacity; all three kept with ' +
    'no more gone needs little. A release came before an episode that began within 24 hours after it. `without` says why there is no SLO.',
  readTighterSlo:
    'Of the closed periods of one SLO in one deployment, with the figures of the indicators. A remainder is representative from 20 % on; most ' +
    'is more than half of the periods that have a figure. `candidates` are the same events under other targets, as if each had always ' +
    'held: the next three customary ones, the tightest that most periods would have borne, and `target`. Corrections count as they do.',
  readChaosHypothesis:
    'Defended is what was fulfilled in each of the last three closed periods. Candidates are the first eight, fewest periods of the ' +
    'accounting year broken first, then what ended with most left. Weeks are whole ones, Monday to Sunday UTC, each with the share of the ' +
    'grant that its own events make; a top-up of a period gives nothing back to a week.',
  readSetSlo:
    'Each dependency that the catalog names, and what corrections put down to something outside it, with its class of service level: ' +
    'high where every SLO was kept in each of the last three closed periods, medium where every SLA was, low where what is defined was ' +
    'broken, undefined where nothing is. `answers` says of each how it counts: name~strength~adaptive capacity~how it fails~SLA~published ' +
    'adherence, joined by ~~. Availability alone is composed. Endpoints are looked at over the last six closed periods.',
  readSetSla:
    'Every team with an endpoint-level SLA under a contract in view, in three steps of which none is asked after one that was not positive: ' +
    'recovery over the whole window, then adherence and remaining budget over its closed periods, by the SLA that had least.',
  readSreCapacity:
    'Four signs of need of each team that has a service in view. Rotations are those in force now. Signs are counted; no verdict follows.',
  listContracts:
    'By slug. With `team` or `service` those that rest on one of its endpoint-level SLAs; with `customer` those that name the customer and ' +
    'those that hold for every one. Budgets are those of GET /api/indicators/sla-depletion.',
  readStatus:
    'A service is impacted by open incidents of priority 1 and 2, whatever their severity; a product as its worst service. The ' +
    'audience decides what is in the answer: people outside are told neither of services that are not listed for them nor what the ' +
    'incident is called in the tool. Without `deployment` those of production. Incidents are the open ones and those of the last seven days.',
  createStatusUpdate:
    'The first update opens the bracket, the last closes it; each but the last says when the next one comes, within four hours.',
  listDelivery:
    'Without a window the last three periods, the open one among them. Times are medians in minutes, beside their means; rates are shares. ' +
    'An event counts in the window it happened in, an interval where it ended. Failed deployments have no lead time, interval or frequency. ' +
    'Fewer than three times or ten results are `isFew`, and are compared with nothing. Compared is with as many periods before. Builds and ' +
    'commits belong to a service wherever it is deployed. Reliability counts services times closed periods with a verdict.',
  listBottlenecks:
    'Of delivery: the services in the worst tenth of a component, of at least ten of the whole organization that have enough observations in the ' +
    'window, strictly worse than all others and more than a tenth worse than the one in the middle; those of a team are one bottleneck. Of ' +
    'reliability: budgets broken in two closed periods in a row or more, up to the latest of the window, by service and SLI. What was ' +
    'decided stays listed after data no longer show it.',
  listPeriods: 'Periods whose hours are all held, and the current one.',
  listVerdicts: 'Without a window the current year. Periods in which the series did not exist are left out.',
  readBuckets:
    'At most two years of hours a request. An hour without a row was not measured; it is not an hour without traffic.',
  readKeptBudgets:
    'Without a window the current year; without `deployment` the production deployments. A service counts in a period in ' +
    'which at least one of its series has a verdict, or a state that may still become one. ' +
    'Of the services the 100 that broke budgets most often.',
  listAdherence:
    'Without a window the current year; without `deployment` the production deployments. A period column sorts by what was left of the budget in it. ' +
    'An open period has no verdict, nor has one without traffic or data. Calendar months are not granted budgets: ' +
    'theirs are virtual, from their own events.',
  listDepletion:
    'Without a window the current year; without `deployment` the production deployments; a row for each SLO in each deployment in each period it existed in. ' +
    'Speeds are those of depletion episodes, in % of the budget per hour. Without `sort` the least budget left first.',
  readTargetChange:
    'Nothing is changed by asking. Budgets are those of the current period with the target now in force and with the other one ' +
    'from the running hour on. The patch is a diff of the file the SLO stands in, where a server follows files, else the SLO as OpenSLO.',
  readCatalogState:
    'Of mistakes and of changes the first ones; `npm run catalog -- check` and `diff` tell them all.',
  listBudgetCurves:
    'Without a window the current year; without `deployment` the production deployments. Those that ran out early most often ' +
    'come first, then those with the least left. Months are as listDepletion has them.',
  listSlas:
    'Figures are those of the newest period of the window, without one of the current year; without `deployment` those of production. ' +
    'A row for each endpoint-level SLA below each contract that rests on it, or below none; contracts in the order they were written. One that holds in fewer deployments than its parts leaves those without a contract there. ' +
    'The bad events of a leeway are a share of the events of the period, of an open one of those so far. ' +
    'Below a contract that begins inside the period the hours from then on count; below one that begins later none does, and `isSigned` is false.',
  listSlaDepletion:
    'Without a window the current year; without `deployment` those of production; a row for each SLA, contractual or endpoint-level, in each deployment ' +
    'in each period it existed in, a contract from the day in its `since` on. A contract without a measure of its own has the mean of its parts left, and no speeds. With `service` or `team` ' +
    'a contract has the mean of the services that are left in view, which its basis says; its worst part is always named. ' +
    'Costs take each resolved incident of its services for an outage, of a contract with a beginning those created from then on. Without `sort` the least left first.',
  listSlaCurves: 'As listSlaDepletion; contracts first, then those with the least left.',
  listSlaAdherence:
    'Without a window the current year; without `deployment` those of production. A contract without a measure of its own is fulfilled only if ' +
    'every part is; what broke it is named. It is absent from periods that ended before it begins, where `isSigned` is false. Verdicts are those of whole contracts, whichever services are chosen.',
  listEndpointRanking:
    'Without a window the current period; without `deployment` the production deployments; a row for each endpoint in each ' +
    'deployment in each period. Nobody need have promised anything: every endpoint that sends statistics is listed. ' +
    'Percentiles are linear within their bucket of the histogram.',
  listTicketTrend:
    'Without a window the current year; without `deployment` every one, and tickets that name none. Only tickets about reliability ' +
    'count unless `tickets=all`. Growth is the mean of the changes between closed periods, in which one that follows a period ' +
    'without tickets has no part; the open period has no part at all. `search` and `growth` narrow the rows, not `totals` and `answer`. ' +
    'The tickets of a period are those that GET /api/tickets lists for the same choices.',
  listOnCallRotations:
    'Rotations in force at some time of the window, without one the current period; without `deployment` those of production. ' +
    'Hours are those of a week in UTC, at `at`: now, or the last hour of a window that is over. Cover, gaps, people and who is on duty are ' +
    'those of the rotations in force then. A service in several deployments stands apart where different rotations cover them.',
  listRecoveryTrend:
    'Without a window the current year; without `deployment` those of production. Rows and points are resolved incidents created in the window. ' +
    'Time to recovery runs from creation to resolution, time to detection from the first affected user to whoever noticed. ' +
    'Downtime is the time in which at least one incident was going on, from the first affected user where that is known; ' +
    'of an incident created more than a period before the window it has a part only while that is open.',
  listKeptOverview:
    'Without a window the current year; without `deployment` the production deployments. SLOs are counted in each of their deployments; ' +
    'without traffic or data they count as neither. A service counts as within budget only if all of its SLOs that count are. ' +
    'Marks are passed by more than them.',
  listSloBreaches:
    'Without a window the current period; without `deployment` the production deployments. Breaches that share an hour with the window, ' +
    'as the rules of the team found them that were in force then. `taken` of a group or of all is a sum of what each took of its own budget, no mean. ' +
    'What an alerting tool reported of the same burn stands with it; what only it saw is listed without rules of ours. ' +
    'Breaches, alerts and incidents are three counts: a breach in the snooze of an earlier alert raises none.',
  readSloBreach:
    'The id is the SLO, the deployment and the hour it began in. Neighbours are told as they stood when the breach had lasted an hour; ' +
    '`burningSince` is the first hour in which the budget burned, `breach.start` that in which a rule came to hold; ' +
    'what is left of the budget counts corrections. Where hours that came late moved its beginning, the breach in that hour is answered.',
  listPolicies:
    'Conditions are judged in every production budget in scope, as of the end of the data: `metCount` and `nearest` also where the policy ' +
    'binds nobody yet. What is unfinished for more than twelve weeks stands in the log alone. A policy its team keeps to itself is told to ' +
    'that team, coaches and admins; to others the team is one of `without`, hidden.',
  listEnactments:
    'Without a window the last three periods; `window` keeps what was met in it or still was. A condition that is met again within 24 hours is ' +
    'the same enactment. Enactments follow from the buckets as they are now: late hours and corrections move, end or remove them. ' +
    '`counts` are of the chosen ones; `exhaustions` and `missed` of every budget in scope of the policies chosen. What a service met within 28 days of something else has no tickets of its own, so that each is counted once before and once after.',
  readEnactment:
    'Late hours and corrections may have moved its beginning since it got this name: it then comes under the name it has now.',
  listSloClauses:
    'As of the end of the data, of policies that bind nobody yet too. What is met stands first, then what is nearest to its threshold.',
  changeEnactment:
    'What changes its state is noted with who and when; `at` says when it was where it was not just now. `left-out` needs a note.',
  checkClause:
    'Every check is kept. From the first that finds the condition met to the first that does not, it is an enactment.',
  reviewSloBreach:
    'People of the team, coaches and admins may. `seenVersion` is the version of `reviewed`; whoever changed it in between is told with 409 and what stands there now.',
  listReviews:
    'A review is due a cadence after it was held last, on the day that was agreed then, or on the day its policy names; one that was never held, a cadence ' +
    'after the first SLO. A major incident (priority 1) makes the reviews of its teams due 14 days after it ended, if that is sooner. ' +
    'Days are those of UTC. `organization` as a team stands for what is no team’s. `states` counts whatever state is chosen. GET /api/calendar.ics is the same for calendars.',
  readReview:
    '`pack` is what to look at: the last three closed periods, at an hour from which figures stay what they are. Withdrawn outcomes are told as such.',
  writeReviewOutcome:
    'People of the team, coaches and admins may; for what is no team’s coaches and admins. `nextOn` null follows the cadence. With `outcome` null it is taken back.',
  writeCadences:
    'Coaches and admins may. Those left out are held as the product has it; a cadence of null holds a review only when its day was agreed.',
  listCatalogServices:
    'Without `sort` by place: products, and within them each service below what it is a part of; aggregates that only hold what was asked for come with ' +
    '`isContext`. Any other sort lists without depth. What cannot be there is not missing: an aggregate owes no hosting and no rotation, a planned service no SLO. ' +
    '`coverage` and `staleCount` count the services that `team`, `product`, `level`, `stage` and `search` choose. Budgets are those of production in the current period, counted and never averaged.',
  readCatalogDocument:
    'Documents of the kind Service, as `npm run catalog` reads them. What nobody said stands in them as a comment.',
  readCatalogService:
    'An aggregate has the SLOs, endpoints, rotations and contracts of all its parts. `history` counts SLOs in each production deployment by period, ' +
    '`slaHistory` the SLAs of its endpoints; the last period is open. `document` says the service as a file would; what nobody said stands in it as a comment.',
  writeServiceFacts:
    'People of the team, coaches and admins may. Sending what is there already confirms it. Whoever changed it in between is told with 409 and what stands there now.',
  readTeamRule:
    'The default rules are those of the current period, to whose length they are scaled. `version` is to be sent back with a change.',
  changeTeamRule:
    'It judges from the next full hour on: breaches of the past stay what they were. `rule` null goes back to the default rules.',
  readRuleReplay:
    'Nothing is changed by asking. Past buckets are hours: what is finer in the draft is rounded up and named in `coarse`. ' +
    'An episode is told of by the first alert of a breach that overlaps it.',
  listDecisions:
    'The counts of `states`, `categories` and `workflows` follow what else is chosen. `standingVersion` is the version that all signed, ' +
    'where a later one still waits for signatures. `effect` is the next look at what came of it, or the last. Without `sort` the newest first.',
  readDecision:
    'Each version has the SHA-256 of its canonical content: JSON of {decision, version, body} with fields in the order of their names and nothing between. ' +
    'A signature counts only while its `hash` is that of the content.',
  writeDecision:
    'People of the team it is about, coaches and admins may; without a team coaches and admins. Whoever makes a new one gives it an id. A change is a ' +
    'new version that nobody has signed. What is superseded or withdrawn changes no more. Whoever changed it in between is told with 409 and what stands there now.',
  signDecision:
    'Only who is named among the deciders, and only for themselves: by the id where the record has it, else by the name they signed in with. ' +
    'The server works out the hash of what is signed.',
  withdrawDecision: 'For good: another decision takes its place. What it superseded holds again.',
  writeDecisionEffect: 'Once the decision is effective. With `nextOn` it is looked at again on that day.',
  listExpectations:
    'Withdrawn ones are left out; `states` counts all others, whatever is chosen. The value of a metric is that of so many closed periods ' +
    'together, none of them of the time before, and belongs to the month in which the last of them ends. Judged is the newest value that does ' +
    'not come from after the checkpoint month, once that is over, and none older than the quarter before it. Without `sort` verdicts first.',
  writeExpectation:
    'Coaches and admins may. Whoever makes a new one gives it an id. `isBeyond`: the mark itself is not enough.',
  writeExpectationValue:
    'Only where the source is `typed`: what the product measures nobody enters. One entry a month, each with versions of its own.',
  listPerceptions:
    'Answers are counts from 0 to 10. The score is the share of 9 and 10 less the share of 0 to 6, in points. Nobody is named.',
  readMaturity:
    'Without `team` the assessments of the organization; without `now` the newest finished one, without `before` the one about a year ' +
    'earlier, else the oldest. Each aspect gives 0 to 2 points, 56 in all. What was not answered is counted and has no other part; ' +
    'a dimension moves by the aspects answered in both. The next assessment is due six months after the last.',
  readMaturityEvidence:
    'Of production, of a team’s services where one is asked for. A service is always covered where rotations leave no hour of the week.',
  writeAssessment:
    'Coaches and admins may. The name is that of its scope and day, as in organization.2026-11-11 or team.payments.2026-09-03. A draft is sent ' +
    'again with each change; with `assessment` null it is taken back. Whoever changed it in between is told with 409 and what stands there now.',
  writeTexts:
    'All rows that differ from those of the product are sent; those left out are as the product words them.',
  listIncidents:
    'Those created in the range. One that names no deployment concerns every deployment, one of several services each of them.',
  listTickets:
    'Those created in the range. One without a service or a deployment is listed only where none is asked for.',
  listRotations: 'Those in force at some time of the range.',
  listEndpointStats:
    'The hours of the range added up, for every endpoint that sends data. Availability is the share of requests that did not fail; ' +
    'average latency is `latencySumMs` by `timedRequests`.',
  listFeeds:
    '`fedUpTo` is the end of the last hour that came. A series is `failing` as long as the newest hour that was due did not.',
  listEntries:
    'Nothing is overwritten: a change is another version, and so is taking something back. `body` is as it was sent.',
  listBreaches:
    'Those that began in the range, as an alerting tool reported them. What is computed from buckets stands in the history of the budget.',
}

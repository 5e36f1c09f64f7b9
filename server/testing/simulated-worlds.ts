import { demoPerson, NOBODY } from '../../mocks/demo-viewer.ts'
import { answersOf, type Answers } from '../../mocks/answers.ts'
import { createOrganization } from '../../mocks/organization/organization.ts'
import { isScenarioName, withScenario, type ScenarioName } from '../../mocks/scenarios.ts'
import { EVENTS_PATH } from '../../src/contract/live.ts'
import { createLiveHub, type LiveHub } from '../live/live-hub.ts'
import { createLru } from '../lru.ts'
import { StoreUnavailableError, type ApiDeps } from '../ports.ts'
import { openEvents } from '../routes/events.ts'

/** Longer than the app waits before it says that it waits. */
const SLOW_ANSWER_MS = 5000
/** Those that are under way, and a few that are just over. */
const MOST_JOURNEYS = 12
const reading = new Set(['GET', 'HEAD'])

type Surroundings = Readonly<{
  /** Milliseconds since the epoch. */
  now: () => number
  report: (error: unknown) => void
}>
type World = Readonly<{ deps: ApiDeps; answers: Answers }>
type Journey = Readonly<{ world: World; live: LiveHub }>

/**
 * The simulated organization for many journeys at once, told apart by their cookies. Until one writes it reads what all
 * others read, where each answer is made once; with its first write it gets a world of its own.
 */
export function createSimulatedWorlds({
  now,
  report,
}: Surroundings): (request: Request) => Promise<Response> {
  const untouched = new Map<ScenarioName, World>()
  const journeys = createLru<Journey>(MOST_JOURNEYS)

  function worldOf(scenario: ScenarioName): World {
    const organization = createOrganization({ now, report: reportBug })
    const slowAnswer = () => new Promise<void>((resolve) => setTimeout(resolve, SLOW_ANSWER_MS))
    const deps = withScenario(organization, scenario, slowAnswer)
    return { deps, answers: answersOf(deps) }
  }

  /** That a store is down is what a scenario wants. */
  function reportBug(error: unknown) {
    if (!(error instanceof StoreUnavailableError)) report(error)
  }

  function untouchedWorld(scenario: ScenarioName): World {
    const world = untouched.get(scenario) ?? worldOf(scenario)
    untouched.set(scenario, world)
    return world
  }

  function journeyOf(cookies: ReadonlyMap<string, string>, isReading: boolean): Journey {
    const asked = cookies.get('scenario') ?? null
    const scenario = isScenarioName(asked) ? asked : 'busy-day'
    const name = `${cookies.get('journey')} ${scenario}`
    const known = journeys.get(name)
    const common = untouchedWorld(scenario)
    if (known !== undefined && (isReading || known.world !== common)) return known
    const journey = journeyIn(isReading ? common : worldOf(scenario))
    journeys.set(name, journey)
    // Its page comes again, and is told what it missed by the world that is now its own.
    known?.live.close()
    return journey
  }

  return async (request) => {
    const cookies = cookiesOf(request)
    const { world, live } = journeyOf(cookies, reading.has(request.method))
    const person = demoPerson(cookies.get('person') ?? null)
    const { pathname } = new URL(request.url)
    if (pathname === EVENTS_PATH && request.method === 'GET' && person !== null)
      return openEvents(request, live)
    let isSignedOut = false
    const signOut = () => {
      isSignedOut = true
    }
    const response = await world.answers(request, { person: () => person, signOut })
    if (isSignedOut) response.headers.append('set-cookie', `person=${NOBODY}; Path=/`)
    return response
  }
}

function journeyIn(world: World): Journey {
  return { world, live: createLiveHub(world.deps) }
}

function cookiesOf(request: Request): ReadonlyMap<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split('; ')
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

import type { Locator, Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

type Click = (page: Page) => Locator

type Question = Readonly<{
  asks: string
  /** From the role's home; what stands there already needs none. */
  clicks: readonly Click[]
  /** What answers it. */
  answer: (page: Page) => Locator
}>

const MOST_CLICKS = 3

const link =
  (name: string | RegExp): Click =>
  (page) =>
    page.getByRole('link', { name }).first()
const inMenu =
  (name: string | RegExp): Click =>
  (page) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })
const radio =
  (name: string): Click =>
  (page) =>
    page.getByRole('radio', { name, exact: true })
const inTable =
  (table: string | RegExp, name: string | RegExp): Click =>
  (page) =>
    page.getByRole('table', { name: table }).getByRole('link', { name }).first()
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first()
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first()
const figure = (name: string | RegExp) => (page: Page) => page.getByRole('figure', { name }).first()
const row = (table: string | RegExp, name: RegExp) => (page: Page) =>
  page.getByRole('table', { name: table }).getByRole('row', { name }).first()

const indicators = inMenu('Indicators')

/** The questions of the reference that the product answers, as their askers would go about them. */
const personas: readonly Readonly<{ persona: string; home: string; questions: readonly Question[] }>[] = [
  {
    persona: 'An engineer on call',
    home: '/on-call',
    questions: [
      {
        asks: 'What broke, where, and which endpoint, SLI, SLO and deployment is it?',
        clicks: [],
        answer: link(/payment-gateway prod-eu .*POST \/charge Availability 99\.95\s% Burning/),
      },
      {
        asks: 'How much budget is left, how fast is it going, will it last?',
        clicks: [link('Open SLO')],
        answer: text(/of the budget of P12 is left, below the .* At the recent rate it is exhausted at/),
      },
      {
        asks: 'Did a deployment cause it?',
        clicks: [],
        answer: text(/% of requests fail since .*, after 2026\.11\.18-1 reached prod-eu/),
      },
      {
        asks: 'Is one budget affected, or several at once?',
        clicks: [],
        answer: heading(/^Burning now \d/),
      },
      {
        asks: 'Who is on call in a team?',
        clicks: [indicators, link('On-call rotations by team')],
        answer: row('Who is on duty, by team', /^Payments Payments around the clock/),
      },
      {
        asks: 'Which services of a team are affected?',
        clicks: [inMenu(/^Messaging/)],
        answer: (page) => page.getByRole('table').getByRole('row', { name: /push/ }).first(),
      },
    ],
  },
  {
    persona: 'A developer or architect',
    home: '/planning',
    questions: [
      {
        asks: 'Which SLOs does this API have?',
        clicks: [indicators, link('SLOs by service')],
        answer: heading('SLOs by service'),
      },
      {
        asks: 'Were they kept, and what is the trend?',
        clicks: [indicators, link('SLO adherence')],
        answer: text(/^\d+ of \d+ SLOs broke a budget: /),
      },
      {
        asks: 'How did the budget of a broken period go down?',
        clicks: [indicators, link('SLO adherence'), inTable('SLO adherence', /: Broken/)],
        answer: figure(/^Budget left in P\d+, hour by hour/),
      },
      {
        asks: 'Did our improvement reduce depletion?',
        clicks: [indicators, link('SLO error budget depletion'), radio('Current year')],
        answer: row('SLO error budget depletion', /P1/),
      },
      {
        asks: 'Which endpoints are slow?',
        clicks: [indicators, link('Slowest service endpoints')],
        answer: text(/was the slowest endpoint: \d+\sms on average/),
      },
      {
        asks: 'Which endpoints fail most?',
        clicks: [indicators, link('Least available service endpoints')],
        answer: (page) => page.getByRole('table', { name: 'Least available endpoints' }),
      },
      {
        asks: 'Are defaults hiding missing SLOs?',
        clicks: [
          indicators,
          link('SLO adherence'),
          (page) => page.getByRole('checkbox', { name: 'Default SLOs' }),
        ],
        answer: (page) => page.getByRole('checkbox', { name: 'Default SLOs', checked: false }),
      },
    ],
  },
  {
    persona: 'A product owner',
    home: '/planning',
    questions: [
      {
        asks: 'Features or reliability next sprint?',
        clicks: [],
        answer: text(/of \d+ services speak for reliability work\./),
      },
      {
        asks: 'Which services need work most, in plain words?',
        clicks: [],
        answer: row('Features or reliability, by service', /reliability P9: /),
      },
      {
        asks: 'Who ran out early, again and again?',
        clicks: [indicators, link('Premature error budget exhaustion')],
        answer: text(/exhausted a budget early in each of the last three periods/),
      },
      {
        asks: 'Are tickets growing?',
        clicks: [indicators, link('Customer support ticket trend')],
        answer: text(/^Tickets grew for /),
      },
      {
        asks: 'What are those tickets about?',
        clicks: [indicators, link('Customer support ticket trend'), link(/^P11: \d+ tickets$/)],
        answer: heading('Tickets of P11'),
      },
    ],
  },
  {
    persona: 'An operations engineer',
    home: '/on-call',
    questions: [
      {
        asks: 'How are all production regions?',
        clicks: [],
        answer: text(/^\d+ budgets in production/),
      },
      {
        asks: 'Which teams have no rotation?',
        clicks: [indicators, link('On-call rotations by team')],
        answer: text(/^No rotation at all: Fleet\./),
      },
      {
        asks: 'Which services have nothing agreed?',
        clicks: [inMenu('Service catalog')],
        answer: heading('Service catalog'),
      },
      {
        asks: 'Are data late?',
        clicks: [],
        answer: text(/Data up to 03:00/),
      },
      {
        asks: 'Since when is a target in force?',
        clicks: [link('Open SLO')],
        answer: text(/in force since/),
      },
    ],
  },
  {
    persona: 'An SRE coach',
    home: '/organization',
    questions: [
      {
        asks: 'What share of services is within budget, against 50 % and 90 %?',
        clicks: [],
        answer: text(/services kept every budget in P11: 73\s%/),
      },
      {
        asks: 'Which SLOs of a service broke in a period?',
        clicks: [
          indicators,
          link('Overview of fulfilled and broken SLOs'),
          inTable('Fulfilled and broken SLOs', /^P11: /),
        ],
        answer: (page) =>
          page
            .getByRole('table', { name: 'SLO adherence' })
            .getByRole('link', { name: /^P11: / })
            .first(),
      },
      {
        asks: 'Which rotations have too few people?',
        clicks: [indicators, link('On-call rotations by team')],
        answer: text(/One person alone|single person|alone/i),
      },
    ],
  },
  {
    persona: 'A manager',
    home: '/organization',
    questions: [
      {
        asks: 'Which team needs SRE capacity?',
        clicks: [],
        answer: row('Teams', /^Messaging/),
      },
      {
        asks: 'How many services exhaust budgets again and again?',
        clicks: [indicators, link('Premature error budget exhaustion')],
        answer: text(/services did in at least one|in each of the last three periods/),
      },
      {
        asks: 'How many have growing tickets?',
        clicks: [indicators, link('Customer support ticket trend')],
        answer: text(/^Tickets grew for \d+/),
      },
      {
        asks: 'Is on-call cover right?',
        clicks: [indicators, link('On-call rotations by team')],
        answer: text(/covered around the clock|hours without cover/i),
      },
    ],
  },
  {
    persona: 'An executive',
    home: '/organization',
    questions: [
      {
        asks: 'Are we reliable, getting better?',
        clicks: [],
        answer: text(/The share has been above 50\s% since P3/),
      },
      {
        asks: 'Do customers find outages before we do?',
        clicks: [indicators, link('Incident time to recovery trend'), radio('Detection')],
        answer: figure('Time to detection, incident by incident'),
      },
      {
        asks: 'Does recovery get faster?',
        clicks: [indicators, link('Incident time to recovery trend')],
        answer: text(/The line is firmly downward/),
      },
    ],
  },
  {
    persona: 'An auditor',
    home: '/organization',
    questions: [
      {
        asks: 'Where are SLI and SLO of each service stated?',
        clicks: [indicators, link('SLOs by service')],
        answer: heading('SLOs by service'),
      },
      {
        asks: 'What is the evidence of fulfilment over a closed year?',
        clicks: [indicators, link('SLO adherence'), radio('Previous year')],
        answer: (page) => page.getByRole('columnheader', { name: 'P13' }),
      },
      {
        asks: 'What is the present state of a service?',
        clicks: [inMenu('Service catalog'), link('payment-gateway')],
        answer: (page) => page.getByRole('table', { name: /payment-gateway/ }).first(),
      },
    ],
  },
]

for (const { persona, home, questions } of personas) {
  test(`${persona}: each question is answered within ${MOST_CLICKS} clicks of ${home}`, async ({ page }) => {
    test.slow(questions.length > 6, 'One walk for each question')
    for (const { asks, clicks, answer } of questions) {
      await test.step(`${asks} (${clicks.length} clicks)`, async () => {
        expect(clicks.length, `clicks to "${asks}"`).toBeLessThanOrEqual(MOST_CLICKS)
        await page.goto(home)
        for (const click of clicks) await click(page).click()
        await expect(answer(page), asks).toBeVisible()
      })
    }
  })
}

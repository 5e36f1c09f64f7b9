import {
  figure,
  heading,
  inMenu,
  inTable,
  indicators,
  link,
  radio,
  row,
  text,
  type Persona,
} from './question.ts'

/** Of those who are woken, who build and who plan. */
export const questionsAtWork: readonly Persona[] = [
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
        answer: text(/% of requests fail, burning since .*, after 2026\.11\.18-1 reached prod-eu/),
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
        answer: text(/^The data lean to /),
      },
      {
        asks: 'Which services need work most, in plain words?',
        clicks: [],
        answer: (page) => page.getByRole('complementary').getByRole('link', { name: /^sms-relay/ }),
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
        asks: 'What did we promise, and to whom?',
        clicks: [indicators, link('SLAs by service')],
        answer: row('Contractual SLAs', /^Resellers can book and pay .* Platinum/),
      },
      {
        asks: 'How much looser than its SLO is a promise: can we tighten it?',
        clicks: [indicators, link('SLA error budget depletion')],
        answer: text(/: room to promise more\./),
      },
      {
        asks: 'What are those tickets about?',
        clicks: [indicators, link('Customer support ticket trend'), link(/^P11: \d+ tickets/)],
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
]

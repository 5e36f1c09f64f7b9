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

/** Of those who steer, who help and who answer for what was promised. */
export const questionsAbove: readonly Persona[] = [
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
        answer: text(/The trend is firmly downward/),
      },
      {
        asks: 'Is any contract at risk?',
        clicks: [indicators, link('SLA error budget depletion'), radio('Current period')],
        answer: row('SLA depletion', /Contractual/),
      },
      {
        asks: 'What did outages cost?',
        clicks: [indicators, link('SLA error budget depletion'), radio('Previous period')],
        answer: row('Cost of outages', /EUR/),
      },
    ],
  },
  {
    persona: 'Legal counsel',
    home: '/organization',
    questions: [
      {
        asks: 'How far is it to penalties?',
        clicks: [indicators, link('SLA error budget depletion')],
        answer: text(/^No contractual SLA exceeded what may fail; nearest came /),
      },
      {
        asks: 'Was a contract broken, and which part broke it?',
        clicks: [indicators, link('SLA adherence')],
        answer: row('What broke a contract', /GET \/timetable .* of timetable was broken/),
      },
      {
        asks: 'How did the part of a broken contract go down?',
        clicks: [indicators, link('SLA adherence'), inTable('SLA adherence', /^P\d+: Broken, /)],
        answer: (page) => page.getByRole('region', { name: 'SLA depletion, graphs' }),
      },
      {
        asks: 'Was what one customer was promised kept?',
        clicks: [
          indicators,
          link('SLA adherence'),
          (page) => page.getByRole('button', { name: 'Only Nordbahn', exact: true }),
        ],
        answer: text(/Timetable for Nordbahn in prod-eu in 2 periods, last in P6, because /),
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
        answer: (page) => page.getByText(/^\d+ of 15 budgets/),
      },
    ],
  },
]

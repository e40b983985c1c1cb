/**
 * The register of clauses: what each rule of the sales handbook says, and where it says it.
 *
 * Results, issues and documentation cite a clause by its id (`COM-1`). The register turns that id into a sentence for
 * the person whose pay, grade or promotion it decided.
 */

/** One rule of the sales handbook, restated in a sentence. */
export interface Clause {
  /** Three capitals for the subject, and the number within it. Stable: an id is never given to another rule. */
  readonly id: `${Uppercase<string>}-${number}`
  /** Where the handbook rules it, such as `'6.1.1'`; a list when several sections do, the main one first. */
  readonly section: string | readonly string[]
  /** The rule in one sentence. */
  readonly rule: string
  /** What the handbook leaves open and the library fills in: the first thing for a company to check. */
  readonly ours?: string
}

const register = {
  'LEA-1': {
    id: 'LEA-1',
    section: '6.1.1',
    rule: "A lead's score weighs the customer's budget, the contact's power to decide and how urgent the need is.",
    ours: 'The weights 40, 30 and 30, a score from 0 to 100, and how many points an amount, a role and a time have.',
  },
  'LEA-2': {
    id: 'LEA-2',
    section: '3.1.1',
    rule: 'One scoring model serves everyone and turns away an invalid lead, whatever its score, with the reason.',
    ours: 'The reasons: no reachable contact, a duplicate, outside the served market.',
  },
  'LEA-3': {
    id: 'LEA-3',
    section: ['6.1.1', '3.3.1'],
    rule: 'Leads of high value are flagged without anyone asking, and go to senior reps first.',
    ours: 'The bands hot from 80, warm from 50 and cold below; a hot lead goes on to others when no senior has a place, and of one rank whoever has the fewest leads is next.',
  },
  'LEA-4': {
    id: 'LEA-4',
    section: '6.1.1',
    rule: 'Lead sources are compared by conversion from time to time: weak channels are dropped, and an exhibition that converts only 8% loses its budget to others.',
    ours: 'The threshold of 10%, what is dropped (surely below 5%) and what only loses budget, and a sample of at least 30 of which an interval of 95% judges.',
  },
  'LEA-5': {
    id: 'LEA-5',
    section: ['1.1.3', '6.1.2'],
    rule: "The customer's profile (industry, size, location, buying preference, budget range, decision chain) tells whether a lead suits the target market, and that fit may count in the score.",
    ours: 'The weight and the points of each part, the bands A from 80, B from 50 and C below, and that fit stands beside the score until a model counts it.',
  },
  'LEA-6': {
    id: 'LEA-6',
    section: ['3.3.3', '6.1.2'],
    rule: 'Pages viewed and questions asked reveal intent to buy, the latest ones most of all.',
    ours: 'The half-life of 30 days, 5 points for a page and 20 for a question, and the bands 1 from 70, 2 from 40 and 3 below.',
  },
  'LEA-7': {
    id: 'LEA-7',
    section: ['1.1.2', '3.1.1'],
    rule: 'Market segments are ranked by the size of demand, its growth and the pain of the customers, and developed in that order.',
    ours: 'The weights 40, 30 and 30, and how many points a demand and a growth have.',
  },
  'LEA-8': {
    id: 'LEA-8',
    section: '6.1.2',
    rule: 'A customer profile is refreshed regularly, such as each quarter.',
    ours: 'A profile counts as stale from the day after the one on which it was due.',
  },

  'PIP-1': {
    id: 'PIP-1',
    section: '3.1',
    rule: 'A sale passes six stages in order: prospecting, needs analysis, solution design, negotiation and signing, delivery, after-sales care.',
    ours: 'A deal moves to the next stage, or back to any before it.',
  },
  'PIP-2': {
    id: 'PIP-2',
    section: ['1.4.2', '3.3.1'],
    rule: 'Four things are measured: conversion from stage to stage, sales per customer who bought, the days until cash is collected, and the time from lead to deal.',
    ours: 'A deal is won when delivery starts, the collection period starts at the invoice, receivables age by due date in buckets of 30 days, and amounts are in yuan, rounded half-up to the cent.',
  },
  'PIP-3': {
    id: 'PIP-3',
    section: ['3.3.1', '3.4.3'],
    rule: 'The data show which stage holds the funnel back.',
    ours: 'A step is judged from 10 deals on.',
  },
  'PIP-4': {
    id: 'PIP-4',
    section: '3.2.2',
    rule: 'Each step has its standard: customer profile and needs form at the first visit, at least 3 success stories in a proposal, concessions only in exchange in a negotiation, a signed confirmation of delivery, 3 suggestions from an after-sales call.',
  },
  'PIP-5': {
    id: 'PIP-5',
    section: ['2.4.1.1', '6.4.1'],
    rule: 'Work is taken in the order of the four quadrants of importance and urgency, and care of key customers is always important and urgent.',
    ours: 'A task is important, or urgent, from 50 of 100 points on.',
  },
  'PIP-6': {
    id: 'PIP-6',
    section: ['3.1.1', '3.1.2', '3.1.3', '3.1.4', '3.1.5', '3.1.6', '6.2.2'],
    rule: 'Each stage leaves its documents: a priority map and a first-contact script; a list of pains, the four SPIN questions asked and a written report of needs; a tailored proposal, a comparison with competitors and a demonstration; a floor, concessions and answers to objections; a progress board and acceptance criteria; a customer tier, a service package and a feedback loop.',
    ours: 'Which of them hold back the next stage.',
  },
  'PIP-7': {
    id: 'PIP-7',
    section: '3.1.5',
    rule: 'A delivery passes its milestones: installed, trained, feedback given.',
  },
  'PIP-8': {
    id: 'PIP-8',
    section: ['2.1.2.1', '3.1.4', '6.2.1'],
    rule: 'A negotiation has its floor and its concessions set beforehand and gives only in exchange, such as instalments, a long-term discount or a longer warranty.',
    ours: 'Who may grant which discount, by rung, amount and margin, who approves more, the margin that nobody goes below, and what is taken in exchange.',
  },
  'PIP-9': {
    id: 'PIP-9',
    section: '3.3.3',
    rule: 'A forecast of sales, made from the pipeline, steers resources.',
    ours: 'The probability of a sale at each stage, unless it is measured from history, and a range of one standard deviation.',
  },
  'PIP-10': {
    id: 'PIP-10',
    section: ['1.4.2', '3.3.1'],
    rule: 'Records are complete and made in time, and how complete they are is measured, 98% in the example.',
    ours: 'The fields and the hours, and that completeness is of fields.',
  },

  'SLA-1': {
    id: 'SLA-1',
    section: '3.2.1',
    rule: 'A new lead is contacted no later than 24 hours after it arrives.',
    ours: 'Hours run around the clock.',
  },
  'SLA-2': {
    id: 'SLA-2',
    section: '3.2.1',
    rule: 'The report of the needs analysis is due in 48 hours.',
    ours: 'Hours run around the clock.',
  },
  'SLA-3': {
    id: 'SLA-3',
    section: '3.2.1',
    rule: 'The solution is due in 3 working days.',
    ours: 'It is due at the end of the third day.',
  },
  'SLA-4': {
    id: 'SLA-4',
    section: '3.2.1',
    rule: 'Delivery begins no later than 3 working days after the contract is signed.',
    ours: 'It is due at the end of the third day.',
  },
  'SLA-5': {
    id: 'SLA-5',
    section: '3.2.1',
    rule: 'A problem reported after the sale gets an answer in 2 hours.',
    ours: 'Hours run around the clock.',
  },
  'SLA-6': {
    id: 'SLA-6',
    section: ['4.1.2', '2.3.2.1'],
    rule: 'A complaint gets an answer in 24 hours and a resolution in 72.',
    ours: 'Hours run around the clock.',
  },
  'SLA-7': {
    id: 'SLA-7',
    section: '4.1.2',
    rule: 'A key customer has a solution no later than 48 hours after the needs analysis, and the share delivered on time counts in the appraisal.',
    ours: 'Hours run around the clock.',
  },
  'SLA-8': {
    id: 'SLA-8',
    section: '3.4.2',
    rule: 'Contracts give a delivery a buffer of 3 calendar days.',
    ours: 'A delivery inside the buffer is on time.',
  },
  'SLA-9': {
    id: 'SLA-9',
    section: '3.2.3',
    rule: 'Quality means needs analyses at least 90% accurate, at least 85% of customers finding the solution tailored, at most 1% of contract clauses wrong, at least 95% of deliveries on time, and satisfaction of at least 4.5 out of 5.',
  },
  'SLA-10': {
    id: 'SLA-10',
    section: '3.2.1',
    rule: "Working days are those of the country's official calendar, with its public holidays and its make-up days at weekends.",
  },
  'SLA-11': {
    id: 'SLA-11',
    section: '6.3.1',
    rule: 'Technical support answers sales within an agreed time, through one named contact.',
    ours: 'The hours.',
  },

  'TAR-1': {
    id: 'TAR-1',
    section: '4.2.1',
    rule: "The company's target is shared out by region and product line down to each person, the head of a region carries a part of the region's in person (30% in the example), and the parts add up to the whole exactly.",
    ours: 'Parts are rounded half-up to the cent.',
  },
  'TAR-2': {
    id: 'TAR-2',
    section: ['1.4.1', '6.5.2'],
    rule: 'Targets are of sales, cash collected and new customers, and each is divided into months and weeks, following the seasons where a profile is given.',
    ours: 'Targets of money are in yuan; who joins, leaves or is away has a target by the day; and a newcomer has 25, 50, 75 and 100% of it in the first four months of service.',
  },
  'TAR-3': {
    id: 'TAR-3',
    section: '4.2.1',
    rule: 'Targets may be changed each quarter with the market, such as 20% less for new customers and no less for existing ones, and the first figure, the change and the reason are kept.',
  },
  'TAR-4': {
    id: 'TAR-4',
    section: '4.2.1',
    rule: 'A target is signed by the person and the direct manager.',
    ours: 'It does not count before, and a revised one is signed again.',
  },
  'TAR-5': {
    id: 'TAR-5',
    section: '4.2.1',
    rule: 'A target is SMART: it names its measure, figure, owner, reason and end date.',
    ours: 'Which of these fields are required.',
  },
  'TAR-6': {
    id: 'TAR-6',
    section: '6.5.1',
    rule: 'Small goals on the way, such as deals a week, are set, and reaching them is marked.',
    ours: 'Three deals a week.',
  },

  'APP-1': {
    id: 'APP-1',
    section: ['4.1', '4.2.3'],
    rule: 'The appraisal score is made of sales (40%), new customers (30%), satisfaction (20%) and collection rate (10%).',
    ours: 'A missing result is refused, and the score is rounded half-up to two decimals.',
  },
  'APP-2': {
    id: 'APP-2',
    section: '4.1.1',
    rule: 'Attainment is actual sales divided by target, and its two levels, base at 120% and challenge at 150%, make a difference to the score or the report.',
    ours: 'The levels are parts of the target.',
  },
  'APP-3': {
    id: 'APP-3',
    section: '4.1.1',
    rule: "A customer counts as new only when the first order, all its lines together, reaches the company's minimum.",
  },
  'APP-4': {
    id: 'APP-4',
    section: '4.1.1',
    rule: 'New and repeat business are balanced 6 to 4.',
    ours: 'They are two indicators with these weights, or parts of one.',
  },
  'APP-5': {
    id: 'APP-5',
    section: '4.1.1',
    rule: 'An order counts only with a gross margin of at least 45%, in the appraisal as in the commission.',
  },
  'APP-6': {
    id: 'APP-6',
    section: '4.1.2',
    rule: 'Process is judged by effective visits a month (at least 4 to a new customer, 2 to an existing one), proposals within 48 hours, and complaints handled within 24 and 72 hours.',
    ours: 'The visits are asked of each customer, and not of all customers together.',
  },
  'APP-7': {
    id: 'APP-7',
    section: '4.2.2',
    rule: 'Satisfaction is taken from an independent survey, never from what reps say about themselves.',
  },
  'APP-8': {
    id: 'APP-8',
    section: '4.2.3',
    rule: 'A review committee settles a dispute, and the computed result stays on record beside who decided, when and why.',
    ours: 'An appeal is filed within 5 working days of the announcement.',
  },
  'APP-9': {
    id: 'APP-9',
    section: '4.2',
    rule: 'The appraisal cycle splits targets by quarter, tracks them by month, closes each quarter and ends in a one-to-one talk.',
    ours: 'The score of a year is the mean of its quarters.',
  },
  'APP-10': {
    id: 'APP-10',
    section: '4.2.3',
    rule: "An indicator's points are its attainment times 100, at most 100, unless the scheme names another cap or curve.",
    ours: 'The whole rule: points in proportion to attainment, and the cap of 100.',
  },
  'APP-11': {
    id: 'APP-11',
    section: ['4.2.2', '4.1.2'],
    rule: 'Sales and collection figures come from the CRM, and a visit counts only with its record, a check-in or a confirmation signed by the customer.',
    ours: "The names of the sources, and that a figure which names none is taken for the CRM's.",
  },
  'APP-12': {
    id: 'APP-12',
    section: '4.1.1',
    rule: 'The contribution to gross margin may be an indicator of its own.',
  },
  'APP-13': {
    id: 'APP-13',
    section: '4.2.3',
    rule: 'A qualitative rating may join the weighted score.',
    ours: 'Its weight and its scale.',
  },

  'GRA-1': {
    id: 'GRA-1',
    section: '4.2.3',
    rule: 'There are four grades, S, A, B and C, given by score or, if the company prefers, by fixed shares of a ranking.',
    ours: 'The bands: S from 90, A from 80, B from 60, C below.',
  },
  'GRA-2': {
    id: 'GRA-2',
    section: '4.2.3',
    rule: 'Grade S adds 15 days of annual leave.',
    ours: 'The grade is that of the year.',
  },
  'GRA-3': {
    id: 'GRA-3',
    section: '4.3.1',
    rule: 'The grade sets the quarterly bonus: for an A it is 50% of base salary, for the others what the company decides.',
    ours: 'The salary of one month, and for the others S 100%, B 0% and C 0%.',
  },
  'GRA-4': {
    id: 'GRA-4',
    section: '4.4.1',
    rule: 'The grade sets the yearly raise, from 15% for an S to none for a C.',
    ours: 'A 8% and B 3%, for good; a budget that is too small cuts each raise in proportion.',
  },
  'GRA-5': {
    id: 'GRA-5',
    section: '4.4.1',
    rule: 'Two quarters in a row at A add 0.5% to the commission coefficient.',
    ours: 'S counts as well, a quarter without a grade breaks the run unless it was excused, and the rise holds from the next quarter until one below A.',
  },
  'GRA-6': {
    id: 'GRA-6',
    section: '4.4.1',
    rule: 'Two quarters in a row at C lower pay by 10% and begin an improvement plan.',
    ours: 'A quarter without a grade breaks the run unless it was excused, and it is base pay that is lowered, from the next quarter until one above C.',
  },
  'GRA-7': {
    id: 'GRA-7',
    section: '4.4.3',
    rule: 'A third C in a row takes the person off the job for a period of observation.',
    ours: 'A quarter without a grade breaks the run unless it was excused, and a run counts once.',
  },
  'GRA-8': {
    id: 'GRA-8',
    section: '4.4.2',
    rule: 'A weak indicator names the course to take, such as key-account development for a weak new-customer score.',
    ours: 'An indicator of fewer than 60 points is weak.',
  },
  'GRA-9': {
    id: 'GRA-9',
    section: '4.4.2',
    rule: 'Someone graded C is paired with a mentor graded A.',
    ours: 'A mentor may be graded S as well, and takes one person unless told.',
  },
  'GRA-10': {
    id: 'GRA-10',
    section: '4.4.3',
    rule: 'A person whom sales does not suit may move to customer service or marketing, and the appraisals of those who leave of their own accord are studied.',
    ours: 'Sales does not suit somebody after three quarters at C in a row, and of leavers the last four grades are studied, with no rate of fewer than five people.',
  },
  'GRA-11': {
    id: 'GRA-11',
    section: '4.4.2',
    rule: 'People of potential may rotate over product lines.',
    ours: 'Who has potential.',
  },

  'COM-1': {
    id: 'COM-1',
    section: '4.3.1',
    rule: 'Commission on sales in CNY is 3% up to 1,000,000, 4% from there to 2,000,000, and 5% from 2,000,000 on.',
    ours: 'Each part of the sales, which are amounts before any cost, earns the rate of its own tier; a threshold belongs to the tier above it; refunds lower them, and below zero take back what they would have earned; the total is rounded half-up to the cent and shared out in deal order; and nobody is credited beyond the whole of a sale.',
  },
  'COM-2': {
    id: 'COM-2',
    section: '4.3.1',
    rule: 'The tiers of the commission apply once the sales target is met.',
    ours: 'Below the target nothing is paid; from it on all sales count, from the first tier.',
  },
  'COM-3': {
    id: 'COM-3',
    section: '4.3.1',
    rule: 'A large order earns an award, the company setting size and amount: for example 10,000 extra for a first order, all its lines together, of more than 1,000,000.',
    ours: "The award of the example alone: for the customer's first order, strictly above the amount, and paid below the target as well.",
  },
  'COM-4': {
    id: 'COM-4',
    section: '4.3.1',
    rule: 'Opening a new market earns an award, which the company fixes.',
  },
  'COM-5': {
    id: 'COM-5',
    section: '4.4.1',
    rule: 'Commission rises with the coefficient that good grades have earned (GRA-5).',
    ours: 'It is added to the rate of every tier, 3% and 0.5% being 3.5%.',
  },
  'COM-6': {
    id: 'COM-6',
    section: '4.1.2',
    rule: 'A process indicator, such as proposals on time, may raise or lower the commission in proportion.',
  },

  'PRO-1': {
    id: 'PRO-1',
    section: ['5.1.1', '4.3.2'],
    rule: 'Managers rise from sales representative to sales supervisor, regional manager and sales director.',
    ours: 'The first rung asks for approval to hire, and whoever skips a rung is reported and not refused.',
  },
  'PRO-2': {
    id: 'PRO-2',
    section: '5.1.2',
    rule: 'Experts rise from junior product consultant to senior industry consultant, product expert and chief technical consultant.',
    ours: "The first rung asks for approval to hire, and the last for the committee's.",
  },
  'PRO-3': {
    id: 'PRO-3',
    section: '5.1.3',
    rule: 'A person may also move sideways, into market development, customer success or training.',
    ours: 'Each of these moves asks for approval.',
  },
  'PRO-4': {
    id: 'PRO-4',
    section: '5.1.1',
    rule: 'The level of a representative is sales of at least 100,000 a month, of a supervisor a team of 3 to 5 and the team-management certificate, and of a regional manager a team of at least 10; six to nine belong to no rung.',
    ours: 'These standards are reported and hold no promotion back.',
  },
  'PRO-5': {
    id: 'PRO-5',
    section: '5.3.1',
    rule: "A supervisor needs at least 110% attainment over the last 12 months, at least 80% of the team's newcomers retained, and a pass in the management assessment.",
    ours: 'The team is the one that they coach or belong to, and who has none is not asked about it.',
  },
  'PRO-6': {
    id: 'PRO-6',
    section: '5.3.1',
    rule: 'A regional manager needs the regional target exceeded in 2 quarters running, at least 2 successful channel cases, and a pass in the strategy defence.',
    ours: 'Exceeded is strictly more than 100%, and a quarter without a figure breaks the run.',
  },
  'PRO-7': {
    id: 'PRO-7',
    section: '5.3.1',
    rule: 'A sales director needs to have led a project worth at least 5,000,000, brought on at least 2 supervisors, and passed the executive interview.',
  },
  'PRO-8': {
    id: 'PRO-8',
    section: '5.3.2',
    rule: 'A senior industry consultant needs the industry certificate, at least 3 industry solutions led, and satisfaction of at least 90 out of 100.',
  },
  'PRO-9': {
    id: 'PRO-9',
    section: '5.3.2',
    rule: 'A product expert needs at least 5 improvement proposals adopted and a part in an industry white paper.',
  },
  'PRO-10': {
    id: 'PRO-10',
    section: '4.3.2',
    rule: 'Grade S in two years running opens a fast track to supervisor.',
    ours: 'A year without a grade breaks the run, and without any grades the track is not asked about.',
  },
  'PRO-11': {
    id: 'PRO-11',
    section: '5.3.3',
    rule: "A promotion goes, with no step left out, from the person's own application with its proofs through a 360° review by manager, peers and customers and a defence (a simulated management case, or a solution on the expert ladder) to a public notice of at least 5 working days.",
    ours: 'The weights of manager, peers and customers, 50, 30 and 20, and at least three peers; and the day of publication is not one of the five.',
  },
  'PRO-12': {
    id: 'PRO-12',
    section: '5.2.3',
    rule: 'Mentor and mentee choose each other: a mentor was on target two years running and has coached before, such as a supervisor or above, coaches at least 2 times a month, is assessed each quarter and is rewarded when the mentee is promoted.',
    ours: 'A year without a figure breaks the run, what the reward is, one mentee for each mentor, and that mentees propose.',
  },
  'PRO-13': {
    id: 'PRO-13',
    section: '5.1.2',
    rule: 'The levels of the expert ladder are: sells standard products alone, masters the solutions of an industry, takes part in product design, takes part in setting industry standards and leads major designs.',
  },
  'PRO-14': {
    id: 'PRO-14',
    section: '5.3',
    rule: 'A promotion may weigh three dimensions: ability, contribution and potential.',
    ours: 'The weights and the pass mark.',
  },
  'PRO-15': {
    id: 'PRO-15',
    section: '5.2',
    rule: 'Newcomers, backbone and reserve are each trained by a programme of their own, product training is complete with handbook, practice and certificate, and supervisors shadow a manager.',
    ours: 'The contents of the programmes.',
  },

  'HEA-1': {
    id: 'HEA-1',
    section: '3.4.1',
    rule: "A customer's health is scored from how often they interact, how satisfied they are and how often they buy.",
    ours: 'The weights 30, 40 and 30, a score from 0 to 100, and the bands: healthy from 70, watch from 40, at risk below.',
  },
  'HEA-2': {
    id: 'HEA-2',
    section: '3.4.1',
    rule: 'Three unanswered follow-ups in a row are a warning that the customer may leave.',
    ours: 'That the three are on days of their own.',
  },
  'HEA-3': {
    id: 'HEA-3',
    section: '3.4.1',
    rule: 'Such a warning is met with a plan to keep the customer, an offer or an added service according to their value.',
    ours: 'The offer for VIPs and the added service for the others, within 7 days of the day on which the warning was raised.',
  },
  'HEA-4': {
    id: 'HEA-4',
    section: ['3.1.6', '3.3.1', '6.4.2'],
    rule: 'Customers are sorted into tiers by value, and each key customer has an owner of their own.',
    ours: 'The currency, that VIPs are those who start in the first 80% of all value, and who owns a customer until when: the first to report, until 30 days without a follow-up or 180 without a deal.',
  },
  'HEA-5': {
    id: 'HEA-5',
    section: '6.4.2',
    rule: 'A VIP is followed up every day and an ordinary customer every week, so that it is clear what is due and what is late.',
    ours: 'That daily is each working day, and that the next counts from the last.',
  },
  'HEA-6': {
    id: 'HEA-6',
    section: '3.1.6',
    rule: 'The product a customer has installed is checked every quarter.',
    ours: 'That quarters count from the start, whenever the last check was.',
  },
  'HEA-7': {
    id: 'HEA-7',
    section: ['1.3.1', '2.3.2.2'],
    rule: "Holidays and the customer's own dates, such as a birthday or an anniversary, call for care.",
    ours: 'Which holidays, and how many days ahead.',
  },
  'HEA-8': {
    id: 'HEA-8',
    section: ['2.3.1.2', '1.3.2'],
    rule: 'Customers are asked about their satisfaction each quarter and are sent a usage report each month.',
    ours: 'That it is all customers, and that quarters and months count from the start.',
  },
  'HEA-9': {
    id: 'HEA-9',
    section: ['1.3.2', '3.1.6'],
    rule: 'A dissatisfied answer opens a measure that is followed until it is closed.',
    ours: 'The days allowed.',
  },
  'HEA-10': {
    id: 'HEA-10',
    section: ['1.3.3', '2.2.2.2'],
    rule: 'Renewals and add-on sales are found from the purchase history.',
    ours: 'The days before the end, and the interval that is expected.',
  },
  'HEA-11': {
    id: 'HEA-11',
    section: ['2.3.2.2', '3.1.6'],
    rule: 'Each customer tier has its service package.',
    ours: 'What is in a package.',
  },

  'REW-1': {
    id: 'REW-1',
    section: '5.4.1',
    rule: 'Directors and above hold restricted stock that is released over 4 years, in step with growth in performance.',
    ours: 'A tranche vests each year from the first on, by whole shares, where performance has grown at all, and lapses where it has not; who leaves well keeps the running tranche by the day, who leaves otherwise what has vested, and who is dismissed for cause nothing.',
  },
  'REW-2': {
    id: 'REW-2',
    section: '5.4.1',
    rule: 'A pool of options is set aside for the expert ladder, for innovation projects.',
    ours: 'Grants take from the pool in the order given; options vest in four years, as stock does, and whatever the growth.',
  },
  'REW-3': {
    id: 'REW-3',
    section: '5.4.2',
    rule: 'Each year the best 10% by results enter the hall of fame.',
    ours: 'A tenth is rounded up to whole people, and all of equal results enter.',
  },
  'REW-4': {
    id: 'REW-4',
    section: '5.4.2',
    rule: 'A certificate may carry an allowance, which for PMP is 2,000 a month.',
    ours: 'Allowances are in yuan, rounded half-up to the cent, are paid for a month that has begun, and add up where there are several certificates.',
  },
  'REW-5': {
    id: 'REW-5',
    section: '5.4.3',
    rule: 'People of high potential may draw on an education fund in return for a commitment to serve, and who leaves early repays in proportion to the time not served, the most that Chinese labour law allows.',
    ours: 'What is above the limit of the law is cut to it.',
  },
  'REW-6': {
    id: 'REW-6',
    section: ['4.3.2', '6.5.1'],
    rule: 'Three titles are awarded: sales champion, rising star and star of the week.',
    ours: 'Each goes to the one with the most sales (of the year, of the year among those with at most twelve months of service, of the week), and to all who are equal.',
  },
  'REW-7': {
    id: 'REW-7',
    section: '4.3.2',
    rule: 'High performers are offered training abroad or an EMBA.',
    ours: 'From which grade.',
  },
  'REW-8': {
    id: 'REW-8',
    section: '5.4.3',
    rule: 'Outstanding people may apply for an internal venture.',
    ours: 'Who may apply.',
  },
} as const satisfies Record<string, Clause>

/** The id of a clause of the handbook, from `'LEA-1'` to `'REW-8'`. */
export type ClauseId = keyof typeof register

/**
 * Every clause of the handbook by its id, subject by subject in the handbook's order.
 *
 * Use it to put a sentence beside the clauses that a result cites. The figures that rules compute with are in the
 * policies, not here: a company that changes a policy has changed its rule, and this register still says the handbook's.
 * `rule` holds only what the handbook says; what the library added is in `ours`. `APP-10` is ours as a whole, and says so.
 *
 * @example What does a statement mean by COM-2?
 * ```ts
 * import { handbook } from 'sales-rules'
 *
 * handbook.clauses['COM-2'].rule // => 'The tiers of the commission apply once the sales target is met.'
 * ```
 *
 * @example Which figures of the grades did the library choose?
 * ```ts
 * import { handbook } from 'sales-rules'
 *
 * handbook.clauses['GRA-1'].ours // => 'The bands: S from 90, A from 80, B from 60, C below.'
 * ```
 */
export const clauses: Readonly<Record<ClauseId, Clause>> = /* @__PURE__ */ freezeEach(register)

function freezeEach(
  entries: Readonly<Record<ClauseId, Clause>>,
): Readonly<Record<ClauseId, Clause>> {
  for (const clause of Object.values(entries)) {
    Object.freeze(clause.section)
    Object.freeze(clause)
  }
  return Object.freeze(entries)
}

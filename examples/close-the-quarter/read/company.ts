import { type Collection, readCollections } from './collections.js'
import { type Customer, readCustomers } from './customers.js'
import { type Followup, readFollowups } from './followups.js'
import { type PastGrade, readGrades } from './grades.js'
import { type Lead, readLeads } from './leads.js'
import { type Order, readOrders } from './orders.js'
import { type Application, readPromotions } from './promotions.js'
import { type Rep, readReps } from './reps.js'
import { readSurveys, type Survey } from './surveys.js'
import type { Table } from './table.js'
import { readTargets, type Target } from './targets.js'

/** The company's tables, each with what was accepted and what was rejected. */
export interface Company {
  readonly reps: Table<Rep>
  readonly targets: Table<Target>
  readonly orders: Table<Order>
  readonly collections: Table<Collection>
  readonly surveys: Table<Survey>
  readonly grades: Table<PastGrade>
  readonly leads: Table<Lead>
  readonly customers: Table<Customer>
  readonly followups: Table<Followup>
  readonly promotions: Table<Application>
}

export function readCompany(folder: URL): Company {
  const reps = readReps(folder)
  const repIds = new Set(valuesOf(reps).map(({ rep }) => rep))
  const orders = readOrders(folder, repIds)
  const customers = readCustomers(folder, repIds)
  return {
    reps,
    targets: readTargets(folder, repIds),
    orders,
    collections: readCollections(folder, orders),
    surveys: readSurveys(folder, repIds),
    grades: readGrades(folder, repIds),
    leads: readLeads(folder),
    customers,
    followups: readFollowups(folder, new Set(valuesOf(customers).map(({ customer }) => customer))),
    promotions: readPromotions(folder, repIds),
  }
}

export function tablesOf(company: Company): Table<unknown>[] {
  return Object.values(company)
}

export function valuesOf<Value>({ accepted }: Table<Value>): Value[] {
  return accepted.map(({ value }) => value)
}

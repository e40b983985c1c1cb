/**
 * Writes the JSON Schema of each kind of policy and of a document into `schemas`, by which an editor completes a policy file. They are made of the schemas that
 * the define functions check by, and say the shape alone: what the parts of a policy must be to each other, define says.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { schemeSchema } from './src/appraisal/schema.js'
import { policySchema as careers } from './src/careers/schema.js'
import { planSchema as commission } from './src/commission/plan/schema.js'
import { planSchema as compensation, contestSchema } from './src/compensation/schema.js'
import { policySchema as grading } from './src/grading/schema.js'
import { careSchema, modelSchema as health } from './src/health/schema.js'
import { calendarSchema, conditionSchema, curveSchema, scaleSchema } from './src/kernel/schema.js'
import { modelSchema as leads } from './src/leads/schema.js'
import { policySchema as pipeline } from './src/pipeline/schema.js'
import { documentSchema } from './src/policy/schema.js'
import { policySchema as rewards } from './src/rewards/schema.js'
import { hoursSchema, standardsSchema } from './src/service/schema.js'
import { planSchema as targets } from './src/targets/schema.js'

const SECTIONS: Readonly<Record<string, z.ZodType>> = {
  appraisal: schemeSchema,
  calendar: calendarSchema,
  care: careSchema,
  careers,
  commission,
  compensation,
  contest: contestSchema,
  grading,
  health,
  leads,
  pipeline,
  rewards,
  service: standardsSchema,
  targets,
  workingHours: hoursSchema,
}

// What many places share is described once in each file, under its name.
z.globalRegistry.add(conditionSchema, { id: 'condition' }).add(curveSchema, { id: 'curve' })

type Json = Record<string, unknown>

function jsonSchemaOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
}

/** Each section of a document is described where its own schema is. */
function withSections(document: Json): Json {
  const { versions } = document['properties'] as { versions: { items: { properties: Json } } }
  const { properties } = versions.items
  const { groups } = properties as { groups: { additionalProperties: { properties: Json } } }
  for (const name of Object.keys(SECTIONS)) {
    const reference = { $ref: `${name}.json` }
    properties[name] = reference
    groups.additionalProperties.properties[name] = reference
  }
  return document
}

/** Components of a compensation plan are an appraisal scheme, or a plan that may leave out what the whole says. */
function withComponents(plan: Json): Json {
  const { $defs: ofScheme, ...appraisal } = jsonSchemaOf(schemeSchema)
  const { $defs: ofPlan, required: _, ...component } = jsonSchemaOf(commission)
  const properties = plan['properties'] as Json & { components: { items: { properties: Json } } }
  Object.assign(properties.components.items.properties, { appraisal, commission: component })
  properties['payment'] = (component['properties'] as Json)['payment']
  return { ...plan, $defs: { ...(ofScheme as Json), ...(ofPlan as Json) } }
}

/** A file of one policy may name its schema, as a document does. */
function named(schema: z.ZodType): Json {
  const { properties, ...rest } = jsonSchemaOf(schema)
  return { ...rest, properties: { $schema: { type: 'string' }, ...(properties as Json) } }
}

/** The schemas by the name of their file. */
export const schemas: Readonly<Record<string, Json>> = {
  ...Object.fromEntries(
    Object.entries({ ...SECTIONS, scale: scaleSchema }).map(([name, schema]) => [
      name,
      named(schema),
    ]),
  ),
  compensation: withComponents(named(compensation)),
  policy: withSections(jsonSchemaOf(documentSchema)),
}

/** Writes them into a folder, which is emptied first. */
export function writeSchemas(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of Object.entries(schemas))
    writeFileSync(
      resolve(folder, `${name}.json`),
      `${JSON.stringify({ $id: `${name}.json`, ...schema }, null, 2)}\n`,
    )
}

/** The page's side of the worker: a question, and in time its answer. */
import type { Desk } from './desk.js'

export interface Client {
  ask<Task extends keyof Desk>(
    task: Task,
    ask: Parameters<Desk[Task]>[0],
  ): Promise<ReturnType<Desk[Task]>>
  close(): void
}

export function startClient(onFailure: () => void): Client {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (reply: never) => void>()
  let last = 0
  worker.addEventListener('error', onFailure)
  worker.addEventListener('message', ({ data: { id, reply } }) => {
    waiting.get(id)?.(reply as never)
    waiting.delete(id)
  })
  return {
    ask: (task, ask) =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        worker.postMessage({ id: last, task, ask })
      }),
    close: () => worker.terminate(),
  }
}

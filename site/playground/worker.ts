/** Computes beside the page, which stays quick whatever is asked. */
import { openDesk } from './desk.js'

const desk = openDesk()

self.addEventListener('message', ({ data: { id, task, ask } }) => {
  const reply: unknown = desk[task as keyof typeof desk](ask as never)
  self.postMessage({ id, reply })
})

import type { CascadedNode, TargetCascade } from '../../../targets/index.js'
import type { Block, Document } from '../../document.js'
import { factOf, tableOf } from '../../table.js'
import type { Voice } from '../../voice.js'
import { documentOf } from '../common.js'

/** A target shared out from the top down, and what everybody carries. */
export function describeCascade(cascade: TargetCascade, voice: Voice): Document {
  const { tree, measure, total } = cascade
  const words = voice.words.targets.cascade
  const amountOf = ({ id, amount }: { readonly id: string; readonly amount: string }) => ({
    id,
    amount: voice.number(amount),
  })
  return documentOf(described(cascade), voice, {
    title: words.title,
    head: factOf(voice, 'measured', measure),
    answer: words.shared({ total: voice.number(total) }),
    sentences: [
      ...(tree.head === null ? [] : [words.head(amountOf(tree.head))]),
      ...tree.children.map((child) => words.child(amountOf(child))),
    ],
    blocks: tablesOf(cascade, voice),
  })
}

/** A cascade without a plan names no policy. */
function described({ policy, ...cascade }: TargetCascade): object {
  return policy === null ? cascade : { ...cascade, policy }
}

interface Row {
  readonly path: readonly string[]
  readonly amount: string
  readonly by: CascadedNode['by']
  readonly head: string | undefined
  readonly headAmount: string | undefined
}

function rowsOf(node: CascadedNode, above: readonly string[]): readonly Row[] {
  const path = [...above, node.id]
  const { amount, by, head, children } = node
  return [
    { path, amount, by, head: head?.id, headAmount: head?.amount },
    ...children.flatMap((child) => rowsOf(child, path)),
  ]
}

function tablesOf({ tree, payees, total }: TargetCascade, voice: Voice): readonly Block[] {
  const { fields, targets } = voice.words
  const words = targets.cascade
  return [
    ...tableOf(voice, {
      title: words.tree,
      rows: rowsOf(tree, []),
      columns: {
        path: 'list',
        amount: 'number',
        by: { as: 'word', head: fields.sharedBy },
        head: 'text',
        headAmount: 'number',
      },
    }),
    ...tableOf(voice, {
      title: words.payees,
      rows: payees,
      columns: { id: 'text', amount: 'number' },
      total: { amount: total },
    }),
  ]
}

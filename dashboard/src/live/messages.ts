import { isFields, readArticle, readArticles } from '@/api/guard'
import type { AnalyzedNewsArticle } from '@/api/types'

/** One message of the live feed as the dashboard understands it. */
export type LiveMessage =
  | {
      readonly type: 'initial'
      readonly articles: readonly AnalyzedNewsArticle[]
      readonly malformed: number
    }
  | { readonly type: 'article'; readonly article: AnalyzedNewsArticle }
  | { readonly type: 'malformed' }
  | { readonly type: 'unknown' }

const malformed: LiveMessage = { type: 'malformed' }

/** Reads a frame of the live feed. Types this version does not know are unknown, not malformed. */
export function readMessage(frame: unknown): LiveMessage {
  const message = parse(frame)
  if (!isFields(message) || typeof message.type !== 'string') return malformed
  switch (message.type) {
    case 'initial_data': {
      const batch = readArticles(message.data)
      return batch === null ? malformed : { type: 'initial', ...batch }
    }
    case 'new_analysis': {
      const article = readArticle(message.data)
      return article === null ? malformed : { type: 'article', article }
    }
    default:
      return { type: 'unknown' }
  }
}

function parse(frame: unknown): unknown {
  if (typeof frame !== 'string') return null
  try {
    return JSON.parse(frame)
  } catch {
    return null
  }
}

import { describe, expect, it } from 'vitest'
import { readArticle } from '@/api/guard'
import { answerersOf } from '@/text/provenance'
import { articleOf } from './articles'

const providers = { sentiment: 'openai', topics: 'local', keywords: 'openai', entities: 'onnx' }

describe('who answered', () => {
  it('is not told when all of it was answered within', () => {
    expect(answerersOf(articleOf().analysis)).toEqual([])
  })

  it('is told with those outside first, each with its parts', () => {
    const { analysis } = articleOf({ analysis: { providers, cached: ['entities', 'sentiment'] } })
    expect(answerersOf(analysis)).toEqual([
      { provider: 'openai', parts: ['sentiment', 'keywords'], cached: false },
      { provider: 'onnx', parts: ['entities'], cached: true },
      { provider: 'local', parts: ['topics'], cached: false },
    ])
  })

  it('is read from what the server says, and local where it says nothing', () => {
    const analysis = {
      providers: { sentiment: 'openai', topics: 7 },
      cached: ['topics', 'x'],
      cost_usd: 0.002,
    }
    expect(readArticle({ ...articleOf(), analysis })?.analysis).toMatchObject({
      providers: { sentiment: 'openai', topics: 'local', keywords: 'local', entities: 'local' },
      cached: ['topics'],
      cost_usd: 0.002,
      tokens: 0,
    })
  })
})

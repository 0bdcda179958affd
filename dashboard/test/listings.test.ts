import { describe, expect, it } from 'vitest'
import { fetchListing } from '@/api/http'
import { articleOf } from './articles'

function answering(status: number, body: string, type = 'application/json') {
  return () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }))
}

describe('asking for a listing', () => {
  it('gives the articles of the answer', async () => {
    const body = JSON.stringify({ count: 1, news: [articleOf()] })
    const answer = await fetchListing('/news/top', answering(200, body))
    expect(answer).toEqual({ ok: true, value: { articles: [articleOf()], malformed: 0 } })
  })

  it('gives the words of a problem document', async () => {
    const problem = JSON.stringify({ title: 'Draining', detail: 'Try again in 5 s.' })
    const answer = await fetchListing('/news/top', answering(503, problem, 'application/problem+json'))
    expect(answer).toEqual({
      ok: false,
      failure: { kind: 'refused', status: 503, title: 'Draining', detail: 'Try again in 5 s.' },
    })
  })

  it('says that a body which is no listing cannot be read', async () => {
    const answer = await fetchListing('/news/top', answering(200, '<html>'))
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreadable' } })
  })

  it('says that a server which does not answer cannot be reached', async () => {
    const answer = await fetchListing('/news/top', () => Promise.reject(new TypeError('refused')))
    expect(answer).toEqual({ ok: false, failure: { kind: 'unreachable' } })
  })
})

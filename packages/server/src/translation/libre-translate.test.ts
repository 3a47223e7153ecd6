import { afterEach, expect, test } from 'vitest'
import { startLibreTranslate } from '../../test/support/libre-translate.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { libreTranslate } from './libre-translate.ts'
import { isSameLanguage, languageOf } from './translator.ts'

const service = await startLibreTranslate({ apiKey: 'secret' })
const translator = libreTranslate({ url: service.url, apiKey: 'secret', patienceMs: 200 })
const hello = { html: '<p>Hello</p>', from: 'en', to: 'fr' }

afterEach(() => {
  service.failing = undefined
})

test('it speaks the protocol of LibreTranslate', async () => {
  expect(await translator.languages()).toContainEqual({
    ...{ code: 'fr', name: 'French', targets: ['en', 'fr', 'de', 'pt-BR'] },
  })
  expect(await translator.detect('Bonjour, où est ma commande ?')).toBe('fr')
  expect(await translator.detect('Zut')).toBeUndefined()
  expect(await translator.translate(hello)).toBe('<p>[fr] Hello</p>')
  expect(service.heard.at(-1)).toEqual({
    path: '/translate',
    body: { q: '<p>Hello</p>', source: 'en', target: 'fr', format: 'html', api_key: 'secret' },
  })
})

test('it says why nothing was translated', async () => {
  const reason = (of = translator) => of.translate(hello).catch(({ reason: why, message }) => [why, message])
  service.failing = 'hang'
  expect(await reason()).toEqual(['slow', 'The translation service did not answer in time'])
  service.failing = { status: 429, error: 'Slowdown: 20 per 1 minute' }
  expect(await reason()).toEqual(['busy', 'The translation service is busy: Slowdown: 20 per 1 minute'])
  service.failing = undefined
  const keyless = libreTranslate({ url: service.url, apiKey: undefined })
  expect((await reason(keyless))[0]).toBe('refused')
  const nobody = libreTranslate({ url: 'http://127.0.0.1:1', apiKey: undefined })
  expect(await reason(nobody)).toEqual(['unreachable', 'The translation service could not be reached'])
  const somebodyElse = await startReceiver((_, response) => response.end('<html>Hello</html>'))
  const elsewhere = libreTranslate({ url: somebodyElse.url, apiKey: undefined })
  expect(await reason(elsewhere)).toEqual([
    'unreachable',
    'What answers at LIBRETRANSLATE_URL is no LibreTranslate',
  ])
})

test('a language is known by its relatives', async () => {
  expect([
    isSameLanguage('pt', 'pt-BR'),
    isSameLanguage('zh-Hans', 'zh-Hant'),
    isSameLanguage('en', 'fr'),
  ]).toEqual([...[true, false, false]])
  expect(languageOf(await translator.languages(), 'pt')?.code).toBe('pt-BR')
})

import { expect, test } from 'vitest'
import { fillMacro } from './fill-macro.ts'

const values = { 'contact.first_name': 'Inès', 'contact.plan': null, 'teammate.name': '<b>Ada</b>' }

test.each([
  ['Hello {{contact.first_name}}', 'Hello Inès'],
  ['Hello {{ first_name | fallback: "there" }}', 'Hello Inès'],
  ['Hello {{user.first_name}}', 'Hello Inès'],
  ['On {{contact.plan|fallback:"our plan"}}', 'On our plan'],
  ['On {{contact.plan|fallback:&quot;our plan&quot;}}', 'On our plan'],
  ['On {{contact.plan | none}}', 'On none'],
  ['<p>Hi <attribute key="user.first_name" default="there"/>,</p>', '<p>Hi Inès,</p>'],
  ['<p>Hi <attribute key="contact.nickname" default="there"/>,</p>', '<p>Hi there,</p>'],
  ['Yours, {{teammate.name}}', 'Yours, &#60;b&#62;Ada&#60;/b&#62;'],
  ['{{nothing.known}} and {{', ' and {{'],
])('%s is filled in', (written, filled) => {
  expect(fillMacro(written, values)).toBe(filled)
})

import { Contact } from '../models/contact.ts'
import { Visitor } from '../models/visitor.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, model, nullable, oneOf, optional, Type } from '../schema.ts'

export const UpdateVisitorRequest = model('update_visitor_request', {
  id: optional(IdInput()),
  user_id: optional(IdInput()),
  name: optional(nullable(Type.String())),
  custom_attributes: optional(nullable(Dictionary())),
})

const Identity = Type.Object({
  id: optional(IdInput()),
  user_id: optional(IdInput()),
  email: optional(Type.String()),
})

export const ConvertVisitorRequest = model('convert_visitor_request', {
  type: oneOf('user', 'lead'),
  user: Identity,
  visitor: Identity,
})

export const visitors = family({
  find: {
    method: 'GET',
    path: '/visitors',
    scope: 'read_users_and_companies',
    summary: 'One visitor by user id',
    query: Type.Object({ user_id: Type.String() }),
    answer: Visitor,
  },
  update: {
    method: 'PUT',
    path: '/visitors',
    scope: 'read_write_users',
    summary: 'Change a visitor',
    body: UpdateVisitorRequest,
    bodyOptional: true,
    answer: Visitor,
  },
  convert: {
    method: 'POST',
    path: '/visitors/convert',
    scope: 'read_write_users',
    summary: 'Turn a visitor into a contact',
    body: ConvertVisitorRequest,
    answer: Contact,
  },
})

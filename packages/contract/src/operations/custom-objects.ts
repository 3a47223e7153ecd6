import {
  CustomObjectInstance,
  CustomObjectInstanceDeleted,
  CustomObjectInstancePage,
  FoundCustomObjectInstance,
} from '../models/custom-object-instance.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, IntegerInput, model, nullable, optional, since, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateOrUpdateCustomObjectInstanceRequest = model(
  'create_or_update_custom_object_instance_request',
  {
    external_id: optional(IdInput()),
    external_created_at: optional(nullable(IntegerInput())),
    external_updated_at: optional(nullable(IntegerInput())),
    custom_attributes: optional(nullable(Dictionary())),
  },
)

export const customObjects = family({
  list: {
    method: 'GET',
    path: '/custom_object_instances/{custom_object_type_identifier}',
    since: '2.13',
    scope: 'read_custom_objects',
    summary: 'Instances, or one by external id',
    query: Type.Object({
      ...linkedPageQuery,
      external_id: optional(Type.String()),
      references_contact_id: since('2.16', optional(Type.String())),
      references_conversation_id: since('2.16', optional(Type.String())),
    }),
    answer: Type.Union([CustomObjectInstancePage, FoundCustomObjectInstance, CustomObjectInstance]),
  },
  save: {
    method: 'POST',
    path: '/custom_object_instances/{custom_object_type_identifier}',
    since: '2.13',
    scope: 'write_custom_objects',
    summary: 'Create or change an instance',
    body: CreateOrUpdateCustomObjectInstanceRequest,
    bodyOptional: true,
    answer: CustomObjectInstance,
  },
  deleteByExternalId: {
    method: 'DELETE',
    path: '/custom_object_instances/{custom_object_type_identifier}',
    since: '2.13',
    scope: 'write_custom_objects',
    summary: 'Delete an instance by external id',
    query: Type.Object({ external_id: Type.String() }),
    answer: CustomObjectInstanceDeleted,
  },
  find: {
    method: 'GET',
    path: '/custom_object_instances/{custom_object_type_identifier}/{id}',
    since: '2.13',
    scope: 'read_custom_objects',
    summary: 'One instance',
    answer: CustomObjectInstance,
  },
  delete: {
    method: 'DELETE',
    path: '/custom_object_instances/{custom_object_type_identifier}/{id}',
    since: '2.13',
    scope: 'write_custom_objects',
    summary: 'Delete an instance',
    answer: CustomObjectInstanceDeleted,
  },
})

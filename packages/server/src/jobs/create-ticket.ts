import { CreateTicketRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Work } from '../domain/job/index.ts'
import { createTicket } from '../domain/ticket/index.ts'
import type { FileStore } from '../storage/file-store.ts'

/** Makes the ticket that `POST /tickets/enqueue` asked for. */
export const createTicketJob =
  (files: FileStore): Work =>
  async (tx, actor, request) => {
    if (!isRequest(request)) throw new Error('the job of a ticket holds no request for one')
    const { id } = await createTicket(tx, actor, { request, files })
    return id
  }

const validator = Compile(CreateTicketRequest)

const isRequest = (value: unknown): value is Static<typeof CreateTicketRequest> => validator.Check(value)

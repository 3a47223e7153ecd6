import { signIn } from '@guichet/contract/operations/inbox/sign-in.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type CallOf, call } from './client.ts'
import { queryOf } from './query-of.ts'
import { enterApp } from './session.ts'

type Body<O extends keyof typeof signIn> = NonNullable<CallOf<(typeof signIn)[O]>['body']>

/** The token that a mailed link brings. */
export const linkToken = (): string => new URLSearchParams(window.location.search).get('token') ?? ''

/** Why signing in elsewhere led back here; empty where it did not. */
export const errorOfLink = (): string => new URLSearchParams(window.location.search).get('error') ?? ''

const enterWhenIn = (answer: { type: string }) => answer.type === 'signed_in' && enterApp()

/** Where else one may sign in. */
export const useSignInOptions = () => useQuery(queryOf(signIn.options, {})).data?.sso ?? []

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: Body<'withPassword'>) => call(signIn.withPassword, { body }),
    onSuccess: enterWhenIn,
  })

/** The second half of signing in. */
export const useSignInWithCode = () =>
  useMutation({
    mutationFn: (body: Body<'withCode'>) => call(signIn.withCode, { body }),
    onSuccess: enterWhenIn,
  })

export const useRequestReset = () =>
  useMutation({ mutationFn: (email: string) => call(signIn.requestReset, { body: { email } }) })

export const useReset = (token: string) => useQuery(queryOf(signIn.findReset, { params: { token } }))

export const useSetPassword = (token: string) =>
  useMutation({
    mutationFn: (password: string) => call(signIn.reset, { params: { token }, body: { password } }),
    onSuccess: enterWhenIn,
  })

export const useInvitation = (token: string) =>
  useQuery(queryOf(signIn.findInvitation, { params: { token } }))

export const useAcceptInvitation = (token: string) =>
  useMutation({
    mutationFn: (body: Body<'acceptInvitation'>) =>
      call(signIn.acceptInvitation, { params: { token }, body }),
    onSuccess: enterWhenIn,
  })

export const useSetup = (token: string) => useQuery(queryOf(signIn.findSetup, { params: { token } }))

export const useSetUp = (token: string) =>
  useMutation({
    mutationFn: (body: Body<'setUp'>) => call(signIn.setUp, { params: { token }, body }),
    onSuccess: answer => answer.type === 'signed_in' && window.location.assign('/app/welcome'),
  })

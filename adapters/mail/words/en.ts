import type { Words } from './words.ts';

export const en: Words = {
  greeting: 'Dear {name},',
  greetingPlain: 'Hello,',
  kinds: {
    'sign-in-link': {
      subject: 'Your link to sign in',
      lines: [
        'With this link you sign in to Testamur. It serves once, within {minutes} minutes, in the browser that asked for it.',
        'If you did not ask for it, do nothing: nobody gets in without it.',
      ],
      link: 'Sign in',
    },
    invitation: {
      subject: '{organisation} invites you',
      lines: [
        '{organisation} invites you to join it on Testamur.',
        'The link serves once, until {until}. Whoever holds it may join, so do not pass it on.',
      ],
      link: 'Join',
    },
    'recovery-begun': {
      subject: 'Somebody is recovering your account',
      lines: ['Somebody has begun to recover your account.', 'If it was not you, sign in now and stop it.'],
      link: 'Look at your account',
    },
    'recovery-finished': {
      subject: 'The recovery of your account is over',
      lines: [
        'Whoever waited to get back into your account can make a passkey now.',
        'If it was not you, sign in now, end the other sessions and remove what you do not know.',
      ],
      link: 'Look at your account',
    },
    'recovery-cancelled': {
      subject: 'The recovery of your account was cancelled',
      lines: [
        'Somebody who is signed in to your account objected to its recovery, so that it serves no more.',
        'If it was you who waited, begin again, and end the sessions that are not yours.',
      ],
      link: 'Look at your account',
    },
    'key-changed': {
      subject: '{organisation}: a key of a program has changed',
      lines: [
        'A key with which a program acts for {organisation} was added or ended.',
        'If nobody of you did it, end the key and look at who is an administrator.',
      ],
      link: 'Look at your account',
    },
    'sign-in-changed': {
      subject: 'The way you sign in has changed',
      lines: [
        'A passkey or another way to sign in to your account was added or removed.',
        'If it was not you, sign in now, end the other sessions and remove what you do not know.',
      ],
      link: 'Look at your account',
    },
    'role-changed': {
      subject: 'Your role at {organisation} has changed',
      lines: ['Your role at {organisation} has changed.', 'Sign in to see what you may do there now.'],
      link: 'Look at your account',
    },
    'membership-ended': {
      subject: 'You no longer belong to {organisation}',
      lines: [
        'Your membership of {organisation} has ended.',
        'What you did there stays on record; you cannot act for it any more.',
      ],
      link: 'Look at your account',
    },
    'approval-requested': {
      subject: '{organisation}: your approval is asked for',
      lines: [
        'Somebody at {organisation} asks for a second pair of eyes.',
        'Sign in to read what is to be done, and approve or refuse it.',
      ],
      link: 'Decide',
    },
    'approval-decided': {
      subject: '{organisation}: your request was decided',
      lines: [
        'Somebody at {organisation} has decided your request for approval.',
        'Sign in to read the decision and its reason.',
      ],
      link: 'Read the decision',
    },
    'webhook-stopped': {
      subject: '{organisation}: messages to {host} were stopped',
      lines: [
        'The address at {host} has not accepted messages of {organisation} for a long time, so they were stopped.',
        'When it works again, switch it on and send again what it missed.',
      ],
      link: 'Look at the endpoints',
    },
  },
  because: {
    address: 'You get this because you, or somebody for you, asked for it.',
    security: 'You get this because it concerns the security of your account; such messages are always sent.',
    notice: 'You can switch off messages of this kind in your account.',
  },
};

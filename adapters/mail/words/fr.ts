import type { Words } from './words.ts';

export const fr: Words = {
  greeting: 'Bonjour {name},',
  greetingPlain: 'Bonjour,',
  kinds: {
    'sign-in-link': {
      subject: 'Votre lien de connexion',
      lines: [
        'Ce lien vous connecte à Testamur. Il sert une seule fois, dans les {minutes} minutes, dans le navigateur qui l’a demandé.',
        'Si vous ne l’avez pas demandé, ne faites rien : sans lui, personne n’entre.',
      ],
      link: 'Se connecter',
    },
    invitation: {
      subject: '{organisation} vous invite',
      lines: [
        '{organisation} vous invite à la rejoindre sur Testamur.',
        'Le lien sert une seule fois, jusqu’au {until}. Quiconque le détient peut entrer : ne le transmettez pas.',
      ],
      link: 'Rejoindre',
    },
    'recovery-begun': {
      subject: 'Quelqu’un récupère votre compte',
      lines: [
        'Quelqu’un a commencé la récupération de votre compte.',
        'Si ce n’est pas vous, connectez-vous maintenant et arrêtez-la.',
      ],
      link: 'Voir votre compte',
    },
    'recovery-finished': {
      subject: 'La récupération de votre compte est terminée',
      lines: [
        'Qui attendait de retrouver l’accès à votre compte peut maintenant créer une clé d’accès.',
        'Si ce n’est pas vous, connectez-vous maintenant, fermez les autres sessions et retirez ce que vous ne connaissez pas.',
      ],
      link: 'Voir votre compte',
    },
    'recovery-cancelled': {
      subject: 'La récupération de votre compte a été annulée',
      lines: [
        'Une personne connectée à votre compte s’est opposée à sa récupération, qui ne sert donc plus.',
        'Si c’est vous qui attendiez, recommencez, et fermez les sessions qui ne sont pas les vôtres.',
      ],
      link: 'Voir votre compte',
    },
    'key-changed': {
      subject: '{organisation} : une clé d’un programme a changé',
      lines: [
        'Une clé avec laquelle un programme agit pour {organisation} a été ajoutée ou arrêtée.',
        'Si aucun de vous ne l’a fait, arrêtez la clé et voyez qui administre.',
      ],
      link: 'Voir votre compte',
    },
    'sign-in-changed': {
      subject: 'Votre façon de vous connecter a changé',
      lines: [
        'Une clé d’accès ou un autre moyen de connexion à votre compte a été ajouté ou retiré.',
        'Si ce n’est pas vous, connectez-vous maintenant, fermez les autres sessions et retirez ce que vous ne connaissez pas.',
      ],
      link: 'Voir votre compte',
    },
    'role-changed': {
      subject: 'Votre rôle chez {organisation} a changé',
      lines: [
        'Votre rôle chez {organisation} a changé.',
        'Connectez-vous pour voir ce que vous pouvez y faire désormais.',
      ],
      link: 'Voir votre compte',
    },
    'membership-ended': {
      subject: 'Vous ne faites plus partie de {organisation}',
      lines: [
        'Votre appartenance à {organisation} a pris fin.',
        'Ce que vous y avez fait reste enregistré ; vous ne pouvez plus agir en son nom.',
      ],
      link: 'Voir votre compte',
    },
    'approval-requested': {
      subject: '{organisation} : votre approbation est demandée',
      lines: [
        'Quelqu’un chez {organisation} demande un second regard.',
        'Connectez-vous pour lire ce qui est prévu, puis approuver ou refuser.',
      ],
      link: 'Décider',
    },
    'approval-decided': {
      subject: '{organisation} : votre demande a été tranchée',
      lines: [
        'Quelqu’un chez {organisation} a tranché votre demande d’approbation.',
        'Connectez-vous pour lire la décision et son motif.',
      ],
      link: 'Lire la décision',
    },
    'webhook-stopped': {
      subject: '{organisation} : messages à {host} arrêtés',
      lines: [
        'L’adresse chez {host} n’accepte plus depuis longtemps les messages de {organisation} ; ils ont été arrêtés.',
        'Quand elle fonctionnera de nouveau, réactivez-la et renvoyez ce qu’elle a manqué.',
      ],
      link: 'Voir les adresses',
    },
  },
  because: {
    address: 'Vous recevez ce message parce que vous, ou quelqu’un pour vous, l’avez demandé.',
    security:
      'Vous recevez ce message parce qu’il touche à la sécurité de votre compte ; de tels messages sont toujours envoyés.',
    notice: 'Vous pouvez désactiver les messages de ce genre dans votre compte.',
  },
};

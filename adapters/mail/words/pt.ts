import type { Words } from './words.ts';

export const pt: Words = {
  greeting: 'Olá, {name},',
  greetingPlain: 'Olá,',
  kinds: {
    'sign-in-link': {
      subject: 'O seu link para entrar',
      lines: [
        'Com este link entra no Testamur. Serve uma única vez, durante {minutes} minutos, no navegador que o pediu.',
        'Se não o pediu, não faça nada: sem ele ninguém entra.',
      ],
      link: 'Entrar',
    },
    invitation: {
      subject: '{organisation} convida você',
      lines: [
        '{organisation} convida você a participar no Testamur.',
        'O link serve uma única vez, até {until}. Quem o tiver pode participar: não o passe adiante.',
      ],
      link: 'Participar',
    },
    'recovery-begun': {
      subject: 'Alguém está recuperando a sua conta',
      lines: ['Alguém começou a recuperar a sua conta.', 'Se não foi você, entre agora e interrompa.'],
      link: 'Ver a sua conta',
    },
    'recovery-finished': {
      subject: 'A recuperação da sua conta terminou',
      lines: [
        'Quem esperava voltar a entrar na sua conta já pode criar uma chave de acesso.',
        'Se não foi você, entre agora, termine as outras sessões e retire o que não conhece.',
      ],
      link: 'Ver a sua conta',
    },
    'recovery-cancelled': {
      subject: 'A recuperação da sua conta foi cancelada',
      lines: [
        'Alguém com sessão iniciada na sua conta opôs-se à recuperação, que já não serve.',
        'Se era você quem esperava, comece de novo e termine as sessões que não são suas.',
      ],
      link: 'Ver a sua conta',
    },
    'key-changed': {
      subject: '{organisation}: mudou uma chave de um programa',
      lines: [
        'Foi acrescentada ou terminada uma chave com que um programa age por {organisation}.',
        'Se não foi nenhum de vós, termine a chave e veja quem administra.',
      ],
      link: 'Ver a sua conta',
    },
    'sign-in-changed': {
      subject: 'A sua forma de entrar mudou',
      lines: [
        'Uma chave de acesso ou outra forma de entrar na sua conta foi adicionada ou removida.',
        'Se não foi você, entre agora, encerre as outras sessões e remova o que não conhece.',
      ],
      link: 'Ver a sua conta',
    },
    'role-changed': {
      subject: 'A sua função em {organisation} mudou',
      lines: ['A sua função em {organisation} mudou.', 'Entre para ver o que pode fazer lá agora.'],
      link: 'Ver a sua conta',
    },
    'membership-ended': {
      subject: 'Você já não pertence a {organisation}',
      lines: [
        'A sua participação em {organisation} terminou.',
        'O que fez lá continua registrado; já não pode agir em seu nome.',
      ],
      link: 'Ver a sua conta',
    },
    'approval-requested': {
      subject: '{organisation}: pede-se a sua aprovação',
      lines: [
        'Alguém em {organisation} pede um segundo olhar.',
        'Entre para ler o que será feito e aprove ou recuse.',
      ],
      link: 'Decidir',
    },
    'approval-decided': {
      subject: '{organisation}: o seu pedido foi decidido',
      lines: [
        'Alguém em {organisation} decidiu o seu pedido de aprovação.',
        'Entre para ler a decisão e o seu motivo.',
      ],
      link: 'Ler a decisão',
    },
    'webhook-stopped': {
      subject: '{organisation}: mensagens para {host} interrompidas',
      lines: [
        'O endereço em {host} não aceita há muito tempo mensagens de {organisation}, por isso foram interrompidas.',
        'Quando voltar a funcionar, ative-o e envie de novo o que não recebeu.',
      ],
      link: 'Ver os endereços',
    },
  },
  because: {
    address: 'Você recebe esta mensagem porque você, ou alguém por você, a pediu.',
    security:
      'Você recebe esta mensagem porque diz respeito à segurança da sua conta; tais mensagens são sempre enviadas.',
    notice: 'Você pode desativar mensagens deste tipo na sua conta.',
  },
};

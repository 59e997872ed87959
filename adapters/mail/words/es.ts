import type { Words } from './words.ts';

export const es: Words = {
  greeting: 'Hola, {name}:',
  greetingPlain: 'Hola:',
  kinds: {
    'sign-in-link': {
      subject: 'Su enlace para entrar',
      lines: [
        'Con este enlace entra en Testamur. Sirve una sola vez, durante {minutes} minutos, en el navegador que lo pidió.',
        'Si no lo pidió, no haga nada: sin él nadie entra.',
      ],
      link: 'Entrar',
    },
    invitation: {
      subject: '{organisation} le invita',
      lines: [
        '{organisation} le invita a unirse en Testamur.',
        'El enlace sirve una sola vez, hasta el {until}. Quien lo tenga puede unirse: no lo comparta.',
      ],
      link: 'Unirse',
    },
    'recovery-begun': {
      subject: 'Alguien está recuperando su cuenta',
      lines: ['Alguien ha empezado a recuperar su cuenta.', 'Si no ha sido usted, entre ahora y deténgalo.'],
      link: 'Ver su cuenta',
    },
    'recovery-finished': {
      subject: 'La recuperación de su cuenta ha terminado',
      lines: [
        'Quien esperaba volver a entrar en su cuenta ya puede crear una llave de acceso.',
        'Si no fue usted, entre ahora, cierre las demás sesiones y quite lo que no conozca.',
      ],
      link: 'Ver su cuenta',
    },
    'recovery-cancelled': {
      subject: 'Se canceló la recuperación de su cuenta',
      lines: [
        'Alguien con sesión abierta en su cuenta se opuso a su recuperación, que ya no sirve.',
        'Si era usted quien esperaba, empiece de nuevo y cierre las sesiones que no sean suyas.',
      ],
      link: 'Ver su cuenta',
    },
    'key-changed': {
      subject: '{organisation}: ha cambiado una clave de un programa',
      lines: [
        'Se añadió o terminó una clave con la que un programa actúa por {organisation}.',
        'Si no lo hizo nadie de ustedes, termine la clave y mire quién administra.',
      ],
      link: 'Ver su cuenta',
    },
    'sign-in-changed': {
      subject: 'Su forma de entrar ha cambiado',
      lines: [
        'Se ha añadido o quitado una llave de acceso u otra forma de entrar en su cuenta.',
        'Si no ha sido usted, entre ahora, cierre las demás sesiones y quite lo que no conozca.',
      ],
      link: 'Ver su cuenta',
    },
    'role-changed': {
      subject: 'Su función en {organisation} ha cambiado',
      lines: ['Su función en {organisation} ha cambiado.', 'Entre para ver qué puede hacer allí ahora.'],
      link: 'Ver su cuenta',
    },
    'membership-ended': {
      subject: 'Ya no pertenece a {organisation}',
      lines: [
        'Su pertenencia a {organisation} ha terminado.',
        'Lo que hizo allí queda registrado; ya no puede actuar en su nombre.',
      ],
      link: 'Ver su cuenta',
    },
    'approval-requested': {
      subject: '{organisation}: se pide su aprobación',
      lines: [
        'Alguien en {organisation} pide una segunda mirada.',
        'Entre para leer qué se va a hacer y apruébelo o rechácelo.',
      ],
      link: 'Decidir',
    },
    'approval-decided': {
      subject: '{organisation}: su solicitud está decidida',
      lines: [
        'Alguien en {organisation} ha decidido sobre su solicitud de aprobación.',
        'Entre para leer la decisión y su motivo.',
      ],
      link: 'Leer la decisión',
    },
    'webhook-stopped': {
      subject: '{organisation}: mensajes a {host} detenidos',
      lines: [
        'La dirección en {host} lleva mucho tiempo sin aceptar mensajes de {organisation}, por lo que se han detenido.',
        'Cuando vuelva a funcionar, actívela y envíe de nuevo lo que no recibió.',
      ],
      link: 'Ver las direcciones',
    },
  },
  because: {
    address: 'Recibe este mensaje porque usted, o alguien por usted, lo pidió.',
    security:
      'Recibe este mensaje porque afecta a la seguridad de su cuenta; tales mensajes se envían siempre.',
    notice: 'Puede desactivar los mensajes de este tipo en su cuenta.',
  },
};

import type { Words } from './words.ts';

export const zh: Words = {
  greeting: '{name}，您好：',
  greetingPlain: '您好：',
  kinds: {
    'sign-in-link': {
      subject: '您的登录链接',
      lines: [
        '您可以用此链接登录 Testamur。它只能使用一次，在 {minutes} 分钟内、于提出请求的浏览器中有效。',
        '如果不是您请求的，请不必理会：没有它谁也无法登录。',
      ],
      link: '登录',
    },
    invitation: {
      subject: '{organisation} 邀请您',
      lines: [
        '{organisation} 邀请您在 Testamur 上加入。',
        '该链接只能使用一次，有效期至 {until}。持有者均可加入，请勿转发。',
      ],
      link: '加入',
    },
    'recovery-begun': {
      subject: '有人正在恢复您的账户',
      lines: ['有人已开始恢复您的账户。', '如果不是您本人，请立即登录并中止。'],
      link: '查看账户',
    },
    'recovery-finished': {
      subject: '您账户的恢复已完成',
      lines: [
        '等待恢复您账户的人现在可以创建通行密钥。',
        '如果不是您，请立即登录，结束其他会话，并移除您不认识的内容。',
      ],
      link: '查看账户',
    },
    'recovery-cancelled': {
      subject: '您账户的恢复已取消',
      lines: [
        '有人在登录您的账户后反对恢复，因此恢复不再有效。',
        '如果是您在等待，请重新开始，并结束不属于您的会话。',
      ],
      link: '查看账户',
    },
    'key-changed': {
      subject: '{organisation}：某程序的密钥已更改',
      lines: [
        '代表 {organisation} 操作的程序有密钥被添加或终止。',
        '如果不是你们任何人所为，请终止该密钥，并查看谁是管理员。',
      ],
      link: '查看账户',
    },
    'sign-in-changed': {
      subject: '您的登录方式已更改',
      lines: [
        '您的账户添加或移除了一个通行密钥或其他登录方式。',
        '如果不是您本人，请立即登录，结束其他会话，并移除您不认识的项目。',
      ],
      link: '查看账户',
    },
    'role-changed': {
      subject: '您在 {organisation} 的角色已更改',
      lines: ['您在 {organisation} 的角色已更改。', '请登录查看您现在可以做什么。'],
      link: '查看账户',
    },
    'membership-ended': {
      subject: '您已不再属于 {organisation}',
      lines: ['您在 {organisation} 的成员身份已结束。', '您在那里所做的事仍有记录；您不能再代表它行事。'],
      link: '查看账户',
    },
    'approval-requested': {
      subject: '{organisation}：请您审批',
      lines: ['{organisation} 有人请求另一人复核。', '请登录阅读拟办事项，然后批准或拒绝。'],
      link: '作出决定',
    },
    'approval-decided': {
      subject: '{organisation}：您的请求已有决定',
      lines: ['{organisation} 有人已对您的审批请求作出决定。', '请登录阅读决定及其理由。'],
      link: '阅读决定',
    },
    'webhook-stopped': {
      subject: '{organisation}：发往 {host} 的消息已停止',
      lines: [
        '{host} 的地址长期未接收 {organisation} 的消息，因此已停止发送。',
        '恢复正常后，请重新启用并重发其错过的消息。',
      ],
      link: '查看地址',
    },
  },
  because: {
    address: '您收到此邮件，是因为您本人或他人代您提出了请求。',
    security: '您收到此邮件，是因为它涉及您账户的安全；此类邮件始终会发送。',
    notice: '您可以在账户中关闭此类邮件。',
  },
};
